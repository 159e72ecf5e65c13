package org.tessera.room;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tessera.protocol.Role;
import org.tessera.room.Entity.Member;

/**
 * Who is there when a command comes, as the shell sees it: everybody with an open socket or stream, and everybody who sits
 * at a device that has one.
 *
 * @param people nothing where nobody said
 */
record Presence(Optional<Set<MemberId>> people) {

    static final Presence UNKNOWN = new Presence(Optional.empty());

    /** With fewer, the rest of the meeting sits round one screen without having said so. */
    private static final int MEETING = 2;

    static Presence of(Set<MemberId> people) {
        return new Presence(Optional.of(Set.copyOf(people)));
    }

    /** Everybody but coaches who is there, in the order in which people came; nothing where that cannot be told. */
    Optional<List<MemberId>> takingPart(Room room) {
        return people.map(here -> room.members().stream()
                        .filter(member -> member.role() != Role.COACH && here.contains(member.id()))
                        .map(Member::id)
                        .toList())
                .filter(there -> there.size() >= MEETING);
    }

    /** Whether it is known that none of {@code party} is there. */
    boolean isGone(Room room, List<MemberId> party) {
        return takingPart(room)
                .filter(there -> party.stream().noneMatch(there::contains))
                .isPresent();
    }
}
