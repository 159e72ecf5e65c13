package org.tessera.record;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Everything that everybody in a room was told, as JSON in the collections of the wire. */
final class MeetingFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The collections that are about a meeting, not about one moment of it. */
    private static final List<String> LASTING = List.of(
            "room",
            "people",
            "phases",
            "agenda",
            "dues",
            "notes",
            "groups",
            "links",
            "pairs",
            "tallies",
            "statements",
            "checks",
            "goals",
            "items",
            "consensus",
            "scores",
            "grids",
            "settled",
            "wordings",
            "ground",
            "norms",
            "debriefs",
            "picks",
            "materials",
            "artifacts");

    private MeetingFile() {}

    static String of(String told, Copy copy) {
        ObjectNode all = (ObjectNode) JSON.readTree(told);
        ObjectNode file = JSON.createObjectNode();
        file.put("format", "tessera-meeting/1");
        LASTING.stream().filter(all::has).forEach(name -> file.set(name, all.get(name)));
        // The way into the video call is for the people of the meeting, and only while it lasts.
        file.path("room").forEach(room -> remove(room, "meetingUrl"));
        file.path("people").forEach(person -> {
            List.of("hand", "ready", "agreed").forEach(field -> remove(person, field));
            if (copy == Copy.ROLES) {
                remove(person, "name");
            }
        });
        return JSON.writeValueAsString(file);
    }

    private static void remove(JsonNode node, String field) {
        if (node instanceof ObjectNode object) {
            object.remove(field);
        }
    }
}
