package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.Commands.addGoal;
import static org.tessera.room.Commands.addNote;
import static org.tessera.room.Commands.addNoteAt;
import static org.tessera.room.Commands.addNoteOfKind;
import static org.tessera.room.Commands.anchor;
import static org.tessera.room.Commands.answer;
import static org.tessera.room.Commands.assignRole;
import static org.tessera.room.Commands.castVote;
import static org.tessera.room.Commands.edit;
import static org.tessera.room.Commands.groupNotes;
import static org.tessera.room.Commands.keepNote;
import static org.tessera.room.Commands.nameGroup;
import static org.tessera.room.Commands.postNote;
import static org.tessera.room.Commands.write;
import static org.tessera.room.Gatherings.lookingIn;
import static org.tessera.room.Gatherings.visionWithReactionsIn;
import static org.tessera.room.Ids.id;
import static org.tessera.room.Ids.person;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tessera.protocol.Role;
import org.tessera.room.RoomCommand.CloseRoom;
import org.tessera.room.RoomCommand.FocusQuestion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole meetings from the first phase to the last, and what they leave behind. */
class FullRunTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A meeting of fifty minutes in which everybody does what the protocol is for. */
    private static Rehearsal lookingAtStudentWork() {
        return lookingIn("examine")
                .does("ana", new FocusQuestion("What do they know about rivers?"))
                .does("eva", addNoteAt(anchor("essay", 2, 0.1, 0.2, 0.3, 0.1), "seen", "rivers have names"))
                .does("eva", addNote("doubted", "is this copied?"))
                .does("ben", addNote("own", "they had maps"))
                .inPhase("describe")
                .does("eva", postNote("seen"))
                .does("rosa", addNote("counted", "twelve verbs"))
                .does("tim", groupNotes("facts", "seen", "counted"))
                .does("tim", nameGroup("facts", "Facts"))
                .inPhase("interpret")
                .does("eva", addNote("meant", "they connect places"))
                .does("rosa", addNoteOfKind("question", "asked", "did they see a river?"))
                .inPhase("implications")
                .does("tim", addNote("next", "go to the river"))
                .inPhase("presenter")
                .inPhase("debrief")
                .does("ben", addNoteOfKind("helped", "helped", "listening without answering"))
                .does("eva", addNoteOfKind("change", "other", "more time to look"))
                .afterMinutes(7)
                .does("ana", new CloseRoom());
    }

    /** The way from reactions to an old text over single words to one vision and its goals. */
    private static Rehearsal towardsOneVision() {
        Rehearsal named = visionWithReactionsIn("words")
                .does("ana", addNote("curiosity", "curiosity"))
                .does("eva", addNote("courage", "courage to ask"))
                .does("leo", addNote("kindness", "kindness"))
                .does("leo", addNote("silence", "silence"))
                .does("tim", addNote("computers", "computers"))
                .inPhase("post")
                .does("ana", postNote("curiosity"))
                .does("eva", postNote("courage"))
                .does("leo", postNote("kindness"))
                .does("leo", keepNote("silence"))
                .does("tim", postNote("computers"))
                .inPhase("sort")
                .does("rosa", groupNotes("asking", "curiosity", "courage"))
                .inPhase("name")
                .does("rosa", nameGroup("asking", "Asking"));
        Rehearsal drafting = named.inPhase("aside")
                .does("leo", postNote("silence"))
                .inPhase("vote")
                .does("ana", castVote("asking"))
                .does("leo", castVote("asking"))
                .does("leo", castVote("kindness"))
                .inPhase("pairs");
        Rehearsal writing = drafting.does("ana", write(drafting.draftOf("ana").id(), "Our students ask with courage."))
                .does("eva", write(drafting.draftOf("eva").id(), "We meet each other kindly."))
                .inPhase("statement");
        UUID vision = writing.statement().id();
        return writing.does(
                        "tim", write(vision, "We ask with courage, we meet each other kindly, and we build things."))
                .inPhase("fingers")
                .does("ana", answer(vision, 5))
                .does("leo", answer(vision, 3))
                .inPhase("goals")
                .does("leo", addGoal("walk", "A gallery walk each term"))
                .inPhase("debrief")
                .does("eva", addNote("helped", "the silence"))
                .does("tim", addNoteOfKind("change", "other", "fewer words"))
                .afterMinutes(5)
                .does("ana", new CloseRoom());
    }

    @Nested
    class Looking_at_student_work {

        private final Rehearsal over = lookingAtStudentWork();

        @Test
        void leaves_four_artifacts_behind() {
            assertThat(over.captures())
                    .extracting(capture -> capture.yield().id())
                    .containsExactly("observations", "interpretations", "implications", "debrief");
            assertThat(over.room().shelf(Shelf.ARTIFACTS).values())
                    .map(left -> ((Entity.Left) left).sha256())
                    .containsExactlyInAnyOrderElementsOf(
                            over.captures().stream().map(Capture::sha256).toList());
        }

        @Test
        void captures_in_each_what_was_posted_in_its_phase() {
            assertThat(texts(content("observations"), "notes")).containsExactly("rivers have names", "twelve verbs");
            assertThat(texts(content("interpretations"), "notes"))
                    .containsExactly("they connect places", "did they see a river?");
            assertThat(texts(content("implications"), "notes")).containsExactly("go to the river");
            assertThat(texts(content("debrief"), "notes"))
                    .containsExactly("listening without answering", "more time to look");
        }

        @Test
        void captures_where_a_note_points_and_where_it_was_sorted() {
            JsonNode seen = content("observations").get("notes").get(0);

            assertThat(seen.get("anchor"))
                    .isEqualTo(JSON.readTree("{\"material\":\"%s\",\"page\":2,\"x\":0.1,\"y\":0.2,\"w\":0.3,\"h\":0.1}"
                            .formatted(id("essay"))));
            assertThat(seen.get("group").stringValue()).isEqualTo(id("facts").toString());
            assertThat(seen.get("by").stringValue()).isEqualTo(person("eva").toString());
            assertThat(content("observations").get("groups").get(0).get("name").stringValue())
                    .isEqualTo("Facts");
            assertThat(content("interpretations").has("groups")).isFalse();
        }

        @Test
        void never_captures_what_stayed_private() {
            assertThat(over.captures())
                    .noneMatch(capture -> capture.content().contains("copied")
                            || capture.content().contains("maps"));
        }

        @Test
        void says_what_was_planned_and_what_it_took_and_where_in_the_log_it_stands() {
            Rehearsal paused = lookingIn("describe")
                    .afterMinutes(9)
                    .does("ana", new RoomCommand.PausePhase("describe"))
                    .afterMinutes(3)
                    .does("ana", new RoomCommand.ResumePhase("describe"))
                    .does("ana", new RoomCommand.ExtendPhase("describe", 4))
                    .after(Duration.ofSeconds(150))
                    .betweenPhases();
            Capture capture = paused.lastCapture();

            assertThat(capture.planned()).isEqualTo(14);
            assertThat(capture.actual()).isEqualTo(Duration.ofSeconds(690));
            assertThat(paused.log().get((int) capture.from() - 1).event()).isInstanceOf(RoomEvent.PhaseStarted.class);
            assertThat(paused.log().get((int) capture.to() - 1).event()).isInstanceOf(RoomEvent.PhaseEnded.class);
        }

        @Test
        void names_everybody_with_the_role_of_that_moment_and_the_time_spent_facilitating() {
            Capture capture = lookingIn("describe")
                    .afterMinutes(4)
                    .does("ana", assignRole("rosa", "facilitator"))
                    .afterMinutes(6)
                    .betweenPhases()
                    .lastCapture();

            // Three phases of a minute came before.
            assertThat(capture.parts())
                    .contains(
                            new Capture.Part(person("ana"), Role.PARTICIPANT, false, Duration.ofMinutes(7)),
                            new Capture.Part(person("rosa"), Role.FACILITATOR, false, Duration.ofMinutes(6)),
                            new Capture.Part(person("ben"), Role.PRESENTER, false, Duration.ZERO));
        }

        @Test
        void hashes_the_one_spelling_of_its_content() {
            for (Capture capture : over.captures()) {
                assertThat(capture.sha256()).isEqualTo(Capture.sha256(capture.content()));
                assertThat(capture.content()).isEqualTo(CanonicalJson.write(plain(JSON.readTree(capture.content()))));
            }
        }

        @Test
        void keeps_the_question_in_view() {
            assertThat(content("implications").get("focus").stringValue()).isEqualTo("What do they know about rivers?");
        }

        private JsonNode content(String yield) {
            return contentOf(over, yield);
        }
    }

    @Nested
    class Post_it_vision {

        private final Rehearsal over = towardsOneVision();

        @Test
        void leaves_six_artifacts_behind() {
            assertThat(over.captures())
                    .extracting(capture -> capture.yield().id())
                    .containsExactly("themes", "votes", "drafts", "vision", "goals", "debrief");
        }

        @Test
        void captures_the_whole_board_as_themes() {
            JsonNode themes = content("themes");

            assertThat(texts(themes, "notes"))
                    .containsExactlyInAnyOrder("curiosity", "courage to ask", "kindness", "computers");
            assertThat(themes.get("groups").get(0).get("name").stringValue()).isEqualTo("Asking");
        }

        /** What people said about the old text is no word of the new one. */
        @Test
        void keeps_reactions_to_an_old_text_out_of_the_new_one() {
            assertThat(over.captures()).noneMatch(capture -> capture.content().contains("too short"));
        }

        @Test
        void keeps_a_reaction_that_was_sorted_into_a_theme() {
            Rehearsal sorted = visionWithReactionsIn("sort").does("leo", groupNotes("old", "eva's reaction"));

            assertThat(texts(contentOf(sorted.inPhase("aside"), "themes"), "notes"))
                    .containsExactly("too short");
        }

        @Test
        void captures_the_dots_without_saying_whose() {
            JsonNode votes = content("votes");

            assertThat(votes.get("tallies"))
                    .isEqualTo(JSON.readTree("{\"%s\":2,\"%s\":1}".formatted(id("asking"), id("kindness"))));
            assertThat(votes.has("ballots")).isFalse();
            assertThat(texts(votes, "notes")).contains("silence");
        }

        @Test
        void captures_each_draft_with_its_pair() {
            JsonNode drafts = content("drafts").get("statements");

            assertThat(drafts).hasSize(2);
            assertThat(texts(content("drafts"), "statements"))
                    .containsExactlyInAnyOrder("Our students ask with courage.", "We meet each other kindly.");
            assertThat(drafts.get(0).get("people")).isNotEmpty();
        }

        @Test
        void says_which_words_and_drafts_stand_behind_each_phrase_of_the_vision() {
            JsonNode lineage = content("vision").get("lineage");

            assertThat(lineage).hasSize(3);
            assertThat(lineage.get(0).get("phrase").stringValue()).isEqualTo("We ask with courage");
            assertThat(ids(lineage.get(0).get("notes")))
                    .containsExactly(id("courage").toString());
            assertThat(ids(lineage.get(0).get("drafts")))
                    .containsExactly(over.draftOf("ana").id().toString());
            assertThat(ids(lineage.get(1).get("drafts")))
                    .containsExactly(over.draftOf("eva").id().toString());
            assertThat(ids(lineage.get(2).get("drafts"))).isEmpty();
            assertThat(ids(content("vision").get("unused")))
                    .contains(id("computers").toString());
        }

        @Test
        void captures_the_goals_beside_the_vision_they_serve() {
            JsonNode goals = content("goals");

            assertThat(texts(goals, "goals")).containsExactly("A gallery walk each term");
            assertThat(goals.get("goals").get(0).get("by").stringValue())
                    .isEqualTo(person("leo").toString());
            assertThat(texts(goals, "statements"))
                    .containsExactly("We ask with courage, we meet each other kindly, and we build things.");
        }

        @Test
        void captures_the_vision_as_it_stood_after_the_last_change() {
            Rehearsal writing = Gatherings.visionIn("statement");
            UUID vision = writing.statement().id();
            Rehearsal written =
                    writing.does("eva", write(vision, "We grow.")).does("leo", edit(vision, 1, "[7,[1,\"!\"]]"));

            assertThat(texts(contentOf(written.inPhase("fingers"), "vision"), "statements"))
                    .containsExactly("We grow!");
        }

        private JsonNode content(String yield) {
            return contentOf(over, yield);
        }
    }

    private static JsonNode contentOf(Rehearsal meeting, String yield) {
        Capture capture = meeting.captures().stream()
                .filter(each -> each.yield().id().equals(yield))
                .findFirst()
                .orElseThrow();
        return JSON.readTree(capture.content());
    }

    private static List<String> texts(JsonNode content, String collection) {
        return StreamSupport.stream(content.get(collection).spliterator(), false)
                .map(each -> each.get("text").stringValue())
                .toList();
    }

    private static List<String> ids(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::stringValue)
                .toList();
    }

    private static Object plain(JsonNode node) {
        return JSON.treeToValue(node, Object.class);
    }
}
