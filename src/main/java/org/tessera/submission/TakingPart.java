package org.tessera.submission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tessera.account.PersonId;
import org.tessera.credential.Rule;
import org.tessera.protocol.Role;
import org.tessera.room.RoomId;

/**
 * The rule "take part in at least so many meetings on an aspect, on your own work or a colleague's, with so many others".
 * The work is whose presenter held that role when one of the meeting's artifacts was made; coaches only watch, so they
 * are not counted.
 */
final class TakingPart {

    private final Rule.TookPart rule;
    private final PersonId earner;

    private TakingPart(Rule.TookPart rule, PersonId earner) {
        this.rule = rule;
        this.earner = earner;
    }

    static Finding.Recorded check(Rule.TookPart rule, PersonId earner, List<Discussion> linked) {
        return new TakingPart(rule, earner).check(linked);
    }

    private Finding.Recorded check(List<Discussion> linked) {
        List<Discussion> counted = new ArrayList<>();
        List<Miss> misses = new ArrayList<>();
        for (Discussion discussion : onePerRoom(linked)) {
            reasonAgainst(discussion).ifPresentOrElse(misses::add, () -> counted.add(discussion));
        }
        if (counted.size() < rule.atLeast()) {
            misses.addFirst(new Miss.MeetingsNeeded(counted.size(), rule));
        }
        return new Finding.Recorded(counted, rule.atLeast(), misses);
    }

    private Optional<Miss> reasonAgainst(Discussion meeting) {
        if (!meeting.aspect().equals(rule.aspect().id())) {
            return Optional.of(new Miss.OtherAspect(meeting, rule.aspect()));
        }
        if (!meeting.was(earner)) {
            return Optional.of(new Miss.NotThere(meeting));
        }
        if (!meeting.tookPart(earner)) {
            return Optional.of(new Miss.OnlyWatched(meeting));
        }
        List<PersonId> presenters = meeting.inRole(Role.PRESENTER);
        if (presenters.isEmpty()) {
            return Optional.of(new Miss.NobodyPresented(meeting));
        }
        boolean own = presenters.contains(earner);
        boolean asked =
                switch (rule.work()) {
                    case OWN -> own;
                    case COLLEAGUE -> presenters.stream().anyMatch(presenter -> !presenter.equals(earner));
                };
        if (!asked) {
            return Optional.of(new Miss.OtherWork(meeting, rule.work()));
        }
        int others = (int) meeting.tookPart().stream()
                .filter(person -> !person.equals(earner) && !presenters.contains(person))
                .count();
        if (others < rule.others()) {
            return Optional.of(new Miss.TooFew(meeting, others, rule));
        }
        return rule.leaves()
                .filter(wanted -> !meeting.left().contains(wanted))
                .map(wanted -> new Miss.LeftNothing(meeting, wanted));
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
