package org.tessera.room;

import java.util.Locale;
import java.util.Optional;
import org.tessera.room.RoomDraft.BroughtText;

/** Texts that other features offer to bring to a new meeting. The room knows nothing of what they are. */
@FunctionalInterface
public interface Readings {

    /** The text of this id, in a person's language; nothing if this source has none. */
    Optional<BroughtText> reading(String id, Locale language);
}
