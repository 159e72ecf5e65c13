package org.tessera.room.ui;

import static java.util.Comparator.comparingInt;
import static org.tessera.room.ui.Entities.instant;
import static org.tessera.room.ui.Entities.member;
import static org.tessera.room.ui.Entities.mode;
import static org.tessera.room.ui.Entities.optional;
import static org.tessera.room.ui.Entities.optionalText;
import static org.tessera.room.ui.Entities.roles;
import static org.tessera.room.ui.Entities.text;
import static org.tessera.room.ui.Entities.texts;
import static org.tessera.room.ui.Entities.word;
import static org.tessera.room.ui.Entities.words;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tessera.protocol.Grouping;
import org.tessera.protocol.Mistake;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;
import org.tessera.protocol.Timing;
import org.tessera.protocol.Visibility;
import tools.jackson.databind.JsonNode;

/** Draws the phases out of what was folded, with their small groups; one that has not changed is not drawn again. */
final class Phasing {

    private final Folded folded;
    private final Map<String, Drawn> drawn = new HashMap<>();

    Phasing(Folded folded) {
        this.folded = folded;
    }

    /** In the order of the protocol. */
    List<PhasePicture> phases() {
        return folded.all("phases")
                .sorted(comparingInt(phase -> phase.path("ordinal").asInt(0)))
                .map(this::phase)
                .toList();
    }

    /** The small groups, with the time each was given in a phase. */
    List<GroupPicture> groups(String phase) {
        return folded.all("pairs")
                .filter(pair -> !pair.path("over").asBoolean())
                .map(pair -> new GroupPicture(
                        UUID.fromString(pair.path("id").asString("")),
                        words(pair.path("people")).map(Entities::member).toList(),
                        extended(phase, pair.path("id").asString(""))))
                .toList();
    }

    /** Until when a small group has been given more time in a phase. */
    private Optional<Instant> extended(String phase, String group) {
        return folded.all("extensions")
                .filter(extension -> extension.path("phase").asString("").equals(phase)
                        && extension.path("group").asString("").equals(group))
                .findFirst()
                .flatMap(extension -> instant(extension.path("endsAt")));
    }

    private Optional<Instant> due(String phase) {
        return folded.all("dues")
                .filter(due -> due.path("id").asString("").equals(phase))
                .findFirst()
                .flatMap(due -> instant(due.path("at")));
    }

    /** When a phase ends for who looks, whose small group may have been given more time. */
    private Optional<Instant> endOf(JsonNode phase) {
        Optional<Instant> forAll = instant(phase.path("endsAt"));
        return groups(phase.path("id").asString("")).stream()
                .filter(group -> group.people().contains(member(folded.you())))
                .flatMap(group -> group.endsAt().stream())
                .filter(own -> forAll.filter(own::isAfter).isPresent())
                .findFirst()
                .or(() -> forAll);
    }

    /**
     * A phase as it was drawn last: of all there is in a picture its texts are the most, and change least.
     *
     * @param json the entity it was drawn from
     */
    private record Drawn(JsonNode json, Optional<Instant> due, Optional<Instant> end, PhasePicture picture) {

        @SuppressWarnings("ReferenceEquality") // to compare what it says would cost as much as to draw it
        boolean isOf(JsonNode other, Optional<Instant> otherDue, Optional<Instant> otherEnd) {
            // whatever changes in an entity, it comes anew
            return json == other && due.equals(otherDue) && end.equals(otherEnd);
        }
    }

    private PhasePicture phase(JsonNode json) {
        String id = json.path("id").asString("");
        Optional<Instant> due = due(id);
        Optional<Instant> end = endOf(json);
        Drawn before = drawn.get(id);
        if (before == null || !before.isOf(json, due, end)) {
            before = new Drawn(json, due, end, phase(json, due, end));
            drawn.put(id, before);
        }
        return before.picture();
    }

    private static PhasePicture phase(JsonNode json, Optional<Instant> due, Optional<Instant> end) {
        return new PhasePicture(
                json.path("id").asString(""),
                text(json.path("name")),
                mode(json.path("mode").asString("")),
                word(Grouping.class, json.path("grouping")),
                word(Visibility.class, json.path("visibility")),
                !json.path("instrument").asString("none").equals("none"),
                roles(json.path("speak")),
                roles(json.path("may").path("post")),
                acting(json.path("may")),
                text(json.path("task")),
                forRole(json.path("forRole")),
                optionalText(json.path("say")),
                optionalText(json.path("watch")),
                optionalText(json.path("yields")),
                json.path("optional").asBoolean(false),
                json.path("protected").asBoolean(false),
                optional(json.path("rework")),
                word(PhasePicture.State.class, json.path("state")),
                json.path("planned").asDouble(0),
                instant(json.path("startedAt")),
                end,
                instant(json.path("pausedAt")),
                json.path("locked").asBoolean(false),
                new PhaseTiming(
                        timing(json),
                        due,
                        Duration.ofSeconds(json.path("pausedSeconds").asInt(0)),
                        instant(json.path("endedAt")),
                        keeps(json)),
                json.path("turn").asInt(0),
                script(json));
    }

    static Timing timing(JsonNode phase) {
        return switch (phase.path("timing").asString("")) {
            case "before" -> Timing.BEFORE;
            case "after" -> Timing.AFTER;
            default -> Timing.MEETING;
        };
    }

    /** What a phase and those before it keep together, if no exception was made. */
    private static Optional<PhaseTiming.Keeps> keeps(JsonNode phase) {
        JsonNode json = phase.path("keeps");
        return json.isObject() && !phase.path("early").asBoolean(false)
                ? Optional.of(new PhaseTiming.Keeps(
                        words(json.path("phases")).toList(),
                        json.path("minutes").asInt(0)))
                : Optional.empty();
    }

    private static Set<Role> acting(JsonNode may) {
        return may.propertyStream()
                .flatMap(action -> roles(action.getValue()).stream())
                .collect(Collectors.toSet());
    }

    private static Script script(JsonNode phase) {
        List<Mistake> mistakes = new ArrayList<>();
        phase.path("mistakes").forEach(mistake -> Stream.of(Mistake.Moment.values())
                .filter(moment -> moment.name()
                        .equals(mistake.path("at")
                                .asString("")
                                .replace('-', '_')
                                .toUpperCase(Locale.ROOT)))
                .forEach(moment -> mistakes.add(new Mistake(moment, text(mistake.path("text"))))));
        double least = phase.path("minutes").path("min").asDouble(0);
        return new Script(
                mistakes,
                Duration.ofSeconds(Math.round(least * 60)),
                Talking.isDebrief(phase),
                words(phase.path("kinds")).collect(Collectors.toUnmodifiableSet()));
    }

    private static Map<Role, Text> forRole(JsonNode json) {
        Map<Role, Text> texts = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            optionalText(json.path(role.word())).ifPresent(text -> texts.put(role, text));
        }
        return Map.copyOf(texts);
    }
}
