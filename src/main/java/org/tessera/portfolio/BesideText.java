package org.tessera.portfolio;

import org.tessera.submission.FrozenAttachment;

/**
 * Something spoken, drawn or photographed beside a text.
 *
 * @param number from 1, in the order of its part
 * @param shown its picture, or why there is none
 */
record BesideText(int number, FrozenAttachment what, Besides.Shown shown) {}
