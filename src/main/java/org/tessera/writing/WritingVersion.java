package org.tessera.writing;

import java.time.Instant;

/**
 * A text as it once was: at the end of a stretch of writing in one window.
 *
 * @param number counts them, from 1
 * @param isBeside whether it was typed in a window that did not know of what another had saved, and so never stood in
 *     the text itself
 * @param begunAt when its stretch of writing began
 */
public record WritingVersion(int number, String text, boolean isBeside, Instant begunAt, Instant at) {}
