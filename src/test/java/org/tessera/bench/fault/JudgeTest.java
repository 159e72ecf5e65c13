package org.tessera.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tessera.bench.fault.Diary.Given;
import org.tessera.bench.fault.Judge.Witness;
import tools.jackson.databind.JsonNode;

/** Ana writes a note, moves it, and keeps one to herself; Ben looks on. Then something goes wrong. */
class JudgeTest {

    private static final String NOTE = id(1);
    private static final String OWN = id(2);
    private static final String ADDED = event(11, "note-added", NOTE, "for all a1", 0);
    private static final String EDITED = event(12, "note-edited", NOTE, "for all a2", 0);
    private static final String KEPT =
            event(13, "note-added", OWN, "for me a3", 0).replace("posted", "private");

    private final Diary ana = new Diary("ana");
    private final Diary ben = new Diary("ben");
    private final Fold freshAna = new Fold();
    private final Fold freshBen = new Fold();

    private static String id(int number) {
        return new UUID(0, number).toString();
    }

    private static String note(String id, String text, int x) {
        return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\",\"state\":\"posted\",\"x\":" + x + "}";
    }

    private static String event(int number, String type, String note, String text, int x) {
        return "{\"event\":\"" + id(number) + "\",\"type\":\"" + type + "\",\"put\":{\"notes\":[" + note(note, text, x)
                + "]}}";
    }

    private static void hears(Diary diary, String text) {
        diary.hears(1, Tab.JSON.readTree(text), text, 0);
    }

    private static void events(Diary diary, int n, String... events) {
        hears(
                diary,
                "{\"frame\":\"events\",\"n\":" + n + ",\"cursor\":\"c\",\"events\":[" + String.join(",", events)
                        + "]}");
    }

    private void gives(int command, String type, Map<String, ?> fields) {
        ana.gives(new Given(new UUID(0, command), type, fields, 0));
    }

    private void acknowledged(int command) {
        hears(ana, "{\"frame\":\"ack\",\"id\":\"" + id(command) + "\"}");
    }

    private void refused(int command, String reason) {
        hears(ana, "{\"frame\":\"refused\",\"id\":\"" + id(command) + "\",\"reason\":\"" + reason + "\"}");
    }

    private static void snapshot(Fold fold, String... notes) {
        StringBuilder shelf = new StringBuilder();
        for (String note : notes) {
            JsonNode read = Tab.JSON.readTree(note);
            shelf.append(shelf.isEmpty() ? "" : ",")
                    .append('"')
                    .append(read.path("id").asString())
                    .append("\":")
                    .append(note);
        }
        fold.take(Tab.JSON.readTree("{\"frame\":\"snapshot\",\"room\":{\"notes\":{" + shelf + "}}}"));
    }

    /** A meeting in which everything is as it should be. */
    private void aGoodMeeting() {
        String empty = "{\"frame\":\"snapshot\",\"n\":0,\"room\":{\"notes\":{}}}";
        hears(ana, empty);
        hears(ben, empty);
        gives(101, "add-note", Map.of("note", NOTE, "text", "for all a1"));
        events(ana, 1, ADDED);
        acknowledged(101);
        gives(102, "edit-note", Map.of("note", NOTE, "text", "for all a2"));
        events(ana, 2, EDITED);
        acknowledged(102);
        gives(103, "add-note", Map.of("note", OWN, "text", "for me a3", "private", true));
        events(ana, 3, KEPT);
        acknowledged(103);
        events(ben, 1, ADDED, EDITED);
        String own = note(OWN, "for me a3", 0).replace("posted", "private");
        snapshot(freshAna, note(NOTE, "for all a2", 0), own);
        snapshot(freshBen, note(NOTE, "for all a2", 0));
    }

    private List<Fault.Kind> found() {
        return Judge.judge(List.of(new Witness(ana, freshAna), new Witness(ben, freshBen))).stream()
                .map(Fault::kind)
                .distinct()
                .toList();
    }

    @Test
    void nothing_is_found_in_a_good_meeting_nor_in_what_was_sent_twice() {
        aGoodMeeting();
        acknowledged(101);
        refused(102, "TOO_FAST");
        acknowledged(102);
        assertThat(found()).isEmpty();
    }

    @Test
    void an_acknowledged_note_that_is_gone_is_lost() {
        aGoodMeeting();
        snapshot(freshAna, note(NOTE, "for all a2", 0));
        assertThat(found()).contains(Fault.Kind.LOST);
    }

    @Test
    void acknowledged_words_that_are_old_again_are_lost() {
        aGoodMeeting();
        snapshot(freshAna, note(NOTE, "for all a1", 0), note(OWN, "for me a3", 0));
        assertThat(found()).contains(Fault.Kind.LOST);
    }

    @Test
    void an_acknowledged_move_that_did_not_happen_is_lost() {
        aGoodMeeting();
        gives(104, "move-note", Map.of("note", NOTE, "x", 7, "y", 1));
        acknowledged(104);
        assertThat(found()).containsExactly(Fault.Kind.LOST);
    }

    @Test
    void a_removed_note_that_is_still_there_is_a_lost_removal() {
        aGoodMeeting();
        gives(104, "remove-note", Map.of("note", NOTE));
        acknowledged(104);
        assertThat(found()).containsExactly(Fault.Kind.LOST);
    }

    @Test
    void a_command_that_happens_twice_is_found() {
        aGoodMeeting();
        events(ben, 2, event(14, "note-edited", NOTE, "for all a2", 0));
        assertThat(found()).containsExactly(Fault.Kind.TWICE);
    }

    @Test
    void an_event_that_is_told_twice_is_found() {
        aGoodMeeting();
        events(ben, 2, EDITED);
        assertThat(found()).containsExactly(Fault.Kind.TWICE);
    }

    @Test
    void a_note_that_nobody_gave_is_found() {
        aGoodMeeting();
        String strange = note(id(9), "for all b9", 0);
        snapshot(
                freshAna, note(NOTE, "for all a2", 0), note(OWN, "for me a3", 0).replace("posted", "private"), strange);
        assertThat(found()).contains(Fault.Kind.TWICE);
    }

    @Test
    void two_orders_are_found() {
        aGoodMeeting();
        String one = event(14, "note-moved", NOTE, "for all a2", 5);
        String other = event(15, "note-moved", NOTE, "for all a2", 0);
        events(ana, 4, one, other);
        events(
                ben,
                2,
                other,
                one,
                event(16, "note-moved", NOTE, "for all a2", 0).replace("note-moved", "note-joined"));
        assertThat(found()).contains(Fault.Kind.ORDER);
    }

    @Test
    void a_screen_that_differs_from_a_fresh_one_is_found() {
        aGoodMeeting();
        snapshot(freshBen, note(NOTE, "for all a2", 3));
        assertThat(found()).containsExactly(Fault.Kind.UNEQUAL);
    }

    @Test
    void private_words_in_anybody_elses_bytes_are_a_leak_whatever_the_frame() {
        aGoodMeeting();
        hears(ben, "{\"frame\":\"gesture\",\"by\":\"x\",\"kind\":\"for me a3\"}");
        assertThat(found()).containsExactly(Fault.Kind.LEAK);
    }

    @Test
    void the_id_of_a_private_note_is_a_leak_too() {
        aGoodMeeting();
        hears(ben, "{\"frame\":\"gesture\",\"by\":\"x\",\"note\":\"" + OWN + "\"}");
        assertThat(found()).containsExactly(Fault.Kind.LEAK);
    }

    @Test
    void a_missing_number_is_a_hole() {
        aGoodMeeting();
        events(ben, 3);
        assertThat(found()).containsExactly(Fault.Kind.HOLE);
    }

    @Test
    void what_is_refused_after_it_was_acknowledged_is_taken_back() {
        aGoodMeeting();
        refused(101, "NOTE_UNKNOWN");
        assertThat(found()).containsExactly(Fault.Kind.TAKEN_BACK);
    }

    @Test
    void a_lawful_command_that_is_refused_is_found() {
        aGoodMeeting();
        gives(104, "edit-note", Map.of("note", NOTE, "text", "for all a4"));
        refused(104, "PHASE_CLOSED");
        assertThat(found()).containsExactly(Fault.Kind.REFUSED);
    }

    @Test
    void a_command_without_an_answer_is_found_and_not_yet_is_none() {
        aGoodMeeting();
        gives(104, "edit-note", Map.of("note", NOTE, "text", "for all a4"));
        refused(104, "BUSY");
        assertThat(found()).containsExactly(Fault.Kind.UNANSWERED);
    }
}
