package org.tessera.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tessera.protocol.Minutes;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Protection;
import org.tessera.protocol.Repeat;
import org.tessera.protocol.Span;
import org.tessera.protocol.Spread;
import org.tessera.protocol.Timing;
import org.tessera.room.Entity.PhaseRun;
import org.tessera.room.Entity.Status;
import org.tessera.room.WayOn.Kind;

/**
 * The lawful ways on for a meeting that is late. The running phase is the facilitator's to end; what is ahead may be
 * shortened down to the protocol's minimums, protected phases last and never below what they keep together; optional
 * phases and repetitions beyond the least may be left out, a person's turn never; or the meeting ends later.
 *
 * @see "docs/decisions/time-is-a-budget.md"
 */
final class Rebalances {

    /** Half a minute more or less is nothing to rebalance for. */
    private static final Duration LATE = Duration.ofMinutes(1);

    private final Room room;
    private final Duration left;
    private final List<Ahead> ahead;

    /** A phase ahead: as short as it may be, and as it is planned. */
    private record Ahead(Phase phase, Duration least, Duration planned, boolean isProtected) {

        Ahead keeping(Duration floor) {
            return new Ahead(phase, floor, floor.compareTo(planned) > 0 ? floor : planned, isProtected);
        }
    }

    /** Phases that can only be left out together. */
    private record Bundle(List<Ahead> parts) {}

    private Rebalances(Room room, Instant end, Instant now) {
        this.room = room;
        this.left = Duration.between(free(room, now), end);
        this.ahead = protect(
                room.pack().phases().stream()
                        .flatMap(phase -> room.run(phase.id()).flatMap(run -> ahead(phase, run)).stream())
                        .toList(),
                now);
    }

    /** The ways there are at {@code now}; none while the meeting is in time, or not running. */
    static List<WayOn> of(Room room, Instant now) {
        boolean running = room.setting().status() == Status.RUNNING
                && room.current()
                        .filter(run -> room.phaseOf(run).timing() != Timing.MEETING)
                        .isEmpty();
        return running
                ? Agendas.end(room)
                        .map(end -> new Rebalances(room, end, now).ways())
                        .orElse(List.of())
                : List.of();
    }

    /** When the phases ahead can begin. */
    private static Instant free(Room room, Instant now) {
        return room.current().map(run -> expectedEnd(run, now)).orElse(now);
    }

    private static Instant expectedEnd(PhaseRun run, Instant now) {
        Instant end = run.endsAt().orElse(now);
        Instant moved =
                run.pausedAt().map(at -> end.plus(Duration.between(at, now))).orElse(end);
        return moved.isAfter(now) ? moved : now;
    }

    private Optional<Ahead> ahead(Phase phase, PhaseRun run) {
        boolean counts = phase.timing() == Timing.MEETING
                && run.state() == PhaseRun.State.AHEAD
                && !Agendas.isLeftOut(room, phase);
        if (!counts) {
            return Optional.empty();
        }
        Duration planned = run.planned();
        boolean equalTurns = phase.round().flatMap(round -> round.turn()).isPresent();
        Duration least = phase.minutes().min();
        boolean fixed = equalTurns || least.compareTo(planned) > 0;
        boolean kept = room.pack().protections().stream()
                .anyMatch(protection -> protection.phases().contains(phase.id()));
        return Optional.of(new Ahead(phase, fixed ? planned : least, planned, kept));
    }

    /** What protected phases still owe to their minutes, the running one counted to its expected end. */
    private List<Ahead> protect(List<Ahead> unprotected, Instant now) {
        Map<String, Ahead> kept = new LinkedHashMap<>();
        unprotected.forEach(part -> kept.put(part.phase().id(), part));
        room.pack().protections().stream()
                .sorted(Comparator.comparingInt(
                        protection -> protection.phases().size()))
                .forEach(protection -> raise(protection, kept, now));
        return List.copyOf(kept.values());
    }

    private void raise(Protection protection, Map<String, Ahead> kept, Instant now) {
        Duration due = Duration.ofMinutes(protection.minMinutes());
        List<Span> spans = new ArrayList<>();
        Duration least = Duration.ZERO;
        Duration most = Duration.ZERO;
        for (String id : protection.phases()) {
            Ahead part = kept.get(id);
            if (part == null) {
                due = due.minus(room.run(id).map(run -> hasHad(run, now)).orElse(Duration.ZERO));
                continue;
            }
            Duration longest = longer(part.phase().minutes().max(), part.planned());
            spans.add(new Span(List.of(id), part.least(), part.planned(), longest));
            least = least.plus(part.least());
            most = most.plus(longest);
        }
        Duration needed = Minutes.roundedUp(due.compareTo(most) > 0 ? most : due.isNegative() ? Duration.ZERO : due);
        if (least.compareTo(needed) < 0) {
            Spread.over(spans, needed).forEach((id, floor) -> kept.computeIfPresent(id, (_, p) -> p.keeping(floor)));
        }
    }

    private static Duration hasHad(PhaseRun run, Instant now) {
        return run.state() == PhaseRun.State.RUNNING
                ? run.elapsed(now).plus(Duration.between(now, expectedEnd(run, now)))
                : run.elapsed(now);
    }

    private List<WayOn> ways() {
        Duration behind = together(ahead, Ahead::planned).minus(left);
        if (behind.compareTo(LATE) < 0) {
            return List.of();
        }
        Optional<WayOn> shorter = shorter(Kind.SHORTEN, Set.of());
        Optional<WayOn> fewer = fewer(behind);
        List<WayOn> ways = new ArrayList<>();
        shorter.ifPresent(ways::add);
        fewer.ifPresent(ways::add);
        if (ways.isEmpty()) {
            fewerAndShorter().or(this::shortest).ifPresent(ways::add);
        }
        ways.add(wayOn(Kind.LATER, lengths(Ahead::planned, Set.of()), Set.of()));
        return ways;
    }

    /** Everything but {@code out}, in the time that is left. */
    private Optional<WayOn> shorter(Kind kind, Set<Ahead> out) {
        List<Ahead> held = held(out);
        return !held.isEmpty() && together(held, Ahead::least).compareTo(left) <= 0
                ? Optional.of(wayOn(kind, spread(held), out))
                : Optional.empty();
    }

    /** As little as possible is left out, nothing is shortened. */
    private Optional<WayOn> fewer(Duration behind) {
        Set<Ahead> out = leavingOut(behind, Ahead::planned);
        return together(List.copyOf(out), Ahead::planned).compareTo(behind) >= 0
                ? Optional.of(wayOn(Kind.LEAVE_OUT, lengths(Ahead::planned, out), out))
                : Optional.empty();
    }

    private Optional<WayOn> fewerAndShorter() {
        Set<Ahead> out = leavingOut(together(ahead, Ahead::least).minus(left), Ahead::least);
        return out.isEmpty() ? Optional.empty() : shorter(Kind.BOTH, out);
    }

    private Optional<WayOn> shortest() {
        Set<Ahead> out = leavingOut(Duration.ofDays(1), Ahead::least);
        WayOn shortest = wayOn(Kind.SHORTEST, lengths(Ahead::least, out), out);
        Duration later = late(lengths(Ahead::planned, Set.of()));
        return shortest.late().compareTo(later) < 0 ? Optional.of(shortest) : Optional.empty();
    }

    /** Protected phases keep their planned length as long as the others can give. */
    private Map<String, Duration> spread(List<Ahead> held) {
        List<Ahead> kept = held.stream().filter(Ahead::isProtected).toList();
        List<Ahead> others = held.stream().filter(part -> !part.isProtected()).toList();
        Duration forKept = shorterOf(together(kept, Ahead::planned), left.minus(together(others, Ahead::least)));
        Map<String, Duration> lengths = new HashMap<>(Spread.over(spans(kept), forKept));
        Duration taken = lengths.values().stream().reduce(Duration.ZERO, Duration::plus);
        lengths.putAll(Spread.over(spans(others), left.minus(taken)));
        return lengths;
    }

    /** Repetitions of a phase stay alike. */
    private static List<Span> spans(List<Ahead> parts) {
        Map<Ahead, List<String>> alike = new LinkedHashMap<>();
        Map<String, Ahead> first = new HashMap<>();
        for (Ahead part : parts) {
            Ahead like = first.computeIfAbsent(part.phase().base() + part.planned() + part.least(), _ -> part);
            alike.computeIfAbsent(like, _ -> new ArrayList<>()).add(part.phase().id());
        }
        return alike.entrySet().stream()
                .map(entry -> {
                    Ahead part = entry.getKey();
                    return new Span(entry.getValue(), part.least(), part.planned(), part.planned());
                })
                .toList();
    }

    // What may be left out

    /** What to leave out so that {@code wanted} is saved: the least that does, or the longest until nothing is left. */
    private Set<Ahead> leavingOut(Duration wanted, Function<Ahead, Duration> saving) {
        Set<Ahead> out = new HashSet<>();
        Duration missing = wanted;
        while (missing.isPositive()) {
            Duration still = missing;
            Comparator<Bundle> bySaving = Comparator.comparing(bundle -> together(bundle.parts(), saving));
            List<Bundle> possible = bundles(out);
            Optional<Bundle> next = possible.stream()
                    .filter(bundle -> together(bundle.parts(), saving).compareTo(still) >= 0)
                    .min(bySaving)
                    .or(() -> possible.stream().max(bySaving));
            if (next.isEmpty()) {
                return out;
            }
            out.addAll(next.get().parts());
            missing = missing.minus(together(next.get().parts(), saving));
        }
        return out;
    }

    private List<Bundle> bundles(Set<Ahead> out) {
        Stream<Bundle> optional = held(out).stream()
                .filter(part -> isOptional(part.phase()))
                .map(part -> part.phase().base())
                .distinct()
                .map(base -> new Bundle(held(out).stream()
                        .filter(part -> part.phase().base().equals(base))
                        .toList()));
        Stream<Bundle> repetitions = room.written().repeats().stream().flatMap(repeat -> last(repeat, out).stream());
        return Stream.concat(optional, repetitions).toList();
    }

    private boolean isOptional(Phase phase) {
        return room.written().phase(phase.base()).filter(Phase::optional).isPresent();
    }

    /** The last repetition that is still held, if the protocol can do without it and none of it has begun. */
    private Optional<Bundle> last(Repeat repeat, Set<Ahead> out) {
        List<Ahead> held = held(out).stream()
                .filter(part -> repeat.phases().contains(part.phase().base()))
                .toList();
        int last = held.stream().mapToInt(part -> part.phase().turn()).max().orElse(0);
        List<Ahead> parts =
                held.stream().filter(part -> part.phase().turn() == last).toList();
        boolean whole = room.pack().phases().stream()
                .filter(phase -> phase.turn() == last && repeat.phases().contains(phase.base()))
                .allMatch(phase -> room.run(phase.id())
                        .filter(run -> run.state() == PhaseRun.State.AHEAD)
                        .isPresent());
        return repeat.per() == Repeat.Per.ROUND && last > repeat.min() && whole
                ? Optional.of(new Bundle(parts))
                : Optional.empty();
    }

    // What comes of it

    private List<Ahead> held(Set<Ahead> out) {
        return ahead.stream().filter(part -> !out.contains(part)).toList();
    }

    private Map<String, Duration> lengths(Function<Ahead, Duration> length, Set<Ahead> out) {
        Map<String, Duration> lengths = new HashMap<>();
        held(out).forEach(part -> lengths.put(part.phase().id(), length.apply(part)));
        return lengths;
    }

    private WayOn wayOn(Kind kind, Map<String, Duration> lengths, Set<Ahead> out) {
        Map<String, Duration> all = new LinkedHashMap<>();
        ahead.forEach(part ->
                all.put(part.phase().id(), lengths.getOrDefault(part.phase().id(), Duration.ZERO)));
        List<String> leftOut = ahead.stream()
                .filter(out::contains)
                .map(part -> part.phase().id())
                .toList();
        return new WayOn(kind, all, leftOut, late(lengths));
    }

    /** In minutes begun; a few seconds are nothing. */
    private Duration late(Map<String, Duration> lengths) {
        Duration over =
                lengths.values().stream().reduce(Duration.ZERO, Duration::plus).minus(left);
        return over.isPositive() ? Duration.ofMinutes(over.plusSeconds(59).toMinutes()) : Duration.ZERO;
    }

    private static Duration together(List<Ahead> parts, Function<Ahead, Duration> length) {
        return parts.stream().map(length).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Duration shorterOf(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
