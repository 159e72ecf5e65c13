package org.tessera.room;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tessera.protocol.Action;
import org.tessera.room.Entity.Member;
import org.tessera.room.Entity.PhaseRun;

/**
 * Who learns of an exception: whoever conducts, of all of them, and the person it is for, of the own one. For everybody
 * else the phase is as the protocol has it, and nothing has happened when one is made.
 */
final class Exceptions {

    private Exceptions() {}

    /**
     * The exceptions in a phase that somebody knows of.
     *
     * @param grants what is allowed beyond the protocol, by person
     * @param early whether the phase may end before the time the protocol protects
     */
    record Known(Map<MemberId, Set<Action>> grants, boolean early) {
        static final Known NONE = new Known(Map.of(), false);
    }

    /** What {@code member} knows of the exceptions in {@code run}. */
    static Known to(Room room, PhaseRun run, MemberId member) {
        Optional<Member> who = room.member(member);
        if (who.isEmpty() || (run.grants().isEmpty() && !run.mayEndEarly())) {
            return Known.NONE;
        }
        if (room.conducts(who.get())) {
            return new Known(run.grants(), run.mayEndEarly());
        }
        return Optional.ofNullable(run.grants().get(member))
                .map(own -> new Known(Map.of(member, own), false))
                .orElse(Known.NONE);
    }

    /** What an event tells of phases: to everybody what is in no exception, and the rest to those who may know. */
    static void tell(Room before, Room after, Telling.Draft forAll, Map<MemberId, Telling.Draft> forSome) {
        if (Stream.of(Shelf.PHASES, Shelf.PEOPLE, Shelf.LEADING).allMatch(shelf -> before.holdsSame(after, shelf))) {
            return;
        }
        for (Entity entity : after.shelf(Shelf.PHASES).values()) {
            PhaseRun is = (PhaseRun) entity;
            PhaseRun was = before.run(is.id()).orElse(null);
            boolean changed = was == null || (was != is && !Runs.plain(was).equals(Runs.plain(is)));
            if (changed) {
                forAll.put(is.ref(), EntityJson.phase(is, after, Known.NONE));
            }
            if (was == null || (isPlain(was) && isPlain(is))) {
                continue;
            }
            for (Member member : after.members()) {
                Known knew = to(before, was, member.id());
                Known knows = to(after, is, member.id());
                if (!knew.equals(knows) || (changed && !knows.equals(Known.NONE))) {
                    forSome.computeIfAbsent(member.id(), _ -> new Telling.Draft())
                            .put(is.ref(), EntityJson.phase(is, after, knows));
                }
            }
        }
    }

    private static boolean isPlain(PhaseRun run) {
        return run.grants().isEmpty() && !run.mayEndEarly();
    }
}
