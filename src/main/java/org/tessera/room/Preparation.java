package org.tessera.room;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;
import org.tessera.room.Entity.Member;
import org.tessera.room.Entity.Setting;
import org.tessera.room.Entity.Status;
import org.tessera.room.RoomCommand.BringMaterial;
import org.tessera.room.RoomCommand.CancelMeeting;
import org.tessera.room.RoomCommand.ChangeMeeting;
import org.tessera.room.RoomCommand.Reschedule;
import org.tessera.room.RoomCommand.TakeAwayMaterial;
import org.tessera.room.RoomEvent.MaterialBrought;
import org.tessera.room.RoomEvent.MaterialTakenAway;
import org.tessera.room.RoomEvent.MeetingCancelled;
import org.tessera.room.RoomEvent.MeetingChanged;

/**
 * What can still be arranged of a meeting that was prepared: its title, day, norms and video link until it begins, and the
 * files it looks at.
 */
final class Preparation {

    static final int TITLE_LIMIT = 200;
    static final int NORMS_LIMIT = 40;

    private Preparation() {}

    // Title, day, norms and link

    static Decision change(Room room, ChangeMeeting c, Instant now) {
        if (Agendas.hasBegun(room)) {
            return Rulebook.refuse(Refusal.MEETING_BEGUN);
        }
        Setting is = room.setting();
        String title = c.title().strip();
        Optional<String> link =
                Optional.ofNullable(c.meetingUrl()).map(String::strip).filter(url -> !url.isEmpty());
        List<String> norms = c.norms().stream()
                .map(String::strip)
                .filter(norm -> !norm.isEmpty())
                .toList();
        Optional<Instant> day = Optional.ofNullable(c.scheduledAt()).map(at -> at.truncatedTo(ChronoUnit.SECONDS));
        Optional<Refusal> wrong = wrongTitle(title)
                .or(() -> wrongNorms(norms))
                .or(() -> link.filter(url -> !isLink(url)).map(_ -> Refusal.LINK_INVALID))
                // A day that is past already may stay: it is not what is being changed.
                .or(() -> day.filter(at -> !is.scheduledAt().equals(day) && !OwnTime.isPossible(at, now))
                        .map(_ -> Refusal.DATE_INVALID));
        if (wrong.isPresent()) {
            return Rulebook.refuse(wrong.get());
        }
        MeetingChanged changed = new MeetingChanged(title, link, worded(norms, is.norms()), day);
        return changed.equals(new MeetingChanged(is.title(), is.meetingUrl(), is.norms(), is.scheduledAt()))
                ? Rulebook.nothing()
                : Rulebook.accept(changed);
    }

    private static Optional<Refusal> wrongTitle(String title) {
        if (!TextChanges.isWhole(title)) {
            return Optional.of(Refusal.MALFORMED);
        }
        if (title.isEmpty()) {
            return Optional.of(Refusal.TITLE_MISSING);
        }
        return title.length() > TITLE_LIMIT ? Optional.of(Refusal.TEXT_TOO_LONG) : Optional.empty();
    }

    private static Optional<Refusal> wrongNorms(List<String> norms) {
        if (!norms.stream().allMatch(TextChanges::isWhole)) {
            return Optional.of(Refusal.MALFORMED);
        }
        return norms.size() > NORMS_LIMIT || norms.stream().anyMatch(norm -> norm.length() > Rulebook.SENTENCE_LIMIT)
                ? Optional.of(Refusal.TEXT_TOO_LONG)
                : Optional.empty();
    }

    private static boolean isLink(String url) {
        return TextChanges.isWhole(url) && Rooms.isWebLink(url);
    }

    /** Norms whose words stay as they are stay in all the languages they are known in. */
    private static List<Text> worded(List<String> norms, List<Text> before) {
        return norms.stream()
                .map(norm -> before.stream()
                        .filter(known -> known.byLanguage().containsValue(norm))
                        .findFirst()
                        .orElseGet(() -> Text.of(norm)))
                .toList();
    }

    /** The meeting is off, as long as it has not begun; what people work at alone before it ends with it. */
    static Decision cancel(Room room, CancelMeeting c, Instant now) {
        Optional<Refusal> wrong = Debriefing.wrong(c.reason());
        if (wrong.isPresent()) {
            return Rulebook.refuse(wrong.get());
        }
        if (Agendas.hasBegun(room)) {
            return Rulebook.refuse(Refusal.NOT_CANCELLED);
        }
        return cancelled(room, Debriefing.given(c.reason()), now);
    }

    private static Decision cancelled(Room room, Optional<String> reason, Instant now) {
        Course course = new Course(room, now);
        course.endAnyhow(Optional.empty());
        course.happen(new MeetingCancelled(reason));
        return course.accepted();
    }

    // What the plan of the team asks for

    /** Whether its meeting is still ahead, so that it can be given another time or called off. */
    static boolean isAhead(Room room) {
        return room.setting().status() != Status.CLOSED && !Agendas.hasBegun(room);
    }

    static Decision reschedule(Room room, Reschedule c) {
        if (!isAhead(room)) {
            return Rulebook.refuse(Refusal.MEETING_BEGUN);
        }
        Setting is = room.setting();
        Optional<Instant> at = Optional.of(c.at().truncatedTo(ChronoUnit.SECONDS));
        return is.scheduledAt().equals(at)
                ? Rulebook.nothing()
                : Rulebook.accept(new MeetingChanged(is.title(), is.meetingUrl(), is.norms(), at));
    }

    static Decision callOff(Room room, Instant now) {
        return isAhead(room) ? cancelled(room, Optional.empty(), now) : Rulebook.refuse(Refusal.NOT_CANCELLED);
    }

    /** What the change makes of the room; nobody has agreed to norms that have changed. */
    static List<Entity> changed(Room room, MeetingChanged e) {
        List<Entity> changed = new ArrayList<>();
        changed.add(Settings.arranged(room.setting(), e));
        if (!room.setting().norms().equals(e.norms())) {
            room.members().stream()
                    .filter(Member::agreed)
                    .map(member -> Members.agreed(member, false))
                    .forEach(changed::add);
        }
        return changed;
    }

    // Files

    /** Brings a file: the house does, or a person who leads or presents and has an account. */
    static Decision bring(Room room, BringMaterial c, Actor actor) {
        Optional<Refusal> no = refusal(room, actor);
        if (no.isPresent()) {
            return Rulebook.refuse(no.get());
        }
        return room.material(c.material()).isPresent()
                ? Rulebook.nothing()
                : Rulebook.accept(new MaterialBrought(c.material(), c.kind(), c.title(), c.pages()));
    }

    /** Takes a file away, as long as nobody has written on it. */
    static Decision takeAway(Room room, TakeAwayMaterial c, Actor actor) {
        Optional<Refusal> no = refusal(room, actor);
        if (no.isPresent()) {
            return Rulebook.refuse(no.get());
        }
        boolean conducts =
                actor.who().flatMap(room::member).filter(room::conducts).isPresent();
        if (actor.who().isPresent() && !conducts && !c.own()) {
            return Rulebook.refuse(Refusal.ROLE_MAY_NOT);
        }
        if (isWrittenOn(room, c.material())) {
            return Rulebook.refuse(Refusal.FILE_IN_USE);
        }
        return room.material(c.material()).isPresent()
                ? Rulebook.accept(new MaterialTakenAway(c.material()))
                : Rulebook.nothing();
    }

    /** Whether a note is about a place on the file: what somebody wrote about it would be about nothing. */
    private static boolean isWrittenOn(Room room, UUID file) {
        return room.notes().stream().flatMap(note -> note.anchor().stream()).anyMatch(anchor -> anchor.material()
                .equals(file));
    }

    private static Optional<Refusal> refusal(Room room, Actor actor) {
        if (room.setting().status() == Status.CLOSED) {
            return Optional.of(Refusal.ROOM_CLOSED);
        }
        if (actor.who().isEmpty()) {
            return Optional.empty();
        }
        Optional<Member> me = actor.who().flatMap(room::member);
        if (me.isEmpty()) {
            return Optional.of(Refusal.NOT_ALLOWED);
        }
        if (Unrecorded.isRunning(room)) {
            return Optional.of(Refusal.NOT_RECORDED);
        }
        return brings(room, me.get()) ? Optional.empty() : Optional.of(Refusal.ROLE_MAY_NOT);
    }

    /** Whoever leads, and whose work it is. */
    private static boolean brings(Room room, Member member) {
        return !member.guest() && (room.conducts(member) || member.role() == Role.PRESENTER);
    }
}
