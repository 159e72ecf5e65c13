package org.tessera.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.assessment.CaseFixture.aCase;
import static org.tessera.assessment.CaseFixture.allMet;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A case handed in on Friday 20 November 2026, 15:00 in Greenwich. */
class TurnaroundTest {

    private static final BusinessDays CALENDAR = new BusinessDays(ZoneOffset.UTC, Set.of());
    private static final Instant CHECK_DUE = Instant.parse("2026-11-24T00:00:00Z");
    private static final Instant RESULT_DUE = Instant.parse("2026-11-28T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2026-12-11T00:00:00Z");

    @Test
    void the_targets_are_one_five_and_fourteen_business_days() {
        Turnaround open = of(aCase(false, false), CaseFixture.OPENED);
        assertThat(open.checkDue()).isEqualTo(CHECK_DUE);
        assertThat(open.resultDue()).isEqualTo(RESULT_DUE);
        assertThat(open.latest()).isEqualTo(LATEST);
        assertThat(open.days()).isZero();
        assertThat(open.checked()).isEmpty();
        assertThat(open.settled()).isEmpty();
    }

    @Test
    void what_is_open_becomes_late_at_the_moment_it_was_due() {
        Case open = aCase(false, false);
        assertThat(of(open, CHECK_DUE).isCheckLate(CHECK_DUE.minusMillis(1))).isFalse();
        assertThat(of(open, CHECK_DUE).isCheckLate(CHECK_DUE)).isTrue();
        assertThat(of(open, RESULT_DUE).isLate(RESULT_DUE.minusMillis(1))).isFalse();
        assertThat(of(open, RESULT_DUE).isLate(RESULT_DUE)).isTrue();
        assertThat(of(open, RESULT_DUE).isOverdue(RESULT_DUE)).isFalse();
        assertThat(of(open, LATEST).isOverdue(LATEST)).isTrue();
    }

    @Test
    void what_was_settled_in_time_is_never_late_afterwards() {
        Case settled = aCase(false, false)
                .after(new CaseEvent.FoundComplete(CHECK_DUE.minusSeconds(1)))
                .after(new CaseEvent.Scored(Task.FIRST_SCORE, allMet("First"), RESULT_DUE.minusSeconds(1)));
        Instant muchLater = LATEST.plusSeconds(1_000_000);
        Turnaround turnaround = of(settled, muchLater);
        assertThat(turnaround.isCheckLate(muchLater)).isFalse();
        assertThat(turnaround.isLate(muchLater)).isFalse();
        assertThat(turnaround.isOverdue(muchLater)).isFalse();
        assertThat(turnaround.days()).isEqualTo(5);
        assertThat(turnaround.checked()).contains(CHECK_DUE.minusSeconds(1));
    }

    @Test
    void what_was_settled_late_stays_late() {
        Case settled = aCase(false, false)
                .after(new CaseEvent.FoundComplete(CHECK_DUE))
                .after(new CaseEvent.Scored(Task.FIRST_SCORE, allMet("First"), LATEST));
        Turnaround turnaround = of(settled, LATEST);
        assertThat(turnaround.isCheckLate(LATEST)).isTrue();
        assertThat(turnaround.isLate(LATEST)).isTrue();
        assertThat(turnaround.isOverdue(LATEST)).isTrue();
        // Friday 11 December is the fifteenth
        assertThat(turnaround.days()).isEqualTo(15);
    }

    @Test
    void what_went_back_is_settled_and_an_appeal_does_not_count() {
        Instant monday = Instant.parse("2026-11-23T10:00:00Z");
        Case returned = aCase(false, false)
                .after(new CaseEvent.FoundIncomplete(List.of(new Missing(Lack.LINK, "", "A link.")), monday));
        assertThat(of(returned, LATEST).settled()).contains(monday);
        assertThat(of(returned, LATEST).days()).isEqualTo(1);

        Case appealed = aCase(false, false)
                .after(new CaseEvent.FoundComplete(monday))
                .after(new CaseEvent.Scored(
                        Task.FIRST_SCORE, CaseFixture.ratings("First", "passing", "not-met", "passing"), monday))
                .after(new CaseEvent.Appealed(Set.of("evidence"), "It is all there, I think.", LATEST));
        assertThat(of(appealed, LATEST).settled()).contains(monday);
        assertThat(of(appealed, LATEST).isLate(LATEST)).isFalse();
    }

    private static Turnaround of(Case one, Instant now) {
        return Turnaround.of(one, CALENDAR, now);
    }
}
