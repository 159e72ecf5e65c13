package org.tessera.room;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.tessera.account.PersonId;

/**
 * Who was in a meeting. Having been prepared for a role is not having been there: a person counts who did something in the
 * room, be it agreeing to the norms, or who sat there when a step began.
 */
@Service
public class Attendees {

    private final AttendeeStore store;

    Attendees(AttendeeStore store) {
        this.store = store;
    }

    /** Who is known to have been in each of these rooms; a room that is not kept any more is not among the answers. */
    public Map<RoomId, Set<PersonId>> of(Collection<RoomId> rooms) {
        return rooms.isEmpty() ? Map.of() : store.of(rooms);
    }
}
