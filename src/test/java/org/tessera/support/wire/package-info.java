/** A client of the room's wire as {@code docs/wire.md} describes it: what the board is, without a browser. */
@NullMarked
package org.tessera.support.wire;

import org.jspecify.annotations.NullMarked;
