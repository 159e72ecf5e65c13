package org.tessera.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.plan.Planning.*;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tessera.account.PersonId;
import org.tessera.credential.Credential;
import org.tessera.credential.Criterion;
import org.tessera.credential.Rule;
import org.tessera.protocol.Budget;
import org.tessera.protocol.Fit;

/** What holds of every plan, whatever became of its meetings. */
class PlanLawTest {

    private static final int TERMS = 60;
    private static final int STEPS = 25;
    private static final List<RequirementKey> FREE = List.of(COMMUNITY, NEED);

    private static final Set<MeetingState> TAKING_PLACE = EnumSet.of(MeetingState.PLANNED, MeetingState.HELD);

    /** What the random terms came to, so that no law holds for want of cases. */
    private final Map<Kind, Integer> seen = new EnumMap<>(Kind.class);

    private enum Kind {
        COVERED,
        NO_MEETING,
        NO_PROTOCOL,
        SHARED,
        MOVED,
        LOST,
        MISSED,
        HELD,
        ARRANGED,
        REFUSED
    }

    @Test
    void after_any_sequence_of_moves_cancellations_and_closed_days_all_laws_hold() {
        for (int seed = 0; seed < TERMS; seed++) {
            Random random = new Random(seed);
            List<PersonId> team = people(3 + random.nextInt(5));
            List<PersonId> earners = team.subList(0, 1 + random.nextInt(3));
            Instant clock = BEFORE;
            Plan plan = Reflow.of(blank(earners, randomTerm(random)), circumstances(team, clock));
            judge("seed " + seed, plan, plan, circumstances(team, clock));
            for (int step = 0; step < STEPS; step++) {
                clock = clock.plus(Duration.ofHours(random.nextInt(90)));
                Circumstances now = circumstances(team, clock);
                PlanEdit edit = randomEdit(random, plan, team);
                String name = "seed " + seed + " step " + step + ": " + edit;
                switch (Editing.apply(plan, edit, now)) {
                    case Editing.Result.Refused _ -> see(Kind.REFUSED);
                    case Editing.Result.Changed(var changed) -> {
                        if (edit instanceof PlanEdit.Arrange) {
                            see(Kind.ARRANGED);
                        }
                        judge(name, plan, changed, now);
                        plan = changed;
                    }
                }
            }
        }
        assertThat(seen.keySet()).containsExactlyInAnyOrder(Kind.values());
    }

    private void see(Kind kind) {
        seen.merge(kind, 1, Integer::sum);
    }

    private static Term randomTerm(Random random) {
        Set<DayOfWeek> days = new HashSet<>();
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            days.add(DayOfWeek.of(1 + random.nextInt(5)));
        }
        Rhythm rhythm = new Rhythm(
                days, 1 + random.nextInt(2), LocalTime.of(7 + random.nextInt(10), 30), 30 + 15 * random.nextInt(9));
        return new Term(START, START.plusWeeks(4 + random.nextInt(16)), Set.of(), rhythm, NEW_YORK);
    }

    private static PlanEdit randomEdit(Random random, Plan plan, List<PersonId> team) {
        PlannedMeeting meeting =
                plan.meetings().get(random.nextInt(plan.meetings().size()));
        LocalDate day = random.nextBoolean() ? meeting.at().toLocalDate() : START.plusDays(random.nextInt(120));
        return switch (random.nextInt(11)) {
            case 0, 1 -> new PlanEdit.CloseDay(day);
            case 2 -> new PlanEdit.OpenDay(day);
            case 3 -> new PlanEdit.Cancel(meeting.id());
            case 4 -> new PlanEdit.Restore(meeting.id());
            case 5 -> new PlanEdit.SayHeld(meeting.id(), random.nextBoolean());
            case 6, 7 ->
                new PlanEdit.Move(
                        meeting.id(),
                        LocalDateTime.of(day, LocalTime.of(7 + random.nextInt(12), 15 * random.nextInt(4))));
            case 8 ->
                new PlanEdit.Arrange(randomTerm(random).rhythm(), plan.term().closed(), plan.earners());
            case 9 -> {
                List<PersonId> others = new ArrayList<>(team);
                Collections.shuffle(others, random);
                yield new PlanEdit.Arrange(
                        plan.term().rhythm(), Set.of(day), others.subList(0, 1 + random.nextInt(team.size())));
            }
            default -> {
                RequirementKey key = FREE.get(random.nextInt(FREE.size()));
                yield random.nextBoolean()
                        ? new PlanEdit.Assign(new Assignment.InMeeting(key, "chalk-talk", Optional.empty()))
                        : new PlanEdit.Unassign(key);
            }
        };
    }

    private void judge(String name, Plan before, Plan plan, Circumstances now) {
        everyRequirementIsCoveredOrListed(name, plan, now);
        for (PlannedMeeting meeting : plan.meetings()) {
            keepsItsTime(name, meeting, now);
        }
        noneIsOnAClosedDayOrAtAnothersTime(name, plan, now);
        theTimeThatHasComeIsUntouched(name, before, plan, now);
        assertThat(Reflow.of(plan, now))
                .as("%s: planning again changes nothing", name)
                .isEqualTo(plan);
        assertThat(plan.sessions().map(place -> place.session().number()).toList())
                .as(name)
                .doesNotHaveDuplicates();
    }

    private void everyRequirementIsCoveredOrListed(String name, Plan plan, Circumstances now) {
        Checklist checklist = Checklist.of(plan, now);
        List<Checklist.Line> expected = new ArrayList<>(checklist.lines());
        for (Credential credential : CREDENTIALS) {
            for (Criterion requirement : credential.requirements()) {
                for (PersonId earner : plan.earners()) {
                    RequirementKey key = new RequirementKey(credential.ref(), requirement.id());
                    Checklist.Line line = checklist.line(key, earner).orElseThrow();
                    assertThat(expected.remove(line)).isTrue();
                    boolean met = isMet(requirement, key, plan, earner);
                    assertThat(line.covered()).as("%s: %s", name, line).isEqualTo(met);
                    reasonHolds(name, line, plan, now);
                }
            }
        }
        assertThat(expected).as(name).isEmpty();
    }

    /** Counted once more, without the planner's own counting. */
    private static boolean isMet(Criterion requirement, RequirementKey key, Plan plan, PersonId earner) {
        if (requirement.rule().orElse(null) instanceof Rule.Facilitated rule) {
            List<String> led = plan.meetings().stream()
                    .filter(meeting -> TAKING_PLACE.contains(meeting.state()))
                    .flatMap(meeting -> meeting.sessions().stream())
                    .filter(session ->
                            session.lead().equals(earner) && session.serves().contains(new Serves(key, earner)))
                    .map(Session::aspect)
                    .filter(aspect -> rule.aspect(aspect).isPresent())
                    .toList();
            return led.size() >= rule.atLeast() && new HashSet<>(led).size() >= rule.distinctAspects();
        }
        return plan.assignment(key)
                .map(assignment -> switch (assignment) {
                    case Assignment.OwnWork _ -> true;
                    case Assignment.InMeeting in ->
                        plan.meetings().stream()
                                .filter(meeting -> TAKING_PLACE.contains(meeting.state()))
                                .flatMap(meeting -> meeting.sessions().stream())
                                .anyMatch(session -> session.pack().id().equals(in.pack())
                                        && session.serves().contains(new Serves(key, earner)));
                })
                .orElse(false);
    }

    private void reasonHolds(String name, Checklist.Line line, Plan plan, Circumstances now) {
        switch (line.status()) {
            case Checklist.Covered _ -> see(Kind.COVERED);
            case Checklist.Uncovered(var _, Shortfall.NoMeetingLeft _) -> {
                see(Kind.NO_MEETING);
                assertThat(plan.meetings())
                        .as("%s: said to have no place, although a meeting is empty: %s", name, line)
                        .noneMatch(meeting -> meeting.takesPlace()
                                && meeting.sessions().isEmpty()
                                && !meeting.past(plan.term(), now.now()));
            }
            case Checklist.Uncovered(var _, Shortfall.NoProtocol no) -> {
                see(Kind.NO_PROTOCOL);
                assertThat(no.missing()).as(name).isPositive();
            }
            case Checklist.Uncovered _ -> {}
        }
    }

    private void keepsItsTime(String name, PlannedMeeting meeting, Circumstances now) {
        List<Part> agenda = meeting.agenda();
        LocalDateTime at = meeting.at();
        for (Part part : agenda) {
            assertThat(part.from()).as(name).isEqualTo(at);
            assertThat(part.minutes()).as(name).isPositive();
            at = part.to();
        }
        assertThat(at).as(name).isEqualTo(meeting.until());
        for (Session session : meeting.sessions()) {
            Fit fit = Budget.fitAnyhow(
                    now.pack(session.pack()).orElseThrow(), now.people(), Duration.ofMinutes(session.minutes()));
            assertThat(fit).as("%s: %s", name, session).isInstanceOf(Fit.Planned.class);
        }
        if (meeting.sessions().size() > 1) {
            see(Kind.SHARED);
        }
        switch (meeting.state()) {
            case PLANNED -> {
                if (meeting.moved()) {
                    see(Kind.MOVED);
                }
            }
            case HELD -> see(Kind.HELD);
            case CANCELLED, CLOSED_DAY, DROPPED -> see(Kind.LOST);
            case MISSED -> see(Kind.MISSED);
        }
    }

    private static void noneIsOnAClosedDayOrAtAnothersTime(String name, Plan plan, Circumstances now) {
        List<PlannedMeeting> taking = taking(plan);
        for (int i = 0; i < taking.size(); i++) {
            PlannedMeeting meeting = taking.get(i);
            if (!meeting.past(plan.term(), now.now())) {
                assertThat(plan.term().closed())
                        .as(name)
                        .doesNotContain(meeting.at().toLocalDate());
            }
            for (PlannedMeeting other : taking.subList(i + 1, taking.size())) {
                assertThat(meeting.meets(other.at(), other.until()))
                        .as("%s: %s and %s", name, meeting, other)
                        .isFalse();
            }
        }
    }

    private static void theTimeThatHasComeIsUntouched(String name, Plan before, Plan plan, Circumstances now) {
        for (PlannedMeeting was : before.meetings()) {
            if (was.past(before.term(), now.now())) {
                PlannedMeeting is = plan.meeting(was.id()).orElseThrow();
                assertThat(is.agenda()).as(name).isEqualTo(was.agenda());
                assertThat(is.at()).as(name).isEqualTo(was.at());
                assertThat(is.sessions()).as(name).isEqualTo(was.sessions());
                boolean said = EnumSet.of(MeetingState.PLANNED, MeetingState.HELD, MeetingState.MISSED)
                        .containsAll(EnumSet.of(is.state(), was.state()));
                assertThat(is.state() == was.state() || said).as(name).isTrue();
            }
        }
    }
}
