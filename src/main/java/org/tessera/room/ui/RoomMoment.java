package org.tessera.room.ui;

import java.util.Optional;
import org.tessera.protocol.Role;

/**
 * What everybody in a room may know of who takes part now. Two moments that are equal ask for no new look.
 *
 * @param mine the role of whoever looks; nothing for who only just came
 * @param presented whether somebody has the presenter's role
 * @param others how many take part besides whoever looks and the presenter; coaches only watch
 */
public record RoomMoment(Optional<Role> mine, boolean presented, int others) {

    static RoomMoment of(RoomPicture picture) {
        Optional<PersonPicture> me = picture.me();
        boolean presented = picture.people().stream().anyMatch(person -> person.role() == Role.PRESENTER);
        int others = (int) picture.people().stream()
                .filter(PersonPicture::here)
                .filter(person -> !person.id().equals(picture.you()))
                .filter(person -> person.role() != Role.COACH && person.role() != Role.PRESENTER)
                .count();
        return new RoomMoment(me.map(PersonPicture::role), presented, others);
    }
}
