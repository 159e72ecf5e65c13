package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;
import static org.tessera.protocol.Role.PRESENTER;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tessera.account.Accounts;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.ShippedPacks;
import org.tessera.protocol.Text;
import org.tessera.room.RoomCommand.*;
import org.tessera.support.AppTest;

/** What one meeting leaves to the next: the team's own norms, and how it kept them. */
@AppTest
class TeamNormsTest {

    @Autowired
    private Rooms rooms;

    @Autowired
    private LiveRooms live;

    @Autowired
    private RoomStore store;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Protocols protocols;

    @Autowired
    private TeamNorms norms;

    @Autowired
    private ApplicationContext application;

    @Test
    void the_norms_a_team_took_up_are_those_its_next_meeting_begins_with() {
        Meeting first = adopting("We let each other finish.");
        assertThat(norms.of(first.team)).as("before the room is closed").isEmpty();

        first.does("ana", new CloseRoom("The bell rang."));

        assertThat(norms.of(first.team)).contains(List.of(Text.of("We let each other finish.")));
        RoomId next = rooms.prepare(
                new RoomDraft(
                        first.team,
                        "Next week",
                        protocols.latest("post-it-vision").ref(),
                        Map.of(first.person("ana"), FACILITATOR),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of()),
                first.person("ana"));
        assertThat(rooms.<List<Text>>read(next, room -> room.setting().norms()))
                .containsExactly(Text.of("We let each other finish."));
    }

    @Test
    void the_trend_is_counts_for_the_team_alone() {
        Meeting meeting = adopting("We let each other finish.");
        for (String phase : List.of("clarify", "probe", "feedback", "debrief")) {
            meeting.does("ana", new StartPhase(phase));
        }
        meeting.does("ana", new CheckNorms("most", 0));
        meeting.does("ben", new CheckNorms("all", null));
        meeting.does("cho", new CheckNorms("most", null));
        meeting.does("ana", new CloseRoom("The bell rang."));
        Meeting other = adopting("We begin on time.");

        assertThat(norms.trend(meeting.team, meeting.person("cho")))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.kept()).isEqualTo(Map.of("most", 2, "all", 1));
                    assertThat(check.hard()).isEqualTo(Map.of(0, 1));
                    assertThat(check.voters()).isEqualTo(3);
                    assertThat(check.norms()).containsExactly(Text.of("We let each other finish."));
                });
        assertThat(norms.trend(meeting.team, other.person("ana"))).isEmpty();
        assertThat(norms.trend(other.team, other.person("ana"))).isEmpty();
    }

    /** A meeting that has taken up one norm and gone on. */
    private Meeting adopting(String norm) {
        Meeting meeting = new Meeting.Preparing(
                        rooms, live, store, accounts, ShippedPacks.offering(application, "voices"))
                .with("ana", FACILITATOR)
                .with("ben", PRESENTER)
                .with("cho", PARTICIPANT)
                .running("voices");
        UUID draft = UUID.randomUUID();
        meeting.does("ana", new StartPhase("choose"));
        meeting.does("ana", new StartPhase("draft"));
        meeting.does("cho", new AddNote(draft, "listen", null, null, null, false));
        meeting.does("ana", new StartPhase("condense"));
        meeting.does("ana", new AdoptNorm(draft, norm));
        meeting.does("ana", new EndPhase("condense"));
        return meeting;
    }
}
