/**
 * What a person writes for a credential: kept as it is typed, with its earlier versions, the sources it quotes, and how
 * much of it stands in somebody else's text too.
 */
@NullMarked
package org.tessera.writing;

import org.jspecify.annotations.NullMarked;
