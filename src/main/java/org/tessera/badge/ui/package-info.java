/** The pages of badges: the check for everybody, a badge in public, one's own badges, and what a district has issued. */
@NullMarked
package org.tessera.badge.ui;

import org.jspecify.annotations.NullMarked;
