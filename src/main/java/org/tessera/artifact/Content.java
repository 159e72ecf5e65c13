package org.tessera.artifact;

import java.util.List;
import java.util.Locale;
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
 * @param items a list that checklists or score sheets went through
 * @param checklist what a group came to, item by item, or null
 * @param scores all score sheets side by side, or null
 * @param agreed the scores a group agreed on
 * @param norms the norms that were taken up
 * @param choices what people chose from, and who chose what
 * @param normCheck how well the norms were kept, or null
 * @param blank why a debrief was left blank, or null
 * @param cut why a step ended before the time its protocol protects, or null
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
        List<String> unused,
        List<Item> items,
        @Nullable Checklist checklist,
        @Nullable Scores scores,
        List<Agreed> agreed,
        List<Norm> norms,
        List<Choice> choices,
        @Nullable NormCheck normCheck,
        @Nullable String blank,
        @Nullable String cut) {

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

    /** A note on the board; {@code by} is a pseudonym of this room, {@code late} came after the date of work in one's own time. */
    public record Note(
            String id,
            @Nullable String by,
            String kind,
            String text,
            @Nullable Anchor anchor,
            @Nullable String group,
            @Nullable String replyTo,
            boolean late) {}

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

    /** What is gone through one by one; {@code text} by language tag. */
    public record Item(String id, Map<String, String> text) {
        /** The wording for {@code locale}, or the English one where there is none. */
        public String in(Locale locale) {
            return text.getOrDefault(locale.getLanguage(), text.getOrDefault("en", ""));
        }
    }

    /** A checklist; {@code threshold} is the share in percent that settles an item. */
    public record Checklist(int threshold, List<Checked> items) {}

    /**
     * An item of a checklist.
     *
     * @param entitled how many people were asked
     * @param percent the share of the larger side among those who answered
     * @param settled {@code yes}, {@code no}, {@code none}, or null where it was left open
     */
    public record Checked(
            Map<String, String> text,
            int yes,
            int no,
            int entitled,
            int percent,
            @Nullable String settled,
            @Nullable String rationale,
            @Nullable List<Why> whys) {
        /** The wording for {@code locale}, or the English one where there is none. */
        public String in(Locale locale) {
            return text.getOrDefault(locale.getLanguage(), text.getOrDefault("en", ""));
        }
    }

    /** A reason somebody gave for yes or no. */
    public record Why(String answer, String why) {}

    /** All score sheets; the figures are null where they are not defined. */
    public record Scores(
            int levels,
            int raters,
            @Nullable Integer exact,
            @Nullable Integer adjacent,
            @Nullable Double kappa,
            List<ScoreRow> rows) {}

    /** A row of the sheets: {@code id} is the item's. */
    public record ScoreRow(
            String id, Map<String, String> text, @Nullable Integer exact, List<Score> scores) {
        /** The wording for {@code locale}, or the English one where there is none. */
        public String in(Locale locale) {
            return text.getOrDefault(locale.getLanguage(), text.getOrDefault("en", ""));
        }
    }

    /** One person's score in a row; {@code by} is a pseudonym of this room. */
    public record Score(String by, int level, String evidence, boolean late) {}

    /** The score a group agreed on for an item, and why. */
    public record Agreed(String item, int level, String rationale) {}
    /** A norm the group took up; {@code hard} is how many find it hard to keep. */
    public record Norm(String id, String text, int hard) {}

    /** Something to choose, in the languages of its protocol, and the pseudonyms of who chose it. */
    public record Choice(String id, Map<String, String> text, List<String> people) {}

    /**
     * How well the norms were kept.
     *
     * @param kept how many said all, most or few of them were; nothing where too few answered
     * @param hard how many named the norm at a place as a hard one
     * @param norms the norms, in their languages
     */
    public record NormCheck(
            int voters, Map<String, Integer> kept, Map<Integer, Integer> hard, List<Map<String, String>> norms) {}

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
            @Nullable List<String> unused,
            @Nullable List<Item> items,
            @Nullable Checklist checklist,
            @Nullable Scores scores,
            @Nullable List<Agreed> agreed,
            @Nullable List<Norm> norms,
            @Nullable List<Choice> choices,
            @Nullable NormCheck normCheck,
            @Nullable String blank,
            @Nullable String cut) {

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
                    some(unused),
                    some(items),
                    checklist,
                    scores,
                    some(agreed),
                    some(norms),
                    some(choices),
                    normCheck,
                    blank,
                    cut);
        }

        private static <T> List<T> some(@Nullable List<T> list) {
            return list == null ? List.of() : list;
        }
    }
}
