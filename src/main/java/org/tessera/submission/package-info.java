/**
 * Evidence: each person ties artifacts to the requirements and rubric rows of a credential, rules say how far that goes,
 * and colleagues agree to what of theirs stands in it.
 */
@NullMarked
package org.tessera.submission;

import org.jspecify.annotations.NullMarked;
