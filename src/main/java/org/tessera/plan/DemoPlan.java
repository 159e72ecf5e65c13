package org.tessera.plan;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tessera.account.DemoDistrict;
import org.tessera.account.DemoPart;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.credential.CredentialId;
import org.tessera.plan.PlanEdit.Assign;
import org.tessera.plan.PlanEdit.CloseDay;
import org.tessera.plan.PlanEdit.SayHeld;

/**
 * The demo team's plan, some weeks into its term: of one of its past meetings somebody has said that it was held, a snow day has been made room
 * for, some requirements are spoken for, and a few things are still to be done.
 */
@Component
@Order(200)
@ConditionalOnBooleanProperty("tessera.demo")
class DemoPlan implements DemoPart {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final int DAYS_GONE = 22;
    private static final int WEEKS_AHEAD = 14;

    private final Plans plans;
    private final ActionItems items;
    private final InstantSource clock;

    DemoPlan(Plans plans, ActionItems items, InstantSource clock) {
        this.plans = plans;
        this.items = items;
        this.clock = clock;
    }

    @Override
    public void addTo(DemoDistrict demo) {
        TeamId team = demo.team().id();
        PersonId ana = demo.person("ana").id();
        PersonId ben = demo.person("ben").id();
        if (!plans.of(team, ana).isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        Rhythm rhythm = new Rhythm(Set.of(today.getDayOfWeek()), 1, LocalTime.of(15, 30), 75);
        Term term = new Term(today.minusDays(DAYS_GONE), today.plusWeeks(WEEKS_AHEAD), Set.of(), rhythm, ZONE);
        PlanPicture made = done(plans.make(
                new PlanDraft(team, new CredentialId("leading-a-pa-community"), List.of(ana, ben), term),
                ana,
                term.instant(term.start().atStartOfDay())));
        PlanPicture spoken = assign(
                made,
                "need",
                ana,
                key -> new Assignment.OwnWork(
                        key, today.plusWeeks(3), ben, "Ask twelve colleagues what they miss in our assessments"));
        PlanPicture rules = assign(
                spoken,
                "community",
                ana,
                key -> new Assignment.InMeeting(key, "forming-ground-rules", Optional.of(ana)));
        LocalDate snow = rules.plan().meetings().stream()
                .filter(meeting -> !rules.past(meeting))
                .skip(1)
                .map(meeting -> meeting.at().toLocalDate())
                .findFirst()
                .orElseThrow();
        PlanPicture closed = done(plans.change(rules.plan().id(), rules.plan().version(), new CloseDay(snow), ben));
        PlannedMeeting first = closed.plan().meetings().getFirst();
        done(plans.change(closed.plan().id(), closed.plan().version(), new SayHeld(first.id(), true), ana));
        takeOn(team, "Bring three unscored lab reports, without names", ben, today.plusDays(6), ana);
        takeOn(
                team,
                "Ask the office for the room with the large table",
                demo.person("cho").id(),
                today.plusDays(2),
                ana);
        takeOn(
                team,
                "Send the vision to the department heads",
                demo.person("fay").id(),
                today.minusDays(3),
                ana);
        items.of(team, ana).stream()
                .filter(item -> item.due().filter(today::isAfter).isPresent())
                .forEach(item -> items.say(item.id(), true, ana));
    }

    private interface Wish {
        Assignment of(RequirementKey key);
    }

    private PlanPicture assign(PlanPicture picture, String requirement, PersonId by, Wish wish) {
        return picture.checklist().lines().stream()
                .map(Checklist.Line::key)
                .filter(key -> key.criterion().equals(requirement))
                .findFirst()
                .map(key ->
                        done(plans.change(picture.plan().id(), picture.plan().version(), new Assign(wish.of(key)), by)))
                .orElse(picture);
    }

    private void takeOn(TeamId team, String words, PersonId owner, LocalDate due, PersonId by) {
        items.add(team, words, owner, Optional.of(due), by).ifPresent(why -> {
            throw new IllegalStateException("the demo's items are refused: " + why);
        });
    }

    private static PlanPicture done(PlanAnswer answer) {
        return switch (answer) {
            case PlanAnswer.Done(var picture, var _) -> picture;
            case PlanAnswer.Refused(var why) -> throw new IllegalStateException("the demo's plan is refused: " + why);
        };
    }
}
