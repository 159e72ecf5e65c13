package org.tessera.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.tessera.entry.EntryAnswer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** The demo team's conversations: one message for everybody, and questions that were taken up later. */
@Component
@Order(270)
@ConditionalOnBooleanProperty("tessera.demo")
class DemoConversations implements DemoPart {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final Entries entries;
    private final Conversations conversations;
    private final InstantSource clock;
    private final JsonMapper json;

    DemoConversations(Entries entries, Conversations conversations, InstantSource clock, JsonMapper json) {
        this.entries = entries;
        this.conversations = conversations;
        this.clock = clock;
        this.json = json;
    }

    private record Told(List<Talk> conversations) {}

    private record Talk(
            String title,
            Setting setting,
            Set<Stakeholders> groups,
            int people,
            int daysAgo,
            String message,
            List<String> prompts,
            boolean consent,
            String said,
            String themes,
            List<String> raised,
            List<Answer> answers,
            String followUp,
            List<Integer> before,
            List<Integer> after) {}

    private record Answer(String question, String answer) {}

    @Override
    public void addTo(DemoDistrict demo) {
        TeamId team = demo.team().id();
        PersonId ana = demo.person("ana").id();
        if (!conversations.of(team, ana).isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        List<Raised> open = new ArrayList<>();
        for (Talk talk : read().conversations()) {
            List<Raised> raised = talk.raised().stream()
                    .map(text -> new Raised(UUID.randomUUID(), text))
                    .toList();
            EntryAnswer<Conversation> answer =
                    entries.begin(team, Conversation.KIND, conversation(talk, today, raised, taken(talk, open)), ana);
            if (!(answer instanceof EntryAnswer.Saved<Conversation>)) {
                throw new IllegalStateException("the demo's conversation is refused: " + answer);
            }
            open.addAll(raised);
        }
    }

    private static List<Taken> taken(Talk talk, List<Raised> open) {
        return talk.answers().stream()
                .flatMap(answer -> open.stream()
                        .filter(question -> question.text().startsWith(answer.question()))
                        .map(question -> new Taken(question.id(), answer.answer())))
                .toList();
    }

    private static Conversation conversation(Talk talk, LocalDate today, List<Raised> raised, List<Taken> taken) {
        return new Conversation(
                talk.title(),
                Optional.of(talk.setting()),
                talk.groups(),
                Optional.of(talk.people()),
                Optional.of(today.minusDays(talk.daysAgo())),
                talk.message(),
                talk.prompts(),
                talk.consent(),
                talk.said(),
                talk.themes(),
                raised,
                taken,
                talk.followUp(),
                new BuyIn(talk.before()),
                new BuyIn(talk.after()),
                Optional.empty(),
                Optional.empty());
    }

    private Told read() {
        try (InputStream in = new ClassPathResource("seeds/demo/conversations.yaml").getInputStream()) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return json.convertValue(tree, Told.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's conversations cannot be read", e);
        }
    }
}
