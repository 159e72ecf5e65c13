package org.tessera.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.tessera.account.PersonId;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Role;
import org.tessera.room.Entity.Member;
import org.tessera.room.Entity.Note;
import org.tessera.room.Entity.PhaseRun;
import org.tessera.room.MeetingRecord.ExceptionMade;
import org.tessera.room.MeetingRecord.StepRun;
import org.tessera.room.MeetingRecord.Words;

/** Reads from a room what somebody did in it. The caller has made sure that the reader may see that person's part. */
@Service
public class MeetingRecords {

    private final Rooms rooms;
    private final RoomStore store;
    private final AttendeeStore attendees;

    MeetingRecords(Rooms rooms, RoomStore store, AttendeeStore attendees) {
        this.rooms = rooms;
        this.store = store;
        this.attendees = attendees;
    }

    /**
     * What {@code person} did in a room, as {@code reader} may know it: notes without a name are told to their writer only,
     * and exceptions to whoever conducted and to the person they were made for. Nothing for who was not in the room.
     */
    public Optional<MeetingRecord> of(RoomId id, PersonId person, PersonId reader) {
        return store.memberOf(id, person)
                .map(member -> rooms.read(id, room -> {
                    List<Recorded> log = store.log(id, 1, room.seq());
                    Optional<MemberId> looking = store.memberOf(id, reader);
                    return record(room, log, member, looking, person.equals(reader));
                }));
    }

    /** Whose pseudonym is whose in a room, of everybody whose link to it was not cut. */
    public Map<MemberId, PersonId> peopleOf(RoomId id) {
        return attendees.peopleOf(id);
    }

    private static MeetingRecord record(
            Room room, List<Recorded> log, MemberId member, Optional<MemberId> reader, boolean own) {
        List<Words> notes = Stream.concat(named(room, member), own ? claimed(room, member) : Stream.empty())
                .toList();
        return new MeetingRecord(
                roles(room, log, member),
                room.member(member)
                        .map(known -> known.facilitatedUntil(endOf(room, log)))
                        .orElse(Duration.ZERO),
                notes.stream().filter(words -> !words.isQuestion()).toList(),
                notes.stream().filter(Words::isQuestion).toList(),
                count(log, member, RoomEvent.NotesGrouped.class),
                count(log, member, RoomEvent.GroupNamed.class),
                count(log, member, RoomEvent.StatementEdited.class),
                count(log, member, RoomEvent.GoalAdded.class),
                steps(room),
                exceptions(room, log, reader));
    }

    /** Who still facilitates in an open meeting has done so up to what happened last. */
    private static Instant endOf(Room room, List<Recorded> log) {
        return room.setting().closedAt().orElseGet(() -> log.getLast().at());
    }

    private static Stream<Words> named(Room room, MemberId member) {
        return room.notes().stream()
                .filter(Note::onBoard)
                .filter(note -> note.by().equals(member))
                .map(note -> words(note, false));
    }

    private static Stream<Words> claimed(Room room, MemberId member) {
        Set<NoteId> own = room.claims()
                .filter(claim -> claim.by().equals(member))
                .map(Entity.Claim::note)
                .collect(Collectors.toSet());
        return room.notes().stream()
                .filter(Note::onBoard)
                .filter(note -> own.contains(note.id()))
                .filter(note -> !note.by().equals(member))
                .map(note -> words(note, true));
    }

    private static Words words(Note note, boolean claimed) {
        return new Words(note.phase(), note.kind(), note.text(), claimed);
    }

    private static List<Role> roles(Room room, List<Recorded> log, MemberId member) {
        Set<Role> roles = new LinkedHashSet<>();
        for (Recorded recorded : log) {
            switch (recorded.event()) {
                case RoomEvent.MemberJoined joined when joined.member().equals(member) -> roles.add(joined.role());
                case RoomEvent.RoleAssigned assigned
                when assigned.member().equals(member) -> roles.add(assigned.role());
                default -> {
                    // says nothing of the person's role
                }
            }
        }
        room.member(member).map(Member::role).ifPresent(roles::add);
        return List.copyOf(roles);
    }

    private static int count(List<Recorded> log, MemberId member, Class<? extends RoomEvent> kind) {
        return (int) log.stream()
                .filter(recorded -> recorded.by().equals(Optional.of(member)))
                .filter(recorded -> kind.isInstance(recorded.event()))
                .count();
    }

    private static List<StepRun> steps(Room room) {
        List<StepRun> steps = new ArrayList<>();
        for (Phase phase : room.pack().phases()) {
            Optional<PhaseRun> run = room.run(phase.id());
            steps.add(new StepRun(
                    phase.name(),
                    phase.isInMeeting() ? run.map(PhaseRun::planned) : Optional.empty(),
                    run.filter(one -> one.startedAt().isPresent())
                            .flatMap(one -> one.endedAt().map(one::elapsed))));
        }
        return steps;
    }

    private static List<ExceptionMade> exceptions(Room room, List<Recorded> log, Optional<MemberId> reader) {
        boolean all = reader.flatMap(room::member).filter(room::conducts).isPresent();
        List<ExceptionMade> made = new ArrayList<>();
        for (Recorded recorded : log) {
            if (recorded.event() instanceof RoomEvent.Overridden overridden) {
                boolean own = overridden.action().isPresent() && reader.equals(Optional.of(overridden.member()));
                if (all || own) {
                    made.add(new ExceptionMade(own, overridden.action(), overridden.reason()));
                }
            }
        }
        return made;
    }
}
