package org.tessera.room;

import java.util.Locale;
import java.util.Optional;
import org.tessera.room.Entity.Consensus;
import org.tessera.room.Entity.Grid;
import org.tessera.room.Entity.Item;
import org.tessera.room.Entity.Opinion;
import org.tessera.room.Entity.Score;
import org.tessera.room.Entity.Settled;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What checklists and score sheets look like on the wire. */
final class InstrumentJson {

    private InstrumentJson() {}

    static ObjectNode of(ObjectNode json, Item e) {
        json.put("phase", e.phase())
                .put("by", e.by().map(MemberId::toString).orElse(null))
                .put("ordinal", e.ordinal());
        json.set("text", EntityJson.translated(e.text()));
        return json;
    }

    static ObjectNode of(ObjectNode json, Opinion e) {
        return json.put("by", e.by().toString())
                .put("phase", e.phase())
                .put("item", e.item().toString())
                .put("answer", e.yes() ? "yes" : "no")
                .put("why", e.why());
    }

    static ObjectNode of(ObjectNode json, Consensus e) {
        json.put("phase", e.phase())
                .put("item", e.item().toString())
                .put("open", e.open())
                .put("yes", e.yes())
                .put("no", e.no())
                .put("answered", e.answered())
                .put("entitled", e.entitled())
                .put("percent", e.percent())
                .put("settled", e.settled().map(InstrumentJson::word).orElse(null))
                .put("rationale", e.rationale());
        ArrayNode whys = json.putArray("whys");
        e.whys()
                .forEach(why ->
                        whys.addObject().put("answer", why.yes() ? "yes" : "no").put("why", why.text()));
        return json;
    }

    static String word(Consensus.Agreed agreed) {
        return agreed.name().toLowerCase(Locale.ROOT);
    }

    static ObjectNode of(ObjectNode json, Score e) {
        return json.put("by", e.by().toString())
                .put("phase", e.phase())
                .put("item", e.item().toString())
                .put("level", e.level())
                .put("evidence", e.evidence())
                .put("open", e.open())
                .put("late", e.late());
    }

    static ObjectNode of(ObjectNode json, Grid e) {
        json.put("raters", e.raters());
        put(json, "exact", e.exact());
        put(json, "adjacent", e.adjacent());
        json.put("kappa", e.kappa().orElse(null));
        ArrayNode rows = json.putArray("rows");
        e.rows().forEach(row -> of(rows.addObject(), row));
        return json;
    }

    private static void of(ObjectNode json, Grid.Row row) {
        json.put("item", row.item().toString());
        ObjectNode counts = json.putObject("counts");
        row.counts().forEach((level, count) -> counts.put(String.valueOf(level), count));
        put(json, "lowest", row.counts().keySet().stream().min(Integer::compare));
        put(json, "highest", row.counts().keySet().stream().max(Integer::compare));
        ArrayNode modal = json.putArray("modal");
        row.modal().forEach(modal::add);
        put(json, "exact", row.exact());
        put(json, "adjacent", row.adjacent());
    }

    private static void put(ObjectNode json, String key, Optional<Integer> value) {
        json.put(key, value.orElse(null));
    }

    static ObjectNode of(ObjectNode json, Settled e) {
        return json.put("phase", e.phase())
                .put("item", e.item().toString())
                .put("level", e.level())
                .put("rationale", e.rationale());
    }
}
