/** Protocols as data: packs of timed phases with roles, rights and yields, read from {@code seeds/protocols}. */
@NullMarked
package org.tessera.protocol;

import org.jspecify.annotations.NullMarked;
