package org.tessera.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tessera.account.Accounts;
import org.tessera.account.DemoDistrict;
import org.tessera.account.PersonId;
import org.tessera.entry.Entries;
import org.tessera.entry.TestCircle;
import org.tessera.submission.Picks;
import org.tessera.support.AppTest;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class DemoNeedsTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Picks picks;

    @Autowired
    Entries entries;

    @Autowired
    Surveys surveys;

    @Autowired
    InstantSource clock;

    @Autowired
    JsonMapper json;

    @Test
    void shows_a_survey_with_results_one_still_open_and_two_interviews_and_is_made_once() {
        TestCircle circle = TestCircle.in(accounts, picks);
        PersonId ana = circle.ana().id();
        DemoDistrict demo = new DemoDistrict(
                circle.ana().district(),
                accounts.team(circle.team()).orElseThrow(),
                Map.of("ana", circle.ana(), "ben", circle.ben()));
        DemoNeeds part = new DemoNeeds(entries, surveys, clock, json);
        part.addTo(demo);
        part.addTo(demo);

        assertThat(entries.of(circle.team(), Interview.KIND, ana)).hasSize(2).allMatch(entry -> entry.body()
                .isCitable());
        assertThat(surveys.of(circle.team(), ana))
                .extracting(survey -> surveys.results(survey.id(), ana).orElseThrow())
                .satisfiesExactlyInAnyOrder(
                        open -> assertThat(open).isEqualTo(new Results.StillOpen(3)), closed -> assertThat(closed)
                                .isInstanceOfSatisfying(Results.Shown.class, shown -> assertThat(shown.forms())
                                        .isEqualTo(14)));
    }
}
