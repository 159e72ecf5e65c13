/** The pages of hours and credit: one's own, and those of a district's officers. */
@NullMarked
package org.tessera.credit.ui;

import org.jspecify.annotations.NullMarked;
