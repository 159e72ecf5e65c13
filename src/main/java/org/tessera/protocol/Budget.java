package org.tessera.protocol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tessera.protocol.Fit.Obstacle;

/**
 * Fits a protocol to a group and a meeting's length. What is for each person grows with the group and is the same for
 * everybody; everything else is shortened or lengthened in proportion, within what the protocol allows. Only if that does
 * not do, optional phases are left out and questions or rotations become fewer; minimums and protected minutes are kept
 * always.
 *
 * @see "docs/decisions/time-is-a-budget.md"
 */
public final class Budget {

    private final Pack pack;
    private final int people;
    private final List<Part> parts;

    private Budget(Pack pack, int people) {
        this.pack = pack;
        this.people = people;
        List<Part> unprotected = pack.phases().stream()
                .filter(phase -> phase.timing() == Timing.MEETING)
                .map(this::part)
                .toList();
        this.parts = protect(unprotected);
    }

    /** A phase of the meeting for this group, with the place of its repetition in the pack, -1 if it has none. */
    private record Part(Phase phase, Duration least, Duration wished, Duration most, int repeat) {

        Part atLeast(Duration floor) {
            return new Part(phase, floor, longer(floor, wished), longer(floor, most), repeat);
        }

        private static Duration longer(Duration one, Duration other) {
            return one.compareTo(other) < 0 ? other : one;
        }

        Span span(List<String> ids) {
            return new Span(ids, least, wished, most);
        }
    }

    /** What is held: how often what repeats, and which phases are in. */
    private record Choice(List<Integer> times, List<Part> parts) {

        int timesOf(Part part) {
            return part.repeat() < 0 ? 1 : times.get(part.repeat());
        }

        Duration least() {
            return together(Part::least);
        }

        Duration most() {
            return together(Part::most);
        }

        private Duration together(Function<Part, Duration> length) {
            return parts.stream()
                    .map(part -> length.apply(part).multipliedBy(timesOf(part)))
                    .reduce(Duration.ZERO, Duration::plus);
        }

        Choice oneMore(int repeat) {
            List<Integer> more = new ArrayList<>(times);
            more.set(repeat, times.get(repeat) + 1);
            return new Choice(List.copyOf(more), parts);
        }

        Choice with(Part part) {
            return new Choice(
                    times, Stream.concat(parts.stream(), Stream.of(part)).toList());
        }
    }

    /**
     * The plan of {@code pack} for so many people in a meeting of this length.
     *
     * @param people everybody who takes part, facilitator and presenter too; the coach does not count
     */
    public static Fit fit(Pack pack, int people, Duration meeting) {
        List<Obstacle> obstacles = company(pack, people);
        if (!obstacles.isEmpty()) {
            return new Fit.Impossible(obstacles, Optional.empty(), largest(pack, meeting));
        }
        var budget = new Budget(pack, people);
        Duration needed = budget.leanest().least();
        return needed.compareTo(meeting) <= 0
                ? budget.planned(meeting)
                : new Fit.Impossible(
                        List.of(new Obstacle.Time(meeting, needed)), Optional.of(needed), largest(pack, meeting));
    }

    /**
     * The plan for people who meet although they may be more or fewer than the protocol is meant for: their time is fitted
     * as for any other group. Whether they are is {@link GroupSize#includes}'s to say.
     *
     * @param people everybody who takes part, facilitator and presenter too; the coach does not count
     */
    public static Fit fitAnyhow(Pack pack, int people, Duration meeting) {
        return pack.groupSize().includes(people)
                ? fit(pack, people, meeting)
                : fit(pack.meantFor(pack.groupSize().upTo(people)), people, meeting);
    }

    /**
     * The plan in which every phase takes the time the protocol plans for, whatever that comes to. For groups of another
     * size than the protocol's, too: people who are there have their turns.
     */
    public static Fit.Planned unhurried(Pack pack, int people) {
        var budget = new Budget(pack, people);
        Map<String, Duration> lengths = new LinkedHashMap<>();
        Choice all = new Choice(pack.timesFor(people), budget.parts);
        all.parts().forEach(part -> budget.idsOf(part, all).forEach(id -> lengths.put(id, part.wished())));
        return budget.planned(all, lengths, Duration.ZERO);
    }

    /** How many minutes, begun ones counted whole, {@code pack} takes its smallest group as it is planned. */
    public static int usualMinutes(Pack pack) {
        Duration usual = unhurried(pack, pack.groupSize().min()).taken();
        return (int) usual.plusSeconds(59).toMinutes();
    }

    /** How long the turn of a person, or of everybody in a round, makes {@code phase} in a group of {@code people}. */
    static Minutes minutes(Pack pack, Phase phase, int people) {
        return phase.round()
                .flatMap(Round::turn)
                .map(turn -> Minutes.exactly(Minutes.roundedUp(turn.multipliedBy(turns(pack, phase, people)))))
                .orElse(phase.minutes());
    }

    /** How many people have a turn in {@code phase}, one after the other. */
    static int turns(Pack pack, Phase phase, int people) {
        List<Integer> groups = SmallGroups.sizes(phase.grouping(), people);
        int together = groups.isEmpty() ? people : groups.getFirst();
        boolean presenterListens = !phase.isInGroups()
                && pack.roles().contains(Role.PRESENTER)
                && !phase.speak().contains(Role.PRESENTER);
        return presenterListens ? together - 1 : together;
    }

    private static List<Obstacle> company(Pack pack, int people) {
        List<Obstacle> obstacles = new ArrayList<>();
        GroupSize size = pack.groupSize();
        if (!size.includes(people)) {
            obstacles.add(new Obstacle.Size(people, size));
        }
        pack.phases().stream()
                .map(Phase::grouping)
                .distinct()
                .filter(grouping -> SmallGroups.sizes(grouping, people).isEmpty())
                .map(grouping -> new Obstacle.Division(people, grouping, possible(pack, people)))
                .forEach(obstacles::add);
        return obstacles;
    }

    private static boolean isCompany(Pack pack, int people) {
        return company(pack, people).isEmpty();
    }

    /** The nearest numbers of people, below and above, that the protocol can be held with. */
    private static List<Integer> possible(Pack pack, int people) {
        GroupSize size = pack.groupSize();
        var below = IntStream.iterate(Math.min(people - 1, size.max()), n -> n >= size.min(), n -> n - 1);
        var above = IntStream.rangeClosed(Math.max(people + 1, size.min()), size.max());
        return Stream.of(below, above)
                .flatMap(numbers ->
                        numbers.filter(n -> isCompany(pack, n)).limit(1).boxed())
                .toList();
    }

    private static Optional<Integer> largest(Pack pack, Duration meeting) {
        GroupSize size = pack.groupSize();
        return IntStream.iterate(size.max(), n -> n >= size.min(), n -> n - 1)
                .filter(n -> isCompany(pack, n)
                        && new Budget(pack, n).leanest().least().compareTo(meeting) <= 0)
                .boxed()
                .findFirst();
    }

    private Part part(Phase phase) {
        Minutes minutes = minutes(pack, phase, people);
        return new Part(phase, minutes.min(), minutes.target(), minutes.max(), repeatOf(phase));
    }

    private int repeatOf(Phase phase) {
        return IntStream.range(0, pack.repeats().size())
                .filter(i -> pack.repeats().get(i).phases().contains(phase.id()))
                .findFirst()
                .orElse(-1);
    }

    /** Protected phases are never shorter than they have to be together; the narrower rule is kept first. */
    private List<Part> protect(List<Part> unprotected) {
        Map<String, Part> kept = new LinkedHashMap<>();
        unprotected.forEach(part -> kept.put(part.phase().id(), part));
        pack.protections().stream()
                .sorted(Comparator.comparingInt(
                        protection -> protection.phases().size()))
                .forEach(protection -> raise(protection, kept));
        return List.copyOf(kept.values());
    }

    private void raise(Protection protection, Map<String, Part> kept) {
        List<Span> spans = new ArrayList<>();
        Duration most = Duration.ZERO;
        Duration least = Duration.ZERO;
        Duration elsewhere = Duration.ZERO;
        for (String id : protection.phases()) {
            Part part = kept.get(id);
            if (part == null) {
                elsewhere = elsewhere.plus(pack.phase(id).map(Phase::planned).orElse(Duration.ZERO));
                continue;
            }
            spans.add(part.span(List.of(id)));
            least = least.plus(part.least());
            most = most.plus(part.most());
        }
        Duration due = Duration.ofMinutes(protection.minMinutes()).minus(elsewhere);
        Duration needed = due.compareTo(most) > 0 ? most : due;
        if (least.compareTo(needed) < 0) {
            Spread.over(spans, needed).forEach((id, floor) -> kept.computeIfPresent(id, (_, p) -> p.atLeast(floor)));
        }
    }

    /** Nothing optional, and as few repetitions as the protocol allows. */
    private Choice leanest() {
        List<Integer> times = pack.repeats().stream()
                .map(repeat -> repeat.per() == Repeat.Per.PERSON ? people : repeat.min())
                .toList();
        return new Choice(
                times, parts.stream().filter(part -> !part.phase().optional()).toList());
    }

    /**
     * As much of the protocol as the meeting has time for: repetitions up to the planned number, then optional phases,
     * the shortest first; more repetitions than planned only where the phases could not use the time.
     */
    private Choice fullest(Duration meeting) {
        Choice choice = repeated(leanest(), meeting, false);
        Comparator<Part> shortest = Comparator.comparing(Part::least);
        for (Part part : parts.stream()
                .filter(part -> part.phase().optional())
                .sorted(shortest)
                .toList()) {
            choice = better(choice, choice.with(part), meeting);
        }
        return repeated(choice, meeting, true);
    }

    private Choice repeated(Choice before, Duration meeting, boolean beyond) {
        Choice choice = before;
        boolean grows = true;
        while (grows) {
            grows = false;
            for (int i = 0; i < pack.repeats().size(); i++) {
                Repeat repeat = pack.repeats().get(i);
                int most = beyond ? repeat.max() : repeat.target();
                boolean may = repeat.per() == Repeat.Per.ROUND
                        && choice.times().get(i) < most
                        && (!beyond || choice.most().compareTo(meeting) < 0);
                if (may) {
                    Choice more = better(choice, choice.oneMore(i), meeting);
                    grows |= more != choice;
                    choice = more;
                }
            }
        }
        return choice;
    }

    private static Choice better(Choice choice, Choice more, Duration meeting) {
        return more.least().compareTo(meeting) <= 0 ? more : choice;
    }

    private Fit.Planned planned(Duration meeting) {
        Choice choice = fullest(meeting);
        Map<String, Duration> lengths = Spread.over(
                parts.stream()
                        .filter(choice.parts()::contains)
                        .map(part -> part.span(idsOf(part, choice)))
                        .toList(),
                meeting);
        Duration taken = lengths.values().stream().reduce(Duration.ZERO, Duration::plus);
        return planned(choice, lengths, meeting.minus(taken));
    }

    private Fit.Planned planned(Choice choice, Map<String, Duration> lengths, Duration spare) {
        Pack unfolded = pack.unfolded(choice.times());
        Map<String, Duration> inOrder = new LinkedHashMap<>();
        unfolded.phases().stream()
                .filter(phase -> phase.timing() == Timing.MEETING)
                .forEach(phase -> inOrder.put(phase.id(), lengths.getOrDefault(phase.id(), Duration.ZERO)));
        List<String> leftOut =
                inOrder.keySet().stream().filter(id -> !lengths.containsKey(id)).toList();
        return new Fit.Planned(unfolded, choice.times(), inOrder, leftOut, spare);
    }

    private List<String> idsOf(Part part, Choice choice) {
        String id = part.phase().id();
        return part.repeat() < 0
                ? List.of(id)
                : IntStream.rangeClosed(1, choice.timesOf(part))
                        .mapToObj(number -> id + "." + number)
                        .toList();
    }
}
