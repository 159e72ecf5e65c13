/** The pages of assessing: for assessors, for earners who read a result, and for who looks after the panel. */
@NullMarked
package org.tessera.assessment.ui;

import org.jspecify.annotations.NullMarked;
