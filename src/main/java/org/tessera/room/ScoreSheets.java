package org.tessera.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tessera.agreement.AgreementFigures;
import org.tessera.protocol.Action;
import org.tessera.protocol.Instrument;
import org.tessera.protocol.Phase;
import org.tessera.room.Decision.Accepted;
import org.tessera.room.Decision.Refused;
import org.tessera.room.Entity.Grid;
import org.tessera.room.Entity.Item;
import org.tessera.room.Entity.Member;
import org.tessera.room.Entity.Score;
import org.tessera.room.Entity.Settled;
import org.tessera.room.RoomCommand.SettleScore;
import org.tessera.room.RoomCommand.SubmitScore;
import org.tessera.room.RoomEvent.ScoreGiven;
import org.tessera.room.RoomEvent.ScoreSettled;

/**
 * Everybody's own score sheet, sealed until the phase ends: then all open at one moment, are counted, and never change
 * again. In a later phase the group agrees on a score for each row.
 */
final class ScoreSheets {

    private ScoreSheets() {}

    static Decision submit(Room room, SubmitScore c, Member me) {
        Optional<Refusal> no = refusal(room, me, Action.SCORE, Instrument.SCORES);
        if (no.isPresent() && OwnTime.isOpened(room, c.item())) {
            return new Refused(Refusal.SHEETS_OPEN);
        }
        if (no.isPresent()) {
            return new Refused(no.get());
        }
        Phase phase = Rulebook.latestPhase(room);
        String evidence = c.evidence() == null ? "" : c.evidence().strip();
        Optional<Refusal> wrong = wrongRow(room, phase, c.item(), c.level()).or(() -> Checklist.wrongReason(evidence));
        if (wrong.isPresent()) {
            return new Refused(wrong.get());
        }
        boolean given = room.scores()
                .anyMatch(score -> score.by().equals(me.id())
                        && score.phase().equals(phase.id())
                        && score.item().equals(c.item())
                        && score.level() == c.level()
                        && score.evidence().equals(evidence));
        return given
                ? new Accepted(List.of(), List.of())
                : accept(new ScoreGiven(me.id(), phase.id(), c.item(), c.level(), evidence));
    }

    static Decision settle(Room room, SettleScore c, Member me) {
        Optional<Refusal> no = refusal(room, me, Action.SETTLE, Instrument.AGREEMENT);
        if (no.isPresent()) {
            return new Refused(no.get());
        }
        Optional<Phase> sheets = sheetsOf(room, Rulebook.latestPhase(room));
        if (sheets.isEmpty()) {
            return new Refused(Refusal.ITEM_UNKNOWN);
        }
        String rationale = c.rationale() == null ? "" : c.rationale().strip();
        Optional<Refusal> wrong =
                wrongRow(room, sheets.get(), c.item(), c.level()).or(() -> wrongRationale(rationale));
        if (wrong.isPresent()) {
            return new Refused(wrong.get());
        }
        String phase = sheets.get().id();
        boolean already = room.settledScores().anyMatch(new Settled(phase, c.item(), c.level(), rationale)::equals);
        return already
                ? new Accepted(List.of(), List.of())
                : accept(new ScoreSettled(phase, c.item(), c.level(), rationale));
    }

    /** Later scores are held against the reason of an agreed one, which so cannot be left out. */
    private static Optional<Refusal> wrongRationale(String rationale) {
        return rationale.isEmpty() ? Optional.of(Refusal.REASON_MISSING) : Checklist.wrongReason(rationale);
    }

    /** The scoring phase an agreement is about: the latest before it. */
    static Optional<Phase> sheetsOf(Room room, Phase agreement) {
        return Items.earlier(room, agreement, Instrument.SCORES);
    }

    /** The opened sheets of {@code phase} and how far they agree. */
    static List<Entity> opened(Room room, Phase phase) {
        List<Score> sheets = room.scores()
                .filter(score -> score.phase().equals(phase.id()))
                .map(Score::opened)
                .toList();
        List<Entity> open = new ArrayList<>(sheets);
        open.add(grid(phase, Items.itemsOf(room, phase), sheets));
        return open;
    }

    private static Grid grid(Phase phase, List<Item> items, List<Score> sheets) {
        List<Grid.Row> rows = new ArrayList<>();
        List<Map<MemberId, Integer>> levels = new ArrayList<>();
        for (Item item : items) {
            Map<MemberId, Integer> row = new TreeMap<>(java.util.Comparator.comparing(MemberId::value));
            sheets.stream()
                    .filter(score -> score.item().equals(item.id()))
                    .forEach(score -> row.put(score.by(), score.level()));
            levels.add(row);
            List<Integer> given = List.copyOf(row.values());
            Map<Integer, Integer> counts = AgreementFigures.counts(given);
            rows.add(new Grid.Row(
                    item.id(),
                    counts,
                    AgreementFigures.modal(counts),
                    AgreementFigures.exact(given),
                    AgreementFigures.adjacent(given)));
        }
        int raters = (int) sheets.stream().map(Score::by).distinct().count();
        AgreementFigures whole = AgreementFigures.of(levels);
        return new Grid(phase.id(), raters, rows, whole.exact(), whole.adjacent(), whole.kappa());
    }

    private static Optional<Refusal> wrongRow(Room room, Phase sheets, java.util.UUID item, int level) {
        if (Items.itemsOf(room, sheets).stream().noneMatch(row -> row.id().equals(item))) {
            return Optional.of(Refusal.ITEM_UNKNOWN);
        }
        return level < 1 || level > sheets.tools().levels() ? Optional.of(Refusal.LEVEL_INVALID) : Optional.empty();
    }

    private static Optional<Refusal> refusal(Room room, Member me, Action action, Instrument instrument) {
        return Rulebook.refusal(room, me, action)
                .or(() -> Rulebook.latestPhase(room).instrument() == instrument
                        ? Optional.empty()
                        : Optional.of(Refusal.PHASE_CLOSED));
    }

    private static Decision accept(RoomEvent event) {
        return new Accepted(List.of(event), List.of());
    }
}
