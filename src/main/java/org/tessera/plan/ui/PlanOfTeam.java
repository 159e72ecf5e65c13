package org.tessera.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.tessera.account.Accounts;
import org.tessera.account.SignedIn;
import org.tessera.account.Team;
import org.tessera.account.ui.TeamCard;
import org.tessera.plan.PlanPicture;
import org.tessera.plan.Plans;

/** A team's plan on its page: how far it covers the stack, what comes next, and the way to it. */
@org.springframework.stereotype.Component
@Order(20)
class PlanOfTeam implements TeamCard {

    private final Plans plans;
    private final Accounts accounts;

    PlanOfTeam(Plans plans, Accounts accounts) {
        this.plans = plans;
        this.accounts = accounts;
    }

    @Override
    public Optional<Component> forTeam(Team team, SignedIn member) {
        List<PlanPicture> there = plans.of(team.id(), member.id());
        Section card = new Section();
        card.addClassName("card");
        card.add(new H2(card.getTranslation("plan.page")));
        String address = "teams/" + team.id().value() + "/plan";
        if (there.isEmpty()) {
            card.add(
                    new Paragraph(card.getTranslation("plan.card.none")),
                    link(address, card.getTranslation("plan.card.make")));
            return Optional.of(card);
        }
        PlanPicture picture = there.getFirst();
        PlanWords words = PlanWords.on(card, picture, accounts::nameOf);
        card.add(new Paragraph(card.getTranslation(
                "plan.checklist.sum",
                picture.checklist().covered(),
                picture.checklist().lines().size())));
        picture.next()
                .map(next ->
                        new Paragraph(card.getTranslation("plan.card.next", words.when(next.at()), words.what(next))))
                .ifPresent(card::add);
        card.add(link(address, card.getTranslation("plan.card.open")));
        return Optional.of(card);
    }

    private static Anchor link(String address, String words) {
        Anchor link = new Anchor(address, words);
        link.addClassName("primary-link");
        return link;
    }
}
