package org.tessera.implementation.ui;

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
import org.tessera.implementation.Finding;
import org.tessera.implementation.ImplementationPlan;
import org.tessera.implementation.ImplementationPlans;
import org.tessera.implementation.PlanCheck;

/** The way to a team's implementation plan on its page. */
@org.springframework.stereotype.Component
@Order(26)
class PlanOfTwoYears implements TeamCard {

    private final ImplementationPlans plans;

    PlanOfTwoYears(ImplementationPlans plans) {
        this.plans = plans;
    }

    @Override
    public Optional<Component> forTeam(Team team, SignedIn member) {
        ImplementationPlan plan = plans.of(team.id(), member.id());
        Section card = new Section();
        card.addClassName("card");
        List<Finding> found = PlanCheck.of(plan);
        Anchor link = new Anchor(
                "teams/" + team.id().value() + "/implementation-plan", card.getTranslation("implementation.card.open"));
        link.addClassName("primary-link");
        card.add(
                new H2(card.getTranslation("implementation.title")),
                new Paragraph(
                        plan.frame().isEmpty()
                                ? card.getTranslation("implementation.card.none")
                                : card.getTranslation(
                                        "implementation.check.sum",
                                        found.stream().filter(Finding::met).count(),
                                        found.size())),
                link);
        return Optional.of(card);
    }
}
