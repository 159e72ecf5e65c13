/** {@code ./tessera bench}: the product and its peers under the same load, measured from outside. */
@NullMarked
package org.tessera.bench;

import org.jspecify.annotations.NullMarked;
