package org.tessera.room.ui;

import java.util.List;
import org.tessera.room.MemberId;

/**
 * In which order turns go round.
 *
 * @param people the first one first
 * @param held how many of them, from the first on, have held a phase and keep their place
 * @param matters whether anything that is still to come goes round
 */
record TurnOrder(List<MemberId> people, int held, boolean matters) {

    static final TurnOrder NONE = new TurnOrder(List.of(), 0, false);

    TurnOrder {
        people = List.copyOf(people);
    }

    /** Whether there is an order to change. */
    boolean isOpen() {
        return matters && people.size() - held > 1;
    }
}
