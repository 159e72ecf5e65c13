/** The page of a team's plan. */
@NullMarked
package org.tessera.plan.ui;

import org.jspecify.annotations.NullMarked;
