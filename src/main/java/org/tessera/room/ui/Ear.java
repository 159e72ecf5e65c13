package org.tessera.room.ui;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Listens for what words betray, to each note once and again only when it was rewritten. */
final class Ear {

    private record Heard(String text, boolean betrays) {}

    private final Map<String, Heard> heard = new HashMap<>();

    /** Whether {@code note} reads like advice or like a judgement. */
    boolean hears(JsonNode note) {
        String id = note.path("id").asString("");
        String text = note.path("text").asString("");
        Heard before = heard.get(id);
        if (before == null || !before.text().equals(text)) {
            before = new Heard(text, Undertone.isAdvice(text) || Undertone.isJudgement(text));
            heard.put(id, before);
        }
        return before.betrays();
    }
}
