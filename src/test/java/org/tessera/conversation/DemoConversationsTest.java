package org.tessera.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tessera.account.Accounts;
import org.tessera.account.DemoDistrict;
import org.tessera.account.PersonId;
import org.tessera.entry.Entries;
import org.tessera.entry.Entry;
import org.tessera.entry.TestCircle;
import org.tessera.submission.Picks;
import org.tessera.support.AppTest;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class DemoConversationsTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Picks picks;

    @Autowired
    Entries entries;

    @Autowired
    Conversations conversations;

    @Autowired
    Prompts prompts;

    @Autowired
    InstantSource clock;

    @Autowired
    JsonMapper json;

    @Test
    void shows_four_conversations_whose_questions_were_carried_over_and_is_made_once() {
        TestCircle circle = TestCircle.in(accounts, picks);
        PersonId ana = circle.ana().id();
        DemoDistrict demo = new DemoDistrict(
                circle.ana().district(),
                accounts.team(circle.team()).orElseThrow(),
                Map.of("ana", circle.ana(), "ben", circle.ben()));
        DemoConversations part = new DemoConversations(entries, conversations, clock, json);
        part.addTo(demo);
        part.addTo(demo);

        List<Entry<Conversation>> all = conversations.of(circle.team(), ana);
        assertThat(all)
                .extracting(entry -> entry.body().title())
                .containsExactly("Staff meeting", "Science department", "Student council", "Evening with families");
        assertThat(CarryOver.waitingFor(all.get(1).id(), all)).hasSize(2);
        assertThat(CarryOver.waitingFor(all.get(3).id(), all)).hasSize(1);
        assertThat(CarryOver.stillOpen(all))
                .extracting(open -> open.question().text())
                .containsExactly("Can families see the rubric before the task begins?");
        assertThat(all.stream().flatMap(entry -> entry.body().prompts().stream()))
                .allMatch(id -> prompts.find(id).isPresent());
    }
}
