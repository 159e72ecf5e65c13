/**
 * The live room. The rules of the meeting live in one pure place: {@link org.tessera.room.Rulebook} decides, {@link
 * org.tessera.room.Room#apply} follows, {@link org.tessera.room.Projection} tells each person what that person may
 * know. Around it a thin shell records, then tells.
 */
@NullMarked
package org.tessera.room;

import org.jspecify.annotations.NullMarked;
