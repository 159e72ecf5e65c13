/** The plan of two years by which a team brings performance assessment into its school: the first in detail, the second broad. */
@NullMarked
package org.tessera.implementation;

import org.jspecify.annotations.NullMarked;
