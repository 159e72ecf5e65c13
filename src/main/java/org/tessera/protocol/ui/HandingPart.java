package org.tessera.protocol.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.tessera.account.PersonId;
import org.tessera.account.Team;
import org.tessera.protocol.HandingAnswer;
import org.tessera.protocol.OwnProtocol;
import org.tessera.protocol.OwnProtocols;

/** To whom a protocol of one's team was handed, and the one click with which it goes to another. */
final class HandingPart extends Section {

    private final transient OwnProtocols protocols;
    private final transient OwnProtocol protocol;
    private final transient PersonId me;
    private final UnorderedList handed = new UnorderedList();
    private final Select<Team> team = new Select<>();
    private final Button hand;
    private final Span says = new Span();

    HandingPart(OwnProtocols protocols, OwnProtocol protocol, PersonId me) {
        this.protocols = protocols;
        this.protocol = protocol;
        this.me = me;
        addClassName("handing");
        setId("handing");
        Paragraph hint = new Paragraph(getTranslation("protocol.hand.help"));
        hint.addClassName("quiet");
        team.setLabel(getTranslation("protocol.hand.team"));
        team.setItemLabelGenerator(Team::name);
        hand = new Button(getTranslation("protocol.hand.do"), _ -> hand());
        says.getElement().setAttribute("role", "status");
        Div row = new Div(team, hand);
        row.addClassName("hand-row");
        handed.addClassName("handed");
        add(new H2(getTranslation("protocol.hand")), hint, row, says, handed);
        show();
    }

    private void hand() {
        Team to = team.getValue();
        if (to == null) {
            return;
        }
        HandingAnswer answer = protocols.hand(protocol.id(), to.id(), me);
        show();
        says.setText(
                switch (answer) {
                    case HANDED -> getTranslation("protocol.hand.done", to.name());
                    case UNPUBLISHED -> getTranslation("protocol.hand.unpublished");
                    case ELSEWHERE -> getTranslation("protocol.hand.elsewhere");
                    case UNKNOWN -> getTranslation("protocol.hand.unknown");
                });
    }

    private void show() {
        List<Team> have = protocols.handedTo(protocol.id(), me);
        List<Team> others = protocols.neighboursOf(protocol.team()).stream()
                .filter(other -> !have.contains(other))
                .toList();
        team.setItems(others);
        if (!others.isEmpty()) {
            team.setValue(others.getFirst());
        }
        team.setVisible(!others.isEmpty());
        hand.setVisible(!others.isEmpty());
        if (others.isEmpty()) {
            says.setText(getTranslation(have.isEmpty() ? "protocol.hand.nobody" : "protocol.hand.all"));
        }
        handed.removeAll();
        have.forEach(each -> {
            Button back = new Button(getTranslation("protocol.hand.back"), _ -> {
                protocols.takeBack(protocol.id(), each.id(), me);
                show();
                says.setText(getTranslation("protocol.hand.taken", each.name()));
            });
            back.setAriaLabel(getTranslation("protocol.hand.back.aloud", each.name()));
            back.addThemeVariants(ButtonVariant.TERTIARY);
            handed.add(new ListItem(new Span(each.name()), back));
        });
    }
}
