package org.tessera.room;

import java.util.List;
import java.util.Optional;
import org.tessera.room.Decision.Accepted;
import org.tessera.room.Entity.Member;
import org.tessera.room.Entity.Readiness;
import org.tessera.room.RoomEvent.ReadySet;

/**
 * Saying that one is ready. It is said openly, for a group together where people work in groups; where notes are
 * anonymous nobody is told who said so, only how many did.
 */
final class Readying {

    private Readying() {}

    static Decision decide(Room room, Member me, boolean ready) {
        if (!Anonymous.isWriting(room)) {
            return SmallGroups.ready(room, me, ready);
        }
        boolean said = room.readiness(Optional.of(me.id())).isPresent();
        return said == ready
                ? new Accepted(List.of(), List.of())
                : new Accepted(List.of(new ReadySet(me.id(), ready)), List.of());
    }

    static Room after(Room room, ReadySet e) {
        if (!Anonymous.isWriting(room)) {
            return room.member(e.member())
                    .map(member -> room.exchanging(List.of(), List.of(Members.ready(member, e.ready()))))
                    .orElse(room);
        }
        String phase = room.setting().phase().orElseThrow();
        Readiness own = new Readiness(Optional.of(e.member()), phase, 1);
        boolean said = room.readiness(own.by()).isPresent();
        if (said == e.ready()) {
            return room;
        }
        int before = room.readiness(Optional.empty()).map(Readiness::ready).orElse(0);
        Readiness all = new Readiness(Optional.empty(), phase, before + (e.ready() ? 1 : -1));
        return e.ready()
                ? room.exchanging(List.of(), List.of(own, all))
                : room.exchanging(List.of(own.ref()), List.of(all));
    }
}
