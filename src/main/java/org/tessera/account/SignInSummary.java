package org.tessera.account;

import java.time.Instant;

/**
 * One open sign-in as its owner sees it.
 *
 * @param device the browser's own description of itself, shortened
 */
public record SignInSummary(SignInId id, String device, Instant madeAt, Instant usedAt) {}
