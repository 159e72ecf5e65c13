package org.tessera.room.ui;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static org.tessera.room.ui.Entities.member;
import static org.tessera.room.ui.Entities.optional;
import static org.tessera.room.ui.Entities.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tessera.protocol.Role;
import tools.jackson.databind.JsonNode;

/** Reads what was said out of what was folded; it remembers what it need not look for again at the next note. */
final class Talking {

    private static final String HELPED = "helped";
    private static final String CHANGE = "change";

    private final Folded folded;
    private Ear ear = Ear.NOTHING;
    private Set<String> debriefs = Set.of();
    private boolean conducts;

    Talking(Folded folded) {
        this.folded = folded;
    }

    /** All that was said, where any of it may have changed. */
    Talk of(String running) {
        debriefs = folded.all("phases")
                .filter(Talking::isDebrief)
                .map(phase -> phase.path("id").asString(""))
                .collect(Collectors.toUnmodifiableSet());
        conducts = conducts();
        Board board = board(running);
        return new Talk(
                folded.all("wordings")
                        .sorted(comparingInt(wording -> wording.path("version").asInt(0)))
                        .map(wording -> new Talk.Wording(
                                wording.path("version").asInt(0),
                                wording.path("text").asString(""),
                                member(wording.path("by").asString("")),
                                optional(wording.path("phase"))))
                        .toList(),
                written(board.running()),
                isStill(running),
                board.isBlank(),
                folded.all("debriefs")
                        .flatMap(debrief -> optional(debrief.path("reason")).stream())
                        .toList(),
                folded.all("lookbacks")
                        .filter(mine -> mine.path("phase").asString("").equals(running))
                        .findFirst()
                        .map(mine -> new Talk.Opinion(
                                mine.path("kept").asString(""),
                                mine.path("hard").isNumber()
                                        ? Optional.of(mine.path("hard").asInt(0))
                                        : Optional.empty())));
    }

    /** The same where since {@code was} only notes have changed. */
    Talk on(Talk was, String running) {
        Board board = board(running);
        return new Talk(
                was.wordings(),
                written(board.running()),
                isStill(running),
                board.isBlank(),
                was.debriefs(),
                was.opinion());
    }

    /**
     * What the notes come to.
     *
     * @param running those of the running phase that others see too and that answer no other
     * @param isBlank whether a debrief is missing an answer to one of its two questions
     */
    private record Board(List<JsonNode> running, boolean isBlank) {}

    /** Once through all that was ever written: this is done again at every note. */
    private Board board(String phase) {
        Set<String> said = new HashSet<>();
        List<JsonNode> running = new ArrayList<>();
        folded.all("notes").forEach(note -> {
            String written = note.path("phase").asString("");
            boolean isDebrief = debriefs.contains(written);
            boolean isRunning = written.equals(phase);
            if (isDebrief || isRunning) {
                String state = note.path("state").asString("");
                if (isDebrief && state.equals("posted")) {
                    said.add(note.path("kind").asString(""));
                }
                // In small groups one reads what one's own group writes.
                if (isRunning
                        && (state.equals("posted") || state.equals("among"))
                        && note.path("replyTo").isNull()) {
                    running.add(note);
                }
            }
        });
        return new Board(running, !debriefs.isEmpty() && !said.containsAll(List.of(HELPED, CHANGE)));
    }

    /**
     * What kinds there are, and for who conducts those words that they may be prompted by, in the order of the board: a picture
     * with all words in it would be another one at every key.
     */
    private List<Talk.Written> written(List<JsonNode> notes) {
        Stream<Talk.Written> kinds = notes.stream()
                .map(note -> note.path("kind").asString(""))
                .distinct()
                .sorted()
                .map(kind -> new Talk.Written("", kind, ""));
        ear = ear.at(conducts ? notes : List.of());
        Stream<Talk.Written> words = notes.stream()
                .filter(ear::hears)
                .sorted(comparing((JsonNode note) ->
                                note.path("state").asString("").equals("among"))
                        .thenComparing(note -> note.path("ordinal").asInt(0)))
                .map(note -> new Talk.Written(
                        note.path("id").asString(""),
                        note.path("kind").asString(""),
                        note.path("text").asString("")));
        return Stream.concat(kinds, words).toList();
    }

    private boolean conducts() {
        String you = folded.you();
        return folded.all("people")
                        .filter(person -> person.path("id").asString("").equals(you))
                        .anyMatch(person -> person.path("role").asString("").equals(Role.FACILITATOR.word()))
                || folded.all("leading")
                        .flatMap(leading -> words(leading.path("co")))
                        .anyMatch(you::equals);
    }

    private boolean isStill(String running) {
        long awaited = folded.all("people")
                .filter(person -> folded.here().contains(person.path("id").asString("")))
                .filter(person -> !person.path("role").asString("").equals(Role.COACH.word()))
                .count();
        return folded.all("phases")
                .filter(phase -> phase.path("id").asString("").equals(running))
                .anyMatch(phase -> Stillness.isIn(folded, phase, awaited));
    }

    /** Whether a phase asks what helped, and what to change. */
    static boolean isDebrief(JsonNode phase) {
        return words(phase.path("kinds")).toList().containsAll(List.of(HELPED, CHANGE));
    }
}
