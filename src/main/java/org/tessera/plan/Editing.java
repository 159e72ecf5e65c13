package org.tessera.plan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.tessera.account.PersonId;
import org.tessera.credential.Criterion;

/** Makes one change to a plan, if it may be made, and lets the rest follow. */
final class Editing {

    private final Plan plan;
    private final Circumstances now;

    private Editing(Plan plan, Circumstances now) {
        this.plan = plan;
        this.now = now;
    }

    /** What became of an edit. */
    sealed interface Result {
        record Changed(Plan plan) implements Result {}

        record Refused(PlanRefusal why) implements Result {}
    }

    static Result apply(Plan plan, PlanEdit edit, Circumstances now) {
        Result result = new Editing(plan, now).edited(edit);
        return result instanceof Result.Changed(var changed)
                ? new Result.Changed(Reflow.of(plan, changed, now))
                : result;
    }

    private Result edited(PlanEdit edit) {
        return switch (edit) {
            case PlanEdit.Move(var meeting, var to) -> ahead(meeting, found -> move(found, to));
            case PlanEdit.Cancel(var meeting) ->
                ahead(
                        meeting,
                        found -> found.takesPlace()
                                ? changed(plan.replacing(found.being(MeetingState.CANCELLED)))
                                : refused(PlanRefusal.NOT_PLANNED));
            case PlanEdit.Restore(var meeting) -> ahead(meeting, this::restore);
            case PlanEdit.SayHeld(var meeting, var held) -> sayHeld(meeting, held);
            case PlanEdit.CloseDay(var day) -> close(day);
            case PlanEdit.OpenDay(var day) -> open(day);
            case PlanEdit.Assign(var assignment) -> assign(assignment);
            case PlanEdit.Unassign(var requirement) -> changed(plan.assigning(without(requirement)));
            case PlanEdit.Lead(var meeting, var part, var person) -> ahead(meeting, found -> lead(found, part, person));
            case PlanEdit.Earners(var earners) -> earners(earners);
            case PlanEdit.Arrange arrange -> arrange(arrange);
        };
    }

    private static Result changed(Plan changed) {
        return new Result.Changed(changed);
    }

    private static Result refused(PlanRefusal why) {
        return new Result.Refused(why);
    }

    private Result ahead(UUID meeting, Function<PlannedMeeting, Result> edit) {
        Optional<PlannedMeeting> found = plan.meeting(meeting);
        if (found.isEmpty()) {
            return refused(PlanRefusal.UNKNOWN_MEETING);
        }
        return found.get().past(plan.term(), now.now()) ? refused(PlanRefusal.PAST) : edit.apply(found.get());
    }

    private Result move(PlannedMeeting meeting, LocalDateTime to) {
        Optional<PlanRefusal> against = against(to);
        if (against.isPresent()) {
            return refused(against.get());
        }
        boolean clash = clashes(meeting, to);
        return clash ? refused(PlanRefusal.CLASH) : changed(plan.replacing(meeting.movedTo(to)));
    }

    private Optional<PlanRefusal> against(LocalDateTime to) {
        LocalDate day = to.toLocalDate();
        if (!plan.term().includes(day)) {
            return Optional.of(PlanRefusal.OUTSIDE_TERM);
        }
        if (plan.term().closed().contains(day)) {
            return Optional.of(PlanRefusal.DAY_CLOSED);
        }
        return plan.term().instant(to).isAfter(now.now()) ? Optional.empty() : Optional.of(PlanRefusal.TIME_PAST);
    }

    private boolean clashes(PlannedMeeting meeting, LocalDateTime at) {
        LocalDateTime until = at.plusMinutes(plan.term().rhythm().minutes());
        return plan.meetings().stream()
                .anyMatch(other -> !other.id().equals(meeting.id()) && other.takesPlace() && other.meets(at, until));
    }

    private Result restore(PlannedMeeting meeting) {
        if (meeting.state() != MeetingState.CANCELLED) {
            return refused(PlanRefusal.NOT_CANCELLED);
        }
        if (plan.term().closed().contains(meeting.at().toLocalDate())) {
            return refused(PlanRefusal.DAY_CLOSED);
        }
        return clashes(meeting, meeting.at())
                ? refused(PlanRefusal.CLASH)
                : changed(plan.replacing(meeting.being(MeetingState.PLANNED)));
    }

    private Result sayHeld(UUID id, boolean held) {
        Optional<PlannedMeeting> found = plan.meeting(id);
        if (found.isEmpty()) {
            return refused(PlanRefusal.UNKNOWN_MEETING);
        }
        PlannedMeeting meeting = found.get();
        if (!meeting.past(plan.term(), now.now())) {
            return refused(PlanRefusal.AHEAD);
        }
        MeetingState said = held ? MeetingState.HELD : MeetingState.MISSED;
        boolean possible =
                switch (meeting.state()) {
                    case PLANNED -> true;
                    case HELD, MISSED -> meeting.state() != said;
                    case CANCELLED, CLOSED_DAY, DROPPED -> false;
                };
        return possible ? changed(plan.replacing(meeting.being(said))) : refused(PlanRefusal.NOT_PLANNED);
    }

    private Result close(LocalDate day) {
        if (!plan.term().includes(day)) {
            return refused(PlanRefusal.OUTSIDE_TERM);
        }
        TreeSet<LocalDate> closed = new TreeSet<>(plan.term().closed());
        closed.add(day);
        return changed(plan.in(plan.term().with(closed)));
    }

    private Result open(LocalDate day) {
        TreeSet<LocalDate> closed = new TreeSet<>(plan.term().closed());
        closed.remove(day);
        return changed(plan.in(plan.term().with(closed)));
    }

    private List<Assignment> without(RequirementKey requirement) {
        return plan.assignments().stream()
                .filter(one -> !one.requirement().equals(requirement))
                .toList();
    }

    private Result assign(Assignment assignment) {
        boolean open = now.credentials().stream()
                .filter(credential ->
                        credential.ref().equals(assignment.requirement().credential()))
                .flatMap(credential -> credential.requirements().stream())
                .filter(criterion -> Wanted.of(criterion).isEmpty())
                .map(Criterion::id)
                .anyMatch(assignment.requirement().criterion()::equals);
        if (!open) {
            return refused(PlanRefusal.UNKNOWN_REQUIREMENT);
        }
        Optional<PlanRefusal> against =
                switch (assignment) {
                    case Assignment.InMeeting in -> against(in);
                    case Assignment.OwnWork work -> against(work);
                };
        if (against.isPresent()) {
            return refused(against.get());
        }
        List<Assignment> all = new ArrayList<>(without(assignment.requirement()));
        all.add(assignment);
        return changed(plan.assigning(all));
    }

    private Optional<PlanRefusal> against(Assignment.InMeeting in) {
        if (now.offered().stream().noneMatch(pack -> pack.ref().id().equals(in.pack()))) {
            return Optional.of(PlanRefusal.UNKNOWN_PROTOCOL);
        }
        return in.lead().filter(lead -> !now.members().contains(lead)).map(_ -> PlanRefusal.NOT_A_MEMBER);
    }

    private Optional<PlanRefusal> against(Assignment.OwnWork work) {
        if (work.words().isBlank() || work.words().length() > Assignment.MOST) {
            return Optional.of(PlanRefusal.WORDS);
        }
        if (!plan.term().includes(work.due())) {
            return Optional.of(PlanRefusal.OUTSIDE_TERM);
        }
        return now.members().contains(work.who()) ? Optional.empty() : Optional.of(PlanRefusal.NOT_A_MEMBER);
    }

    private Result lead(PlannedMeeting meeting, Part.Kind part, PersonId person) {
        if (!now.members().contains(person)) {
            return refused(PlanRefusal.NOT_A_MEMBER);
        }
        return meeting.leads()
                .filter(_ -> meeting.takesPlace())
                .map(leads -> changed(plan.replacing(meeting.ledBy(leads.with(part, person)))))
                .orElseGet(() -> refused(PlanRefusal.NOT_PLANNED));
    }

    private Result arrange(PlanEdit.Arrange to) {
        Term term = plan.term();
        Term next = new Term(term.start(), term.end(), to.closed(), to.rhythm(), term.zone());
        if (!next.sound()) {
            return refused(PlanRefusal.TERM_UNSOUND);
        }
        // days that were closed before may lie anywhere: only what is new is looked at
        boolean outside = to.closed().stream().anyMatch(day -> !term.closed().contains(day) && !term.includes(day));
        return outside
                ? refused(PlanRefusal.OUTSIDE_TERM)
                : switch (earners(to.earners())) {
                    case Result.Refused no -> no;
                    case Result.Changed(var earned) -> changed(earned.in(next));
                };
    }

    private Result earners(List<PersonId> earners) {
        if (earners.isEmpty()) {
            return refused(PlanRefusal.NO_EARNER);
        }
        return now.members().containsAll(earners)
                ? changed(plan.earnedBy(earners.stream().distinct().toList()))
                : refused(PlanRefusal.NOT_A_MEMBER);
    }
}
