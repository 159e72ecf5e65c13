package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.Commands.addNote;
import static org.tessera.room.Commands.castVote;
import static org.tessera.room.Commands.editNote;
import static org.tessera.room.Commands.groupNotes;
import static org.tessera.room.Commands.moveNote;
import static org.tessera.room.Commands.nameGroup;
import static org.tessera.room.Commands.postNote;
import static org.tessera.room.Commands.removeNote;
import static org.tessera.room.Commands.write;
import static org.tessera.room.Ids.id;
import static org.tessera.room.Ids.person;
import static org.tessera.room.Part.facilitator;
import static org.tessera.room.Part.participant;
import static org.tessera.room.RehearsalPlan.aRoom;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tessera.protocol.TestPacks;
import org.tessera.room.RoomMoment.Kind;
import org.tessera.room.RoomMoment.Said;

/** A step played again tells what everybody was told, when everybody was told it. */
class PlaybackTest {

    private static final RehearsalPlan VISION = aRoom().of("post-it-vision")
            .with(facilitator("ana"), participant("ben"), participant("chi"), participant("dora"));

    @Test
    void goes_through_an_open_step_in_order_with_writers_and_words() {
        List<RoomMoment> moments = played(
                VISION.inPhase("post")
                        .after(Duration.ofSeconds(3))
                        .does("ben", addNote("units", "Units"))
                        .after(Duration.ofSeconds(4))
                        .does("ben", editNote("units", "Units on every axis"))
                        .does("chi", addNote("gone", "No"))
                        .after(Duration.ofSeconds(1))
                        .does("chi", removeNote("gone"))
                        .betweenPhases(),
                "post");
        assertThat(moments)
                .extracting(RoomMoment::kind)
                .containsExactly(Kind.BEGAN, Kind.WROTE, Kind.CHANGED, Kind.WROTE, Kind.TOOK_AWAY, Kind.ENDED);
        assertThat(moments)
                .extracting(RoomMoment::at)
                .containsExactly(seconds(0), seconds(3), seconds(7), seconds(7), seconds(8), seconds(8));
        assertThat(moments.get(1))
                .isEqualTo(new RoomMoment(
                        seconds(3),
                        Kind.WROTE,
                        Optional.of(person("ben")),
                        List.of(new Said(id("units").toString(), "Units"))));
        assertThat(moments.get(2).said()).containsExactly(new Said(id("units").toString(), "Units on every axis"));
        assertThat(moments.get(4).said()).isEmpty();
    }

    @Test
    void tells_nothing_of_a_private_note_before_it_is_posted_and_nothing_ever_if_it_is_not() {
        Rehearsal alone = VISION.inPhase("words")
                .does("ben", addNote("units", "Units"))
                .does("chi", addNote("secret", "Nobody sees this"))
                .does("chi", editNote("secret", "Nor this"));
        assertThat(played(alone.betweenPhases(), "words"))
                .extracting(RoomMoment::kind)
                .containsExactly(Kind.BEGAN, Kind.ENDED);
        Rehearsal posted = alone.inPhase("post")
                .after(Duration.ofSeconds(2))
                .does("ben", postNote("units"))
                .betweenPhases();
        assertThat(played(posted, "post"))
                .containsExactly(
                        new RoomMoment(seconds(0), Kind.BEGAN, Optional.empty(), List.of()),
                        new RoomMoment(
                                seconds(2),
                                Kind.WROTE,
                                Optional.of(person("ben")),
                                List.of(new Said(id("units").toString(), "Units"))),
                        new RoomMoment(seconds(2), Kind.ENDED, Optional.empty(), List.of()));
    }

    @Test
    void shows_what_was_sealed_as_one_moment_without_writers_and_without_the_times_of_writing() {
        Rehearsal sealed = VISION.inPhase("react")
                .after(Duration.ofSeconds(5))
                .does("ben", addNote("good", "It is short"))
                .after(Duration.ofSeconds(20))
                .does("chi", addNote("dull", "It is dull"))
                .does("chi", editNote("dull", "It is dull and long"))
                .after(Duration.ofSeconds(5));
        List<RoomMoment> moments = played(sealed.betweenPhases(), "react");
        assertThat(moments).extracting(RoomMoment::kind).containsExactly(Kind.BEGAN, Kind.ENDED, Kind.OPENED);
        assertThat(moments.getLast().at()).isEqualTo(seconds(30));
        assertThat(moments.getLast().by()).isEmpty();
        assertThat(moments.getLast().said())
                .extracting(Said::text)
                .containsExactlyInAnyOrder("It is short", "It is dull and long");
    }

    @Test
    void tells_of_anonymous_notes_only_that_they_opened() {
        Rehearsal anonymous = aRoom().of("forming-ground-rules")
                .with(facilitator("ana"), participant("ben"), participant("chi"))
                .inPhase("write")
                .after(Duration.ofSeconds(5))
                .does("ben", addNote("late", "Begin on time"))
                .does("chi", addNote("loud", "One at a time"))
                .does("ben", removeNote("late"))
                .does("ben", addNote("later", "End on time"))
                .does("ben", new RoomCommand.Ready());
        List<RoomMoment> moments = played(anonymous.betweenPhases(), "write");
        assertThat(moments).extracting(RoomMoment::kind).containsExactly(Kind.BEGAN, Kind.ENDED, Kind.OPENED);
        assertThat(moments).allMatch(moment -> moment.by().isEmpty());
        assertThat(moments.getLast().said())
                .extracting(Said::text)
                .containsExactlyInAnyOrder("One at a time", "End on time");
        assertThat(played(anonymous, "write")).extracting(RoomMoment::kind).containsExactly(Kind.BEGAN);
    }

    @Test
    void keeps_of_an_unrecorded_step_its_time_alone() {
        Rehearsal spoken = aRoom().of("microlab")
                .with(facilitator("ana"), participant("ben"), participant("chi"), participant("dora"))
                .inPhase("question.1")
                .does("ben", addNote("own", "My question"));
        String speakers = "speakers.1";
        Rehearsal over = spoken.inPhase(speakers)
                .does("ben", new RoomCommand.RaiseHand())
                .afterMinutes(9)
                .betweenPhases();
        assertThat(played(over, speakers)).extracting(RoomMoment::kind).containsExactly(Kind.BEGAN, Kind.ENDED);
    }

    @Test
    void tells_how_notes_came_together_and_takes_moving_on_for_one_moment() {
        Rehearsal sorted = VISION.inPhase("post")
                .does("ben", addNote("units", "Units"))
                .does("chi", addNote("axes", "Axes"))
                .inPhase("sort")
                .does("ben", moveNote("units", 0.1, 0.2))
                .does("ben", moveNote("units", 0.3, 0.2))
                .after(Duration.ofSeconds(9))
                .does("chi", groupNotes("graph", "units", "axes"))
                .inPhase("name")
                .does("ana", nameGroup("graph", "Reading graphs"));
        List<RoomMoment> moments = played(sorted, "sort");
        assertThat(moments)
                .filteredOn(moment -> moment.kind() == Kind.MOVED)
                .singleElement()
                .satisfies(moment -> assertThat(moment.by()).contains(person("ben")));
        assertThat(moments)
                .filteredOn(moment -> moment.kind() == Kind.GROUPED)
                .singleElement()
                .satisfies(moment -> {
                    assertThat(moment.by()).contains(person("chi"));
                    assertThat(moment.said()).extracting(Said::text).containsExactlyInAnyOrder("Units", "Axes");
                });
        assertThat(played(sorted.betweenPhases(), "name"))
                .anyMatch(moment -> moment.kind() == Kind.WROTE
                        && moment.said().equals(List.of(new Said(id("graph").toString(), "Reading graphs"))));
    }

    @Test
    void counts_dots_when_everybody_sees_them_and_not_as_they_are_given() {
        Rehearsal voted = VISION.inPhase("post")
                .does("ben", addNote("units", "Units"))
                .inPhase("sort")
                .does("ben", groupNotes("graph", "units"))
                .inPhase("vote")
                .does("chi", castVote("graph"))
                .after(Duration.ofSeconds(8))
                .does("dora", castVote("graph"));
        assertThat(played(voted, "vote")).extracting(RoomMoment::kind).containsExactly(Kind.BEGAN);
        List<RoomMoment> moments = played(voted.betweenPhases(), "vote");
        assertThat(moments).extracting(RoomMoment::kind).containsExactly(Kind.BEGAN, Kind.ENDED, Kind.COUNTED);
        assertThat(moments).allMatch(moment -> moment.by().isEmpty());
    }

    @Test
    void opens_the_drafts_of_pairs_at_the_end_and_none_before() {
        Rehearsal pairs = VISION.inPhase("pairs");
        Rehearsal written = pairs.after(Duration.ofSeconds(8))
                .does("ana", write(pairs.draftOf("ana").id(), "We read graphs."));
        assertThat(played(written, "pairs")).noneMatch(moment -> !moment.said().isEmpty());
        assertThat(played(written.betweenPhases(), "pairs"))
                .filteredOn(moment -> !moment.said().isEmpty())
                .singleElement()
                .satisfies(moment -> {
                    assertThat(moment.kind()).isEqualTo(Kind.OPENED);
                    assertThat(moment.by()).isEmpty();
                    assertThat(moment.said()).extracting(Said::text).containsExactly("We read graphs.");
                });
    }

    @Test
    void tells_whose_turn_it_became() {
        Rehearsal list = aRoom().of(TestPacks.read("rounds"))
                .with(facilitator("ana"), Part.presenter("ben"), participant("chi"))
                .inPhase("list");
        Rehearsal next = list.after(Duration.ofSeconds(6)).does("ana", new RoomCommand.PassTurn());
        assertThat(played(next, "list"))
                .filteredOn(moment -> moment.kind() == Kind.TURN)
                .containsExactly(
                        new RoomMoment(seconds(0), Kind.TURN, Optional.of(person("ana")), List.of()),
                        new RoomMoment(seconds(6), Kind.TURN, Optional.of(person("ben")), List.of()));
    }

    @Test
    void is_nothing_where_the_log_has_lost_its_beginning() {
        Rehearsal meeting = VISION.inPhase("post").does("ben", addNote("units", "Units"));
        assertThat(Playback.of(
                        meeting.room().id(),
                        meeting.room().written(),
                        meeting.log().subList(1, meeting.log().size()),
                        "post",
                        1))
                .isEmpty();
    }

    private static List<RoomMoment> played(Rehearsal meeting, String phase) {
        long from = meeting.phase(phase).from();
        long to = meeting.log().stream()
                .filter(recorded -> recorded.seq() >= from)
                .filter(recorded -> recorded.event() instanceof RoomEvent.NotesUncovered
                        || (recorded.event() instanceof RoomEvent.PhaseEnded ended
                                && ended.phase().equals(phase)))
                .mapToLong(Recorded::seq)
                .max()
                .orElse(meeting.room().seq());
        return Playback.of(
                meeting.room().id(),
                meeting.room().written(),
                meeting.log().stream().filter(recorded -> recorded.seq() <= to).toList(),
                phase,
                from);
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
