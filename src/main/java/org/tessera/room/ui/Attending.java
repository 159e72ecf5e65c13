package org.tessera.room.ui;

import static java.util.Comparator.comparingInt;
import static org.tessera.room.ui.Entities.instant;
import static org.tessera.room.ui.Entities.member;
import static org.tessera.room.ui.Entities.mode;
import static org.tessera.room.ui.Entities.optional;
import static org.tessera.room.ui.Entities.word;
import static org.tessera.room.ui.Entities.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tessera.protocol.Mode;
import org.tessera.protocol.Role;
import org.tessera.room.MemberId;
import tools.jackson.databind.JsonNode;

/** Draws who takes part, in which parts and turns; a person who has not changed is not drawn again. */
final class Attending {

    private final Folded folded;
    private final Map<String, Person> drawn = new HashMap<>();

    Attending(Folded folded) {
        this.folded = folded;
    }

    /** Draws everybody anew the next time: something else has changed on which people may depend. */
    void forget() {
        drawn.clear();
    }

    /** In the order of their coming. */
    List<PersonPicture> people() {
        return folded.all("people")
                .sorted(comparingInt(person -> person.path("ordinal").asInt(0)))
                .map(this::personOnce)
                .toList();
    }

    /** In which turns go round. */
    TurnOrder order() {
        List<MemberId> people = folded.all("circle")
                .findFirst()
                .map(circle -> words(circle.path("people")))
                .orElseGet(() -> folded.all("people")
                        .filter(person -> !person.path("role").asString("").equals(Role.COACH.word()))
                        .sorted(comparingInt(person -> person.path("ordinal").asInt(0)))
                        .map(person -> person.path("id").asString("")))
                .map(Entities::member)
                .toList();
        int held = folded.all("phases")
                .filter(phase -> phase.path("runs").asInt(0) > 0
                        && optional(phase.path("holder")).isPresent())
                .mapToInt(phase -> phase.path("turn").asInt(0))
                .max()
                .orElse(0);
        boolean matters = folded.all("phases")
                .filter(phase -> phase.path("state").asString("").equals("ahead"))
                .anyMatch(phase ->
                        isRound(phase) || (isHeld(phase) && phase.path("turn").asInt(0) > held));
        return new TurnOrder(people, held, matters);
    }

    /** Whether one person after the other has the presenter's part in it. */
    private static boolean isHeld(JsonNode phase) {
        return words(phase.path("speak")).anyMatch(Role.PRESENTER.word()::equals);
    }

    private static boolean isRound(JsonNode phase) {
        return mode(phase.path("mode").asString("")) == Mode.ROUND
                && phase.path("grouping").asString("").equals("all");
    }

    /** How many are done in a phase of notes without names. */
    Optional<Integer> unnamedReady(String phase) {
        return readiness(phase)
                .filter(word -> word.path("by").isNull())
                .map(word -> word.path("ready").asInt(0))
                .findFirst();
    }

    /** One's own word where notes are written without a name; nobody is told anybody else's. */
    private boolean saidReadyUnnamed(String person) {
        return folded.all("room")
                .flatMap(room -> readiness(room.path("phase").asString("")))
                .anyMatch(word -> word.path("by").asString("").equals(person));
    }

    private Stream<JsonNode> readiness(String phase) {
        return folded.all("readiness")
                .filter(word -> word.path("phase").asString("").equals(phase));
    }

    private PersonPicture personOnce(JsonNode json) {
        String id = json.path("id").asString("");
        Person before = drawn.get(id);
        if (before == null || !before.isOf(json)) {
            before = new Person(json, person(json));
            drawn.put(id, before);
        }
        return before.picture();
    }

    private record Person(JsonNode json, PersonPicture picture) {

        @SuppressWarnings("ReferenceEquality") // as with phases: whatever changes in an entity, it comes anew
        boolean isOf(JsonNode other) {
            return json == other;
        }
    }

    private PersonPicture person(JsonNode json) {
        String id = json.path("id").asString("");
        Role role = Role.of(json.path("role").asString(""));
        return new PersonPicture(
                member(id),
                json.path("name").asString(""),
                role,
                acting(id, role),
                folded.all("leading")
                        .flatMap(leading -> words(leading.path("co")))
                        .anyMatch(id::equals),
                leading("deputy").filter(id::equals).isPresent(),
                json.path("guest").asBoolean(false),
                json.path("agreed").asBoolean(false),
                json.path("ready").asBoolean(false) || saidReadyUnnamed(id),
                instant(json.path("hand")),
                folded.here().contains(id),
                isSpeaking(id),
                folded.devices().stream()
                        .filter(device -> device.contains(id))
                        .flatMap(List::stream)
                        .filter(other -> !other.equals(id))
                        .distinct()
                        .map(Entities::member)
                        .toList());
    }

    private boolean isSpeaking(String person) {
        Optional<String> running = folded.all("room").findFirst().flatMap(room -> optional(room.path("phase")));
        return folded.all("turns")
                .filter(turns ->
                        running.filter(turns.path("id").asString("")::equals).isPresent())
                .flatMap(turns -> words(turns.path("speaking")))
                .anyMatch(person::equals);
    }

    private Role acting(String person, Role role) {
        Optional<String> running = folded.all("room").findFirst().flatMap(room -> optional(room.path("phase")));
        Optional<String> holder = folded.all("phases")
                .filter(phase ->
                        running.filter(phase.path("id").asString("")::equals).isPresent())
                .findFirst()
                .flatMap(phase -> optional(phase.path("holder")));
        if (holder.isEmpty()) {
            return role;
        }
        return holder.get().equals(person) ? Role.PRESENTER : role == Role.PRESENTER ? Role.PARTICIPANT : role;
    }

    /** Who has a part in leading: the deputy, or who is owed the facilitation. */
    Optional<String> leading(String part) {
        return folded.all("leading").findFirst().flatMap(leading -> optional(leading.path(part)));
    }
}
