package org.tessera.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tessera.account.PersonId;

/** Whose turn it is: whoever has had the fewest, and of those the first in the team's order. */
final class Rota {

    private final List<PersonId> members;
    private final Map<PersonId, Integer> led = new HashMap<>();
    private final Map<PersonId, Integer> presented = new HashMap<>();
    private final Map<PersonId, Integer> parts = new HashMap<>();

    Rota(List<PersonId> members, List<Held> history) {
        this.members = members;
        history.forEach(held -> leads(held.lead()));
    }

    void leads(PersonId person) {
        led.merge(person, 1, Integer::sum);
    }

    void presents(PersonId person) {
        presented.merge(person, 1, Integer::sum);
    }

    void leadsPart(PersonId person) {
        parts.merge(person, 1, Integer::sum);
    }

    /** Who facilitates next. */
    PersonId facilitator() {
        return first(led, Set.of());
    }

    /** Who of the others facilitates next. */
    PersonId facilitatorBut(PersonId other) {
        return first(led, Set.of(other));
    }

    /** Who brings something next; those who have another part only if nobody else is left. */
    PersonId presenter(Collection<PersonId> busy) {
        return first(presented, busy);
    }

    /** Who leads a part next; those who have one in the same meeting only if nobody else is left. */
    PersonId part(Collection<PersonId> busy) {
        return first(parts, busy);
    }

    private PersonId first(Map<PersonId, Integer> turns, Collection<PersonId> last) {
        return members.stream()
                .min(Comparator.<PersonId, Boolean>comparing(last::contains)
                        .thenComparing(person -> turns.getOrDefault(person, 0)))
                .orElseThrow();
    }
}
