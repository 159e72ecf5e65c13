/** Live protocol rooms for professional learning communities, one package for each feature. */
@NullMarked
package org.tessera;

import org.jspecify.annotations.NullMarked;
