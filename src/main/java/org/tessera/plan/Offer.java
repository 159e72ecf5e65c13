package org.tessera.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tessera.protocol.Budget;
import org.tessera.protocol.Fit;
import org.tessera.protocol.Pack;
import org.tessera.protocol.PackRef;

/** What can be held in the meetings of a rhythm with the people of a team. */
final class Offer {

    private final Circumstances circumstances;
    private final int minutes;
    private final Map<PackRef, Optional<Integer>> least = new HashMap<>();

    Offer(Circumstances circumstances, int minutes) {
        this.circumstances = circumstances;
        this.minutes = minutes;
    }

    /** The minutes a meeting has for a protocol that it holds alone. */
    int alone() {
        return Agenda.forSessions(minutes, 1);
    }

    /** The fewest minutes in which the team can hold {@code pack}; nothing if it can in none. */
    Optional<Integer> least(Pack pack) {
        return least.computeIfAbsent(
                pack.ref(), _ -> switch (Budget.fitAnyhow(pack, circumstances.people(), Duration.ZERO)) {
                    case Fit.Planned _ -> Optional.of(0);
                    case Fit.Impossible no -> no.shortest().map(Offer::begun);
                });
    }

    private boolean fitsAlone(Pack pack) {
        return least(pack).filter(needed -> needed <= alone()).isPresent();
    }

    /** Whether a meeting can hold the protocol with this team, which is of the size it is meant for. */
    private boolean isUsable(Pack pack, Wanted wanted) {
        return wanted.allows(pack) && isUsable(pack);
    }

    private boolean isUsable(Pack pack) {
        return pack.groupSize().includes(circumstances.people()) && fitsAlone(pack);
    }

    /** The protocols on an aspect that the team can hold: those least often held first, then those that fill the time best. */
    List<Pack> on(String aspect, Wanted wanted, Plan plan) {
        Map<String, Integer> uses = new HashMap<>();
        plan.sessions().forEach(place -> uses.merge(place.session().pack().id(), 1, Integer::sum));
        return circumstances.offered().stream()
                .filter(pack -> pack.aspect().equals(aspect) && isUsable(pack, wanted))
                .sorted(Comparator.<Pack>comparingInt(
                                pack -> uses.getOrDefault(pack.ref().id(), 0))
                        .thenComparingInt(pack -> Math.abs(alone() - usual(pack)))
                        .thenComparing(pack -> pack.ref().id()))
                .toList();
    }

    private int usual(Pack pack) {
        return begun(Budget.unhurried(pack, circumstances.people()).taken());
    }

    /** Those of {@code aspects} on which the team can hold a protocol. */
    List<String> usable(List<String> aspects, Wanted wanted) {
        return aspects.stream()
                .filter(aspect -> circumstances.offered().stream()
                        .anyMatch(pack -> pack.aspect().equals(aspect) && isUsable(pack, wanted)))
                .toList();
    }

    /** The protocols on {@code aspects} that do not fit, with what is in the way. */
    List<Shortfall.Unfit> unfit(List<String> aspects, Wanted wanted) {
        return circumstances.offered().stream()
                .filter(pack -> aspects.contains(pack.aspect()) && wanted.allows(pack) && !isUsable(pack))
                .map(this::unfit)
                .toList();
    }

    /** Why the protocol does not fit, if it does not. A team of another size holds what it chose by itself all the same. */
    Optional<Shortfall.Unfit> unfitByTime(Pack pack) {
        return fitsAlone(pack) ? Optional.empty() : Optional.of(unfit(pack));
    }

    private Shortfall.Unfit unfit(Pack pack) {
        boolean size = !pack.groupSize().includes(circumstances.people());
        return new Shortfall.Unfit(
                pack.ref(), size ? 0 : least(pack).orElse(0), alone(), pack.groupSize(), circumstances.people());
    }

    /**
     * How the time of one meeting is divided among protocols, in whole minutes: to each what it needs, and of the rest an
     * equal share as far as it can use it.
     *
     * @return nothing if they do not fit together
     */
    Optional<List<Integer>> divided(List<PackRef> refs) {
        List<Pack> packs = new ArrayList<>();
        for (PackRef ref : refs) {
            Optional<Pack> pack = circumstances.pack(ref);
            if (pack.isEmpty()) {
                return Optional.empty();
            }
            packs.add(pack.get());
        }
        List<Optional<Integer>> needed = packs.stream().map(this::least).toList();
        if (needed.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        int spare = Agenda.forSessions(minutes, packs.size())
                - needed.stream().mapToInt(Optional::orElseThrow).sum();
        if (spare < 0) {
            return Optional.empty();
        }
        int each = packs.isEmpty() ? 0 : spare / packs.size();
        return Optional.of(IntStream.range(0, packs.size())
                .mapToObj(i -> taken(packs.get(i), needed.get(i).orElseThrow() + each))
                .toList());
    }

    /** What the protocol makes of so many minutes. */
    private int taken(Pack pack, int allotted) {
        return switch (Budget.fitAnyhow(pack, circumstances.people(), Duration.ofMinutes(allotted))) {
            case Fit.Planned planned -> begun(planned.taken());
            case Fit.Impossible _ ->
                throw new IllegalStateException("what fits into less does not fit into " + allotted);
        };
    }

    private static int begun(Duration time) {
        return (int) time.plusSeconds(59).toMinutes();
    }
}
