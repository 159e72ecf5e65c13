package org.tessera.room.ui;

import static java.util.Comparator.comparing;
import static org.tessera.room.ui.Entities.instant;
import static org.tessera.room.ui.Entities.member;
import static org.tessera.room.ui.Entities.optional;
import static org.tessera.room.ui.Entities.text;
import static org.tessera.room.ui.Entities.texts;
import static org.tessera.room.ui.Entities.word;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tessera.protocol.Timing;
import org.tessera.room.RoomSummary.Status;
import tools.jackson.databind.JsonNode;

/** Reads the picture of a room out of what was folded; {@code docs/wire.md} says what the entities look like. */
final class Picturing {

    private static final String PEOPLE = "people";
    /** What changes so often that a picture is not made wholly anew for it. */
    private static final Set<String> OFTEN = Set.of("notes", PEOPLE);

    private final Folded folded;
    private final Talking talking;
    private final Attending attending;
    private final Phasing phasing;
    private Optional<RoomPicture> last = Optional.empty();

    Picturing(Folded folded) {
        this.folded = folded;
        this.talking = new Talking(folded);
        this.attending = new Attending(folded);
        this.phasing = new Phasing(folded);
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
        attending.forget();
        return Optional.of(folded)
                .filter(Folded::isReady)
                .flatMap(_ -> folded.all("room").findFirst().map(this::picture));
    }

    private RoomPicture notes(RoomPicture before) {
        return before.saying(talking.on(before.talk(), before.current().orElse("")));
    }

    private RoomPicture people(RoomPicture before) {
        List<PersonPicture> now = attending.people();
        boolean areSame = PersonPicture.areSameButForSignals(now, before.people());
        String phase = before.current().orElse("");
        return areSame
                ? before.among(now, talking.on(before.talk(), phase), before.order())
                : before.among(now, talking.of(phase), attending.order());
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
                phasing.phases(),
                attending.people(),
                phasing.groups(room.path("phase").asString("")),
                folded.all("artifacts")
                        .sorted(comparing(artifact -> artifact.path("at").asString("")))
                        .map(Picturing::artifact)
                        .toList(),
                attending.leading("owed").filter(folded.you()::equals).isPresent(),
                checkFailed(),
                (int) folded.all("statements")
                        .filter(statement -> statement.path("fixed").asBoolean(false))
                        .count(),
                asking(room.path("phase").asString("")),
                attending.unnamedReady(room.path("phase").asString("")),
                talking.of(room.path("phase").asString("")),
                attending.order(),
                arranged(room));
    }

    private Arranged arranged(JsonNode room) {
        return new Arranged(
                instant(room.path("scheduledAt")),
                folded.all("agenda")
                        .map(agenda -> agenda.path("people"))
                        .filter(JsonNode::isNumber)
                        .map(people -> people.asInt(0))
                        .findFirst(),
                folded.all("materials")
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
        return folded.all("agenda")
                .map(agenda -> agenda.path("plannedMinutes"))
                .filter(JsonNode::isNumber)
                .findFirst()
                .orElse(room.path("plannedMinutes"))
                .asDouble(0);
    }

    /** When the meeting began: people may have worked alone before. */
    private Optional<Instant> begun(JsonNode room) {
        return folded.all("phases").allMatch(Picturing::isInMeeting)
                ? instant(room.path("startedAt"))
                : folded.all("phases")
                        .filter(Picturing::isInMeeting)
                        .flatMap(phase -> instant(phase.path("startedAt")).stream())
                        .min(Instant::compareTo);
    }

    /** When the meeting ended: the room may stay open afterwards. */
    private Optional<Instant> ended(JsonNode room) {
        return folded.all("phases")
                .filter(phase -> Phasing.timing(phase) == Timing.AFTER)
                .flatMap(phase -> instant(phase.path("startedAt")).stream())
                .min(Instant::compareTo)
                .or(() -> instant(room.path("closedAt")));
    }

    private static boolean isInMeeting(JsonNode phase) {
        return Phasing.timing(phase) == Timing.MEETING;
    }

    private int asking(String phase) {
        return folded.all("wishes")
                .filter(wish -> wish.path("id").asString("").equals(phase))
                .mapToInt(wish -> wish.path("people").size())
                .sum();
    }

    private boolean checkFailed() {
        List<JsonNode> checks = folded.all("checks").toList();
        return !checks.isEmpty()
                && checks.stream().noneMatch(check -> check.path("passed").asBoolean(false));
    }

    private static ArtifactPicture artifact(JsonNode json) {
        return new ArtifactPicture(
                json.path("id").asString(""), json.path("phase").asString(""), text(json.path("name")));
    }
}
