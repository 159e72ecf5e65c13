/**
 * Assessing what was handed in, in the product itself: two gates, scorers who know nobody's name, a second opinion where a
 * credential asks for one, appeals, and how far assessors agree.
 */
@NullMarked
package org.tessera.assessment;

import org.jspecify.annotations.NullMarked;
