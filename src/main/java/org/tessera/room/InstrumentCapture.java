package org.tessera.room;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tessera.protocol.Phase;
import org.tessera.room.Entity.Consensus;
import org.tessera.room.Entity.Grid;
import org.tessera.room.Entity.Item;

/** What checklists and score sheets leave behind, as the content of an artifact. */
final class InstrumentCapture {

    private InstrumentCapture() {}

    static List<Map<String, Object>> items(Room room, Phase phase) {
        return Items.itemsOf(room, phase).stream().map(InstrumentCapture::json).toList();
    }

    private static Map<String, Object> json(Item item) {
        Map<String, Object> json = new TreeMap<>();
        json.put("id", item.id().toString());
        json.put("text", item.text().byLanguage());
        return json;
    }

    /** Every item with what the group came to; people's answers are counted and never named. */
    static Map<String, Object> checklist(Room room, Phase phase) {
        return Map.of(
                "threshold",
                phase.tools().threshold(),
                "items",
                Items.itemsOf(room, phase).stream()
                        .map(item -> checked(room, phase, item))
                        .toList());
    }

    private static Map<String, Object> checked(Room room, Phase phase, Item item) {
        Map<String, Object> json = json(item);
        room.consensus(phase.id(), item.id()).ifPresent(c -> {
            json.put("yes", c.yes());
            json.put("no", c.no());
            json.put("entitled", c.entitled());
            json.put("percent", c.percent());
            c.settled().map(InstrumentJson::word).ifPresent(word -> json.put("settled", word));
            if (!c.rationale().isEmpty()) {
                json.put("rationale", c.rationale());
            }
            json.put("whys", c.whys().stream().map(InstrumentCapture::json).toList());
        });
        return json;
    }

    private static Map<String, Object> json(Consensus.Why why) {
        return Map.of("answer", why.yes() ? "yes" : "no", "why", why.text());
    }

    /** All sheets side by side, and how far they agree. */
    static Map<String, Object> scores(Room room, Phase phase) {
        Map<String, Object> json = new TreeMap<>();
        json.put("levels", phase.tools().levels());
        Optional<Grid> grid = room.grid(phase.id());
        grid.ifPresent(g -> {
            json.put("raters", g.raters());
            addFigures(json, g.exact(), g.adjacent());
            g.kappa().ifPresent(kappa -> json.put("kappa", kappa));
        });
        json.put(
                "rows",
                Items.itemsOf(room, phase).stream()
                        .map(item -> row(room, phase, item, grid))
                        .toList());
        return json;
    }

    private static Map<String, Object> row(Room room, Phase phase, Item item, Optional<Grid> grid) {
        Map<String, Object> json = json(item);
        grid.stream()
                .flatMap(g -> g.rows().stream())
                .filter(row -> row.item().equals(item.id()))
                .forEach(row -> {
                    Map<String, Object> counts = new TreeMap<>();
                    row.counts().forEach((level, count) -> counts.put(String.valueOf(level), count));
                    json.put("counts", counts);
                    json.put("modal", row.modal());
                    addFigures(json, row.exact(), row.adjacent());
                });
        json.put(
                "scores",
                room.scores()
                        .filter(score ->
                                score.phase().equals(phase.id()) && score.item().equals(item.id()) && score.open())
                        .sorted(Comparator.comparing(score -> score.by().value()))
                        .map(InstrumentCapture::json)
                        .toList());
        return json;
    }

    private static Map<String, Object> json(Entity.Score score) {
        Map<String, Object> json = new TreeMap<>();
        json.put("by", score.by().toString());
        json.put("level", score.level());
        json.put("evidence", score.evidence());
        if (score.late()) {
            json.put("late", true);
        }
        return json;
    }

    private static void addFigures(Map<String, Object> json, Optional<Integer> exact, Optional<Integer> adjacent) {
        exact.ifPresent(percent -> json.put("exact", percent));
        adjacent.ifPresent(percent -> json.put("adjacent", percent));
    }

    /** The scores the group agreed on, with the reason for each. */
    static List<Map<String, Object>> agreed(Room room, Phase sheets) {
        return Items.itemsOf(room, sheets).stream()
                .flatMap(item -> room.settledScores()
                        .filter(settled -> settled.phase().equals(sheets.id())
                                && settled.item().equals(item.id())))
                .map(settled -> Map.<String, Object>of(
                        "item", settled.item().toString(),
                        "level", settled.level(),
                        "rationale", settled.rationale()))
                .toList();
    }
}
