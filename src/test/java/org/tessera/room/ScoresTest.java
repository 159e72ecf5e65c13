package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.Commands.allow;
import static org.tessera.room.Ids.id;
import static org.tessera.room.Ids.person;
import static org.tessera.room.InstrumentRooms.item;
import static org.tessera.room.InstrumentRooms.score;
import static org.tessera.room.InstrumentRooms.scoring;
import static org.tessera.room.InstrumentRooms.settleScore;
import static org.tessera.room.Refusal.*;
import static org.tessera.room.Rehearsal.given;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.room.Entity.Grid;
import org.tessera.room.Entity.Score;
import org.tessera.room.Entity.Settled;
import org.tessera.room.RoomCommand.SettleScore;
import org.tessera.room.RoomCommand.SubmitScore;
import org.tessera.room.RoomCommand.TimeUp;
import org.tessera.room.RoomEvent.ScoreGiven;
import org.tessera.room.RoomEvent.ScoreSettled;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Score sheets, how they open, and the scores a group agrees on. */
class ScoresTest {

    /** Evidence 3 3 2 4, voice 2 2 by ana and ben only. */
    private static Rehearsal scored() {
        Rehearsal scoring = scoring();
        return scoring.does("ana", score(scoring, "evidence", 3, "two sources"))
                .does("ben", score(scoring, "evidence", 3, ""))
                .does("eva", score(scoring, "evidence", 2, "one source"))
                .does("rosa", score(scoring, "evidence", 4, "three sources"))
                .does("ana", score(scoring, "voice", 2, ""))
                .does("ben", score(scoring, "voice", 2, ""));
    }

    @Nested
    class A_score {

        @Test
        void is_ones_own_and_may_be_changed_until_the_phase_ends() {
            Rehearsal scoring = scoring();
            Rehearsal once = given(scoring)
                    .when(score(scoring, "evidence", 3, " page 2 "), "eva")
                    .then(new ScoreGiven(person("eva"), "score", item(scoring, "evidence"), 3, "page 2"));

            given(once).when(score(scoring, "evidence", 3, "page 2"), "eva").thenNothing();
            assertThat(once.does("eva", new SubmitScore(item(scoring, "evidence"), 4, null))
                            .room()
                            .scores())
                    .containsExactly(new Score(person("eva"), "score", item(scoring, "evidence"), 4, "", false));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 5, -1})
        void is_a_level_of_the_sheet(int level) {
            Rehearsal scoring = scoring();

            given(scoring).when(score(scoring, "evidence", level, ""), "eva").isRefused(LEVEL_INVALID);
        }

        @Test
        void is_for_a_row_of_the_sheet_with_evidence_that_is_not_too_long() {
            Rehearsal scoring = scoring();

            given(scoring).when(score(scoring, "target", 3, ""), "eva").isRefused(ITEM_UNKNOWN);
            given(scoring)
                    .when(score(scoring, "evidence", 3, "a".repeat(2001)), "eva")
                    .isRefused(NOTE_TOO_LONG);
        }

        @Test
        void is_not_for_the_coach_and_not_for_another_phase() {
            Rehearsal scoring = scoring();
            Rehearsal sharing = scoring.inPhase("share");

            given(scoring).when(score(scoring, "evidence", 3, ""), "cleo").isRefused(ROLE_MAY_NOT);
            given(sharing).when(score(scoring, "evidence", 3, ""), "eva").isRefused(ROLE_MAY_NOT);
            given(sharing.does("ana", allow("eva", "score", "she was late")))
                    .when(score(scoring, "evidence", 3, ""), "eva")
                    .isRefused(PHASE_CLOSED);
        }

        @Test
        void is_refused_once_the_time_has_closed_the_sheets_which_stay_sealed() {
            Rehearsal scoring = scored();
            Rehearsal locked =
                    scoring.at(scoring.endsAt().plus(Rulebook.GRACE)).house(new TimeUp("score", scoring.endsAt()));

            given(locked).when(score(scoring, "evidence", 1, ""), "leo").isRefused(PHASE_CLOSED);
            assertThat(locked.room().scores()).noneMatch(Score::open);
        }

        @ParameterizedTest
        @ValueSource(strings = {"ana", "ben", "rosa", "leo", "cleo"})
        void reaches_nobody_but_its_writer(String other) {
            Rehearsal before = scoring();
            Rehearsal after = before.does("eva", score(before, "evidence", 1, "nothing is cited"));

            assertThat(told(before, after, other)).isEmpty();
            assertThat(told(before, after, "eva").orElseThrow().get("put").get("scores"))
                    .hasSize(1);
            assertThat(Projection.snapshot(after.room(), person(other), new Names()))
                    .isEqualTo(Projection.snapshot(before.room(), person(other), new Names()));
        }
    }

    @Nested
    class The_sheets {

        @Test
        void open_all_at_one_moment_when_the_phase_ends() {
            Rehearsal before = scored();
            Rehearsal after = before.betweenPhases();

            JsonNode told = told(before, after, "leo").orElseThrow();
            assertThat(told.get("type").stringValue()).isEqualTo("phase-ended");
            assertThat(told.get("put").get("scores")).hasSize(6);
            assertThat(told.get("put").get("grids")).hasSize(1);
            assertThat(after.room().scores()).allMatch(Score::open);
        }

        /**
         * Evidence 3 3 2 4: of six pairs one is alike (17 %), five are at most one apart (83 %). Voice 2 2: all. On
         * average 58 % and 92 %. Levels 2 2 2 3 3 4 were given: chance is (9 + 4 + 1) / 36 = 0.389, kappa
         * (0.583 − 0.389) / 0.611 = 0.318.
         */
        @Test
        void are_counted_row_by_row_and_as_a_whole() {
            Rehearsal scored = scored();
            Grid grid = scored.betweenPhases().room().grid("score").orElseThrow();

            assertThat(grid)
                    .isEqualTo(new Grid(
                            "score",
                            4,
                            List.of(
                                    new Grid.Row(
                                            item(scored, "evidence"),
                                            Map.of(2, 1, 3, 2, 4, 1),
                                            List.of(3),
                                            Optional.of(17),
                                            Optional.of(83)),
                                    new Grid.Row(
                                            id("voice"), Map.of(2, 2), List.of(2), Optional.of(100), Optional.of(100))),
                            Optional.of(58),
                            Optional.of(92),
                            Optional.of(0.318)));
        }

        @Test
        void nobody_filled_in_say_so() {
            assertThat(scoring().betweenPhases().room().grid("score"))
                    .contains(new Grid(
                            "score",
                            0,
                            List.of(
                                    new Grid.Row(
                                            item(scoring(), "evidence"),
                                            Map.of(),
                                            List.of(),
                                            Optional.empty(),
                                            Optional.empty()),
                                    new Grid.Row(id("voice"), Map.of(), List.of(), Optional.empty(), Optional.empty())),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
        }

        @Test
        void leave_their_tally_behind() {
            JsonNode scores = JsonMapper.shared()
                    .readTree(scored().betweenPhases().lastCapture().content())
                    .get("scores");

            assertThat(scores.get("levels").intValue()).isEqualTo(4);
            assertThat(scores.get("raters").intValue()).isEqualTo(4);
            assertThat(scores.get("exact").intValue()).isEqualTo(58);
            assertThat(scores.get("kappa").doubleValue()).isEqualTo(0.318);
            JsonNode row = scores.get("rows").get(0);
            assertThat(row.get("text").get("es").stringValue()).isEqualTo("Usa evidencia");
            assertThat(row.get("counts").toString()).isEqualTo("{\"2\":1,\"3\":2,\"4\":1}");
            assertThat(row.get("scores")).hasSize(4);
            assertThat(row.get("scores").valueStream().map(score -> score.get("by")
                            .stringValue()))
                    .containsExactlyInAnyOrderElementsOf(Stream.of("ana", "ben", "eva", "rosa")
                            .map(name -> person(name).toString())
                            .toList());
        }
    }

    @Nested
    class An_agreed_score {

        @Test
        void is_recorded_with_its_reason_by_those_who_settle_and_may_change() {
            Rehearsal discussing = scored().inPhase("discuss");
            Rehearsal once = given(discussing)
                    .when(settleScore(discussing, "evidence", 3, " Two sources are named "), "rosa")
                    .then(new ScoreSettled("score", item(discussing, "evidence"), 3, "Two sources are named"));

            given(once)
                    .when(settleScore(discussing, "evidence", 3, "Two sources are named"), "ana")
                    .thenNothing();
            assertThat(once.does("ana", settleScore(discussing, "evidence", 2, "One source is missing"))
                            .room()
                            .settledScores())
                    .containsExactly(new Settled("score", item(discussing, "evidence"), 2, "One source is missing"));
        }

        @Test
        void is_refused_without_a_reason() {
            Rehearsal discussing = scored().inPhase("discuss");

            given(discussing)
                    .when(settleScore(discussing, "evidence", 3, "  "), "rosa")
                    .isRefused(REASON_MISSING);
            given(discussing)
                    .when(new SettleScore(item(discussing, "evidence"), 3, null), "ana")
                    .isRefused(REASON_MISSING);
        }

        @Test
        void is_refused_to_others_for_unknown_rows_and_levels_and_in_other_phases() {
            Rehearsal discussing = scored().inPhase("discuss");

            given(discussing)
                    .when(settleScore(discussing, "evidence", 3, ""), "eva")
                    .isRefused(ROLE_MAY_NOT);
            given(discussing)
                    .when(settleScore(discussing, "target", 3, ""), "ana")
                    .isRefused(ITEM_UNKNOWN);
            given(discussing)
                    .when(settleScore(discussing, "evidence", 5, ""), "ana")
                    .isRefused(LEVEL_INVALID);
            given(discussing)
                    .when(settleScore(discussing, "evidence", 3, "a".repeat(2001)), "ana")
                    .isRefused(NOTE_TOO_LONG);
            given(scored().inPhase("check"))
                    .when(settleScore(discussing, "evidence", 3, ""), "ana")
                    .isRefused(PHASE_CLOSED);
        }

        @Test
        void stays_in_the_artifact_beside_the_sheets() {
            Rehearsal discussing = scored().inPhase("discuss");
            JsonNode content = JsonMapper.shared()
                    .readTree(discussing
                            .does("ana", settleScore(discussing, "evidence", 3, "Two sources"))
                            .betweenPhases()
                            .lastCapture()
                            .content());

            assertThat(content.get("agreed"))
                    .isEqualTo(JsonMapper.shared().readTree("""
                    [{"item":"%s","level":3,"rationale":"Two sources"}]""".formatted(item(discussing, "evidence"))));
            assertThat(content.get("scores").get("rows")).hasSize(2);
        }
    }

    private static Optional<JsonNode> told(Rehearsal before, Rehearsal after, String name) {
        Recorded recorded = after.log().get(before.log().size());
        return Projection.of(before.room(), recorded, before.room().apply(recorded), new Names())
                .to(person(name))
                .map(told -> JsonMapper.shared().readTree(told.toString()));
    }
}
