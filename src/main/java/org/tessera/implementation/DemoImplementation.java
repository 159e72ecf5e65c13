package org.tessera.implementation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.tessera.account.DemoDistrict;
import org.tessera.account.DemoPart;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.entry.Entries;
import org.tessera.entry.Entry;
import org.tessera.entry.EntryAnswer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** The demo team's plan of two years, in progress: fed by its survey and interviews, and with something still missing. */
@Component
@Order(260)
@ConditionalOnBooleanProperty("tessera.demo")
class DemoImplementation implements DemoPart {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final Entries entries;
    private final ImplementationPlans plans;
    private final Grounds grounds;
    private final InstantSource clock;
    private final JsonMapper json;

    DemoImplementation(
            Entries entries, ImplementationPlans plans, Grounds grounds, InstantSource clock, JsonMapper json) {
        this.entries = entries;
        this.plans = plans;
        this.grounds = grounds;
        this.clock = clock;
        this.json = json;
    }

    private record Told(
            String title,
            Reach reach,
            String charge,
            String lead,
            String stakeholders,
            int firstDay,
            int lastDay,
            List<ToldGoal> goals,
            List<Strand> strands) {}

    private record ToldGoal(String text, List<String> from, List<ToldStep> steps) {}

    private record ToldStep(String what, String who, String benchmark, int due) {}

    @Override
    public void addTo(DemoDistrict demo) {
        TeamId team = demo.team().id();
        PersonId ana = demo.person("ana").id();
        PersonId ben = demo.person("ben").id();
        if (plans.of(team, ana).frame().isPresent()) {
            return;
        }
        Told told = read();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        begun(entries.beginOnly(
                team,
                Frame.KIND,
                new Frame(
                        told.title(),
                        Optional.of(told.reach()),
                        told.charge(),
                        told.lead(),
                        told.stakeholders(),
                        Optional.of(today.plusDays(told.firstDay())),
                        Optional.of(today.plusDays(told.lastDay()))),
                ana));
        List<Citation> known = grounds.of(team, ana);
        for (ToldGoal goal : told.goals()) {
            Entry<Goal> entry = begun(entries.begin(
                    team,
                    Goal.KIND,
                    new Goal(
                            goal.text(),
                            known.stream()
                                    .filter(one -> goal.from().stream().anyMatch(one.words()::contains))
                                    .toList()),
                    ana));
            goal.steps()
                    .forEach(step -> begun(entries.begin(
                            team,
                            Step.KIND,
                            new Step(
                                    entry.id().value(),
                                    step.what(),
                                    step.who(),
                                    step.benchmark(),
                                    Optional.of(today.plusDays(step.due()))),
                            ben)));
        }
        told.strands().forEach(strand -> begun(entries.begin(team, Strand.KIND, strand, ben)));
    }

    private static <T> Entry<T> begun(EntryAnswer<T> answer) {
        return switch (answer) {
            case EntryAnswer.Saved<T>(var entry) -> entry;
            case EntryAnswer<T> other -> throw new IllegalStateException("the demo's plan is refused: " + other);
        };
    }

    private Told read() {
        try (InputStream in = new ClassPathResource("seeds/demo/implementation.yaml").getInputStream()) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return json.convertValue(tree, Told.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's plan of two years cannot be read", e);
        }
    }
}
