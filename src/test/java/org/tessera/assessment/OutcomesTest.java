package org.tessera.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.assessment.PanelScene.levels;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.tessera.support.AppTest;

/** What can be counted of a district's cases. */
@AppTest
@ActiveProfiles("test")
class OutcomesTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    Outcomes outcomes;

    @Test
    void a_case_counts_once_there_is_a_result_with_both_scorers_levels_and_in_its_own_district_only() {
        PanelScene scene = new PanelScene(application);
        scene.members(5);
        scene.assessBy(true, false);
        CaseId first = scene.handIn();
        assertThat(outcomes.of(scene.district)).isEmpty();
        scene.passOn(first);
        scene.rate(first, Task.FIRST_SCORE, levels("passing", "progressing", "passing"));
        scene.rate(first, Task.SECOND_SCORE, levels("passing", "progressing", "passing"));
        List<Outcome> ended = outcomes.of(scene.district);
        assertThat(ended).hasSize(1);
        Outcome outcome = ended.getFirst();
        assertThat(outcome.attempt()).isEqualTo(1);
        assertThat(outcome.isEarned()).isFalse();
        assertThat(outcome.turnaround().settled()).isPresent();
        assertThat(outcome.rows())
                .filteredOn(row -> !row.isMet())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.row()).isEqualTo(PanelScene.EVIDENCE);
                    assertThat(row.scored())
                            .hasValueSatisfying(both -> assertThat(both.first()).isEqualTo(both.second()));
                });
        assertThat(outcomes.of(new PanelScene(application).district)).isEmpty();

        scene.tryAgain();
        CaseId second = scene.handInAgain();
        scene.passOn(second);
        scene.rate(second, Task.FIRST_SCORE, PanelScene.ALL_MET);
        scene.rate(second, Task.SECOND_SCORE, PanelScene.ALL_MET);
        assertThat(outcomes.of(scene.district)).last().satisfies(last -> {
            assertThat(last.attempt()).isEqualTo(2);
            assertThat(last.isEarned()).isTrue();
        });
    }
}
