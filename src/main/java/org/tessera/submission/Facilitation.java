package org.tessera.submission;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.credential.Aspect;
import org.tessera.credential.Rule;
import org.tessera.room.RoomId;

/**
 * The rule "facilitate at least so many discussions, each on a different aspect, with one learning community".
 *
 * <p>Facilitated means: the earner held the facilitator's role longer than anybody else in that room. Where the
 * discussions of several teams count, the team that brings the earner furthest is taken.
 */
final class Facilitation {

    private final Rule.Facilitated rule;
    private final PersonId earner;

    private Facilitation(Rule.Facilitated rule, PersonId earner) {
        this.rule = rule;
        this.earner = earner;
    }

    static Finding.Recorded check(Rule.Facilitated rule, PersonId earner, List<Discussion> linked) {
        return new Facilitation(rule, earner).check(linked);
    }

    /** What one learning community contributes. */
    private record Tally(Map<Aspect, Discussion> firsts, List<Discussion> repeats, List<Discussion> counted) {}

    private Finding.Recorded check(List<Discussion> linked) {
        List<Discussion> inOrder = onePerRoom(linked);
        List<Miss> misses = new ArrayList<>();
        List<Discussion> eligible = new ArrayList<>();
        for (Discussion discussion : inOrder) {
            reasonAgainst(discussion).ifPresentOrElse(misses::add, () -> eligible.add(discussion));
        }
        List<Discussion> community = rule.samePlc() ? bestCommunity(eligible) : eligible;
        Tally tally = tally(community);
        eligible.stream()
                .filter(discussion -> !community.contains(discussion))
                .map(Miss.OtherPlc::new)
                .forEach(misses::add);
        tally.repeats().stream().map(repeat -> repeated(repeat, tally)).forEach(misses::add);
        if (tally.counted().size() < rule.atLeast()) {
            int newAspects = Math.max(0, rule.distinctAspects() - tally.firsts().size());
            misses.addFirst(new Miss.StillNeeded(
                    tally.counted().size(),
                    rule.atLeast(),
                    List.copyOf(tally.firsts().keySet()),
                    newAspects));
        }
        return new Finding.Recorded(tally.counted(), rule.atLeast(), misses);
    }

    private Optional<Miss> reasonAgainst(Discussion discussion) {
        var own = discussion.facilitatedBy(earner);
        var others = discussion.facilitatedByAnotherThan(earner);
        if (own.compareTo(others) <= 0) {
            return Optional.of(new Miss.NotFacilitated(discussion, own, others));
        }
        if (rule.aspect(discussion.aspect()).isEmpty()) {
            return Optional.of(new Miss.AspectNotNamed(discussion));
        }
        return Optional.empty();
    }

    /** The first discussion on each aspect counts, and of the others as many as need no aspect of their own. */
    private Tally tally(List<Discussion> community) {
        Map<Aspect, Discussion> firsts = new LinkedHashMap<>();
        List<Discussion> repeats = new ArrayList<>();
        List<Discussion> counted = new ArrayList<>();
        int mayRepeat = rule.atLeast() - rule.distinctAspects();
        for (Discussion discussion : community) {
            Aspect aspect = rule.aspect(discussion.aspect()).orElseThrow();
            if (firsts.putIfAbsent(aspect, discussion) == null) {
                counted.add(discussion);
            } else if (mayRepeat > 0) {
                mayRepeat--;
                counted.add(discussion);
            } else {
                repeats.add(discussion);
            }
        }
        return new Tally(firsts, repeats, counted);
    }

    private Miss repeated(Discussion repeat, Tally tally) {
        Aspect aspect = rule.aspect(repeat.aspect()).orElseThrow();
        Discussion covering = Optional.ofNullable(tally.firsts().get(aspect)).orElseThrow();
        return new Miss.AspectRepeated(repeat, aspect, covering);
    }

    private List<Discussion> bestCommunity(List<Discussion> eligible) {
        Map<TeamId, List<Discussion>> byTeam = eligible.stream()
                .collect(groupingBy(Discussion::team, LinkedHashMap::new, java.util.stream.Collectors.toList()));
        return byTeam.values().stream()
                .reduce((best, next) ->
                        tally(next).counted().size() > tally(best).counted().size() ? next : best)
                .orElse(List.of());
    }

    /** A meeting counts once, whatever number of its artifacts is linked. */
    private static List<Discussion> onePerRoom(List<Discussion> linked) {
        Map<RoomId, Discussion> rooms = new LinkedHashMap<>();
        linked.stream()
                .sorted(Comparator.comparing(Discussion::at))
                .forEach(discussion -> rooms.putIfAbsent(discussion.room(), discussion));
        return List.copyOf(rooms.values());
    }
}
