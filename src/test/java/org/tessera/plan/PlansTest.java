package org.tessera.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.SignedIn;
import org.tessera.account.TeamId;
import org.tessera.credential.CredentialId;
import org.tessera.room.RoomId;
import org.tessera.room.RoomSummary;
import org.tessera.room.Rooms;
import org.tessera.support.AppTest;

@AppTest
class PlansTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @Autowired
    Plans plans;

    @Autowired
    Accounts accounts;

    @Autowired
    Rooms rooms;

    @Autowired
    InstantSource clock;

    private TeamId team;
    private PersonId ana;
    private PersonId stranger;

    @BeforeEach
    void people() {
        DistrictId district = accounts.addDistrict("North");
        team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        List<PersonId> members = Stream.of("Ana", "Ben", "Cho", "Dee", "Eli", "Fay")
                .map(name -> person(district, name))
                .toList();
        members.forEach(member -> accounts.join(team, member));
        ana = members.getFirst();
        stranger = person(district, "Gil");
    }

    private PersonId person(DistrictId district, String name) {
        return accounts.addPerson(new PersonDraft(
                district, null, name, UUID.randomUUID() + "@example.org", Locale.ENGLISH, "correct horse battery"));
    }

    private PlanDraft draft() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        return new PlanDraft(
                team,
                new CredentialId("leading-a-pa-community"),
                List.of(ana),
                new Term(
                        today.plusDays(1),
                        today.plusWeeks(12),
                        Set.of(today.plusDays(3)),
                        new Rhythm(Set.of(DayOfWeek.TUESDAY), 1, LocalTime.of(15, 30), 75),
                        ZONE));
    }

    private static PlanPicture done(PlanAnswer answer) {
        return switch (answer) {
            case PlanAnswer.Done(var picture, var _) -> picture;
            case PlanAnswer.Refused(var why) -> throw new AssertionError(why);
        };
    }

    private static PlanRefusal refused(PlanAnswer answer) {
        return switch (answer) {
            case PlanAnswer.Done done -> throw new AssertionError(done);
            case PlanAnswer.Refused(var why) -> why;
        };
    }

    @Test
    void a_plan_comes_back_as_it_was_made() {
        PlanPicture made = done(plans.make(draft(), ana));
        Plan found = plans.find(made.plan().id(), ana).orElseThrow().plan();
        assertThat(found).isEqualTo(made.plan());
        assertThat(found.meetings()).isNotEmpty();
        assertThat(plans.of(team, ana)).extracting(PlanPicture::plan).containsExactly(found);
    }

    @Test
    void an_assignment_of_either_kind_comes_back_too() {
        PlanPicture made = done(plans.make(draft(), ana));
        Plan plan = made.plan();
        List<RequirementKey> open = made.checklist().lines().stream()
                .filter(line -> line.status() instanceof Checklist.Uncovered(var _, Shortfall.NobodySaid _))
                .map(Checklist.Line::key)
                .toList();
        Assignment work = new Assignment.OwnWork(open.get(0), plan.term().end(), ana, "Ask them");
        Assignment meeting = new Assignment.InMeeting(open.get(1), "chalk-talk", Optional.of(ana));
        PlanPicture one = done(plans.change(plan.id(), plan.version(), new PlanEdit.Assign(work), ana));
        PlanPicture two = done(plans.change(plan.id(), one.plan().version(), new PlanEdit.Assign(meeting), ana));
        assertThat(plans.find(plan.id(), ana).orElseThrow().plan()).isEqualTo(two.plan());
        assertThat(two.plan().assignments()).containsExactly(work, meeting);
    }

    @Test
    void a_preview_keeps_nothing() {
        assertThat(done(plans.preview(draft(), ana)).plan().meetings()).isNotEmpty();
        assertThat(plans.of(team, ana)).isEmpty();
    }

    @Test
    void who_is_not_in_the_team_sees_and_changes_nothing() {
        Plan plan = done(plans.make(draft(), ana)).plan();
        assertThat(plans.of(team, stranger)).isEmpty();
        assertThat(plans.find(plan.id(), stranger)).isEmpty();
        assertThat(refused(plans.make(draft(), stranger))).isEqualTo(PlanRefusal.UNKNOWN_PLAN);
        PlanEdit close = new PlanEdit.CloseDay(plan.term().end());
        assertThat(refused(plans.change(plan.id(), plan.version(), close, stranger)))
                .isEqualTo(PlanRefusal.UNKNOWN_PLAN);
        PlannedMeeting first = plan.meetings().getFirst();
        assertThat(plans.prepare(
                        plan.id(), first.id(), first.sessions().getFirst().number(), "Mine", stranger))
                .isEqualTo(new PrepareAnswer.Refused(PlanRefusal.UNKNOWN_PLAN));
        assertThat(plans.find(plan.id(), ana).orElseThrow().plan()).isEqualTo(plan);
    }

    @Test
    void of_two_changes_to_the_same_version_the_second_is_told() {
        Plan plan = done(plans.make(draft(), ana)).plan();
        PlanEdit close = new PlanEdit.CloseDay(plan.term().end());
        done(plans.change(plan.id(), plan.version(), close, ana));
        assertThat(refused(plans.change(plan.id(), plan.version(), close, ana))).isEqualTo(PlanRefusal.OVERTAKEN);
    }

    @Test
    void a_plan_that_cannot_be_made_is_refused_with_the_reason() {
        PlanDraft draft = draft();
        Term term = draft.term();
        Term reversed = new Term(term.end(), term.start(), term.closed(), term.rhythm(), ZONE);
        assertThat(refused(plans.make(new PlanDraft(team, draft.stack(), List.of(), term), ana)))
                .isEqualTo(PlanRefusal.NO_EARNER);
        assertThat(refused(plans.make(new PlanDraft(team, draft.stack(), List.of(stranger), term), ana)))
                .isEqualTo(PlanRefusal.NOT_A_MEMBER);
        assertThat(refused(plans.make(new PlanDraft(team, draft.stack(), List.of(ana), reversed), ana)))
                .isEqualTo(PlanRefusal.TERM_UNSOUND);
        assertThat(refused(plans.make(new PlanDraft(team, new CredentialId("no"), List.of(ana), term), ana)))
                .isEqualTo(PlanRefusal.UNKNOWN_STACK);
    }

    @Test
    void preparing_a_meeting_makes_its_room_once_with_protocol_time_title_and_roles() {
        Plan plan = done(plans.make(draft(), ana)).plan();
        PlannedMeeting first = plan.meetings().getFirst();
        Session session = first.sessions().getFirst();
        RoomId room = prepared(plan, first, session);
        assertThat(prepared(plan, first, session)).isEqualTo(room);

        SignedIn me = new SignedIn(ana, "Ana", false, null, Locale.ENGLISH);
        RoomSummary summary = rooms.find(room, me).orElseThrow();
        assertThat(summary.title()).isEqualTo("First meeting");
        assertThat(summary.pack()).isEqualTo(session.pack());
        Instant begins = first.agenda().stream()
                .filter(part -> part.kind() == Part.Kind.PROTOCOL)
                .map(part -> plan.term().instant(part.from()))
                .findFirst()
                .orElseThrow();
        assertThat(summary.scheduledAt()).contains(begins);
        assertThat(plans.find(plan.id(), ana)
                        .orElseThrow()
                        .plan()
                        .meeting(first.id())
                        .orElseThrow()
                        .sessions()
                        .getFirst()
                        .room())
                .contains(room);
    }

    private RoomId prepared(Plan plan, PlannedMeeting meeting, Session session) {
        return switch (plans.prepare(plan.id(), meeting.id(), session.number(), "First meeting", ana)) {
            case PrepareAnswer.Prepared(var room) -> room;
            case PrepareAnswer.Refused(var why) -> throw new AssertionError(why);
        };
    }
}
