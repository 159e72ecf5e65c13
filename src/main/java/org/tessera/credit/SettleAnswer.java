package org.tessera.credit;

/**
 * What came of marking lines as paid or recorded.
 *
 * @param settled how many are now
 * @param changed how many are not due any more, or not as they were seen; they were left as they are
 */
public record SettleAnswer(int settled, int changed) {}
