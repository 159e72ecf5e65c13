package org.tessera.plan.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Optional;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.tessera.account.PersonId;
import org.tessera.account.Team;
import org.tessera.account.TeamId;
import org.tessera.plan.CalendarFeeds;

/** Addresses for one's calendar program: all of one's meetings, or this team's. */
final class FeedCard extends Section {

    private final transient CalendarFeeds feeds;
    private final transient PersonId me;

    FeedCard(CalendarFeeds feeds, Team team, PersonId me) {
        this.feeds = feeds;
        this.me = me;
        addClassNames("card", "plan-feeds");
        add(
                new H2(getTranslation("plan.feed")),
                new Paragraph(getTranslation("plan.feed.lead")),
                feed(getTranslation("plan.feed.mine"), Optional.empty()),
                feed(getTranslation("plan.feed.team", team.name()), Optional.of(team.id())));
    }

    private Div feed(String title, Optional<TeamId> team) {
        Div box = new Div();
        show(box, title, team, Optional.empty());
        return box;
    }

    private void show(Div box, String title, Optional<TeamId> team, Optional<String> token) {
        box.removeAll();
        box.add(new H3(title));
        boolean there = feeds.exists(me, team);
        token.ifPresent(secret -> {
            TextField address = new TextField(getTranslation("plan.feed.address"));
            address.setHelperText(getTranslation("plan.feed.once"));
            address.setReadOnly(true);
            address.setWidthFull();
            address.setValue(address(secret));
            box.add(address);
            address.focus();
        });
        if (there && token.isEmpty()) {
            box.add(new Paragraph(getTranslation("plan.feed.there")));
        }
        Button make = new Button(
                getTranslation(there ? "plan.feed.renew" : "plan.feed.make"),
                _ -> show(box, title, team, feeds.make(me, team)));
        make.setAriaLabel(getTranslation("plan.aloud", make.getText(), title));
        Div actions = new Div(make);
        actions.addClassName("plan-actions");
        if (there) {
            Button revoke = new Button(getTranslation("plan.feed.revoke"), _ -> {
                feeds.revoke(me, team);
                show(box, title, team, Optional.empty());
            });
            revoke.setAriaLabel(getTranslation("plan.aloud", revoke.getText(), title));
            actions.add(revoke);
        }
        box.add(actions);
    }

    private static String address(String token) {
        return ServletUriComponentsBuilder.fromContextPath(
                        VaadinServletRequest.getCurrent().getHttpServletRequest())
                .path("/calendar/{token}.ics")
                .buildAndExpand(token)
                .toUriString();
    }
}
