package org.tessera.room.ui;

import static java.util.Comparator.comparing;
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
import java.util.stream.StreamSupport;
import org.tessera.protocol.Grouping;
import org.tessera.protocol.Mistake;
import org.tessera.protocol.Mode;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;
import org.tessera.protocol.Timing;
import org.tessera.protocol.Visibility;
import org.tessera.room.MemberId;
import org.tessera.room.RoomSummary.Status;
import tools.jackson.databind.JsonNode;

/** Reads the picture of a room out of what was folded; {@code docs/wire.md} says what the entities look like. */
final class Picturing {

    private static final String PEOPLE = "people";
    /** What changes so often that a picture is not made wholly anew for it. */
    private static final Set<String> OFTEN = Set.of("notes", PEOPLE);

    private final Folded folded;
    private final Talking talking;
    private final Map<String, Drawn> drawn = new HashMap<>();
    /** People as they were drawn last; forgotten where anything else has changed, on which they depend. */
    private final Map<String, Person> persons = new HashMap<>();

    private Optional<RoomPicture> last = Optional.empty();

    Picturing(Folded folded) {
        this.folded = folded;
        this.talking = new Talking(folded);
    }

    /** The picture as it is now; nothing before the first snapshot, or for a room that is not prepared yet. */
    static Optional<RoomPicture> of(Folded folded) {
        return new Picturing(folded).picture();
    }

    /**
     * The same for who asks again and again: where only notes have changed, or only people, the rest is as it was. That is
     * most of what happens in a meeting.
     */
    Optional<RoomPicture> picture() {
        Set<String> touched = folded.takeTouched();
        last = last.filter(_ -> OFTEN.containsAll(touched))
                .map(before -> touched.contains(PEOPLE) ? people(before) : notes(before))
                .or(this::whole);
        return last;
    }

    private Optional<RoomPicture> whole() {
        persons.clear();
        return Optional.of(folded)
                .filter(Folded::isReady)
                .flatMap(_ -> all("room").findFirst().map(this::picture));
    }

    private RoomPicture notes(RoomPicture before) {
        return before.saying(talking.on(before.talk(), before.current().orElse("")));
    }

    private RoomPicture people(RoomPicture before) {
        List<PersonPicture> now = people();
        boolean areSame = PersonPicture.areSameButForSignals(now, before.people());
        String phase = before.current().orElse("");
        return areSame
                ? before.among(now, talking.on(before.talk(), phase), before.order())
                : before.among(now, talking.of(phase), order());
    }

    private List<PersonPicture> people() {
        return all(PEOPLE)
                .sorted(comparingInt(person -> person.path("ordinal").asInt(0)))
                .map(this::personOnce)
                .toList();
    }

    private RoomPicture picture(JsonNode room) {
        JsonNode focus = room.path("focus").path("text");
        return new RoomPicture(
                member(folded.you()),
                room.path("id").asString(""),
                room.path("title").asString(""),
                text(room.path("name")),
                word(Status.class, room.path("status")),
                optional(room.path("meetingUrl")),
                optional(focus),
                texts(room.path("norms")),
                plannedMinutes(room),
                begun(room),
                ended(room),
                optional(room.path("phase")),
                all("phases")
                        .sorted(comparingInt(phase -> phase.path("ordinal").asInt(0)))
                        .map(this::phase)
                        .toList(),
                people(),
                groups(room.path("phase").asString("")),
                all("artifacts")
                        .sorted(comparing(artifact -> artifact.path("at").asString("")))
                        .map(Picturing::artifact)
                        .toList(),
                leading("owed").filter(folded.you()::equals).isPresent(),
                checkFailed(),
                (int) all("statements")
                        .filter(statement -> statement.path("fixed").asBoolean(false))
                        .count(),
                asking(room.path("phase").asString("")),
                unnamedReady(room.path("phase").asString("")),
                talking.of(room.path("phase").asString("")),
                order(),
                arranged(room));
    }

    private TurnOrder order() {
        List<MemberId> people = all("circle")
                .findFirst()
                .map(circle -> words(circle.path("people")))
                .orElseGet(() -> all("people")
                        .filter(person -> !person.path("role").asString("").equals(Role.COACH.word()))
                        .sorted(comparingInt(person -> person.path("ordinal").asInt(0)))
                        .map(person -> person.path("id").asString("")))
                .map(Entities::member)
                .toList();
        int held = all("phases")
                .filter(phase -> phase.path("runs").asInt(0) > 0
                        && optional(phase.path("holder")).isPresent())
                .mapToInt(phase -> phase.path("turn").asInt(0))
                .max()
                .orElse(0);
        boolean matters = all("phases")
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

    private Arranged arranged(JsonNode room) {
        return new Arranged(
                instant(room.path("scheduledAt")),
                all("agenda")
                        .map(agenda -> agenda.path("people"))
                        .filter(JsonNode::isNumber)
                        .map(people -> people.asInt(0))
                        .findFirst(),
                all("materials")
                        .map(Picturing::file)
                        .sorted(comparing(Arranged.BroughtFile::kind).thenComparing(Arranged.BroughtFile::id))
                        .toList(),
                optional(room.path("cancelled")));
    }

    private static Arranged.BroughtFile file(JsonNode json) {
        return new Arranged.BroughtFile(
                UUID.fromString(json.path("id").asString("")),
                json.path("kind").asString(""),
                optional(json.path("title")),
                optional(json.path("unlocks")));
    }

    private double plannedMinutes(JsonNode room) {
        return all("agenda")
                .map(agenda -> agenda.path("plannedMinutes"))
                .filter(JsonNode::isNumber)
                .findFirst()
                .orElse(room.path("plannedMinutes"))
                .asDouble(0);
    }

    /** When the meeting began: people may have worked alone before. */
    private Optional<Instant> begun(JsonNode room) {
        return all("phases").allMatch(Picturing::isInMeeting)
                ? instant(room.path("startedAt"))
                : all("phases")
                        .filter(Picturing::isInMeeting)
                        .flatMap(phase -> instant(phase.path("startedAt")).stream())
                        .min(Instant::compareTo);
    }

    /** When the meeting ended: the room may stay open afterwards. */
    private Optional<Instant> ended(JsonNode room) {
        return all("phases")
                .filter(phase -> timing(phase) == Timing.AFTER)
                .flatMap(phase -> instant(phase.path("startedAt")).stream())
                .min(Instant::compareTo)
                .or(() -> instant(room.path("closedAt")));
    }

    private static Timing timing(JsonNode phase) {
        return switch (phase.path("timing").asString("")) {
            case "before" -> Timing.BEFORE;
            case "after" -> Timing.AFTER;
            default -> Timing.MEETING;
        };
    }

    private static boolean isInMeeting(JsonNode phase) {
        return timing(phase) == Timing.MEETING;
    }

    private Optional<Instant> due(String phase) {
        return all("dues")
                .filter(due -> due.path("id").asString("").equals(phase))
                .findFirst()
                .flatMap(due -> instant(due.path("at")));
    }

    private int asking(String phase) {
        return all("wishes")
                .filter(wish -> wish.path("id").asString("").equals(phase))
                .mapToInt(wish -> wish.path("people").size())
                .sum();
    }

    private Optional<Integer> unnamedReady(String phase) {
        return readiness(phase)
                .filter(word -> word.path("by").isNull())
                .map(word -> word.path("ready").asInt(0))
                .findFirst();
    }

    /** One's own word where notes are written without a name; nobody is told anybody else's. */
    private boolean saidReadyUnnamed(String person) {
        return all("room")
                .flatMap(room -> readiness(room.path("phase").asString("")))
                .anyMatch(word -> word.path("by").asString("").equals(person));
    }

    private Stream<JsonNode> readiness(String phase) {
        return all("readiness").filter(word -> word.path("phase").asString("").equals(phase));
    }

    private boolean checkFailed() {
        List<JsonNode> checks = all("checks").toList();
        return !checks.isEmpty()
                && checks.stream().noneMatch(check -> check.path("passed").asBoolean(false));
    }

    /** A person as drawn last, while nothing but people has changed and this one has not. */
    private PersonPicture personOnce(JsonNode json) {
        String id = json.path("id").asString("");
        Person before = persons.get(id);
        if (before == null || !before.isOf(json)) {
            before = new Person(json, person(json));
            persons.put(id, before);
        }
        return before.picture();
    }

    private PersonPicture person(JsonNode json) {
        String id = json.path("id").asString("");
        Role role = Role.of(json.path("role").asString(""));
        return new PersonPicture(
                member(id),
                json.path("name").asString(""),
                role,
                acting(id, role),
                all("leading").flatMap(leading -> words(leading.path("co"))).anyMatch(id::equals),
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
        Optional<String> running = all("room").findFirst().flatMap(room -> optional(room.path("phase")));
        return all("turns")
                .filter(turns ->
                        running.filter(turns.path("id").asString("")::equals).isPresent())
                .flatMap(turns -> words(turns.path("speaking")))
                .anyMatch(person::equals);
    }

    private Role acting(String person, Role role) {
        Optional<String> running = all("room").findFirst().flatMap(room -> optional(room.path("phase")));
        Optional<String> holder = all("phases")
                .filter(phase ->
                        running.filter(phase.path("id").asString("")::equals).isPresent())
                .findFirst()
                .flatMap(phase -> optional(phase.path("holder")));
        if (holder.isEmpty()) {
            return role;
        }
        return holder.get().equals(person) ? Role.PRESENTER : role == Role.PRESENTER ? Role.PARTICIPANT : role;
    }

    private Optional<String> leading(String part) {
        return all("leading").findFirst().flatMap(leading -> optional(leading.path(part)));
    }

    private List<GroupPicture> groups(String phase) {
        return all("pairs")
                .filter(pair -> !pair.path("over").asBoolean())
                .map(pair -> new GroupPicture(
                        UUID.fromString(pair.path("id").asString("")),
                        words(pair.path("people")).map(Entities::member).toList(),
                        extended(phase, pair.path("id").asString(""))))
                .toList();
    }

    /** Until when a small group has been given more time in a phase. */
    private Optional<Instant> extended(String phase, String group) {
        return all("extensions")
                .filter(extension -> extension.path("phase").asString("").equals(phase)
                        && extension.path("group").asString("").equals(group))
                .findFirst()
                .flatMap(extension -> instant(extension.path("endsAt")));
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

    private record Person(JsonNode json, PersonPicture picture) {

        @SuppressWarnings("ReferenceEquality") // as with phases: whatever changes in an entity, it comes anew
        boolean isOf(JsonNode other) {
            return json == other;
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

    private static ArtifactPicture artifact(JsonNode json) {
        return new ArtifactPicture(
                json.path("id").asString(""), json.path("phase").asString(""), text(json.path("name")));
    }

    private static Map<Role, Text> forRole(JsonNode json) {
        Map<Role, Text> texts = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            optionalText(json.path(role.word())).ifPresent(text -> texts.put(role, text));
        }
        return Map.copyOf(texts);
    }

    private Stream<JsonNode> all(String collection) {
        return StreamSupport.stream(folded.all(collection).spliterator(), false);
    }
}
