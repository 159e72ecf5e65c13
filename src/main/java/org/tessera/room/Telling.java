package org.tessera.room;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tessera.room.Entity.Ref;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One event as it is told: the same to everybody, and something else to those for whom more has changed. */
final class Telling {

    private final long seq;
    private final Optional<Told> common;
    private final Map<MemberId, Told> own;

    Telling(Recorded recorded, Draft forAll, Map<MemberId, Draft> forSome) {
        this.seq = recorded.seq();
        this.common =
                forAll.isEmpty() ? Optional.empty() : Optional.of(told(recorded, List.of(forAll), isSigned(recorded)));
        Map<MemberId, Told> more = new HashMap<>();
        forSome.forEach((member, draft) -> more.put(member, told(recorded, List.of(forAll, draft), true)));
        this.own = Map.copyOf(more);
    }

    /** The event's place in the log. */
    long seq() {
        return seq;
    }

    /** What {@code member} is told; empty if the event tells that person nothing. */
    Optional<Told> toldTo(MemberId member) {
        return Optional.ofNullable(own.get(member)).or(() -> common);
    }

    /** The event's JSON for {@code member}; empty if it tells that person nothing. */
    Optional<Utf8> to(MemberId member) {
        return toldTo(member).map(Told::text);
    }

    /** It was told long ago, and is kept for who comes back. */
    void keep() {
        common.ifPresent(Told::slim);
        own.values().forEach(Told::slim);
    }

    /** A count that moves with its mover's name would say what that person answered; only he or she hears the name. */
    private static boolean isSigned(Recorded recorded) {
        return !(recorded.event() instanceof RoomEvent.ItemAnswered);
    }

    private static Told told(Recorded recorded, List<Draft> drafts, boolean signed) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("event", recorded.id().toString());
        json.put("at", recorded.at().toString());
        json.put("by", recorded.by().filter(_ -> signed).map(MemberId::toString).orElse(null));
        json.put("type", RoomJson.typeOf(recorded.event()));
        drafts.forEach(draft -> draft.writeTo(json));
        return Told.of(json);
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
