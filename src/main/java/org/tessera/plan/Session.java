package org.tessera.plan;

import java.util.List;
import java.util.Optional;
import org.tessera.account.PersonId;
import org.tessera.protocol.PackRef;
import org.tessera.room.RoomId;

/**
 * A protocol held in a planned meeting.
 *
 * @param number its own in the plan; it keeps it when it moves to another meeting
 * @param aspect the aspect the protocol works on
 * @param minutes the time it has
 * @param lead who facilitates it
 * @param presenter who brings something, where the protocol has a presenter
 * @param serves what its evidence is for
 * @param room the room, once it was prepared
 */
public record Session(
        int number,
        PackRef pack,
        String aspect,
        int minutes,
        PersonId lead,
        Optional<PersonId> presenter,
        List<Serves> serves,
        Optional<RoomId> room) {

    public Session {
        serves = List.copyOf(serves);
    }

    /** Whether its evidence is for this. */
    boolean serves(RequirementKey requirement, PersonId earner) {
        return serves.contains(new Serves(requirement, earner));
    }

    Session lasting(int others) {
        return new Session(number, pack, aspect, others, lead, presenter, serves, room);
    }

    Session serving(List<Serves> others) {
        return new Session(number, pack, aspect, minutes, lead, presenter, others, room);
    }

    Session ledBy(PersonId other, Optional<PersonId> presents) {
        return new Session(number, pack, aspect, minutes, other, presents, serves, room);
    }

    Session in(RoomId prepared) {
        return new Session(number, pack, aspect, minutes, lead, presenter, serves, Optional.of(prepared));
    }

    Session withoutRoom() {
        return new Session(number, pack, aspect, minutes, lead, presenter, serves, Optional.empty());
    }
}
