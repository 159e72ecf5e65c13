package org.tessera.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tessera.protocol.Fit.Impossible;
import org.tessera.protocol.Fit.Planned;

/** What holds of every plan, whatever the pack, the group and the meeting's length. */
class BudgetLawTest {

    private static final int PACKS = 400;

    @TestFactory
    List<DynamicTest> every_shipped_pack_is_planned_lawfully_for_every_group_and_length() {
        return ShippedPacks.all().stream()
                .map(pack -> DynamicTest.dynamicTest(pack.ref().toString(), () -> {
                    for (int people = 1; people <= pack.groupSize().max() + 2; people++) {
                        for (int half = 0; half <= 400; half += 13) {
                            judge(pack, people, Minutes.STEP.multipliedBy(half));
                        }
                    }
                }))
                .toList();
    }

    @Test
    void random_packs_are_planned_lawfully_and_impossible_is_said_only_where_nothing_fits() {
        int plans = 0;
        int refused = 0;
        for (int seed = 0; seed < PACKS; seed++) {
            Random random = new Random(seed);
            Pack pack = RandomPack.of(random);
            for (int i = 0; i < 12; i++) {
                int people = 1 + random.nextInt(7);
                Duration meeting = Duration.ofSeconds(random.nextInt(40) * 15L);
                Fit fit = judge(pack, people, meeting);
                boolean possible = Exhaustive.fits(pack, people, meeting);
                assertThat(fit instanceof Planned)
                        .as("%s, %s people, %s: %s", pack, people, meeting, fit)
                        .isEqualTo(possible);
                switch (fit) {
                    case Planned planned -> {
                        keepsAllItCan(pack, people, meeting, planned);
                        plans++;
                    }
                    case Impossible impossible -> {
                        namesTheLargestGroup(pack, meeting, impossible);
                        refused++;
                    }
                }
            }
        }
        assertThat(plans).isGreaterThan(500);
        assertThat(refused).isGreaterThan(500);
    }

    private static Fit judge(Pack pack, int people, Duration meeting) {
        Fit fit = Budget.fit(pack, people, meeting);
        assertThat(Budget.fit(pack, people, meeting)).isEqualTo(fit);
        switch (fit) {
            case Planned planned -> lawful(pack, people, meeting, planned);
            case Impossible impossible -> right(pack, people, meeting, impossible);
        }
        return fit;
    }

    private static void lawful(Pack pack, int people, Duration meeting, Planned plan) {
        assertThat(plan.taken().plus(plan.spare())).isEqualTo(meeting);
        assertThat(plan.spare()).isGreaterThanOrEqualTo(Duration.ZERO);
        for (int i = 0; i < pack.repeats().size(); i++) {
            Repeat repeat = pack.repeats().get(i);
            if (repeat.per() == Repeat.Per.PERSON) {
                assertThat(plan.times().get(i)).isEqualTo(people);
            } else {
                assertThat(plan.times().get(i)).isBetween(repeat.min(), repeat.max());
            }
        }
        assertThat(plan.pack()).isEqualTo(pack.unfolded(plan.times()));
        for (Phase phase : plan.pack().phases()) {
            if (phase.timing() != Timing.MEETING) {
                assertThat(plan.lengths()).doesNotContainKey(phase.id());
                continue;
            }
            Duration length = length(plan, phase.id());
            assertThat(length.toSeconds() % Minutes.STEP.toSeconds()).isZero();
            assertThat(length).isEqualTo(length(plan, firstOf(phase)));
            if (!plan.leftOut().contains(phase.id())) {
                Minutes allowed =
                        phase.goingRound(Exhaustive.turns(pack, phase, people)).minutes();
                assertThat(length).as(phase.id()).isBetween(allowed.min(), allowed.max());
            } else {
                assertThat(pack.phase(phase.base()).orElseThrow().optional()).isTrue();
            }
        }
        for (Protection protection : pack.protections()) {
            Duration together =
                    protection.phases().stream().map(id -> length(plan, id)).reduce(Duration.ZERO, Duration::plus);
            assertThat(together).isGreaterThanOrEqualTo(Duration.ofMinutes(protection.minMinutes()));
        }
        spareOnlyWhereNothingGrows(pack, people, plan);
    }

    private static String firstOf(Phase phase) {
        return phase.turn() == 0 ? phase.id() : phase.base() + ".1";
    }

    private static void spareOnlyWhereNothingGrows(Pack pack, int people, Planned plan) {
        for (Phase phase : plan.pack().phases()) {
            boolean held = phase.timing() == Timing.MEETING && !plan.leftOut().contains(phase.id());
            Duration most = phase.goingRound(Exhaustive.turns(pack, phase, people))
                    .minutes()
                    .max();
            if (held && length(plan, phase.id()).compareTo(most) < 0) {
                long alike = plan.pack().phases().stream()
                        .filter(other -> other.base().equals(phase.base()))
                        .count();
                assertThat(plan.spare()).isLessThan(Minutes.STEP.multipliedBy(alike));
            }
        }
    }

    private static void right(Pack pack, int people, Duration meeting, Impossible impossible) {
        assertThat(impossible.obstacles()).isNotEmpty();
        impossible.shortest().ifPresent(shortest -> {
            assertThat(shortest).isGreaterThan(meeting);
            assertThat(Budget.fit(pack, people, shortest)).isInstanceOf(Planned.class);
            assertThat(Budget.fit(pack, people, shortest.minus(Minutes.STEP))).isInstanceOf(Impossible.class);
        });
        if (impossible.shortest().isEmpty()) {
            assertThat(Budget.fit(pack, people, Duration.ofHours(100))).isInstanceOf(Impossible.class);
        }
    }

    private static void namesTheLargestGroup(Pack pack, Duration meeting, Impossible impossible) {
        IntPredicate fits = group -> Budget.fit(pack, group, meeting) instanceof Planned;
        Optional<Integer> largest = impossible.largest();
        largest.ifPresent(group -> assertThat(fits.test(group)).isTrue());
        for (int more = largest.orElse(0) + 1; more <= pack.groupSize().max(); more++) {
            assertThat(fits.test(more)).isFalse();
        }
    }

    /** Neither an optional phase nor a planned repetition is missing for which there would have been time. */
    private static void keepsAllItCan(Pack pack, int people, Duration meeting, Planned plan) {
        List<String> kept = new ArrayList<>(pack.phases().stream()
                .filter(phase -> phase.timing() == Timing.MEETING)
                .map(Phase::id)
                .filter(id -> plan.leftOut().stream().noneMatch(out -> out.equals(id) || out.startsWith(id + ".")))
                .toList());
        for (Phase phase : pack.phases()) {
            if (phase.timing() == Timing.MEETING && !kept.contains(phase.id())) {
                List<String> more = new ArrayList<>(kept);
                more.add(phase.id());
                assertThat(Exhaustive.fits(pack, people, meeting, more, plan.times()))
                        .as("%s is left out of %s", phase.id(), plan.lengths())
                        .isFalse();
            }
        }
        for (int i = 0; i < plan.times().size(); i++) {
            Repeat repeat = pack.repeats().get(i);
            if (repeat.per() == Repeat.Per.ROUND && plan.times().get(i) < repeat.target()) {
                List<Integer> oneMore = new ArrayList<>(plan.times());
                oneMore.set(i, oneMore.get(i) + 1);
                assertThat(Exhaustive.fits(pack, people, meeting, kept, oneMore))
                        .isFalse();
            }
        }
    }

    private static Duration length(Planned plan, String phase) {
        return Map.copyOf(plan.lengths()).getOrDefault(phase, Duration.ZERO);
    }
}
