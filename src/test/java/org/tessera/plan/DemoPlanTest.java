package org.tessera.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tessera.account.Accounts;
import org.tessera.account.DemoDistrict;
import org.tessera.account.Person;
import org.tessera.support.AppTest;

@AppTest
class DemoPlanTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Plans plans;

    @Autowired
    ActionItems items;

    @Autowired
    InstantSource clock;

    @Test
    void shows_a_plan_that_has_lived_and_is_made_once() {
        TestTeam team = TestTeam.in(accounts);
        List<Person> people = team.members().stream()
                .map(id -> accounts.person(id).orElseThrow())
                .toList();
        DemoDistrict demo = new DemoDistrict(
                people.getFirst().district(),
                accounts.team(team.id()).orElseThrow(),
                Map.of("ana", people.get(0), "ben", people.get(1), "cho", people.get(2), "fay", people.get(5)));
        DemoPlan part = new DemoPlan(plans, items, clock);
        part.addTo(demo);
        part.addTo(demo);

        assertThat(plans.of(team.id(), people.getFirst().id())).singleElement().satisfies(picture -> {
            assertThat(picture.plan().assignments()).hasSize(2);
            assertThat(picture.unsaid()).isNotEmpty();
            assertThat(picture.plan().meetings())
                    .anyMatch(meeting -> meeting.state() == MeetingState.CLOSED_DAY)
                    .anyMatch(meeting -> meeting.state() == MeetingState.HELD)
                    .anyMatch(meeting -> meeting.sessions().stream()
                            .anyMatch(session -> session.pack().id().equals("forming-ground-rules")));
        });
        assertThat(items.of(team.id(), people.getFirst().id()))
                .hasSize(3)
                .filteredOn(ActionItem::open)
                .hasSize(2);
    }
}
