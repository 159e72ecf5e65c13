/** Time as the product knows it. Only the clock here reads the system's; everybody else is told. */
@NullMarked
package org.tessera.clock;

import org.jspecify.annotations.NullMarked;
