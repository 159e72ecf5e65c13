package org.tessera.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.tessera.room.Entity.Ref;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One event as it is told: the same text to everybody, and another to those for whom more has changed. */
final class Telling {

    private final Recorded recorded;
    private final Draft forAll;
    private final Map<MemberId, Draft> forSome;
    private final Optional<Utf8> common;
    private final Map<MemberId, Utf8> own = new ConcurrentHashMap<>();

    Telling(Recorded recorded, Draft forAll, Map<MemberId, Draft> forSome) {
        this.recorded = recorded;
        this.forAll = forAll;
        this.forSome = Map.copyOf(forSome);
        this.common = forAll.isEmpty() ? Optional.empty() : Optional.of(text(List.of(forAll)));
    }

    /** The event's place in the log. */
    long seq() {
        return recorded.seq();
    }

    /** The event's JSON for {@code member}; empty if it tells that person nothing. */
    Optional<Utf8> to(MemberId member) {
        Draft more = forSome.get(member);
        if (more == null) {
            return common;
        }
        return Optional.of(own.computeIfAbsent(member, m -> text(List.of(forAll, more))));
    }

    /** A count that moves with its mover's name would say what that person answered; only he or she hears the name. */
    private Optional<MemberId> signature(List<Draft> drafts) {
        boolean counted = recorded.event() instanceof RoomEvent.ItemAnswered;
        return counted && drafts.equals(List.of(forAll)) ? Optional.empty() : recorded.by();
    }

    private Utf8 text(List<Draft> drafts) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("event", recorded.id().toString());
        json.put("at", recorded.at().toString());
        json.put("by", signature(drafts).map(MemberId::toString).orElse(null));
        json.put("type", RoomJson.typeOf(recorded.event()));
        drafts.forEach(draft -> draft.writeTo(json));
        return Utf8.of(EntityJson.JSON.writeValueAsBytes(json));
    }

    /** What an event tells one audience, as it is gathered. */
    static final class Draft {

        private record Put(Ref ref, ObjectNode json) {}

        private final List<Put> puts = new ArrayList<>();
        private final List<Ref> drops = new ArrayList<>();
        private final List<Consumer<ObjectNode>> extras = new ArrayList<>();

        void put(Ref ref, ObjectNode json) {
            puts.add(new Put(ref, json));
        }

        void drop(Ref ref) {
            drops.add(ref);
        }

        void extra(Consumer<ObjectNode> extra) {
            extras.add(extra);
        }

        boolean isEmpty() {
            return puts.isEmpty() && drops.isEmpty() && extras.isEmpty();
        }

        void writeTo(ObjectNode json) {
            if (!drops.isEmpty()) {
                ObjectNode drop = objectIn(json, "drop");
                drops.forEach(ref -> Projection.listIn(drop, ref.shelf().word()).add(ref.id()));
            }
            if (!puts.isEmpty()) {
                ObjectNode put = objectIn(json, "put");
                puts.forEach(each ->
                        Projection.listIn(put, each.ref().shelf().word()).add(each.json()));
            }
            extras.forEach(extra -> extra.accept(json));
        }

        private static ObjectNode objectIn(ObjectNode json, String key) {
            return json.get(key) instanceof ObjectNode there ? there : json.putObject(key);
        }
    }
}
