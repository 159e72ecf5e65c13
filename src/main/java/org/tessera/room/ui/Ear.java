package org.tessera.room.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What the words of some notes betray. Each note is listened to once, and again only when it was rewritten.
 *
 * @param heard by a note's id
 */
record Ear(Map<String, Heard> heard) {

    /** Nothing was listened to. */
    static final Ear NOTHING = new Ear(Map.of());

    /** A note's words, and whether they read like advice or like a judgement. */
    record Heard(String text, boolean betrays) {

        static Heard of(String text) {
            return new Heard(text, Undertone.isAdvice(text) || Undertone.isJudgement(text));
        }
    }

    /** The same for exactly these notes: what is not among them, because it was erased or moved on, is not remembered. */
    Ear at(List<JsonNode> notes) {
        Map<String, Heard> now = new HashMap<>();
        notes.forEach(note -> {
            String id = id(note);
            String text = note.path("text").asString("");
            Heard before = heard.get(id);
            now.put(id, before != null && before.text().equals(text) ? before : Heard.of(text));
        });
        return new Ear(now);
    }

    /** Whether {@code note} was listened to, and reads like advice or like a judgement. */
    boolean hears(JsonNode note) {
        Heard words = heard.get(id(note));
        return words != null && words.betrays();
    }

    private static String id(JsonNode note) {
        return note.path("id").asString("");
    }
}
