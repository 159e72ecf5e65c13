package org.tessera.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tessera.account.PersonId;

class LotTest {

    private static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");
    private static final Set<Task> ALL = EnumSet.allOf(Task.class);
    private static final CaseId CASE = new CaseId(new UUID(7, 7));

    @Test
    void nobody_is_drawn_of_nobody() {
        assertThat(Lot.draw(List.of(), CASE, Task.CHECK, false)).isEmpty();
    }

    @Test
    void whoever_is_close_has_a_conflict_or_does_not_do_the_task_is_never_drawn() {
        for (Task task : Task.values()) {
            Candidate sound = candidate(1);
            assertThat(draw(task, sound)).contains(sound.person());
            assertThat(draw(task, with(sound, ALL, true, false))).isEmpty();
            assertThat(draw(task, with(sound, ALL, false, true))).isEmpty();
            Set<Task> others = EnumSet.complementOf(EnumSet.of(task));
            assertThat(draw(task, with(sound, others, false, false))).isEmpty();
        }
    }

    @Test
    void neither_are_they_at_random() {
        Random chance = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            List<Candidate> panel = new ArrayList<>();
            for (int one = 0; one < 5; one++) {
                panel.add(new Candidate(
                        person(one),
                        some(chance),
                        chance.nextBoolean(),
                        chance.nextInt(3) == 0,
                        chance.nextBoolean(),
                        some(chance),
                        some(chance),
                        chance.nextInt(3),
                        Optional.of(NOW.minusSeconds(chance.nextInt(9)))));
            }
            Task task = Task.values()[chance.nextInt(Task.values().length)];
            boolean certifiedOnly = chance.nextBoolean();
            Optional<PersonId> drawn = Lot.draw(panel, new CaseId(new UUID(1, i)), task, certifiedOnly);
            drawn.ifPresent(person -> {
                Candidate one = panel.stream()
                        .filter(each -> each.person().equals(person))
                        .findFirst()
                        .orElseThrow();
                assertThat(one.isClose()).isFalse();
                assertThat(one.hasConflict()).isFalse();
                assertThat(one.may()).contains(task);
                if (certifiedOnly && task.isScoring()) {
                    assertThat(one.isCertified()).isTrue();
                }
            });
            assertThat(drawn.isPresent())
                    .isEqualTo(panel.stream().anyMatch(one -> Lot.isEligible(one, task, certifiedOnly)));
        }
    }

    @Test
    void levels_are_given_by_certified_assessors_alone_where_a_district_wants_that() {
        Candidate novice = new Candidate(person(1), ALL, false, false, false, Set.of(), Set.of(), 0, Optional.empty());
        for (Task task : Task.values()) {
            boolean givesLevels = task != Task.CHECK && task != Task.APPROVAL;
            assertThat(Lot.draw(List.of(novice), CASE, task, true).isEmpty()).isEqualTo(givesLevels);
            assertThat(Lot.draw(List.of(novice), CASE, task, false)).contains(novice.person());
        }
    }

    @Test
    void looks_that_are_to_be_each_ones_own_are_taken_by_different_people() {
        for (Task done : List.of(Task.FIRST_SCORE, Task.SECOND_SCORE, Task.ADJUDICATION, Task.APPROVAL, Task.APPEAL)) {
            for (Task task : Task.values()) {
                boolean isFree = task == Task.CHECK || task == done;
                assertThat(draw(task, candidate(1, Set.of(done), Set.of())).isPresent())
                        .as(done + " then " + task)
                        .isEqualTo(isFree);
            }
        }
    }

    @Test
    void whoever_checked_may_score_but_others_come_first() {
        Candidate checker = candidate(1, Set.of(Task.CHECK), Set.of());
        Candidate busy = busy(2, 40);
        assertThat(draw(Task.FIRST_SCORE, checker)).contains(checker.person());
        assertThat(draw(Task.FIRST_SCORE, checker, busy)).contains(busy.person());
    }

    @Test
    void whoever_read_what_others_found_gives_no_look_of_their_own_even_if_they_gave_the_task_back() {
        for (Task read : List.of(Task.ADJUDICATION, Task.APPROVAL, Task.APPEAL)) {
            Candidate reader = candidate(1, Set.of(), Set.of(read));
            for (Task task : List.of(Task.FIRST_SCORE, Task.SECOND_SCORE, Task.APPEAL)) {
                assertThat(draw(task, reader).isPresent())
                        .as(read + " then " + task)
                        .isEqualTo(read == task);
            }
        }
        // a scorer reads nothing of others
        assertThat(draw(Task.SECOND_SCORE, candidate(1, Set.of(), Set.of(Task.FIRST_SCORE))))
                .isPresent();
    }

    @Test
    void whoever_let_the_task_lapse_comes_last_and_is_better_than_nobody() {
        Candidate lapsed = candidate(1, Set.of(), Set.of(Task.CHECK));
        Candidate busy = busy(2, 40);
        assertThat(draw(Task.CHECK, lapsed, busy)).contains(busy.person());
        assertThat(draw(Task.CHECK, lapsed)).contains(lapsed.person());
        // another task they let lapse does not count against them
        assertThat(draw(Task.FIRST_SCORE, candidate(1, Set.of(), Set.of(Task.CHECK)), busy))
                .contains(lapsed.person());
    }

    @Test
    void the_emptiest_desk_comes_first_then_who_was_drawn_longest_ago() {
        assertThat(draw(Task.CHECK, busy(1, 3), busy(2, 1), busy(3, 2))).contains(person(2));
        Candidate early = drawn(1, NOW.minus(Duration.ofDays(9)));
        Candidate late = drawn(2, NOW.minus(Duration.ofDays(1)));
        assertThat(draw(Task.CHECK, late, early)).contains(early.person());
        assertThat(draw(Task.CHECK, late, early, candidate(3))).contains(person(3));
    }

    @Test
    void the_same_draw_comes_out_the_same_whatever_order_the_panel_stands_in() {
        List<Candidate> panel = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            panel.add(candidate(i));
        }
        Optional<PersonId> drawn = Lot.draw(panel, CASE, Task.CHECK, false);
        Random chance = new Random(3);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(panel, chance);
            assertThat(Lot.draw(panel, CASE, Task.CHECK, false)).isEqualTo(drawn);
        }
    }

    @Test
    void between_equals_chance_decides_by_case_and_task() {
        List<Candidate> panel = List.of(candidate(1), candidate(2), candidate(3));
        Map<PersonId, Integer> times = new HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            times.merge(
                    Lot.draw(panel, new CaseId(new UUID(i, 99)), Task.CHECK, false)
                            .orElseThrow(),
                    1,
                    Integer::sum);
        }
        assertThat(times.values()).hasSize(3).allMatch(count -> count > 900 && count < 1_100);
    }

    @Test
    void over_a_thousand_cases_seven_desks_differ_by_at_most_one() {
        Map<PersonId, Integer> desks = new HashMap<>();
        Map<PersonId, Instant> last = new HashMap<>();
        for (int i = 0; i < 7; i++) {
            desks.put(person(i), 0);
        }
        for (int i = 0; i < 1_000; i++) {
            PersonId drawn = drawFrom(desks, last, new CaseId(new UUID(i, i)));
            desks.merge(drawn, 1, Integer::sum);
            last.put(drawn, NOW.plusSeconds(i));
            assertThat(Collections.max(desks.values()) - Collections.min(desks.values()))
                    .as("after case " + i)
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void when_everything_is_done_at_once_everybody_has_had_as_much_all_the_same() {
        Map<PersonId, Integer> empty = new HashMap<>();
        Map<PersonId, Integer> had = new HashMap<>();
        Map<PersonId, Instant> last = new HashMap<>();
        for (int i = 0; i < 7; i++) {
            empty.put(person(i), 0);
            had.put(person(i), 0);
        }
        for (int i = 0; i < 1_000; i++) {
            PersonId drawn = drawFrom(empty, last, new CaseId(new UUID(i, i)));
            had.merge(drawn, 1, Integer::sum);
            last.put(drawn, NOW.plusSeconds(i));
        }
        assertThat(Collections.max(had.values()) - Collections.min(had.values()))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void a_panel_is_enough_exactly_if_everybody_can_be_given_a_look_of_their_own() {
        Random chance = new Random(11);
        int enough = 0;
        for (int i = 0; i < 2_000; i++) {
            List<Set<Task>> members = new ArrayList<>();
            int size = 1 + chance.nextInt(6);
            for (int one = 0; one < size; one++) {
                members.add(some(chance));
            }
            Set<Task> tasks = some(chance);
            boolean isEnough = Lot.isEnough(tasks, members);
            boolean isChecked =
                    !tasks.contains(Task.CHECK) || members.stream().anyMatch(may -> may.contains(Task.CHECK));
            List<Task> apart = tasks.stream().filter(task -> task != Task.CHECK).toList();
            assertThat(isEnough).isEqualTo(isChecked && canPart(apart, members));
            enough += isEnough ? 1 : 0;
        }
        assertThat(enough).isBetween(200, 1_800);
    }

    /** Tries every way. */
    private static boolean canPart(List<Task> left, List<Set<Task>> members) {
        if (left.isEmpty()) {
            return true;
        }
        for (int i = 0; i < members.size(); i++) {
            List<Set<Task>> others = new ArrayList<>(members);
            if (others.remove(i).contains(left.getFirst()) && canPart(left.subList(1, left.size()), others)) {
                return true;
            }
        }
        return false;
    }

    private static PersonId drawFrom(Map<PersonId, Integer> desks, Map<PersonId, Instant> last, CaseId id) {
        List<Candidate> panel = desks.entrySet().stream()
                .map(desk -> new Candidate(
                        desk.getKey(),
                        ALL,
                        false,
                        false,
                        false,
                        Set.of(),
                        Set.of(),
                        desk.getValue(),
                        Optional.ofNullable(last.get(desk.getKey()))))
                .toList();
        return Lot.draw(panel, id, Task.CHECK, false).orElseThrow();
    }

    private static Optional<PersonId> draw(Task task, Candidate... panel) {
        return Lot.draw(List.of(panel), CASE, task, false);
    }

    private static Candidate candidate(int number) {
        return candidate(number, Set.of(), Set.of());
    }

    private static Candidate candidate(int number, Set<Task> done, Set<Task> lapsed) {
        return new Candidate(person(number), ALL, false, false, false, done, lapsed, 0, Optional.empty());
    }

    private static Candidate with(Candidate one, Set<Task> may, boolean isClose, boolean hasConflict) {
        return new Candidate(
                one.person(), may, isClose, hasConflict, one.isCertified(), one.done(), one.lapsed(), 0, one.last());
    }

    private static Candidate busy(int number, int open) {
        return new Candidate(person(number), ALL, false, false, false, Set.of(), Set.of(), open, Optional.empty());
    }

    private static Candidate drawn(int number, Instant last) {
        return new Candidate(person(number), ALL, false, false, false, Set.of(), Set.of(), 0, Optional.of(last));
    }

    private static Set<Task> some(Random chance) {
        Set<Task> some = EnumSet.noneOf(Task.class);
        for (Task task : Task.values()) {
            if (chance.nextInt(3) == 0) {
                some.add(task);
            }
        }
        return some;
    }

    private static PersonId person(int number) {
        return new PersonId(new UUID(42, number));
    }
}
