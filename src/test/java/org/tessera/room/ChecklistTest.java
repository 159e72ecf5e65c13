package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.Commands.allow;
import static org.tessera.room.Commands.assignRole;
import static org.tessera.room.Ids.id;
import static org.tessera.room.Ids.person;
import static org.tessera.room.InstrumentRooms.answered;
import static org.tessera.room.InstrumentRooms.consensus;
import static org.tessera.room.InstrumentRooms.instrumentsIn;
import static org.tessera.room.InstrumentRooms.item;
import static org.tessera.room.InstrumentRooms.no;
import static org.tessera.room.InstrumentRooms.open;
import static org.tessera.room.InstrumentRooms.settle;
import static org.tessera.room.InstrumentRooms.yes;
import static org.tessera.room.Refusal.*;
import static org.tessera.room.Rehearsal.given;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;
import org.tessera.room.Entity.Consensus;
import org.tessera.room.Entity.Consensus.Agreed;
import org.tessera.room.Entity.Consensus.Why;
import org.tessera.room.RoomCommand.AddItem;
import org.tessera.room.RoomCommand.AnswerItem;
import org.tessera.room.RoomCommand.EditItem;
import org.tessera.room.RoomCommand.RemoveItem;
import org.tessera.room.RoomCommand.Settle;
import org.tessera.room.RoomCommand.SettleItem;
import org.tessera.room.RoomEvent.ItemAdded;
import org.tessera.room.RoomEvent.ItemOpened;
import org.tessera.room.RoomEvent.ItemReworded;
import org.tessera.room.RoomEvent.ItemSettled;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Items, and going through them with yes or no until enough agree. */
class ChecklistTest {

    private static final List<String> FIVE = List.of("ana", "rosa", "eva", "leo", "tim");

    @Nested
    class Items {

        @Test
        void come_with_the_protocol_when_their_phase_starts() {
            Rehearsal rows = instrumentsIn("rows");

            assertThat(rows.room().items())
                    .containsExactly(new Entity.Item(
                            item(rows, "evidence"),
                            "rows",
                            new Text(Map.of("en", "Uses evidence", "es", "Usa evidencia")),
                            Optional.empty(),
                            0));
        }

        @Test
        void are_added_at_the_end_by_whom_the_protocol_lets() {
            Rehearsal rows = given(instrumentsIn("rows"))
                    .when(new AddItem(id("voice"), "  Speaks to a reader "), "ben")
                    .then(new ItemAdded(id("voice"), "rows", Text.of("Speaks to a reader"), 1));

            assertThat(rows.room().item(id("voice")).orElseThrow().by()).contains(person("ben"));
        }

        @Test
        void are_reworded_and_removed_while_nobody_goes_through_them() {
            Rehearsal rows = instrumentsIn("rows").does("ben", new AddItem(id("voice"), "Speaks"));

            given(rows)
                    .when(new EditItem(id("voice"), "Speaks to a reader"), "rosa")
                    .then(new ItemReworded(id("voice"), Text.of("Speaks to a reader"), Text.of("Speaks")));
            given(rows).when(new EditItem(id("voice"), " Speaks "), "rosa").thenNothing();
            assertThat(rows.does("ana", new RemoveItem(id("voice"))).room().items())
                    .hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"eva", "cleo"})
        void are_not_for_everybody_to_word(String who) {
            given(instrumentsIn("rows"))
                    .when(new AddItem(id("voice"), "Voice"), who)
                    .isRefused(ROLE_MAY_NOT);
        }

        @Test
        void need_words_and_not_too_many() {
            Rehearsal rows = instrumentsIn("rows");

            given(rows).when(new AddItem(id("voice"), " \n"), "ben").isRefused(NOTE_EMPTY);
            given(rows).when(new AddItem(id("voice"), "a".repeat(501)), "ben").isRefused(NOTE_TOO_LONG);
            given(rows).when(new EditItem(item(rows, "evidence"), ""), "ben").isRefused(NOTE_EMPTY);
        }

        @Test
        void are_refused_under_an_id_that_is_taken_or_unknown() {
            Rehearsal rows = instrumentsIn("rows");

            given(rows)
                    .when(new AddItem(item(rows, "evidence"), "Again"), "ben")
                    .isRefused(ITEM_UNKNOWN);
            given(rows).when(new EditItem(id("nothing"), "Again"), "ben").isRefused(ITEM_UNKNOWN);
            given(rows).when(new RemoveItem(id("nothing")), "ben").isRefused(ITEM_UNKNOWN);
        }

        /** Else the refusal alone would tell that somebody has scored. */
        @Test
        void are_fixed_from_the_moment_somebody_may_score_them() {
            Rehearsal scoring = instrumentsIn("score").does("ana", allow("ben", "item", "a typing error"));

            given(scoring)
                    .when(new EditItem(item(scoring, "evidence"), "Other words"), "ben")
                    .isRefused(ITEM_IN_USE);
            given(scoring)
                    .when(new RemoveItem(item(scoring, "evidence")), "ben")
                    .isRefused(ITEM_IN_USE);
            assertThat(scoring.does("ben", new AddItem(id("voice"), "Voice"))
                            .room()
                            .item(id("voice"))
                            .orElseThrow()
                            .phase())
                    .isEqualTo("rows");
        }

        @Test
        void are_not_worded_where_nothing_goes_through_them() {
            Rehearsal sharing = instrumentsIn("share").does("ana", allow("ben", "item", "why not"));

            given(sharing).when(new AddItem(id("voice"), "Voice"), "ben").isRefused(PHASE_CLOSED);
        }

        @Test
        void are_those_of_the_phase_itself_before_those_of_an_earlier_list() {
            Rehearsal check = instrumentsIn("check");
            Rehearsal again = instrumentsIn("again");

            assertThat(org.tessera.room.Items.itemsOf(check.room(), Rulebook.latestPhase(check.room())))
                    .extracting(Entity.Item::id)
                    .containsExactly(item(check, "target"), item(check, "clear"), item(check, "fair"));
            assertThat(org.tessera.room.Items.itemsOf(again.room(), Rulebook.latestPhase(again.room())))
                    .extracting(Entity.Item::id)
                    .containsExactly(item(again, "evidence"));
        }

        @Test
        void of_a_checklist_after_norms_are_the_norms_the_group_has_taken_up() {
            Rehearsal abiding = RehearsalPlan.aRoom()
                    .of("norms-checked")
                    .with(Part.facilitator("ana"), Part.participant("eva"), Part.participant("leo"))
                    .inPhase("condense")
                    .does("eva", Commands.addNote("early", "We begin on time"))
                    .does("leo", Commands.addNote("listen", "We listen"))
                    .does("ana", new RoomCommand.AdoptNorm(id("listen"), "We listen to the end"))
                    .inPhase("abide");

            assertThat(abiding.room().items())
                    .extracting(Entity.Item::phase, Entity.Item::text)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("abide", Text.of("We listen to the end")));
            assertThat(Checklist.of(abiding.room(), "abide")).hasSize(1);
        }

        @Test
        void can_be_taken_back_step_by_step() {
            Rehearsal rows = instrumentsIn("rows");
            Rehearsal changed = rows.does("ben", new EditItem(item(rows, "evidence"), "Cites"))
                    .does("ben", new AddItem(id("v"), "Voice"));

            java.util.UUID first =
                    changed.latestFirst(person("ben")).getLast().key().command();
            assertThat(changed.undoes("ben").undoes("ben", first).room().items())
                    .isEqualTo(rows.room().items());
            Rehearsal removed = changed.does("ben", new RemoveItem(id("v")));
            assertThat(removed.undoes("ben").room().items())
                    .isEqualTo(changed.room().items());
            given(changed.does("ana", new EditItem(id("v"), "A voice")))
                    .whenUndoing("ben")
                    .isRefused(NOTHING_TO_UNDO);
        }
    }

    @Nested
    class Answers {

        @Test
        void are_counted_for_everybody_at_once() {
            Rehearsal check = answered(instrumentsIn("check"), "clear", List.of("eva", "leo"), List.of("tim"));

            assertThat(consensus(check, "clear"))
                    .isEqualTo(new Consensus(
                            "check", item(check, "clear"), false, 2, 1, 5, 66, Optional.empty(), "", List.of()));
        }

        @Test
        void replace_ones_own_earlier_answer() {
            Rehearsal check = instrumentsIn("check");
            Rehearsal changed = check.does("eva", yes(check, "clear")).does("eva", no(check, "clear", "two readings"));

            assertThat(consensus(changed, "clear").yes()).isZero();
            assertThat(consensus(changed, "clear").no()).isOne();
            given(changed).when(no(check, "clear", "two readings "), "eva").thenNothing();
        }

        @ParameterizedTest
        @CsvSource({"ben, PRESENTER_LISTENS", "cleo, ROLE_MAY_NOT"})
        void are_not_for_the_presenter_and_the_coach(String who, Refusal why) {
            Rehearsal check = instrumentsIn("check");

            given(check).when(yes(check, "clear"), who).isRefused(why);
        }

        @Test
        void are_yes_or_no_to_an_item_of_this_phase_that_is_not_settled() {
            Rehearsal check = instrumentsIn("check");
            Rehearsal settled =
                    answered(check, "clear", FIVE, List.of()).does("ana", settle(check, "clear", "yes", ""));

            given(check)
                    .when(new AnswerItem(item(check, "clear"), "perhaps", null), "eva")
                    .isRefused(ANSWER_INVALID);
            given(check).when(yes(check, "evidence"), "eva").isRefused(ITEM_UNKNOWN);
            given(check).when(no(check, "clear", "a".repeat(2001)), "eva").isRefused(NOTE_TOO_LONG);
            given(settled).when(no(check, "clear", "wait"), "eva").isRefused(ITEM_SETTLED);
        }

        @Test
        void are_not_taken_where_no_checklist_runs() {
            Rehearsal sharing = instrumentsIn("share").does("ana", allow("eva", "answer", "why not"));

            given(sharing)
                    .when(new AnswerItem(item(sharing, "clear"), "yes", null), "eva")
                    .isRefused(PHASE_CLOSED);
        }

        @Test
        void follow_who_is_asked() {
            Rehearsal check = answered(instrumentsIn("check"), "clear", List.of("eva", "leo"), List.of());

            assertThat(consensus(check.does("ana", assignRole("eva", "coach")), "clear"))
                    .extracting(Consensus::yes, Consensus::entitled)
                    .containsExactly(1, 4);
            assertThat(consensus(check.does("ana", allow("cleo", "answer", "she knows the task")), "clear")
                            .entitled())
                    .isEqualTo(6);
            assertThat(consensus(check.house(new RoomCommand.Admit(person("uma"), Role.PARTICIPANT, true)), "clear")
                            .entitled())
                    .isEqualTo(6);
        }
    }

    @Nested
    class The_share {

        /** 4 of 5 is 80; 3 of 4 is 75; 7 of 9 is 77.8; 8 of 10 is 80; 79.9 is not 80. */
        @ParameterizedTest
        @CsvSource({
            "4, 5, 80, true",
            "3, 4, 75, false",
            "7, 9, 77, false",
            "8, 10, 80, true",
            "5, 5, 100, true",
            "799, 1000, 79, false",
            "0, 0, 0, false",
            "1, 1, 100, true"
        })
        void is_rounded_down_and_enough_from_exactly_the_threshold(
                int side, int answered, int percent, boolean enough) {
            assertThat(Checklist.percent(side, answered)).isEqualTo(percent);
            assertThat(Checklist.isEnough(side, answered, 80)).isEqualTo(enough);
        }
    }

    @Nested
    class Opening {

        @Test
        void begins_with_the_first_item() {
            Rehearsal check = instrumentsIn("check");

            assertThat(openItems(check)).containsExactly(item(check, "target"));
        }

        @Test
        void moves_the_groups_attention() {
            Rehearsal check = instrumentsIn("check");
            Rehearsal moved =
                    given(check).when(open(check, "fair"), "rosa").then(new ItemOpened("check", item(check, "fair")));

            assertThat(openItems(moved)).containsExactly(item(check, "fair"));
            given(moved).when(open(check, "fair"), "rosa").thenNothing();
        }

        @Test
        void is_for_those_who_settle() {
            Rehearsal check = instrumentsIn("check");

            given(check).when(open(check, "fair"), "eva").isRefused(ROLE_MAY_NOT);
            given(check).when(open(check, "evidence"), "rosa").isRefused(ITEM_UNKNOWN);
        }

        @Test
        void of_a_settled_item_takes_it_up_again_with_the_answers_there_are() {
            Rehearsal check = instrumentsIn("check");
            Rehearsal settled =
                    answered(check, "target", FIVE, List.of()).does("ana", settle(check, "target", "yes", "It does"));
            Rehearsal again = settled.does("ana", open(check, "target"));

            assertThat(consensus(again, "target"))
                    .isEqualTo(new Consensus(
                            "check", item(check, "target"), true, 5, 0, 5, 100, Optional.empty(), "", List.of()));
        }
    }

    @Nested
    class Settling {

        @Test
        void at_exactly_the_threshold_records_what_the_group_agrees_on_and_goes_on() {
            Rehearsal check =
                    answered(instrumentsIn("check"), "target", List.of("ana", "rosa", "eva", "leo"), List.of("tim"));
            Rehearsal settled = given(check)
                    .when(settle(check, "target", "yes", " The task sheet names it. "), "rosa")
                    .then(
                            new ItemSettled("check", item(check, "target"), Agreed.YES, "The task sheet names it."),
                            new ItemOpened("check", item(check, "clear")));

            assertThat(consensus(settled, "target").percent()).isEqualTo(80);
            assertThat(consensus(settled, "target").settled()).contains(Agreed.YES);
            assertThat(openItems(settled)).containsExactly(item(check, "clear"));
        }

        @Test
        void below_the_threshold_only_records_that_there_is_no_consensus_and_why() {
            // Three of four are 75 %; tim has not answered, so it is the facilitator who settles.
            Rehearsal check = answered(instrumentsIn("check"), "target", List.of("ana", "rosa", "eva"), List.of("leo"));

            given(check).when(settle(check, "target", "yes", "nearly"), "ana").isRefused(NO_CONSENSUS);
            given(check).when(settle(check, "target", "no", "nearly"), "ana").isRefused(NO_CONSENSUS);
            given(check).when(settle(check, "target", "none", " "), "ana").isRefused(REASON_MISSING);
            assertThat(consensus(check.does("ana", settle(check, "target", "none", "Two readings")), "target"))
                    .extracting(Consensus::settled, Consensus::rationale, Consensus::percent)
                    .containsExactly(Optional.of(Agreed.NONE), "Two readings", 75);
        }

        @Test
        void records_a_shared_no_as_well() {
            Rehearsal check = answered(instrumentsIn("check"), "fair", List.of(), FIVE);

            assertThat(consensus(check.does("rosa", settle(check, "fair", "no", "")), "fair")
                            .settled())
                    .contains(Agreed.NO);
        }

        @Test
        void says_no_consensus_only_where_there_is_none() {
            Rehearsal check = answered(instrumentsIn("check"), "fair", List.of(), FIVE);

            given(check).when(settle(check, "fair", "none", "No idea"), "ana").isRefused(CONSENSUS_REACHED);
            given(check).when(settle(check, "fair", "perhaps", ""), "ana").isRefused(ANSWER_INVALID);
            given(check).when(settle(check, "evidence", "no", ""), "ana").isRefused(ITEM_UNKNOWN);
            given(check).when(settle(check, "fair", "no", ""), "eva").isRefused(ROLE_MAY_NOT);
        }

        @Test
        void needs_somebody_to_have_answered() {
            Rehearsal check = instrumentsIn("check");

            given(check).when(settle(check, "fair", "yes", ""), "ana").isRefused(NO_CONSENSUS);
            assertThat(consensus(check.does("ana", settle(check, "fair", "none", "The bell rang")), "fair")
                            .settled())
                    .contains(Agreed.NONE);
        }

        @Test
        void waits_for_those_who_are_there_unless_somebody_who_conducts_goes_on() {
            Rehearsal check = answered(instrumentsIn("check"), "target", List.of("rosa", "eva", "leo"), List.of());
            SettleItem settle = settle(check, "target", "yes", "");
            Set<MemberId> without = Set.of(person("rosa"), person("eva"), person("leo"), person("ben"));
            Set<MemberId> withTim = Set.of(person("rosa"), person("eva"), person("leo"), person("tim"));

            assertThat(decided(check, settle, withTim, "rosa")).isEqualTo(new Decision.Refused(ANSWERS_MISSING));
            assertThat(decided(check, settle, without, "rosa")).isInstanceOf(Decision.Accepted.class);
            assertThat(decided(check, settle, withTim, "ana")).isInstanceOf(Decision.Accepted.class);
            Rehearsal beside = check.does(
                    "ana", new RoomCommand.NameCofacilitator(person("rosa").value(), true));
            assertThat(decided(beside, settle, withTim, "rosa")).isInstanceOf(Decision.Accepted.class);
            assertThat(decided(check, settle, withTim, "a stranger")).isEqualTo(new Decision.Refused(NOT_ALLOWED));
            assertThat(decided(check.closed(), settle, withTim, "ana")).isEqualTo(new Decision.Refused(ROOM_CLOSED));
        }

        private Decision decided(Rehearsal meeting, SettleItem settle, Set<MemberId> present, String who) {
            return Rulebook.decide(
                    meeting.room(), new Settle(settle, present), new Actor.Person(person(who)), meeting.now());
        }

        @Test
        void lets_the_reasons_stand_beside_the_item_without_names() {
            Rehearsal check = instrumentsIn("check");
            Rehearsal answered = answered(check, "target", List.of("ana", "rosa", "leo"), List.of())
                    .does("tim", new AnswerItem(item(check, "target"), "yes", "line two says it"))
                    .does("eva", no(check, "target", "it hides in a footnote"));

            assertThat(consensus(answered, "target").whys()).isEmpty();
            assertThat(consensus(answered.does("ana", settle(check, "target", "yes", "")), "target")
                            .whys())
                    .containsExactly(new Why(false, "it hides in a footnote"), new Why(true, "line two says it"));
        }

        @Test
        void again_replaces_the_reason_and_stays_where_the_group_is() {
            Rehearsal check = answered(instrumentsIn("check"), "target", FIVE, List.of());
            Rehearsal settled = check.does("ana", settle(check, "target", "yes", "first"));

            given(settled).when(settle(check, "target", "yes", "first"), "rosa").thenNothing();
            Rehearsal reworded = given(settled)
                    .when(settle(check, "target", "yes", "second"), "rosa")
                    .then(new ItemSettled("check", item(check, "target"), Agreed.YES, "second"));
            assertThat(openItems(reworded)).containsExactly(item(check, "clear"));
        }

        @Test
        void of_the_last_one_goes_back_to_what_was_left_behind_and_then_rests() {
            Rehearsal check = instrumentsIn("check");
            Rehearsal one = check.does("ana", open(check, "fair")).does("ana", settle(check, "fair", "none", "later"));
            assertThat(openItems(one)).containsExactly(item(check, "target"));

            Rehearsal all = one.does("ana", settle(check, "target", "none", "later"))
                    .does("ana", settle(check, "clear", "none", "later"));
            assertThat(openItems(all)).containsExactly(item(check, "clear"));
            assertThat(Checklist.of(all.room(), "check"))
                    .allMatch(each -> each.settled().isPresent());
        }
    }

    @Nested
    class What_is_told {

        @Test
        void of_an_answer_is_a_count_for_all_and_the_answer_for_its_giver() {
            Rehearsal before = instrumentsIn("check");
            Rehearsal after = before.does("eva", no(before, "target", "two readings"));

            for (String other : List.of("ana", "ben", "rosa", "cleo")) {
                JsonNode told = told(before, after, other).orElseThrow();
                assertThat(told.get("by").isNull()).isTrue();
                assertThat(told.get("put").propertyNames()).containsExactly("consensus");
                assertThat(told.toString())
                        .doesNotContain("two readings")
                        .doesNotContain(person("eva").toString());
            }
            JsonNode own = told(before, after, "eva").orElseThrow();
            assertThat(own.get("by").stringValue()).isEqualTo(person("eva").toString());
            assertThat(own.get("put").get("opinions").get(0).get("why").stringValue())
                    .isEqualTo("two readings");
        }

        @Test
        void of_another_reason_for_the_same_answer_is_nothing_to_others() {
            Rehearsal check = instrumentsIn("check");
            Rehearsal before = check.does("eva", no(check, "target", "two readings"));
            Rehearsal after = before.does("eva", no(check, "target", "three readings"));

            assertThat(told(before, after, "ana")).isEmpty();
            assertThat(told(before, after, "eva")).isPresent();
        }

        private static Optional<JsonNode> told(Rehearsal before, Rehearsal after, String name) {
            Recorded recorded = after.log().get(before.log().size());
            return Projection.of(before.room(), recorded, before.room().apply(recorded), new Names())
                    .to(person(name))
                    .map(told -> JsonMapper.shared().readTree(told.toString()));
        }
    }

    @Nested
    class The_artifact {

        @Test
        void has_every_item_with_its_counts_its_outcome_and_the_reasons() {
            Rehearsal check = instrumentsIn("check");
            Rehearsal done = answered(check, "target", List.of("ana", "rosa", "eva", "leo"), List.of("tim"))
                    .does("ana", settle(check, "target", "yes", "Named in line two"))
                    .does("eva", yes(check, "clear"))
                    .betweenPhases();

            JsonNode content = JsonMapper.shared().readTree(done.lastCapture().content());

            assertThat(content.get("checklist")).isEqualTo(JsonMapper.shared().readTree("""
                    {"threshold":80,"items":[
                     {"id":"%s","text":{"en":"It names a target","es":"Nombra una meta"},"yes":4,"no":1,"entitled":5,
                      "percent":80,"settled":"yes","rationale":"Named in line two",
                      "whys":[{"answer":"no","why":"not for me"}]},
                     {"id":"%s","text":{"en":"It is clear","es":"Es claro"},"yes":1,"no":0,"entitled":5,"percent":100,
                      "whys":[]},
                     {"id":"%s","text":{"en":"It is fair","es":"Es justo"},"yes":0,"no":0,"entitled":5,"percent":0,
                      "whys":[]}]}""".formatted(
                            item(check, "target"), item(check, "clear"), item(check, "fair"))));
            assertThat(done.lastCapture().content()).doesNotContain("\"by\"");
        }

        @Test
        void of_a_list_has_its_items() {
            Rehearsal rows = instrumentsIn("rows").does("ben", new AddItem(id("voice"), "Voice"));

            assertThat(JsonMapper.shared()
                            .readTree(rows.betweenPhases().lastCapture().content())
                            .get("items"))
                    .isEqualTo(JsonMapper.shared().readTree("""
                            [{"id":"%s","text":{"en":"Uses evidence","es":"Usa evidencia"}},
                             {"id":"%s","text":{"en":"Voice"}}]""".formatted(item(rows, "evidence"), id("voice"))));
        }
    }

    private static List<java.util.UUID> openItems(Rehearsal meeting) {
        return Checklist.of(meeting.room(), Rulebook.latestPhase(meeting.room()).id()).stream()
                .filter(Consensus::open)
                .map(Consensus::item)
                .toList();
    }
}
