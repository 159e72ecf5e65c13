package org.tessera.room.ui;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tessera.protocol.Role;
import org.tessera.room.MemberId;

/**
 * A person of the room as the page shows them.
 *
 * @param acting the role that counts in the running phase: whoever holds it in turn acts as the presenter
 * @param co whether the person conducts beside the facilitator
 * @param deputy whether the person is the first to follow a facilitator that vanishes
 * @param hand since when the hand is up
 * @param here whether the person's board is connected
 * @param speaking whether it is the person's turn in a round, or the person was given the floor
 * @param beside the others at the same device
 */
record PersonPicture(
        MemberId id,
        String name,
        Role role,
        Role acting,
        boolean co,
        boolean deputy,
        boolean guest,
        boolean agreed,
        boolean ready,
        Optional<Instant> hand,
        boolean here,
        boolean speaking,
        List<MemberId> beside) {

    PersonPicture {
        beside = List.copyOf(beside);
    }

    /** Whether these are those people in the same order, whatever they show openly. */
    static boolean areSameButForSignals(List<PersonPicture> these, List<PersonPicture> those) {
        return these.size() == those.size()
                && IntStream.range(0, these.size())
                        .allMatch(
                                at -> these.get(at).calm().equals(those.get(at).calm()));
    }

    /** The same person with nothing to show openly: neither done nor a hand up. */
    private PersonPicture calm() {
        return ready || hand.isPresent()
                ? new PersonPicture(
                        id,
                        name,
                        role,
                        acting,
                        co,
                        deputy,
                        guest,
                        agreed,
                        false,
                        Optional.empty(),
                        here,
                        speaking,
                        beside)
                : this;
    }
}
