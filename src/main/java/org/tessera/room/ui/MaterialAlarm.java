package org.tessera.room.ui;

import java.util.UUID;
import org.tessera.account.SignedIn;

/**
 * What happens when somebody in a room sees on a page what nobody should see. A feature that guards privacy gives one, as a
 * Spring bean; the room knows nothing of it, and tells nobody who said so.
 */
@FunctionalInterface
public interface MaterialAlarm {

    /**
     * Asks what was seen and has it stopped. The caller has made sure that {@code visitor}, who may be a guest, is shown the
     * material.
     */
    void raise(SignedIn visitor, UUID material, String title);
}
