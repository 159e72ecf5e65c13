package org.tessera.needs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

/** What the demo team found out: two interviews, a survey that was answered, and one that is being answered. */
@Component
@Order(250)
@ConditionalOnBooleanProperty("tessera.demo")
class DemoNeeds implements DemoPart {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final Entries entries;
    private final Surveys surveys;
    private final InstantSource clock;
    private final JsonMapper json;

    DemoNeeds(Entries entries, Surveys surveys, InstantSource clock, JsonMapper json) {
        this.entries = entries;
        this.surveys = surveys;
        this.clock = clock;
        this.json = json;
    }

    private record Told(List<Talk> interviews, List<Asking> surveys) {}

    private record Talk(Asked asked, int daysAgo, String about, String notes, String themes) {}

    private record Asking(
            String title,
            String lead,
            String language,
            List<Asks> questions,
            boolean closed,
            List<List<String>> forms) {}

    private record Asks(Question.Kind kind, String text, String choices) {}

    @Override
    public void addTo(DemoDistrict demo) {
        TeamId team = demo.team().id();
        PersonId ana = demo.person("ana").id();
        PersonId ben = demo.person("ben").id();
        if (!surveys.of(team, ana).isEmpty()) {
            return;
        }
        Told told = read();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        for (Talk talk : told.interviews()) {
            begun(entries.begin(
                    team,
                    Interview.KIND,
                    new Interview(
                            Optional.of(talk.asked()),
                            Optional.of(today.minusDays(talk.daysAgo())),
                            true,
                            talk.about(),
                            talk.notes(),
                            talk.themes()),
                    ben));
        }
        told.surveys().forEach(asking -> ask(team, asking, ana));
    }

    private void ask(TeamId team, Asking asking, PersonId by) {
        List<Question> questions = asking.questions().stream()
                .map(asks -> new Question("1", asks.kind(), asks.text(), asks.choices()))
                .toList();
        Entry<SurveyDraft> draft = begun(entries.begin(
                team,
                SurveyDraft.KIND,
                new SurveyDraft(asking.title(), asking.lead(), asking.language(), Optional.empty(), questions),
                by));
        Survey survey =
                switch (surveys.open(draft.id(), ZONE, by)) {
                    case SurveyAnswer.Done(var opened) -> opened;
                    case SurveyAnswer.Refused(var why) ->
                        throw new IllegalStateException("the demo's survey is refused: " + why);
                };
        for (List<String> form : asking.forms()) {
            Map<String, List<String>> given = new HashMap<>();
            for (int place = 0; place < form.size(); place++) {
                given.put(String.valueOf(place + 1), List.of(form.get(place)));
            }
            HandedIn come = surveys.handIn(survey.link(), UUID.randomUUID().toString(), given);
            if (come != HandedIn.KEPT) {
                throw new IllegalStateException("the demo's answer is refused: " + come);
            }
        }
        if (asking.closed()) {
            surveys.close(survey.id(), by);
        }
    }

    private static <T> Entry<T> begun(EntryAnswer<T> answer) {
        return switch (answer) {
            case EntryAnswer.Saved<T>(var entry) -> entry;
            case EntryAnswer<T> other -> throw new IllegalStateException("the demo's entry is refused: " + other);
        };
    }

    private Told read() {
        try (InputStream in = new ClassPathResource("seeds/demo/needs.yaml").getInputStream()) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return json.convertValue(tree, Told.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's needs cannot be read", e);
        }
    }
}
