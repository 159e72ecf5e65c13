package org.tessera.artifact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An artifact's content as the room wrote it. What a phase does not produce is absent in the JSON and empty here.
 *
 * @param title of the room
 * @param focus the question the meeting kept in view, or null
 * @param tallies dots by note or group
 * @param statements what the phase wrote, or what it worked on
 * @param drafts the pairs' drafts a statement of the whole group was made of
 * @param lineage which drafts and words a phrase of a statement goes back to
 * @param unused notes on the board that no phrase goes back to
 */
public record Content(
        String title,
        @Nullable String focus,
        List<Note> notes,
        List<Group> groups,
        Map<String, Integer> tallies,
        List<Statement> statements,
        List<Statement> drafts,
        List<CheckResult> checks,
        List<Goal> goals,
        List<Lineage> lineage,
        List<String> unused) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** Reads the canonical JSON. */
    public static Content of(String json) {
        return JSON.readValue(json, Raw.class).content();
    }

    /** The note with this id. */
    public Optional<Note> note(String id) {
        return notes.stream().filter(note -> note.id().equals(id)).findFirst();
    }

    /** A note on the board; {@code by} is a pseudonym of this room. */
    public record Note(
            String id,
            @Nullable String by,
            String kind,
            String text,
            @Nullable Anchor anchor,
            @Nullable String group) {}

    /** Where on a page of the material a note points. */
    public record Anchor(UUID material, int page, double x, double y, double w, double h) {}

    /** A named cluster of notes. */
    public record Group(String id, @Nullable String name) {}

    /** A text; {@code people} are the pseudonyms of who wrote it, absent for everybody. */
    public record Statement(
            String id,
            @Nullable String title,
            String text,
            @Nullable List<String> people) {}

    /** The outcome of a check, for example of zero to five fingers on a statement; {@code item} is the statement's id. */
    public record CheckResult(String item, Map<Integer, Integer> counts, boolean passed, int voters) {}

    /** A goal the team set itself. */
    public record Goal(String id, String text, @Nullable String by) {}

    /** A phrase of the final statement with the ids of the drafts and notes behind it; none: it is new there. */
    public record Lineage(
            String phrase,
            @Nullable List<String> drafts,
            @Nullable List<String> notes) {}

    private record Raw(
            @Nullable String title,
            @Nullable String focus,
            @Nullable List<Note> notes,
            @Nullable List<Group> groups,
            @Nullable Map<String, Integer> tallies,
            @Nullable List<Statement> statements,
            @Nullable List<Statement> drafts,
            @Nullable List<CheckResult> checks,
            @Nullable List<Goal> goals,
            @Nullable List<Lineage> lineage,
            @Nullable List<String> unused) {

        Content content() {
            return new Content(
                    title == null ? "" : title,
                    focus,
                    some(notes),
                    some(groups),
                    tallies == null ? Map.of() : tallies,
                    some(statements),
                    some(drafts),
                    some(checks),
                    some(goals),
                    some(lineage),
                    some(unused));
        }

        private static <T> List<T> some(@Nullable List<T> list) {
            return list == null ? List.of() : list;
        }
    }
}
