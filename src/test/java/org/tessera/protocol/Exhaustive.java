package org.tessera.protocol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Whether a protocol fits, found by trying everything: every choice of optional phases, every number of repetitions and
 * every length of every phase. Slow, and right by its plainness; it shares no code with {@link Budget}.
 */
final class Exhaustive {

    private Exhaustive() {}

    static boolean fits(Pack pack, int people, Duration meeting) {
        boolean size =
                people >= pack.groupSize().min() && people <= pack.groupSize().max();
        boolean groups = pack.phases().stream().allMatch(phase -> divides(phase.grouping(), people));
        if (!size || !groups) {
            return false;
        }
        for (List<Integer> times : numbers(pack, people)) {
            for (List<String> kept : selections(pack)) {
                if (fits(pack, people, meeting, kept, times)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether these phases, held so often, can be given lengths that are lawful and fit the meeting together. */
    static boolean fits(Pack pack, int people, Duration meeting, List<String> kept, List<Integer> times) {
        return tried(pack, people, meeting.toSeconds(), kept, times, 0, new HashMap<>());
    }

    private static boolean tried(
            Pack pack,
            int people,
            long seconds,
            List<String> kept,
            List<Integer> times,
            int place,
            Map<String, Long> given) {
        if (seconds < 0) {
            return false;
        }
        if (place == kept.size()) {
            return pack.protections().stream()
                    .allMatch(protection -> protection.phases().stream()
                                    .mapToLong(id -> given.getOrDefault(id, 0L))
                                    .sum()
                            >= 60L * protection.minMinutes());
        }
        Phase phase = pack.phase(kept.get(place)).orElseThrow();
        Minutes allowed = phase.goingRound(turns(pack, phase, people)).minutes();
        long often = IntStream.range(0, pack.repeats().size())
                .filter(i -> pack.repeats().get(i).phases().contains(phase.id()))
                .mapToLong(times::get)
                .findFirst()
                .orElse(1);
        for (long length = allowed.min().toSeconds(); length <= allowed.max().toSeconds(); length += 30) {
            given.put(phase.id(), length);
            if (tried(pack, people, seconds - length * often, kept, times, place + 1, given)) {
                return true;
            }
        }
        given.remove(phase.id());
        return false;
    }

    private static List<List<String>> selections(Pack pack) {
        List<List<String>> selections = new ArrayList<>(List.of(List.of()));
        for (Phase phase : pack.phases()) {
            if (phase.timing() != Timing.MEETING) {
                continue;
            }
            List<List<String>> longer = new ArrayList<>(phase.optional() ? selections : List.of());
            for (List<String> each : selections) {
                List<String> with = new ArrayList<>(each);
                with.add(phase.id());
                longer.add(with);
            }
            selections = longer;
        }
        return selections;
    }

    private static List<List<Integer>> numbers(Pack pack, int people) {
        List<List<Integer>> numbers = new ArrayList<>(List.of(List.of()));
        for (Repeat repeat : pack.repeats()) {
            boolean each = repeat.per() == Repeat.Per.PERSON;
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> before : numbers) {
                for (int n = each ? people : repeat.min(); n <= (each ? people : repeat.max()); n++) {
                    List<Integer> with = new ArrayList<>(before);
                    with.add(n);
                    longer.add(with);
                }
            }
            numbers = longer;
        }
        return numbers;
    }

    /** How many people speak one after the other: the largest group there must be, without a presenter who listens. */
    static int turns(Pack pack, Phase phase, int people) {
        return switch (phase.grouping()) {
            case ALL, DIRECTION ->
                pack.roles().contains(Role.PRESENTER)
                                && !phase.speak().contains(Role.PRESENTER)
                                && phase.grouping() == Grouping.ALL
                        ? people - 1
                        : people;
            case PAIR -> people % 2 == 0 ? 2 : 3;
            case TRIAD -> people % 3 == 0 ? 3 : 4;
            case QUAD ->
                SmallGroups.sizes(Grouping.QUAD, people).stream().findFirst().orElse(people);
        };
    }

    private static boolean divides(Grouping grouping, int people) {
        return switch (grouping) {
            case ALL, DIRECTION -> true;
            case PAIR -> people >= 2;
            case TRIAD, QUAD -> people >= 3 && !(grouping == Grouping.TRIAD && people == 5);
        };
    }
}
