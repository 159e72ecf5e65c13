package org.tessera.conversation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.tessera.account.SignedIn;
import org.tessera.account.Team;
import org.tessera.account.ui.TeamCard;
import org.tessera.conversation.CarryOver;
import org.tessera.conversation.Conversation;
import org.tessera.conversation.Conversations;
import org.tessera.entry.Entry;

/** The way to a team's conversations on its page. */
@org.springframework.stereotype.Component
@Order(27)
class ConversationsOfTeam implements TeamCard {

    private final Conversations conversations;

    ConversationsOfTeam(Conversations conversations) {
        this.conversations = conversations;
    }

    @Override
    public Optional<Component> forTeam(Team team, SignedIn member) {
        List<Entry<Conversation>> all = conversations.of(team.id(), member.id());
        Section card = new Section();
        card.addClassName("card");
        Anchor link = new Anchor(
                "teams/" + team.id().value() + "/conversations", card.getTranslation("conversation.card.open"));
        link.addClassName("primary-link");
        card.add(
                new H2(card.getTranslation("conversation.title")),
                new Paragraph(
                        all.isEmpty()
                                ? card.getTranslation("conversation.card.none")
                                : card.getTranslation(
                                        "conversation.card.sum",
                                        all.size(),
                                        CarryOver.stillOpen(all).size())),
                link);
        return Optional.of(card);
    }
}
