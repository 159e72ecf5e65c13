package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tessera.room.Entity.Note;
import org.tessera.room.Entity.Statement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One member's picture of the room, made of the snapshot at the door and of all that was told since. It knows by rules of
 * its own what that member may know, and objects to everything else.
 */
final class Onlooker {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern SECRET = Pattern.compile("secret-\\d+");

    private final MemberId member;
    private final Names names;
    private final Map<String, Map<String, JsonNode>> picture = new LinkedHashMap<>();

    Onlooker(MemberId member, Room room, Names names) {
        this(member, names);
        enters(Projection.snapshot(room, member, names), room);
    }

    /** Somebody who has not entered yet. */
    Onlooker(MemberId member, Names names) {
        this.member = member;
        this.names = names;
    }

    /** Begins anew with what the snapshot of {@code room} shows. */
    void enters(JsonNode snapshot, Room room) {
        keepsSecrets(snapshot.toString(), room, room);
        picture.clear();
        picture.putAll(collections(snapshot));
        holdsOnlyItsOwn(room);
    }

    /** Hears what an event tells, and compares the own picture with a fresh snapshot. */
    void hears(Telling telling, Room before, Recorded recorded, Room after) {
        Optional<String> told = telling.to(member).map(Utf8::toString);
        told.ifPresent(text -> hears(text, before, recorded, after));
        // pages in the server's own process read the tree
        told.ifPresent(text -> assertThat(telling.toldTo(member).orElseThrow().tree())
                .as("what %s would read of %s", member, recorded)
                .isEqualTo(JSON.readTree(text)));
        if (!concerns(recorded.event(), before, after)) {
            assertThat(told).as("what %s hears of %s", member, recorded).isEmpty();
        }
        isUpToDate(after);
    }

    /** Hears the text of an event. */
    void hears(String text, Room before, Recorded recorded, Room after) {
        JsonNode told = JSON.readTree(text);
        assertThat(concerns(recorded.event(), before, after))
                .as("what %s hears of %s concerns that person", member, recorded)
                .isTrue();
        keepsSecrets(text, before, after);
        fold(told);
        holdsOnlyItsOwn(after);
        tellsNotWhoAnswered(told, recorded.event());
        tellsNotForWhom(told, recorded.event(), after);
    }

    /** Nothing of the own picture differs from a fresh snapshot of {@code room}. */
    void isUpToDate(Room room) {
        assertThat(differences(collections(Projection.snapshot(room, member, names))))
                .as("the picture of %s at %s", member, room.seq())
                .isEmpty();
    }

    /** Whether {@code snapshot} is what this member may know of {@code room}, word for word. */
    boolean isOf(JsonNode snapshot, Room room) {
        return collections(snapshot).equals(collections(Projection.snapshot(room, member, names)));
    }

    /** A count that moves with a name says what that person answered. */
    private void tellsNotWhoAnswered(JsonNode told, RoomEvent event) {
        if (event instanceof RoomEvent.ItemAnswered e && !e.member().equals(member)) {
            assertThat(told.get("by").isNull()).as("unsigned: %s", told).isTrue();
            assertThat(told.toString()).doesNotContain(e.member().toString());
        }
    }

    /** Whoever hears of a count that an exception changed does not hear whose it is. */
    private void tellsNotForWhom(JsonNode told, RoomEvent event, Room after) {
        if (event instanceof RoomEvent.Overridden e && !e.member().equals(member) && !conducts(after)) {
            assertThat(told.path("put").propertyNames()).as("%s", told).containsExactly("consensus");
            assertThat(told.toString()).doesNotContain(e.member().toString());
        }
    }

    /** Where the picture and a fresh snapshot are not the same: collection, id, and what the two say. */
    private List<String> differences(Map<String, Map<String, JsonNode>> fresh) {
        List<String> differences = new ArrayList<>();
        fresh.forEach((collection, entities) -> {
            Map<String, JsonNode> mine = picture.get(collection);
            if (!entities.equals(mine)) {
                Set<String> ids = new TreeSet<>(entities.keySet());
                ids.addAll(mine.keySet());
                ids.removeIf(id -> Objects.equals(entities.get(id), mine.get(id)));
                ids.forEach(id -> differences.add(
                        collection + " " + id + ": has " + mine.get(id) + ", should have " + entities.get(id)));
            }
        });
        return differences;
    }

    /** What one never knew of cannot be taken away: its id alone would say that it had been there. */
    private void fold(JsonNode event) {
        event.path("drop").properties().forEach(drop -> drop.getValue()
                .forEach(id -> assertThat(picture.get(drop.getKey()).remove(id.stringValue()))
                        .as("dropped for %s: %s", member, event)
                        .isNotNull()));
        event.path("put").properties().forEach(put -> put.getValue().forEach(entity -> picture.get(put.getKey())
                .put(entity.get("id").stringValue(), entity)));
    }

    private static Map<String, Map<String, JsonNode>> collections(JsonNode snapshot) {
        Map<String, Map<String, JsonNode>> collections = new LinkedHashMap<>();
        snapshot.properties().forEach(collection -> {
            Map<String, JsonNode> entities = new LinkedHashMap<>();
            collection.getValue().properties().forEach(e -> entities.put(e.getKey(), e.getValue()));
            collections.put(collection.getKey(), entities);
        });
        return collections;
    }

    // What this member may know

    private void keepsSecrets(String text, Room before, Room after) {
        Set<String> told = SECRET.matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!told.isEmpty()) {
            told.removeAll(knowable(after));
            assertThat(told).as("secrets told to %s: %s", member, text).isEmpty();
        }
        List<String> hidden = Stream.concat(before.notes().stream(), after.notes().stream())
                .filter(note -> isHidden(before, note.id()) && isHidden(after, note.id()))
                .map(note -> note.id().toString())
                .filter(text::contains)
                .toList();
        assertThat(hidden).as("hidden notes named to %s: %s", member, text).isEmpty();
    }

    private void holdsOnlyItsOwn(Room room) {
        List<String> others = new ArrayList<>();
        picture.forEach((collection, entities) -> entities.forEach((id, entity) -> {
            if (!isOwn(collection, id, entity, room)) {
                others.add(collection + " " + entity);
            }
        }));
        assertThat(others).as("held by %s", member).isEmpty();
    }

    private boolean isOwn(String collection, String id, JsonNode entity, Room room) {
        return switch (collection) {
            case "notes" -> !isHidden(room, new NoteId(UUID.fromString(id)));
            case "readiness" ->
                entity.get("by").isNull() || entity.get("by").stringValue().equals(member.toString());
            case "claims" ->
                room.claims()
                        .anyMatch(claim ->
                                claim.note().toString().equals(id) && claim.by().equals(member));
            case "groups" ->
                room.group(UUID.fromString(id)).filter(this::isVisible).isPresent();
            case "scores" ->
                entity.get("open").booleanValue()
                        || entity.get("by").stringValue().equals(member.toString());
            case "ballots", "answers", "opinions", "flags", "lookbacks" ->
                entity.get("by").stringValue().equals(member.toString());
            case "statements" ->
                room.statement(UUID.fromString(id)).filter(this::isVisible).isPresent();
            case "materials" ->
                !entity.get("locked").booleanValue()
                        || Set.copyOf(entity.propertyNames()).equals(Set.of("id", "kind", "locked", "unlocks"));
            case "phases" ->
                conducts(room)
                        || (!entity.has("early")
                                && entity.get("grants").propertyNames().stream().allMatch(member.toString()::equals));
            default -> true;
        };
    }

    private boolean conducts(Room room) {
        return room.member(member).filter(room::conducts).isPresent();
    }

    private boolean isHidden(Room room, NoteId note) {
        return room.note(note).filter(this::isVisible).isEmpty();
    }

    private boolean isVisible(Note note) {
        return note.state() == Note.State.POSTED
                || note.by().equals(member)
                || (note.state() == Note.State.AMONG && note.ties().among().contains(member));
    }

    private boolean isVisible(Entity.Group group) {
        return group.among().isEmpty() || group.among().contains(member);
    }

    private boolean isVisible(Statement statement) {
        return statement.people().isEmpty()
                || statement.shared()
                || statement.people().contains(member);
    }

    private Set<String> knowable(Room room) {
        Set<String> secrets = new HashSet<>();
        Stream<String> texts = Stream.of(
                        room.notes().stream().filter(this::isVisible).map(Note::text),
                        room.statements().stream().filter(this::isVisible).flatMap(s -> Stream.of(s.title(), s.text())),
                        room.materials().filter(material -> !material.locked()).map(Entity.Brought::title),
                        room.goals().stream().map(Entity.Goal::text),
                        room.groups().stream().filter(this::isVisible).map(Entity.Group::name),
                        room.items().stream().flatMap(item -> item.text().byLanguage().values().stream()),
                        room.opinions()
                                .filter(opinion -> opinion.by().equals(member) || isSettled(room, opinion))
                                .map(Entity.Opinion::why),
                        room.consensus().map(Entity.Consensus::rationale),
                        room.consensus().flatMap(c -> c.whys().stream()).map(Entity.Consensus.Why::text),
                        room.scores()
                                .filter(score -> score.open() || score.by().equals(member))
                                .map(Entity.Score::evidence),
                        room.settledScores().map(Entity.Settled::rationale),
                        room.setting().focus().stream().map(Entity.Focus::text),
                        room.wordings().stream().map(Entity.Wording::text),
                        room.norms().stream().map(Entity.Norm::text),
                        room.setting().norms().stream().flatMap(norm -> norm.byLanguage().values().stream()),
                        room.pack().phases().stream()
                                .flatMap(phase -> room.debrief(phase.id()).stream())
                                .flatMap(Onlooker::wordsOf))
                .flatMap(each -> each);
        texts.forEach(text -> SECRET.matcher(text).results().forEach(found -> secrets.add(found.group())));
        return secrets;
    }

    private static boolean isSettled(Room room, Entity.Opinion opinion) {
        return room.consensus(opinion.phase(), opinion.item())
                .flatMap(Entity.Consensus::settled)
                .isPresent();
    }

    private static Stream<String> wordsOf(Entity.Debrief debrief) {
        return Stream.concat(
                debrief.reason().stream(),
                debrief.norms().stream().flatMap(norm -> norm.byLanguage().values().stream()));
    }

    /** Whether an event may reach this member at all: what somebody does alone reaches nobody else. */
    private boolean concerns(RoomEvent event, Room before, Room after) {
        return switch (event) {
            case RoomEvent.NoteAdded e -> sees(e.note(), before, after);
            case RoomEvent.NoteEdited e -> sees(e.note(), before, after);
            case RoomEvent.NoteRemoved e -> sees(e.note(), before, after);
            case RoomEvent.NotePosted e -> sees(e.note(), before, after);
            case RoomEvent.NoteKept e -> sees(e.note(), before, after);
            case RoomEvent.NoteRestored e -> sees(e.note(), before, after);
            case RoomEvent.NoteMoved e -> sees(e.note(), before, after);
            case RoomEvent.NotesGrouped e ->
                e.notes().isEmpty() || e.notes().stream().anyMatch(note -> sees(note, before, after));
            case RoomEvent.GroupNamed e ->
                after.group(e.group()).filter(this::isVisible).isPresent();
            case RoomEvent.GroupDissolved e ->
                before.group(e.group()).filter(this::isVisible).isPresent();
            case RoomEvent.VoteCast e -> e.voter().equals(member);
            case RoomEvent.VoteRetracted e -> e.voter().equals(member);
            case RoomEvent.CheckAnswered e -> e.member().equals(member);
            case RoomEvent.ScoreGiven e -> e.member().equals(member);
            case RoomEvent.NormFlagged e -> e.member().equals(member);
            case RoomEvent.NormsChecked e -> e.member().equals(member);
            case RoomEvent.StatementOpened e ->
                e.people().isEmpty() || e.people().contains(member);
            case RoomEvent.StatementEdited e ->
                after.statement(e.statement()).filter(this::isVisible).isPresent();
            case RoomEvent.Overridden e ->
                conducts(after) || (e.member().equals(member) && e.action().isPresent()) || isRecounted(before, after);
            case RoomEvent.TakenBack e -> false;
            case RoomEvent.PayloadErased e -> false;
            default -> true;
        };
    }

    /** Of how many answers there can be everybody hears, whatever changed it. */
    private static boolean isRecounted(Room before, Room after) {
        return !before.holdsSame(after, Shelf.CONSENSUS);
    }

    private boolean sees(NoteId note, Room before, Room after) {
        return !isHidden(before, note) || !isHidden(after, note);
    }
}
