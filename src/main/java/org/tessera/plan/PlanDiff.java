package org.tessera.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tessera.account.PersonId;

/** What is different between two states of a plan. */
final class PlanDiff {

    private final Plan before;
    private final Plan after;
    private final List<PlanChange> changes = new ArrayList<>();

    private PlanDiff(Plan before, Plan after) {
        this.before = before;
        this.after = after;
    }

    static List<PlanChange> between(Plan before, Checklist had, Plan after, Checklist has) {
        PlanDiff diff = new PlanDiff(before, after);
        diff.earners();
        diff.meetings();
        diff.sessions();
        diff.leads();
        diff.coverage(had, has);
        return List.copyOf(diff.changes);
    }

    private void earners() {
        if (!Set.copyOf(before.earners()).equals(Set.copyOf(after.earners()))) {
            changes.add(new PlanChange.EarnersChanged(after.earners()));
        }
    }

    private void meetings() {
        for (PlannedMeeting meeting : after.meetings()) {
            Optional<PlannedMeeting> old = before.meeting(meeting.id());
            if (old.isEmpty()) {
                changes.add(new PlanChange.Added(meeting.id(), meeting.at()));
                continue;
            }
            PlannedMeeting was = old.get();
            if (was.takesPlace() && !meeting.takesPlace()) {
                changes.add(new PlanChange.Lost(meeting.id(), was.at(), meeting.state()));
            } else if (!was.takesPlace() && meeting.takesPlace()) {
                changes.add(new PlanChange.Returned(meeting.id(), meeting.at()));
            } else if (meeting.takesPlace() && !was.at().equals(meeting.at())) {
                changes.add(new PlanChange.Retimed(meeting.id(), was.at(), meeting.at()));
            }
        }
    }

    private static Map<Integer, Plan.Place> byNumber(Plan plan) {
        Map<Integer, Plan.Place> places = new LinkedHashMap<>();
        plan.sessions().forEach(place -> places.put(place.session().number(), place));
        return places;
    }

    private void sessions() {
        Map<Integer, Plan.Place> had = byNumber(before);
        Map<Integer, Plan.Place> has = byNumber(after);
        has.forEach((number, place) -> {
            Plan.Place old = had.get(number);
            if (old == null) {
                changes.add(new PlanChange.SessionAdded(
                        place.session(), place.meeting().at()));
            } else if (!old.meeting().id().equals(place.meeting().id())) {
                changes.add(new PlanChange.SessionMoved(
                        place.session(), old.meeting().at(), place.meeting().at()));
            } else if (old.session().minutes() != place.session().minutes()) {
                changes.add(new PlanChange.Resized(
                        place.session(), place.meeting().at(), old.session().minutes()));
            }
            if (old != null && !old.session().lead().equals(place.session().lead())) {
                changes.add(new PlanChange.LeadChanged(
                        place.meeting().at(),
                        Part.Kind.PROTOCOL,
                        old.session().lead(),
                        place.session().lead()));
            }
        });
        had.forEach((number, place) -> {
            if (!has.containsKey(number)) {
                changes.add(new PlanChange.SessionGone(
                        place.session(), place.meeting().at()));
            }
        });
    }

    private void leads() {
        Map<UUID, PlannedMeeting> had = new LinkedHashMap<>();
        before.meetings().forEach(meeting -> had.put(meeting.id(), meeting));
        for (PlannedMeeting meeting : after.meetings()) {
            Optional<Leads> was = Optional.ofNullable(had.get(meeting.id())).flatMap(PlannedMeeting::leads);
            if (was.isEmpty() || meeting.leads().isEmpty() || !meeting.takesPlace()) {
                continue;
            }
            Leads old = was.get();
            Leads now = meeting.leads().get();
            lead(meeting, Part.Kind.OPENING, old.opening(), now.opening());
            lead(meeting, Part.Kind.ACTIONS, old.actions(), now.actions());
            lead(meeting, Part.Kind.CLOSING, old.closing(), now.closing());
        }
    }

    private void lead(PlannedMeeting meeting, Part.Kind part, PersonId was, PersonId now) {
        if (!was.equals(now)) {
            changes.add(new PlanChange.LeadChanged(meeting.at(), part, was, now));
        }
    }

    private void coverage(Checklist had, Checklist has) {
        for (Checklist.Line line : has.lines()) {
            boolean was = had.line(line.key(), line.earner())
                    .filter(Checklist.Line::covered)
                    .isPresent();
            switch (line.status()) {
                case Checklist.Covered _ -> {
                    if (!was) {
                        changes.add(new PlanChange.NowCovered(line));
                    }
                }
                case Checklist.Uncovered(var _, var why) -> {
                    if (was) {
                        changes.add(new PlanChange.NowUncovered(line, why));
                    }
                }
            }
        }
    }
}
