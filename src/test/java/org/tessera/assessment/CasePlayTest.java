package org.tessera.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.assessment.CaseFixture.OPENED;
import static org.tessera.assessment.CaseFixture.aCase;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Cases played at random: whatever is asked in whatever order, what must always hold does. */
class CasePlayTest {

    private static final int CASES = 2_000;
    private static final int MOVES = 40;
    private static final Finding MET =
            new Finding("overview", "passing", true, List.of("Clear from the first line on."));
    private static final Map<Stage, Set<Task>> FITTING = new EnumMap<>(Map.of(
            Stage.CHECK, EnumSet.of(Task.CHECK),
            Stage.SCORE, EnumSet.of(Task.FIRST_SCORE, Task.SECOND_SCORE),
            Stage.ADJUDICATE, EnumSet.of(Task.ADJUDICATION),
            Stage.APPROVE, EnumSet.of(Task.APPROVAL),
            Stage.APPEAL, EnumSet.of(Task.APPEAL),
            Stage.DECIDED, EnumSet.noneOf(Task.class),
            Stage.RETURNED, EnumSet.noneOf(Task.class)));

    @Test
    void what_must_always_hold_does() {
        Random chance = new Random(20_261_122);
        Map<Stage, Integer> seen = new EnumMap<>(Stage.class);
        int refusals = 0;
        for (int i = 0; i < CASES; i++) {
            Case now = aCase(
                    chance.nextBoolean(),
                    chance.nextBoolean(),
                    chance.nextInt(3) == 0 ? Map.of("overview", MET) : Map.of());
            Instant at = OPENED;
            for (int move = 0; move < MOVES; move++) {
                at = at.plus(Duration.ofHours(chance.nextInt(100)));
                Case before = now;
                switch (now.decide(command(now, chance), at)) {
                    case CaseDecision.Refused _ -> {
                        refusals++;
                        assertThat(now).isEqualTo(before);
                    }
                    case CaseDecision.Happens(var event) -> {
                        now = now.after(event);
                        assertThat(now.history().subList(0, before.history().size()))
                                .isEqualTo(before.history());
                        assertThat(now.history()).hasSize(before.history().size() + 1);
                        assertFollows(before, now);
                    }
                }
                assertSound(now);
                seen.merge(now.stage(), 1, Integer::sum);
            }
        }
        // the play has been everywhere, or it shows nothing
        assertThat(seen).containsOnlyKeys(Stage.values());
        assertThat(seen.values()).allMatch(times -> times > 100);
        assertThat(refusals).isGreaterThan(CASES);
    }

    private static void assertSound(Case now) {
        Stage stage = now.stage();
        assertThat(FITTING.getOrDefault(stage, Set.of())).as("%s", now).containsAll(now.openTasks());
        assertThat(now.openTasks().isEmpty()).as("%s", now).isEqualTo(stage.isOver());
        boolean hasResult = stage == Stage.APPROVE || stage == Stage.DECIDED || stage == Stage.APPEAL;
        assertThat(now.findings().isEmpty()).as("%s", now).isEqualTo(!hasResult);
        if (hasResult) {
            assertThat(now.findings()).extracting(Finding::row).isEqualTo(CaseFixture.ROWS);
            now.findings().forEach(finding -> assertThat(finding.isMet())
                    .isEqualTo(
                            now.brief().row(finding.row()).orElseThrow().scale().passes(finding.level())));
        }
        now.brief().rows().stream().filter(row -> !row.isOpen()).forEach(row -> {
            assertThat(now.findings().isEmpty() || now.findings().contains(MET)).isTrue();
            now.history()
                    .forEach(event ->
                            assertThat(ratingsIn(event)).extracting(Rating::row).doesNotContain(row.id()));
        });
        assertThat(results(now)).as("%s", now).isLessThanOrEqualTo(1);
        assertThat(now.history().stream().filter(CaseEvent.AppealHeard.class::isInstance))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(now.settledAt().isPresent()).isEqualTo(stage.isOver() || stage == Stage.APPEAL);
    }

    /** How often the case came to a result otherwise than by an appeal. */
    private static int results(Case now) {
        int results = 0;
        Case so = new Case(now.id(), now.brief(), List.of());
        for (CaseEvent event : now.history()) {
            Stage was = so.stage();
            so = so.after(event);
            boolean isNew = so.stage().isOver() && !was.isOver() && was != Stage.APPEAL;
            results += isNew ? 1 : 0;
        }
        return results;
    }

    /** A row the earner was told is met stays met: an appeal is about the others. */
    private static void assertFollows(Case before, Case now) {
        if (before.stage() == Stage.DECIDED || before.stage() == Stage.APPEAL) {
            assertThat(before.unmet()).containsAll(now.unmet());
            assertThat(now.settledAt()).isEqualTo(before.settledAt());
        }
        if (before.stage() == Stage.RETURNED) {
            throw new AssertionError("something happened to what had gone back: " + now);
        }
    }

    private static List<Rating> ratingsIn(CaseEvent event) {
        return switch (event) {
            case CaseEvent.Scored scored -> scored.ratings();
            case CaseEvent.Adjudicated adjudicated -> adjudicated.ratings();
            case CaseEvent.AppealHeard heard -> heard.ratings();
            default -> List.of();
        };
    }

    private static CaseCommand command(Case now, Random chance) {
        return switch (chance.nextInt(12)) {
            case 0 -> new CaseCommand.PassOn();
            case 1 -> chance.nextInt(6) > 0 ? new CaseCommand.PassOn() : sendBack(chance);
            case 2, 3 -> new CaseCommand.Approve();
            case 4 -> passBack(now, chance);
            case 5 -> appeal(chance);
            default -> rate(now, chance);
        };
    }

    /** Mostly of rows that may be named. */
    private static CaseCommand passBack(Case now, Random chance) {
        Set<String> rows = new HashSet<>(chance.nextInt(8) == 0 ? CaseFixture.ROWS : now.agreed());
        rows.removeIf(_ -> chance.nextBoolean());
        return new CaseCommand.PassBack(chance.nextInt(4) == 0 ? " " : "Say more.", rows);
    }

    private static CaseCommand sendBack(Random chance) {
        return new CaseCommand.SendBack(
                chance.nextInt(3) == 0 ? List.of() : List.of(new Missing(Lack.LINK, "", "A link stands there.")));
    }

    private static CaseCommand appeal(Random chance) {
        Set<String> rows = new HashSet<>(CaseFixture.ROWS);
        rows.removeIf(_ -> chance.nextBoolean());
        return new CaseCommand.Appeal(rows, chance.nextInt(5) == 0 ? "No." : CaseFixture.WORDS);
    }

    /** Mostly of a task that is open, mostly of the rows it asks for, mostly with words. */
    private static CaseCommand rate(Case now, Random chance) {
        List<Task> open = List.copyOf(now.openTasks());
        Task task = open.isEmpty() || chance.nextInt(5) == 0
                ? Task.values()[chance.nextInt(Task.values().length)]
                : open.get(chance.nextInt(open.size()));
        List<Brief.Row> rows =
                new ArrayList<>(chance.nextInt(8) == 0 ? now.brief().rows() : now.rowsOf(task));
        if (chance.nextInt(8) == 0 && !rows.isEmpty()) {
            rows.removeLast();
        }
        Map<String, Rating> ratings = new HashMap<>();
        for (Brief.Row row : rows) {
            List<Scale.Level> levels = row.scale().levels();
            String level = chance.nextInt(30) == 0
                    ? ""
                    : levels.get(chance.nextInt(levels.size())).id();
            ratings.put(row.id(), new Rating(row.id(), level, chance.nextInt(30) == 0 ? "No." : CaseFixture.WORDS));
        }
        return new CaseCommand.Rate(task, List.copyOf(ratings.values()));
    }
}
