package org.tessera.plan;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.credential.CredentialId;

/** A plan that was made four weeks ago, so that some of its meetings are past. */
public final class PastPlan {

    private PastPlan() {}

    /** Makes it in a running product. */
    public static Plan of(ApplicationContext application, TeamId team, PersonId earner) {
        LocalDate today =
                LocalDate.ofInstant(application.getBean(InstantSource.class).instant(), TestTeam.ZONE);
        Term term = new Term(
                today.minusWeeks(4),
                today.plusWeeks(12),
                Set.of(),
                new Rhythm(Set.of(DayOfWeek.TUESDAY), 1, LocalTime.of(15, 30), 75),
                TestTeam.ZONE);
        PlanDraft draft = new PlanDraft(team, new CredentialId("leading-a-pa-community"), List.of(earner), term);
        Plans plans = application.getBean(Plans.class);
        return TestTeam.done(plans.make(draft, earner, term.instant(term.start().atStartOfDay())))
                .plan();
    }
}
