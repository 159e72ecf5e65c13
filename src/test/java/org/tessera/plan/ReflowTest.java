package org.tessera.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.plan.Planning.*;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tessera.account.PersonId;
import org.tessera.room.RoomId;

class ReflowTest {

    private final List<PersonId> team = people(6);
    private final PersonId ana = team.get(0);
    private final PersonId ben = team.get(1);
    private final Circumstances ahead = circumstances(team, BEFORE);

    private Plan planned(int weeks, int minutes, List<PersonId> earners) {
        return Reflow.of(blank(earners, term(weeks, minutes)), ahead);
    }

    private static Checklist.Status status(Plan plan, RequirementKey key, PersonId earner, Circumstances now) {
        return Checklist.of(plan, now).line(key, earner).orElseThrow().status();
    }

    private static Shortfall why(Plan plan, RequirementKey key, PersonId earner, Circumstances now) {
        return switch (status(plan, key, earner, now)) {
            case Checklist.Covered covered -> throw new AssertionError("covered: " + covered);
            case Checklist.Uncovered(var _, var why) -> why;
        };
    }

    @Nested
    class The_first_plan {

        @Test
        void lets_every_earner_lead_three_meetings_on_three_aspects() {
            Plan plan = planned(12, 75, List.of(ana, ben));
            assertThat(aspectsLedBy(plan, ana)).hasSize(3).doesNotHaveDuplicates();
            assertThat(aspectsLedBy(plan, ben)).hasSize(3).doesNotHaveDuplicates();
            assertThat(status(plan, DISCUSSIONS, ana, ahead)).isInstanceOf(Checklist.Covered.class);
            assertThat(status(plan, DISCUSSIONS, ben, ahead)).isInstanceOf(Checklist.Covered.class);
        }

        @Test
        void lets_earners_take_turns_and_keeps_the_last_meetings_free() {
            Plan plan = planned(12, 75, List.of(ana, ben));
            assertThat(taking(plan)).hasSize(12);
            assertThat(taking(plan).stream()
                            .flatMap(meeting -> meeting.sessions().stream())
                            .map(Session::lead))
                    .containsExactly(ana, ben, ana, ben, ana, ben);
            assertThat(taking(plan).subList(6, 12))
                    .allSatisfy(meeting -> assertThat(meeting.sessions()).isEmpty());
        }

        @Test
        void follows_the_rhythm_and_leaves_closed_days_out() {
            Term term = term(6, 75).with(java.util.Set.of(LocalDate.of(2026, 1, 20)));
            Plan plan = Reflow.of(blank(List.of(ana), term), ahead);
            assertThat(plan.meetings())
                    .extracting(meeting -> meeting.at().toString())
                    .containsExactly(
                            "2026-01-13T15:30",
                            "2026-01-27T15:30",
                            "2026-02-03T15:30",
                            "2026-02-10T15:30",
                            "2026-02-17T15:30");
        }

        @Test
        void meets_every_second_week_if_that_is_the_rhythm() {
            Term weekly = term(6, 75);
            Rhythm rhythm = new Rhythm(weekly.rhythm().days(), 2, LocalTime.NOON, 75);
            Term term = new Term(weekly.start(), weekly.end(), weekly.closed(), rhythm, NEW_YORK);
            assertThat(Reflow.of(blank(List.of(ana), term), ahead).meetings())
                    .extracting(PlannedMeeting::origin)
                    .containsExactly(LocalDate.of(2026, 1, 13), LocalDate.of(2026, 1, 27), LocalDate.of(2026, 2, 10));
        }

        @Test
        void puts_two_protocols_into_long_meetings_when_there_are_too_few_of_them() {
            Plan plan = planned(3, 150, List.of(ana, ben));
            assertThat(taking(plan))
                    .allSatisfy(meeting -> assertThat(meeting.sessions()).hasSize(2));
            assertThat(Checklist.of(plan, ahead).covered()).isEqualTo(2);
            assertThat(taking(plan).getFirst().agenda())
                    .extracting(Part::kind)
                    .startsWith(
                            Part.Kind.OPENING,
                            Part.Kind.ACTIONS,
                            Part.Kind.PROTOCOL,
                            Part.Kind.BREAK,
                            Part.Kind.PROTOCOL);
        }

        @Test
        void counts_what_an_earner_has_led_before() {
            Held held = new Held(
                    new RoomId(new UUID(9, 9)), BEFORE.minusSeconds(9_000), "Lab reports", "student-work", ana);
            Circumstances now = circumstances(team, List.of(held), BEFORE);
            Plan plan = Reflow.of(blank(List.of(ana), term(12, 75)), now);
            assertThat(aspectsLedBy(plan, ana))
                    .hasSize(2)
                    .doesNotHaveDuplicates()
                    .doesNotContain("student-work");
            assertThat(((Checklist.Covered) status(plan, DISCUSSIONS, ana, now)).steps())
                    .hasSize(3)
                    .first()
                    .isInstanceOf(Step.Before.class);
        }
    }

    @Nested
    class The_agenda {

        @Test
        void goes_from_the_first_minute_to_the_last_without_a_gap() {
            PlannedMeeting meeting = taking(planned(12, 75, List.of(ana))).getFirst();
            List<Part> agenda = meeting.agenda();
            assertThat(agenda.getFirst().from()).isEqualTo(meeting.at());
            assertThat(agenda.getLast().to()).isEqualTo(meeting.at().plusMinutes(75));
            assertThat(agenda.stream().mapToInt(Part::minutes).sum()).isEqualTo(75);
            assertThat(agenda).allSatisfy(part -> assertThat(part.lead()).isPresent());
        }

        @Test
        void gives_no_one_two_parts_while_others_have_none() {
            PlannedMeeting meeting = taking(planned(12, 75, List.of(ana))).getFirst();
            Leads leads = meeting.leads().orElseThrow();
            assertThat(List.of(meeting.sessions().getFirst().lead(), leads.opening(), leads.actions(), leads.closing()))
                    .doesNotHaveDuplicates();
        }

        @Test
        void gives_everybody_as_many_parts_as_the_others_give_or_take_one() {
            Plan plan = planned(18, 75, List.of(ana));
            List<PersonId> all = taking(plan).stream()
                    .flatMap(meeting -> meeting.leads().orElseThrow().all())
                    .toList();
            List<Long> counts = team.stream()
                    .map(person -> all.stream().filter(person::equals).count())
                    .toList();
            assertThat(counts.stream().mapToLong(n -> n).max().orElseThrow()
                            - counts.stream().mapToLong(n -> n).min().orElseThrow())
                    .isLessThanOrEqualTo(1);
        }
    }

    @Nested
    class A_snow_day {

        @Test
        void moves_what_was_planned_into_the_first_free_meeting_and_nothing_else() {
            Plan plan = planned(12, 75, List.of(ana, ben));
            PlannedMeeting lost = taking(plan).get(2);
            Plan after = edited(plan, new PlanEdit.CloseDay(lost.at().toLocalDate()), ahead);

            int number = lost.sessions().getFirst().number();
            UUID free = taking(plan).get(6).id();
            assertThat(after.meeting(lost.id()).orElseThrow().state()).isEqualTo(MeetingState.CLOSED_DAY);
            assertThat(places(after).get(number)).isEqualTo(free);
            places(plan).forEach((session, meeting) -> {
                if (session != number) {
                    assertThat(places(after).get(session)).isEqualTo(meeting);
                }
            });
            assertThat(Checklist.of(after, ahead).covered())
                    .isEqualTo(Checklist.of(plan, ahead).covered());
        }

        @Test
        void says_what_changed() {
            Plan plan = planned(12, 75, List.of(ana, ben));
            PlannedMeeting lost = taking(plan).get(2);
            Plan after = edited(plan, new PlanEdit.CloseDay(lost.at().toLocalDate()), ahead);

            List<PlanChange> changes =
                    PlanDiff.between(plan, Checklist.of(plan, ahead), after, Checklist.of(after, ahead));
            assertThat(changes)
                    .hasSize(2)
                    .contains(new PlanChange.Lost(lost.id(), lost.at(), MeetingState.CLOSED_DAY))
                    .anyMatch(change -> change instanceof PlanChange.SessionMoved moved
                            && moved.from().equals(lost.at())
                            && moved.to().equals(taking(plan).get(6).at()));
        }

        @Test
        void lists_what_has_no_place_any_more() {
            Plan plan = planned(6, 75, List.of(ana, ben));
            assertThat(Checklist.of(plan, ahead).covered()).isEqualTo(2);
            PlannedMeeting lost = taking(plan).get(1);
            Plan after = edited(plan, new PlanEdit.CloseDay(lost.at().toLocalDate()), ahead);

            PersonId unlucky = lost.sessions().getFirst().lead();
            assertThat(why(after, DISCUSSIONS, unlucky, ahead)).isEqualTo(new Shortfall.NoMeetingLeft(1));
            assertThat(PlanDiff.between(plan, Checklist.of(plan, ahead), after, Checklist.of(after, ahead)))
                    .anyMatch(change -> change instanceof PlanChange.NowUncovered uncovered
                            && uncovered.line().earner().equals(unlucky))
                    .anyMatch(PlanChange.SessionGone.class::isInstance);
        }

        @Test
        void is_taken_back_when_the_day_opens_again() {
            Plan plan = planned(6, 75, List.of(ana, ben));
            LocalDate day = taking(plan).get(2).at().toLocalDate();
            Plan closed = edited(plan, new PlanEdit.CloseDay(day), ahead);
            Plan opened = edited(closed, new PlanEdit.OpenDay(day), ahead);
            assertThat(Checklist.of(opened, ahead).covered()).isEqualTo(2);
            assertThat(opened.meetings())
                    .extracting(PlannedMeeting::id)
                    .containsExactlyElementsOf(
                            plan.meetings().stream().map(PlannedMeeting::id).toList());
        }

        @Test
        void raises_the_number_of_the_meetings_it_changed_and_of_no_other() {
            Plan plan = planned(12, 75, List.of(ana, ben));
            Plan after =
                    edited(plan, new PlanEdit.CloseDay(taking(plan).get(2).at().toLocalDate()), ahead);
            assertThat(after.meetings())
                    .filteredOn(meeting -> meeting.sequence() > 0)
                    .extracting(PlannedMeeting::id)
                    .containsExactlyInAnyOrder(
                            taking(plan).get(2).id(), taking(plan).get(6).id());
        }
    }

    @Nested
    class Moving_a_meeting {

        @Test
        void takes_its_protocol_along() {
            Plan plan = planned(12, 75, List.of(ana));
            PlannedMeeting first = taking(plan).getFirst();
            Plan after = edited(plan, new PlanEdit.Move(first.id(), LocalDateTime.of(2026, 1, 15, 16, 0)), ahead);
            PlannedMeeting moved = after.meeting(first.id()).orElseThrow();
            assertThat(moved.at()).isEqualTo(LocalDateTime.of(2026, 1, 15, 16, 0));
            assertThat(moved.sessions()).isEqualTo(first.sessions());
            assertThat(moved.sequence()).isEqualTo(1);
        }

        @Test
        void is_refused_onto_a_closed_day_into_the_past_out_of_the_term_and_onto_another_meeting() {
            Plan plan = edited(planned(12, 75, List.of(ana)), new PlanEdit.CloseDay(LocalDate.of(2026, 1, 29)), ahead);
            UUID first = taking(plan).getFirst().id();
            assertThat(refused(plan, new PlanEdit.Move(first, LocalDateTime.of(2026, 1, 29, 16, 0)), ahead))
                    .isEqualTo(PlanRefusal.DAY_CLOSED);
            assertThat(refused(plan, new PlanEdit.Move(first, LocalDateTime.of(2026, 7, 1, 16, 0)), ahead))
                    .isEqualTo(PlanRefusal.OUTSIDE_TERM);
            assertThat(refused(plan, new PlanEdit.Move(first, LocalDateTime.of(2026, 1, 20, 16, 0)), ahead))
                    .isEqualTo(PlanRefusal.CLASH);
            Circumstances later = circumstances(team, Instant.parse("2026-01-12T23:00:00Z"));
            assertThat(refused(plan, new PlanEdit.Move(first, LocalDateTime.of(2026, 1, 12, 9, 0)), later))
                    .isEqualTo(PlanRefusal.TIME_PAST);
        }
    }

    @Nested
    class Meeting_otherwise {

        private final Rhythm thursdays = new Rhythm(Set.of(DayOfWeek.THURSDAY), 1, LocalTime.of(8, 0), 90);

        @Test
        void moves_what_was_planned_to_the_new_days_and_keeps_who_leads_it() {
            Plan plan = planned(12, 75, List.of(ana));
            Plan after = edited(plan, new PlanEdit.Arrange(thursdays, Set.of(), List.of(ana)), ahead);
            assertThat(taking(after)).isNotEmpty().allSatisfy(meeting -> {
                assertThat(meeting.at().getDayOfWeek()).isEqualTo(DayOfWeek.THURSDAY);
                assertThat(meeting.at().toLocalTime()).isEqualTo(LocalTime.of(8, 0));
                assertThat(meeting.minutes()).isEqualTo(90);
            });
            assertThat(places(after).keySet()).isEqualTo(places(plan).keySet());
            assertThat(aspectsLedBy(after, ana)).isEqualTo(aspectsLedBy(plan, ana));
        }

        @Test
        void leaves_what_has_been_held_where_it_was() {
            Plan plan = planned(12, 75, List.of(ana));
            PlannedMeeting first = taking(plan).getFirst();
            Circumstances later = circumstances(team, Instant.parse("2026-01-21T12:00:00Z"));
            Plan after = edited(plan, new PlanEdit.Arrange(thursdays, Set.of(), List.of(ana)), later);
            assertThat(after.meeting(first.id())).contains(first);
        }

        @Test
        void plans_for_those_who_earn_now_and_says_who_they_are() {
            Plan plan = planned(12, 75, List.of(ana));
            Plan after = edited(plan, new PlanEdit.Arrange(plan.term().rhythm(), Set.of(), List.of(ben)), ahead);
            assertThat(aspectsLedBy(after, ben)).hasSize(3);
            assertThat(PlanDiff.between(plan, Checklist.of(plan, ahead), after, Checklist.of(after, ahead)))
                    .contains(new PlanChange.EarnersChanged(List.of(ben)));
        }

        @Test
        void holds_again_for_a_new_earner_what_was_assigned_and_held_before() {
            Plan plan = edited(
                    planned(12, 75, List.of(ana)),
                    new PlanEdit.Assign(new Assignment.InMeeting(COMMUNITY, "chalk-talk", Optional.empty())),
                    ahead);
            PlannedMeeting held = plan.sessions()
                    .filter(place -> place.session().serves(COMMUNITY, ana))
                    .map(Plan.Place::meeting)
                    .findFirst()
                    .orElseThrow();
            Circumstances later = circumstances(team, plan.term().instant(held.until()));
            Plan after = edited(plan, new PlanEdit.Arrange(plan.term().rhythm(), Set.of(), List.of(ana, ben)), later);
            assertThat(status(after, COMMUNITY, ben, later)).isInstanceOf(Checklist.Covered.class);
            assertThat(after.meeting(held.id())).contains(held);
            assertThat(Reflow.of(after, later)).isEqualTo(after);
        }

        @Test
        void is_refused_without_a_day_without_an_earner_and_with_a_closed_day_outside_of_the_term() {
            Plan plan = planned(12, 75, List.of(ana));
            Rhythm never = new Rhythm(Set.of(), 1, LocalTime.of(8, 0), 90);
            assertThat(refused(plan, new PlanEdit.Arrange(never, Set.of(), List.of(ana)), ahead))
                    .isEqualTo(PlanRefusal.TERM_UNSOUND);
            assertThat(refused(plan, new PlanEdit.Arrange(thursdays, Set.of(), List.of()), ahead))
                    .isEqualTo(PlanRefusal.NO_EARNER);
            Set<LocalDate> far = Set.of(plan.term().end().plusDays(1));
            assertThat(refused(plan, new PlanEdit.Arrange(thursdays, far, List.of(ana)), ahead))
                    .isEqualTo(PlanRefusal.OUTSIDE_TERM);
        }
    }

    @Nested
    class What_was_held {

        private final Plan plan = planned(12, 75, List.of(ana, ben));
        private final Circumstances later = circumstances(team, Instant.parse("2026-01-21T12:00:00Z"));

        @Test
        void never_changes() {
            PlannedMeeting first = taking(plan).getFirst();
            assertThat(refused(plan, new PlanEdit.Cancel(first.id()), later)).isEqualTo(PlanRefusal.PAST);
            assertThat(refused(plan, new PlanEdit.Move(first.id(), LocalDateTime.of(2026, 2, 5, 9, 0)), later))
                    .isEqualTo(PlanRefusal.PAST);
            Plan after = edited(plan, new PlanEdit.CloseDay(first.at().toLocalDate()), later);
            assertThat(after.meeting(first.id())).contains(first);
        }

        @Test
        void is_planned_again_if_somebody_says_that_it_was_not() {
            PlannedMeeting first = taking(plan).getFirst();
            Plan after = edited(plan, new PlanEdit.SayHeld(first.id(), false), later);
            assertThat(after.meeting(first.id()).orElseThrow().state()).isEqualTo(MeetingState.MISSED);
            assertThat(after.meeting(first.id()).orElseThrow().sessions()).isEqualTo(first.sessions());
            assertThat(aspectsLedBy(after, ana)).hasSize(3).doesNotHaveDuplicates();
            Plan back = edited(after, new PlanEdit.SayHeld(first.id(), true), later);
            assertThat(back.meeting(first.id()).orElseThrow().state()).isEqualTo(MeetingState.HELD);
            assertThat(aspectsLedBy(back, ana)).hasSize(3).doesNotHaveDuplicates();
            assertThat(places(back)).isEqualTo(places(plan));
        }
    }

    @Test
    void a_room_that_was_called_off_in_itself_is_no_longer_the_sessions() {
        Plan plan = planned(12, 75, List.of(ana));
        RoomId room = new RoomId(new UUID(8, 8));
        PlannedMeeting first = taking(plan).getFirst();
        Plan prepared = plan.replacing(first.holding(
                first.sessions().stream().map(session -> session.in(room)).toList()));
        assertThat(Reflow.of(prepared, ahead)).isEqualTo(prepared);
        Circumstances off = new Circumstances(
                ahead.credentials(),
                ahead.members(),
                ahead.offered(),
                ahead.known(),
                ahead.history(),
                Set.of(room),
                ahead.now());
        assertThat(Reflow.of(prepared, off).sessions().map(place -> place.session()
                        .room()))
                .isNotEmpty()
                .containsOnly(Optional.empty());
    }

    @Nested
    class What_nothing_computes {

        @Test
        void is_listed_until_somebody_says_how_it_will_be_met() {
            Plan plan = planned(12, 75, List.of(ana));
            assertThat(why(plan, NEED, ana, ahead)).isEqualTo(new Shortfall.NobodySaid());
            Assignment work = new Assignment.OwnWork(NEED, LocalDate.of(2026, 2, 20), ben, "Ask the parents’ council");
            Plan after = edited(plan, new PlanEdit.Assign(work), ahead);
            assertThat(((Checklist.Covered) status(after, NEED, ana, ahead)).steps())
                    .containsExactly(new Step.OwnWork(LocalDate.of(2026, 2, 20), ben, "Ask the parents’ council"));
            Plan back = edited(after, new PlanEdit.Unassign(NEED), ahead);
            assertThat(why(back, NEED, ana, ahead)).isEqualTo(new Shortfall.NobodySaid());
        }

        @Test
        void is_met_by_a_protocol_somebody_chose_in_the_first_free_meeting() {
            Plan plan = planned(12, 75, List.of(ana, ben));
            Plan after = edited(
                    plan,
                    new PlanEdit.Assign(new Assignment.InMeeting(COMMUNITY, "forming-ground-rules", Optional.of(ben))),
                    ahead);
            Session session = taking(after).get(6).sessions().getFirst();
            assertThat(session.pack().id()).isEqualTo("forming-ground-rules");
            assertThat(session.lead()).isEqualTo(ben);
            assertThat(status(after, COMMUNITY, ana, ahead)).isInstanceOf(Checklist.Covered.class);
            assertThat(status(after, COMMUNITY, ben, ahead)).isInstanceOf(Checklist.Covered.class);
        }

        @Test
        void is_listed_with_the_minutes_it_takes_if_the_chosen_protocol_does_not_fit() {
            Plan plan = planned(12, 30, List.of(ana));
            Plan after = edited(
                    plan,
                    new PlanEdit.Assign(new Assignment.InMeeting(COMMUNITY, "post-it-vision", Optional.empty())),
                    ahead);
            assertThat(why(after, COMMUNITY, ana, ahead)).isInstanceOf(Shortfall.ChosenUnfit.class);
        }

        @Test
        void cannot_be_said_of_what_is_computed() {
            assertThat(refused(
                            planned(12, 75, List.of(ana)),
                            new PlanEdit.Assign(new Assignment.InMeeting(DISCUSSIONS, "chalk-talk", Optional.empty())),
                            ahead))
                    .isEqualTo(PlanRefusal.UNKNOWN_REQUIREMENT);
        }
    }

    @Nested
    class Reasons {

        @Test
        void name_the_protocols_that_are_too_long_for_short_meetings() {
            Plan plan = planned(12, 30, List.of(ana));
            assertThat(why(plan, DISCUSSIONS, ana, ahead)).isInstanceOfSatisfying(Shortfall.NoProtocol.class, no -> {
                assertThat(no.missing()).isPositive();
                assertThat(no.unfit())
                        .filteredOn(unfit -> unfit.meant().min() <= unfit.people())
                        .isNotEmpty()
                        .allSatisfy(unfit -> {
                            assertThat(unfit.has()).isEqualTo(15);
                            assertThat(unfit.needs()).isGreaterThan(15);
                        });
            });
        }

        @Test
        void name_the_size_of_a_team_that_is_too_small() {
            List<PersonId> pair = people(2);
            Circumstances now = circumstances(pair, BEFORE);
            Plan plan = Reflow.of(blank(List.of(ana), term(12, 75)), now);
            assertThat(why(plan, DISCUSSIONS, ana, now))
                    .isInstanceOfSatisfying(Shortfall.NoProtocol.class, no -> assertThat(no.unfit())
                            .allSatisfy(unfit -> assertThat(unfit.meant().min()).isGreaterThan(2)));
        }

        @Test
        void name_an_earner_who_left() {
            Plan plan = planned(12, 75, List.of(ana, ben));
            Circumstances without = circumstances(team.subList(1, 6), BEFORE);
            Plan after = Reflow.of(plan, without);
            assertThat(why(after, DISCUSSIONS, ana, without)).isEqualTo(new Shortfall.EarnerGone());
            assertThat(aspectsLedBy(after, ana)).isEmpty();
            assertThat(aspectsLedBy(after, ben)).hasSize(3);
        }
    }
}
