package org.tessera.portfolio;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tessera.account.PersonId;
import org.tessera.artifact.Content;
import org.tessera.room.MemberId;
import org.tessera.submission.Part;

/**
 * What of an artifact may stand in its earner's package: the earner's own words, what the group wrote together, and words
 * of colleagues who had agreed when it was handed in. People appear by letter, and names in what people typed are replaced.
 */
final class ShownContent {

    /** A heading with what belongs under it; the heading may be empty. */
    record Section(String title, List<String> points) {}

    /**
     * Words of something that is shown.
     *
     * @param text as they stand in the artifact
     * @param clean as they may be read
     */
    record Told(String text, String clean) {}

    /**
     * @param people whose pseudonym is whose in the artifact's room
     * @param agreed the colleagues who had agreed
     * @param claimed the notes without a name that the earner wrote
     */
    record Rights(PersonId earner, Map<MemberId, PersonId> people, Set<PersonId> agreed, Set<String> claimed) {

        Optional<PersonId> person(@Nullable String by) {
            return Optional.ofNullable(by).flatMap(Rights::member).flatMap(id -> Optional.ofNullable(people.get(id)));
        }

        boolean isMine(@Nullable String by) {
            return person(by).filter(earner::equals).isPresent();
        }

        boolean mayShow(@Nullable String by) {
            return isMine(by) || person(by).filter(agreed::contains).isPresent();
        }

        private static Optional<MemberId> member(String text) {
            try {
                return Optional.of(new MemberId(UUID.fromString(text)));
            } catch (IllegalArgumentException notAnId) {
                return Optional.empty();
            }
        }
    }

    /** What the question of the meeting is called where things have ids. */
    private static final String FOCUS = "focus";

    private final Content content;
    private final Rights rights;
    private final Pseudonyms people;
    private final PackageWording wording;
    private final List<Section> sections = new ArrayList<>();
    private final Map<String, Told> told = new HashMap<>();
    private final Map<LeftOut.Why, Integer> leftOut = new EnumMap<>(LeftOut.Why.class);

    private ShownContent(Content content, Rights rights, Pseudonyms people, PackageWording wording) {
        this.content = content;
        this.rights = rights;
        this.people = people;
        this.wording = wording;
    }

    /** What may be shown of {@code part}. */
    static ShownContent of(Content content, Part part, Rights rights, Pseudonyms people, PackageWording wording) {
        ShownContent shown = new ShownContent(content, rights, people, wording);
        switch (part) {
            case Part.Region region -> {
                shown.notes(content.notes().stream()
                        .filter(note -> isIn(region, note.anchor()))
                        .toList());
                shown.leave(LeftOut.Why.OUTSIDE, (int) content.notes().stream()
                        .filter(note -> !isIn(region, note.anchor()))
                        .count());
            }
            case Part.Whole _, Part.TimeRange _ -> shown.everything();
        }
        return shown;
    }

    List<Section> sections() {
        return List.copyOf(sections);
    }

    /**
     * The words of one thing as they may be read.
     *
     * @param thing its id in the content
     * @param text the words it had; only those it has in the artifact may be read
     */
    Optional<String> words(String thing, String text) {
        return Optional.ofNullable(told.get(thing))
                .filter(one -> one.text().equals(text))
                .map(Told::clean);
    }

    Rights rights() {
        return rights;
    }

    /** How much was left out, and why. */
    Map<LeftOut.Why, Integer> leftOut() {
        return Map.copyOf(leftOut);
    }

    private static boolean isIn(Part.Region region, Content.@Nullable Anchor anchor) {
        return anchor != null
                && anchor.material().equals(region.material())
                && anchor.page() == region.page()
                && anchor.x() < region.x() + region.w() + EDGE
                && anchor.x() + anchor.w() > region.x() - EDGE
                && anchor.y() < region.y() + region.h() + EDGE
                && anchor.y() + anchor.h() > region.y() - EDGE;
    }

    /** A note on a point has no width; a thousandth of a page is less than anybody can aim at. */
    private static final double EDGE = 0.001;

    private void everything() {
        add(
                "portfolio.shown.focus",
                Optional.ofNullable(content.focus()).filter(text -> !text.isBlank()).stream()
                        .map(text -> tell(FOCUS, text))
                        .toList());
        statements("portfolio.shown.statement", content.statements());
        statements("portfolio.shown.draft", content.drafts());
        notes(content.notes());
        add(
                "portfolio.shown.goals",
                content.goals().stream()
                        .filter(goal -> {
                            boolean may = goal.by() == null || rights.mayShow(goal.by());
                            if (!may) {
                                leave(LeftOut.Why.ALONE, 1);
                            }
                            return may;
                        })
                        .map(goal -> tell(goal.id(), goal.text()))
                        .toList());
        add(
                "portfolio.shown.norms",
                content.norms().stream()
                        .map(norm -> tell(norm.id(), norm.text()))
                        .toList());
        add("portfolio.shown.dots", tallies());
        checks();
        checklist();
        scores();
        add("portfolio.shown.choices", choices());
    }

    private void statements(String title, List<Content.Statement> statements) {
        List<String> texts = new ArrayList<>();
        for (Content.Statement statement : statements) {
            List<String> writers = statement.people();
            if (writers == null || writers.stream().anyMatch(rights::isMine)) {
                tell(statement.id(), statement.text());
                statement
                        .text()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(people::clean)
                        .forEach(texts::add);
            } else {
                leave(LeftOut.Why.ALONE, 1);
            }
        }
        add(title, texts);
    }

    private void notes(List<Content.Note> notes) {
        List<String> lines = new ArrayList<>();
        for (Content.Note note : notes) {
            boolean isClaimed = note.by() == null && rights.claimed().contains(note.id());
            if (isClaimed || rights.mayShow(note.by())) {
                String who = isClaimed
                        ? wording.say("portfolio.earner")
                        : rights.person(note.by()).map(people::of).orElse("");
                lines.add(tell(note.id(), note.text()) + " (" + wording.kind(note.kind()) + " · " + who + group(note)
                        + ")");
            } else {
                leave(note.by() == null ? LeftOut.Why.UNNAMED : LeftOut.Why.COLLEAGUES, 1);
            }
        }
        add("portfolio.shown.notes", lines);
    }

    private String group(Content.Note note) {
        return content.groups().stream()
                .filter(group -> group.id().equals(note.group()))
                .filter(group -> group.name() != null && !group.name().isBlank())
                .findFirst()
                .map(group -> " · " + wording.say("portfolio.shown.group", tell(group.id(), group.name())))
                .orElse("");
    }

    private List<String> tallies() {
        List<String> lines = new ArrayList<>();
        for (Content.Group group : content.groups()) {
            Integer dots = content.tallies().get(group.id());
            String name = group.name();
            if (dots != null && name != null && !name.isBlank()) {
                lines.add(wording.say("portfolio.shown.count", tell(group.id(), name), dots));
            }
        }
        for (Content.Note note : content.notes()) {
            Integer dots = content.tallies().get(note.id());
            boolean may = rights.mayShow(note.by()) || rights.claimed().contains(note.id());
            if (dots != null && may) {
                lines.add(wording.say("portfolio.shown.count", people.clean(note.text()), dots));
            }
        }
        return lines;
    }

    private void checks() {
        add(
                "portfolio.shown.checks",
                content.checks().stream()
                        .map(check -> wording.say(
                                check.passed() ? "portfolio.shown.passed" : "portfolio.shown.not-passed",
                                check.voters()))
                        .toList());
    }

    private void checklist() {
        Content.Checklist checklist = content.checklist();
        if (checklist == null) {
            return;
        }
        List<String> lines = new ArrayList<>();
        for (Content.Checked item : checklist.items()) {
            String rationale = item.rationale();
            String line = wording.say(
                    "portfolio.shown.checked", people.clean(item.in(wording.language())), item.yes(), item.no());
            lines.add(rationale == null || rationale.isBlank() ? line : line + " " + people.clean(rationale));
            leave(LeftOut.Why.SINGLE, item.whys() == null ? 0 : item.whys().size());
        }
        add("portfolio.shown.checklist", lines);
    }

    private void scores() {
        List<String> lines = new ArrayList<>();
        Content.Scores scores = content.scores();
        if (scores != null) {
            Integer exact = scores.exact();
            if (exact != null) {
                lines.add(wording.say("portfolio.shown.exact", scores.raters(), exact));
            }
            for (Content.ScoreRow row : scores.rows()) {
                for (Content.Score score : row.scores()) {
                    if (rights.isMine(score.by())) {
                        lines.add(wording.say(
                                        "portfolio.shown.own-score",
                                        people.clean(row.in(wording.language())),
                                        score.level())
                                + " "
                                + people.clean(score.evidence()));
                    } else {
                        leave(LeftOut.Why.SINGLE, 1);
                    }
                }
            }
        }
        for (Content.Agreed agreed : content.agreed()) {
            String item = content.items().stream()
                    .filter(one -> one.id().equals(agreed.item()))
                    .findFirst()
                    .map(one -> people.clean(one.in(wording.language())))
                    .orElse("");
            lines.add(wording.say("portfolio.shown.agreed", item, agreed.level()) + " "
                    + tell(agreed.item(), agreed.rationale()));
        }
        add("portfolio.shown.scores", lines);
    }

    private List<String> choices() {
        return content.choices().stream()
                .map(choice -> wording.say(
                        "portfolio.shown.count",
                        people.clean(choice.text()
                                .getOrDefault(
                                        wording.language().getLanguage(),
                                        choice.text().getOrDefault("en", ""))),
                        choice.people().size()))
                .toList();
    }

    /** The words as they may be read; from here on it is known that they may. */
    private String tell(String thing, @Nullable String text) {
        String words = text == null ? "" : text;
        String clean = people.clean(words);
        told.put(thing, new Told(words, clean));
        return clean;
    }

    private void add(String title, List<String> points) {
        if (!points.isEmpty()) {
            sections.add(new Section(wording.say(title), points));
        }
    }

    private void leave(LeftOut.Why why, int count) {
        if (count > 0) {
            leftOut.merge(why, count, Integer::sum);
        }
    }
}
