/** What holds for the statements of all stores. */
@NullMarked
package org.tessera.store;

import org.jspecify.annotations.NullMarked;
