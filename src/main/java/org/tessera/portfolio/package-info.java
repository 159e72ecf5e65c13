/**
 * Submissions on their way out of the house: a package for the platform that assesses them, without names and without
 * links, that proves itself. It reads what was handed in, never a draft.
 */
@NullMarked
package org.tessera.portfolio;

import org.jspecify.annotations.NullMarked;
