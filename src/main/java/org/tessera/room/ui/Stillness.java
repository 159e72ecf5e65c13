package org.tessera.room.ui;

import static java.util.Comparator.comparingInt;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Whether a step is known to be still. The page counts only what everybody may see; where people write for themselves, in
 * small groups or under a seal it knows nothing, and says nothing.
 */
final class Stillness {

    private final Folded folded;
    private final String phase;

    private Stillness(Folded folded, String phase) {
        this.folded = folded;
        this.phase = phase;
    }

    /**
     * Whether what {@code phase} is for has certainly not begun; false as well where nobody may know.
     *
     * @param awaited how many people take part
     */
    static boolean isIn(Folded folded, JsonNode phase, long awaited) {
        boolean common = phase.path("visibility").asString("").equals("open")
                && phase.path("grouping").asString("").equals("all");
        return common && new Stillness(folded, phase.path("id").asString("")).isStill(phase, awaited);
    }

    private boolean isStill(JsonNode step, long awaited) {
        return switch (step.path("instrument").asString("")) {
            case "board" -> !step.path("kinds").isEmpty() && isEmptyBoard();
            case "questions" -> isEmptyBoard();
            case "items" -> of("items").findAny().isEmpty();
            case "checklist" ->
                of("consensus")
                        .noneMatch(item -> item.path("answered").asInt(0) > 0
                                || item.path("settled").isString());
            case "agreement" -> settledSince(step).findAny().isEmpty();
            case "choice" -> of("picks").count() * 2 < awaited;
            case "norms" -> isEmptyBoard() && all("norms").findAny().isEmpty();
            case "goals" -> all("goals").findAny().isEmpty();
            case "statement" ->
                of("statements").allMatch(text -> text.path("text").asString("").isBlank());
            // Ballots and fingers are everybody's own until they are counted, and sheets of scores are sealed.
            default -> false;
        };
    }

    private boolean isEmptyBoard() {
        return of("notes").noneMatch(note -> note.path("state").asString("").equals("posted"));
    }

    /** The scores agreed on of the latest sheets before this step. */
    private Stream<JsonNode> settledSince(JsonNode step) {
        int here = step.path("ordinal").asInt(0);
        String sheets = all("phases")
                .filter(each -> each.path("instrument").asString("").equals("scores"))
                .filter(each -> each.path("ordinal").asInt(0) < here)
                .max(comparingInt(each -> each.path("ordinal").asInt(0)))
                .map(each -> each.path("id").asString(""))
                .orElse("");
        return all("settled").filter(score -> score.path("phase").asString("").equals(sheets));
    }

    private Stream<JsonNode> of(String collection) {
        return all(collection).filter(each -> each.path("phase").asString("").equals(phase));
    }

    private Stream<JsonNode> all(String collection) {
        return StreamSupport.stream(folded.all(collection).spliterator(), false);
    }
}
