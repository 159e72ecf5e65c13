package org.tessera.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.plan.Planning.BEFORE;
import static org.tessera.plan.Planning.people;
import static org.tessera.plan.Planning.term;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.account.PersonId;
import org.tessera.credential.Credential;
import org.tessera.credential.Rule;
import org.tessera.credential.ShippedCredentials;
import org.tessera.protocol.Pack;
import org.tessera.protocol.ShippedPacks;

/** The four shipped stacks, planned for teams of several sizes. */
class EveryStackTest {

    private static final List<Pack> PACKS = ShippedPacks.all();

    @ParameterizedTest
    @ValueSource(strings = {"leading-a-pa-community", "basic-pa-design", "advanced-pa-design", "pa-for-equity"})
    void is_covered_by_meetings_wherever_meetings_can_be_computed_and_listed_otherwise(String stack) {
        List<Credential> credentials = ShippedCredentials.membersOf(stack);
        for (int each = 2; each <= 17; each++) {
            int size = each / 2;
            int earning = each % 2 == 0 ? 1 : 3;
            List<PersonId> team = people(size);
            Circumstances now = new Circumstances(
                    credentials,
                    team,
                    PACKS,
                    PACKS.stream().collect(Collectors.toMap(Pack::ref, pack -> pack)),
                    List.of(),
                    Set.of(),
                    BEFORE);
            Plan plan = Reflow.of(blank(credentials, team.subList(0, Math.min(earning, size))), now);
            assertThat(Reflow.of(plan, now)).isEqualTo(plan);
            Checklist checklist = Checklist.of(plan, now);
            assertThat(checklist.lines())
                    .hasSize(plan.earners().size()
                            * credentials.stream()
                                    .mapToInt(credential ->
                                            credential.requirements().size())
                                    .sum());
            int people = size;
            checklist.lines().forEach(line -> judge(line, plan, people));
        }
    }

    private static Plan blank(List<Credential> credentials, List<PersonId> earners) {
        Plan plan = Planning.blank(earners, term(20, 75));
        return new Plan(
                plan.id(),
                plan.team(),
                plan.stack(),
                credentials.stream().map(Credential::ref).toList(),
                earners,
                plan.term(),
                List.of(),
                List.of(),
                0);
    }

    private static void judge(Checklist.Line line, Plan plan, int people) {
        Map<Boolean, List<Session>> own = plan.sessions()
                .map(Plan.Place::session)
                .filter(session -> session.serves(line.key(), line.earner()))
                .collect(Collectors.partitioningBy(session ->
                        session.presenter().filter(line.earner()::equals).isPresent()));
        switch (line.requirement().rule().orElse(null)) {
            case Rule.TookPart rule -> {
                boolean presents = rule.work() == Rule.Work.OWN;
                List<Session> counted = presents ? own.get(true) : own.get(false);
                boolean enough = people >= rule.others() + (presents ? 1 : 2);
                assertThat(counted).allSatisfy(session -> {
                    assertThat(session.aspect()).isEqualTo(rule.aspect().id());
                    assertThat(session.presenter()).isPresent();
                });
                assertThat(line.covered())
                        .as("%s people: %s", people, line)
                        .isEqualTo(counted.size() >= rule.atLeast());
                if (people >= 6) {
                    assertThat(enough && line.covered())
                            .as("%s people: %s", people, line)
                            .isTrue();
                }
            }
            case Rule.Facilitated _ -> {
                if (people >= 6) {
                    assertThat(line.covered()).as("%s people: %s", people, line).isTrue();
                }
            }
            case Rule.Pieces _, Rule.Items _ ->
                assertThat(line.status())
                        .isInstanceOfSatisfying(Checklist.Uncovered.class, uncovered -> assertThat(uncovered.why())
                                .isEqualTo(new Shortfall.NobodySaid()));
            case null ->
                assertThat(Stream.concat(own.get(true).stream(), own.get(false).stream()))
                        .isEmpty();
        }
    }
}
