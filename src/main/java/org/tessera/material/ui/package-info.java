/** Bringing a file, and looking at the pages that were drawn from it. */
@NullMarked
package org.tessera.material.ui;

import org.jspecify.annotations.NullMarked;
