package org.tessera.implementation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tessera.account.Accounts;
import org.tessera.account.DemoDistrict;
import org.tessera.account.PersonId;
import org.tessera.entry.Entries;
import org.tessera.entry.TestCircle;
import org.tessera.implementation.Finding.Condition;
import org.tessera.needs.Asked;
import org.tessera.needs.Interview;
import org.tessera.submission.Picks;
import org.tessera.support.AppTest;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class DemoImplementationTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Picks picks;

    @Autowired
    Entries entries;

    @Autowired
    ImplementationPlans plans;

    @Autowired
    Grounds grounds;

    @Autowired
    InstantSource clock;

    @Autowired
    JsonMapper json;

    @Test
    void shows_a_plan_in_progress_that_comes_from_what_was_found_out_and_is_made_once() {
        TestCircle circle = TestCircle.in(accounts, picks);
        PersonId ana = circle.ana().id();
        entries.begin(
                circle.team(),
                Interview.KIND,
                new Interview(Optional.of(Asked.TEACHER), Optional.empty(), true, "", "", "Graded alone, always"),
                ana);
        DemoDistrict demo = new DemoDistrict(
                circle.ana().district(),
                accounts.team(circle.team()).orElseThrow(),
                Map.of("ana", circle.ana(), "ben", circle.ben()));
        DemoImplementation part = new DemoImplementation(entries, plans, grounds, clock, json);
        part.addTo(demo);
        part.addTo(demo);

        ImplementationPlan plan = plans.of(circle.team(), ana);
        assertThat(plan.goals()).hasSize(2);
        assertThat(plan.goals().getFirst().body().sources())
                .extracting(Citation::words)
                .containsExactly("Graded alone, always");
        List<Condition> missing = PlanCheck.of(plan).stream()
                .filter(finding -> !finding.met())
                .map(Finding::condition)
                .toList();
        assertThat(missing).containsExactly(Condition.BENCHMARKS, Condition.DEPENDS);
    }
}
