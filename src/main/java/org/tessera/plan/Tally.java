package org.tessera.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tessera.account.PersonId;
import org.tessera.room.RoomId;

/**
 * What an earner has and will have towards a requirement that asks for sessions.
 *
 * @param counted the steps that count, the held ones first
 */
record Tally(Wanted wanted, List<Counting> counted) {

    Tally {
        counted = List.copyOf(counted);
    }

    /** A step with its aspect, and the number of its session where it is one of the plan. */
    record Counting(Step step, String aspect, Optional<Integer> session) {}

    static Tally of(Plan plan, List<Held> history, RequirementKey requirement, Wanted wanted, PersonId earner) {
        Set<RoomId> own = plan.meetings().stream()
                .flatMap(meeting -> meeting.sessions().stream())
                .flatMap(session -> session.room().stream())
                .collect(Collectors.toSet());
        List<Counting> offered = new ArrayList<>();
        if (wanted.as() == Wanted.As.FACILITATING) {
            history.stream()
                    .filter(held -> held.lead().equals(earner) && !own.contains(held.room()))
                    .map(held -> new Counting(
                            new Step.Before(held.room(), held.at(), held.title(), held.aspect()),
                            held.aspect(),
                            Optional.empty()))
                    .forEach(offered::add);
        }
        plan.sessions()
                .filter(place -> place.session().serves(requirement, earner) && wanted.takes(place.session(), earner))
                .map(place -> new Counting(
                        step(place),
                        place.session().aspect(),
                        Optional.of(place.session().number())))
                .forEach(offered::add);
        return new Tally(wanted, wanted.counting(offered, Counting::aspect));
    }

    static Step step(Plan.Place place) {
        return new Step.InMeeting(
                place.meeting().id(),
                place.meeting().at(),
                place.session().pack(),
                place.session().aspect());
    }

    int missing() {
        return wanted.atLeast() - counted.size();
    }

    List<Step> steps() {
        return counted.stream().map(Counting::step).toList();
    }

    /** The aspects that would still count: any where repeats are allowed, or else those not counted yet. */
    List<String> stillCounting() {
        Set<String> there = counted.stream().map(Counting::aspect).collect(Collectors.toSet());
        int repeats = counted.size() - there.size();
        boolean mayRepeat = repeats < wanted.atLeast() - wanted.distinctAspects();
        List<String> fresh = wanted.aspects().stream()
                .filter(aspect -> !there.contains(aspect))
                .toList();
        if (!mayRepeat) {
            return fresh;
        }
        List<String> all = new ArrayList<>(fresh);
        wanted.aspects().stream().filter(there::contains).forEach(all::add);
        return all;
    }
}
