package org.tessera.entry;

/**
 * A kind of entry.
 *
 * @param name as it is stored; never changes
 * @param type a record; fields that were not there when an entry was written are null in it, and its constructor says what
 *     that means
 */
public record EntryKind<T>(String name, Class<T> type) {}
