package org.tessera.room;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tessera.protocol.Role;
import org.tessera.room.Decision.Accepted;
import org.tessera.room.Decision.Refused;
import org.tessera.room.Entity.Leading;
import org.tessera.room.Entity.Member;
import org.tessera.room.RoomCommand.NameCofacilitator;
import org.tessera.room.RoomCommand.NameDeputy;
import org.tessera.room.RoomCommand.Succeed;
import org.tessera.room.RoomCommand.TakeOver;
import org.tessera.room.RoomEvent.CofacilitatorNamed;
import org.tessera.room.RoomEvent.DeputyNamed;
import org.tessera.room.RoomEvent.RoleAssigned;
import org.tessera.room.RoomEvent.Why;

/**
 * Who leads a room. One person facilitates, as long as their connection stands; co-facilitators conduct beside them, a
 * deputy is the first to follow. Whoever lost the facilitation by being away may take it back, and a room is never left
 * without somebody who can end it.
 */
final class Leadership {

    private Leadership() {}

    static Decision cofacilitator(Room room, NameCofacilitator c, Member me) {
        if (me.role() != Role.FACILITATOR) {
            return new Refused(Refusal.FACILITATOR_ONLY);
        }
        Optional<Member> person = room.member(new MemberId(c.person()));
        if (person.isEmpty()) {
            return new Refused(Refusal.PERSON_UNKNOWN);
        }
        // A guest enters with a code anybody can read off a wall.
        if (person.get().guest() && c.on()) {
            return new Refused(Refusal.GUESTS_DO_NOT_LEAD);
        }
        MemberId named = person.get().id();
        boolean already = room.leading().co().contains(named);
        return already == c.on() || named.equals(me.id())
                ? new Accepted(List.of(), List.of())
                : new Accepted(List.of(new CofacilitatorNamed(named, c.on())), List.of());
    }

    static Decision deputy(Room room, NameDeputy c) {
        Optional<MemberId> named = Optional.ofNullable(c.person()).map(MemberId::new);
        Optional<Member> person = named.flatMap(room::member);
        if (named.isPresent() && person.isEmpty()) {
            return new Refused(Refusal.PERSON_UNKNOWN);
        }
        if (person.filter(Member::guest).isPresent()) {
            return new Refused(Refusal.GUESTS_DO_NOT_LEAD);
        }
        return room.leading().deputy().equals(named)
                ? new Accepted(List.of(), List.of())
                : new Accepted(List.of(new DeputyNamed(named)), List.of());
    }

    /** Somebody takes the facilitation: back, where it went while they were away, or in the place of who is not there. */
    static Decision takeOver(Room room, TakeOver c, Member me) {
        if (me.role() == Role.FACILITATOR) {
            return new Accepted(List.of(), List.of());
        }
        if (room.leading().owed().filter(me.id()::equals).isPresent()) {
            return assigned(me, Why.TAKEN_BACK);
        }
        boolean here = room.facilitator()
                .filter(facilitator -> c.present().contains(facilitator.id()))
                .isPresent();
        if (here) {
            return new Refused(Refusal.FACILITATOR_HERE);
        }
        return me.guest() ? new Refused(Refusal.GUESTS_DO_NOT_LEAD) : assigned(me, Why.SUCCESSION);
    }

    /** The facilitator has been gone for too long, and somebody who is there follows. */
    static Decision succeed(Room room, Succeed c) {
        boolean stillTheirs =
                room.facilitator().filter(f -> f.id().equals(c.facilitator())).isPresent();
        // Over days nobody is there all the time, and who works alone needs nobody to lead.
        if (!OwnTime.isMeeting(room) || !stillTheirs || c.present().contains(c.facilitator())) {
            return new Refused(Refusal.ALREADY_DONE);
        }
        return room.members().stream()
                .filter(member -> c.present().contains(member.id()))
                .min(Comparator.<Member>comparingInt(member -> order(room.leading(), member))
                        .thenComparingInt(Member::ordinal))
                .map(member -> assigned(member, Why.SUCCESSION))
                .orElseGet(() -> new Refused(Refusal.PERSON_UNKNOWN));
    }

    private static Decision assigned(Member member, Why why) {
        return new Accepted(List.of(new RoleAssigned(member.id(), Role.FACILITATOR, why)), List.of());
    }

    /** Who follows a vanished facilitator: the lower, the sooner. The presenter's silence is kept if it can be. */
    private static int order(Leading leading, Member member) {
        if (leading.deputy().filter(member.id()::equals).isPresent()) {
            return -3;
        }
        if (leading.owed().filter(member.id()::equals).isPresent()) {
            return -2;
        }
        if (leading.co().contains(member.id())) {
            return -1;
        }
        int guest = member.guest() ? 10 : 0;
        return guest
                + switch (member.role()) {
                    case FACILITATOR, TIMEKEEPER -> 0;
                    case RECORDER, SECOND_RECORDER -> 1;
                    case PARTICIPANT, REPORTER -> 2;
                    case COACH -> 3;
                    case PRESENTER -> 20;
                };
    }
}
