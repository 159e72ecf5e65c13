/** The page of a team's implementation plan. */
@NullMarked
package org.tessera.implementation.ui;

import org.jspecify.annotations.NullMarked;
