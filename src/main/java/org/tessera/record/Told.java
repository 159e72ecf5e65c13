package org.tessera.record;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What everybody in a room was told, as far as minutes and boards are made of it; the names are those of the wire. */
record Told(
        Map<String, Setting> room,
        Map<String, Person> people,
        Map<String, Phase> phases,
        Map<String, Note> notes,
        Map<String, Group> groups,
        Map<String, Tally> tallies,
        Map<String, Statement> statements,
        Map<String, Check> checks,
        Map<String, Goal> goals,
        Map<String, Item> items,
        Map<String, Consensus> consensus,
        Map<String, Settled> settled,
        Map<String, Debrief> debriefs,
        Map<String, Pick> picks,
        Map<String, Due> dues,
        Map<String, Left> artifacts) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    static Told of(String json) {
        return JSON.readValue(json, Told.class);
    }

    record Setting(
            String title,
            Map<String, String> name,
            String status,
            @Nullable Focus focus,
            List<Map<String, String>> norms,
            @Nullable Instant scheduledAt,
            @Nullable Instant startedAt,
            @Nullable Instant closedAt,
            @Nullable String cancelled) {}

    record Focus(String text) {}

    record Person(String id, String name, String role, boolean guest, int ordinal) {}

    record Phase(
            String id,
            int ordinal,
            Map<String, String> name,
            String visibility,
            String instrument,
            String timing,
            String state,
            double planned,
            int pausedSeconds,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            List<Choice> choices) {

        boolean isUnrecorded() {
            return visibility.equals("unrecorded");
        }

        boolean isInMeeting() {
            return timing.equals("meeting");
        }

        /** How long it ran, pauses left out; empty until it has ended. */
        Optional<Duration> ran() {
            return startedAt == null || endedAt == null
                    ? Optional.empty()
                    : Optional.of(Duration.between(startedAt, endedAt).minusSeconds(pausedSeconds));
        }
    }

    record Choice(String id, Map<String, String> text) {}

    record Note(
            String id,
            @Nullable String by,
            String text,
            String kind,
            String phase,
            @Nullable String group,
            @Nullable String replyTo,
            int ordinal,
            boolean late) {}

    record Group(String id, String name, int ordinal) {}

    record Tally(Map<String, Integer> counts, int voters) {}

    record Statement(
            String id, String title, String phase, @Nullable List<String> people, String text, int ordinal) {}

    record Check(String id, Map<Integer, Integer> counts, boolean passed, int voters) {}

    record Goal(String text, int ordinal) {}

    record Item(String id, String phase, Map<String, String> text, int ordinal) {}

    record Consensus(
            String phase,
            String item,
            int yes,
            int no,
            @Nullable String settled,
            String rationale) {}

    record Settled(String phase, String item, int level, String rationale) {}

    record Debrief(
            List<Map<String, String>> norms,
            Map<String, Integer> kept,
            Map<Integer, Integer> hard,
            int voters,
            @Nullable String reason) {}

    record Pick(String phase, String choice) {}

    record Due(Instant at) {}

    record Left(String phase, Map<String, String> name, Instant at) {}

    /** The room itself. */
    Setting setting() {
        return room.values().iterator().next();
    }

    List<Person> peopleInOrder() {
        return people.values().stream()
                .sorted(Comparator.comparingInt(Person::ordinal))
                .toList();
    }

    List<Phase> phasesInOrder() {
        return phases.values().stream()
                .sorted(Comparator.comparingInt(Phase::ordinal))
                .toList();
    }

    List<Group> groupsInOrder() {
        return groups.values().stream()
                .sorted(Comparator.comparingInt(Group::ordinal))
                .toList();
    }

    /** The notes by their groups, then in the order in which they came; those without a group last. */
    List<Note> notesInOrder() {
        return notes.values().stream()
                .sorted(Comparator.<Note>comparingInt(
                                note -> groupOf(note).map(Group::ordinal).orElse(Integer.MAX_VALUE))
                        .thenComparingInt(Note::ordinal)
                        .thenComparing(Note::id))
                .toList();
    }

    Optional<Group> groupOf(Note note) {
        return Optional.ofNullable(note.group()).map(groups::get);
    }

    /** Who wrote a note; nobody where it was written anonymously. */
    Optional<Person> writerOf(Note note) {
        return Optional.ofNullable(note.by()).map(people::get);
    }
}
