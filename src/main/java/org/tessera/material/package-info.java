/** Files people bring, first of all student work: taken in as drawn pages, never as the file that came. */
@NullMarked
package org.tessera.material;

import org.jspecify.annotations.NullMarked;
