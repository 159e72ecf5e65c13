package org.tessera.room;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tessera.protocol.Visibility;
import org.tessera.room.Entity.Ref;
import org.tessera.room.RoomEvent.GroupJoined;
import org.tessera.room.RoomEvent.RoleAssigned;
import org.tessera.room.RoomEvent.StatementEdited;
import org.tessera.room.RoomEvent.TimeAsked;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The only way out of a room. An event becomes one telling: for everybody, and for single people, the entities that
 * changed for them. Whoever may not know of an entity gets no frame for it, so neither text nor count nor time leaks.
 */
final class Projection {

    private Projection() {}

    /** What {@code recorded}, which led from {@code before} to {@code after}, tells whom. */
    static Telling of(Room before, Recorded recorded, Room after, Names names) {
        return of(before, recorded, after, Change.between(before, after), names);
    }

    /** The same, where it is known what has changed between the two. */
    static Telling of(Room before, Recorded recorded, Room after, List<Change> changes, Names names) {
        Telling.Draft forAll = new Telling.Draft();
        Map<MemberId, Telling.Draft> forSome = new LinkedHashMap<>();
        for (Change change : changes) {
            Entity is = change.is();
            if (is == null) {
                dropped(change.ref(), change.was(), null, forAll, forSome);
                continue;
            }
            if (is instanceof Entity.PhaseRun) {
                continue;
            }
            dropped(change.ref(), change.was(), is, forAll, forSome);
            ObjectNode json = EntityJson.of(is, after, names);
            switch (Audience.of(is)) {
                case Audience.Everyone e -> forAll.put(change.ref(), json);
                case Audience.Only only ->
                    only.people().forEach(person -> forSome.computeIfAbsent(person, p -> new Telling.Draft())
                            .put(change.ref(), json));
            }
        }
        Exceptions.tell(before, after, forAll, forSome);
        addExtras(recorded.event(), after, forAll, forSome);
        return new Telling(recorded, forAll, forSome);
    }

    /**
     * Whether {@code to} is shown what {@code from} is just doing: only where everything is open, and in small groups only
     * one's own group.
     */
    static boolean isGestureSeen(Room room, MemberId from, MemberId to) {
        return room.isPrepared()
                && room.current()
                        .map(room::phaseOf)
                        .filter(phase -> phase.visibility() == Visibility.OPEN)
                        .filter(phase -> !phase.isInGroups() || SmallGroups.areTogether(room, from, to))
                        .isPresent();
    }

    private static void dropped(
            Ref ref,
            @Nullable Entity was,
            @Nullable Entity is,
            Telling.Draft forAll,
            Map<MemberId, Telling.Draft> forSome) {
        if (was == null) {
            return;
        }
        Audience before = Audience.of(was);
        Audience after = is == null ? new Audience.Only(java.util.Set.of()) : Audience.of(is);
        switch (before) {
            case Audience.Everyone e when after instanceof Audience.Only -> forAll.drop(ref);
            case Audience.Everyone e -> {}
            case Audience.Only only ->
                only.people().stream()
                        .filter(person -> !after.includes(person))
                        .forEach(person -> forSome.computeIfAbsent(person, p -> new Telling.Draft())
                                .drop(ref));
        }
    }

    /** What an event says beside the entities it changed. */
    private static void addExtras(
            RoomEvent event, Room after, Telling.Draft forAll, Map<MemberId, Telling.Draft> forSome) {
        switch (event) {
            case StatementEdited e -> {
                Optional<Entity.Statement> statement = after.statement(e.statement());
                if (statement.isPresent()) {
                    switch (Audience.of(statement.get())) {
                        case Audience.Everyone all -> forAll.extra(node -> edit(node, e));
                        case Audience.Only only ->
                            only.people().forEach(person -> forSome.computeIfAbsent(person, p -> new Telling.Draft())
                                    .extra(node -> edit(node, e)));
                    }
                }
            }
            case GroupJoined e ->
                forAll.extra(node -> node.put("person", e.member().toString()));
            case TimeAsked e ->
                forAll.extra(node -> node.put("person", e.member().toString()));
            case RoleAssigned e ->
                forAll.extra(node -> node.put("person", e.member().toString())
                        .put("role", e.role().word())
                        .put("why", e.why().name().toLowerCase(java.util.Locale.ROOT)));
            default -> {}
        }
    }

    private static void edit(ObjectNode node, StatementEdited e) {
        node.put("statement", e.statement().toString()).put("version", e.version());
        node.set("changes", EntityJson.JSON.readTree(e.changes()));
    }

    /** Everything {@code member} may know, as the {@code room} of a snapshot frame. */
    static ObjectNode snapshot(Room room, MemberId member, Names names) {
        return snapshot(room, member, new Portraits(names));
    }

    /** The same, with what was drawn for others already. */
    static ObjectNode snapshot(Room room, MemberId member, Portraits portraits) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Map<Shelf, Map<String, ObjectNode>> seen = new EnumMap<>(Shelf.class);
        room.everything().filter(entity -> Audience.of(entity).includes(member)).forEach(entity -> seen.computeIfAbsent(
                        entity.ref().shelf(), shelf -> new HashMap<>())
                .put(entity.ref().id(), portraits.of(entity, room, member)));
        for (Shelf shelf : Shelf.values()) {
            ObjectNode collection = json.putObject(shelf.word());
            seen.getOrDefault(shelf, Map.of()).forEach(collection::set);
        }
        return json;
    }

    /** An empty list of a draft, made when first needed. */
    static ArrayNode listIn(ObjectNode node, String key) {
        return node.get(key) instanceof ArrayNode there ? there : node.putArray(key);
    }
}
