package org.tessera.room;

import java.util.List;
import org.springframework.stereotype.Service;
import org.tessera.account.PersonId;

/**
 * When people with an account were in the meetings they took part in. A stay is kept from the moment on which a person has an
 * open page (alone, or with others at one device) while a step of the meeting itself runs, until the page goes, the step ends
 * or is paused. The waiting room, pauses, the time between steps and work in people's own time are no stays. If the server
 * dies during a meeting, a stay ends with what the log last says before; whoever's link to the room was cut has none.
 */
@Service
public class Presences {

    private final PresenceStore store;

    Presences(PresenceStore store) {
        this.store = store;
    }

    /** The meetings somebody took part in that have begun, the newest first. For the person, and for who counts their hours. */
    public List<MeetingStays> of(PersonId person) {
        return store.of(person);
    }
}
