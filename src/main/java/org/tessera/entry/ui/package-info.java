/** Parts of pages on which a team writes together. */
@NullMarked
package org.tessera.entry.ui;

import org.jspecify.annotations.NullMarked;
