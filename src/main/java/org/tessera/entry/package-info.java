/** What a team writes together, entry by entry: kept as it is typed, with versions, and nothing lost where two type at once. */
@NullMarked
package org.tessera.entry;

import org.jspecify.annotations.NullMarked;
