package org.tessera.room;

import java.util.Optional;
import org.tessera.protocol.Action;
import org.tessera.protocol.Phase;
import org.tessera.room.Entity.Member;
import org.tessera.room.Entity.Pick;
import org.tessera.room.RoomCommand.Choose;
import org.tessera.room.RoomEvent.ChoiceMade;

/** How people choose, each one thing, for all to see. */
final class Choosing {

    private Choosing() {}

    static Decision choose(Room room, Choose c, Member me) {
        Optional<Refusal> no = Rulebook.refusal(room, me, Action.CHOOSE);
        if (no.isPresent()) {
            return Rulebook.refuse(no.get());
        }
        Phase phase = Rulebook.latestPhase(room);
        if (phase.tools().choices().stream().noneMatch(choice -> choice.id().equals(c.choice()))) {
            return Rulebook.refuse(Refusal.CHOICE_UNKNOWN);
        }
        Optional<String> was = room.pick(me.id(), phase.id()).map(Pick::choice);
        return was.filter(c.choice()::equals).isPresent()
                ? Rulebook.nothing()
                : Rulebook.accept(new ChoiceMade(me.id(), phase.id(), c.choice(), was));
    }
}
