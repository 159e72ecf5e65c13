package org.tessera.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.SignedIn;
import org.tessera.account.TeamId;
import org.tessera.credential.CredentialId;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Timing;
import org.tessera.room.MemberId;
import org.tessera.room.Outcome;
import org.tessera.room.RoomCommand;
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

    @Autowired
    Protocols protocols;

    @Autowired
    PlanSheets sheets;

    @Autowired
    DSLContext db;

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

    @Nested
    class A_room_that_was_prepared {

        private Plan plan;
        private PlannedMeeting first;
        private RoomId room;

        @BeforeEach
        void prepare() {
            Plan made = done(plans.make(draft(), ana)).plan();
            first = made.meetings().getFirst();
            room = prepared(made, first, first.sessions().getFirst());
            plan = latest(made);
        }

        private Plan latest(Plan of) {
            return plans.find(of.id(), ana).orElseThrow().plan();
        }

        private PlanAnswer.Done changed(PlanEdit edit) {
            return switch (plans.change(plan.id(), latest(plan).version(), edit, ana)) {
                case PlanAnswer.Done done -> done;
                case PlanAnswer.Refused(var why) -> throw new AssertionError(why);
            };
        }

        private RoomSummary summary() {
            return rooms.find(room, new SignedIn(ana, "Ana", false, null, Locale.ENGLISH))
                    .orElseThrow();
        }

        private Plan.Place place() {
            return latest(plan)
                    .sessions()
                    .filter(one -> one.session().room().equals(Optional.of(room)))
                    .findFirst()
                    .orElseThrow();
        }

        private Instant planned() {
            return place().meeting().agenda().stream()
                    .filter(part -> part.session()
                            .filter(session -> session.room().equals(Optional.of(room)))
                            .isPresent())
                    .map(part -> plan.term().instant(part.from()))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void makes_the_meeting_news_for_calendars() {
            assertThat(place().meeting().sequence()).isEqualTo(first.sequence() + 1);
        }

        @Test
        void moves_with_its_meeting_which_is_told_before_and_after() {
            PlanEdit move = new PlanEdit.Move(first.id(), first.at().plusHours(1));
            PlanAnswer.Done foretold = (PlanAnswer.Done) plans.preview(plan.id(), move, ana);
            Instant before = summary().scheduledAt().orElseThrow();

            assertThat(changed(move).changes())
                    .isEqualTo(foretold.changes())
                    .filteredOn(PlanChange.RoomMoved.class::isInstance)
                    .hasSize(1);
            assertThat(summary().scheduledAt()).contains(planned()).contains(before.plus(Duration.ofHours(1)));
        }

        @Test
        void goes_with_its_protocol_to_another_meeting_when_its_own_is_called_off() {
            changed(new PlanEdit.Cancel(first.id()));
            assertThat(place().meeting().id()).isNotEqualTo(first.id());
            assertThat(summary().scheduledAt()).contains(planned());
        }

        @Test
        void is_fitted_to_the_minutes_it_has_when_the_team_meets_for_longer_or_less() {
            Rhythm before = plan.term().rhythm();
            Rhythm shorter = new Rhythm(before.days(), 1, before.at(), 60);
            int was = place().session().minutes();
            changed(new PlanEdit.Arrange(shorter, plan.term().closed(), List.of(ana)));
            assertThat(place().session().minutes()).isLessThan(was);
            assertThat(agendaMinutes()).isEqualTo(place().session().minutes());
        }

        private long agendaMinutes() {
            Object length = db.fetchValue(
                    "select json_value(body, '$.meeting') from room_entity where room_id = ? and shelf = 'agenda'",
                    room.value());
            return Duration.parse(String.valueOf(length)).toMinutes();
        }

        @Test
        void is_called_off_when_no_meeting_is_left_for_it_and_another_can_be_prepared_later() {
            changed(new PlanEdit.Arrange(plan.term().rhythm(), closingAll(), List.of(ana)));
            assertThat(summary().isCancelled()).isTrue();
            assertThat(latest(plan).sessions()).isEmpty();

            changed(new PlanEdit.Arrange(plan.term().rhythm(), Set.of(), List.of(ana)));
            Plan.Place again = latest(plan).sessions().findFirst().orElseThrow();
            assertThat(again.session().room()).isEmpty();
            assertThat(prepared(plan, again.meeting(), again.session())).isNotEqualTo(room);
        }

        private Set<LocalDate> closingAll() {
            return plan.term().start().datesUntil(plan.term().end().plusDays(1)).collect(Collectors.toSet());
        }

        @Test
        void that_has_begun_stays_and_that_is_said() {
            begin();
            Instant before = summary().scheduledAt().orElseThrow();
            PlanAnswer.Done done =
                    changed(new PlanEdit.Move(first.id(), first.at().plusHours(1)));
            assertThat(done.changes())
                    .filteredOn(PlanChange.RoomStays.class::isInstance)
                    .hasSize(1);
            assertThat(summary().scheduledAt()).contains(before);
        }

        private void begin() {
            MemberId leads = rooms.pseudonymOf(room, place().session().lead()).orElseThrow();
            Pack pack = protocols.find(place().session().pack()).orElseThrow();
            String phase = pack.phases().stream()
                    .filter(one -> one.timing() == Timing.MEETING)
                    .findFirst()
                    .orElseThrow()
                    .id();
            assertThat(rooms.give(room, leads, new RoomCommand.StartPhase(phase)))
                    .isEqualTo(new Outcome.Done());
        }

        @Test
        void that_was_called_off_in_itself_is_left_behind_when_the_plan_goes_on() {
            MemberId leads = rooms.pseudonymOf(room, place().session().lead()).orElseThrow();
            rooms.give(room, leads, new RoomCommand.CancelMeeting());
            assertThat(plans.find(plan.id(), ana).orElseThrow().overtaken()).isTrue();
            assertThat(prepared(plan, first, first.sessions().getFirst())).isNotEqualTo(room);
        }
    }

    @Test
    void what_is_being_filled_in_is_kept_for_its_person_until_the_plan_is_made() {
        PlanSheet half = new PlanSheet(
                Optional.empty(),
                List.of(ana),
                Optional.of(LocalDate.of(2026, 1, 5)),
                Optional.empty(),
                Set.of(DayOfWeek.FRIDAY),
                Optional.of(LocalTime.of(8, 15)),
                Optional.empty(),
                Optional.of(2),
                Optional.of(ZONE),
                Set.of(LocalDate.of(2026, 2, 16)));
        sheets.keep(team, ana, half);
        assertThat(sheets.of(team, ana)).contains(half);
        assertThat(sheets.of(team, stranger)).isEmpty();
        sheets.clear(team, ana);
        assertThat(sheets.of(team, ana)).isEmpty();
    }

    @Test
    void what_has_passed_is_asked_about_until_somebody_says_or_a_room_shows_it() {
        PlanDraft draft = draft();
        LocalDate start = draft.term().start().minusDays(25);
        Term term = new Term(start, draft.term().end(), Set.of(), draft.term().rhythm(), ZONE);
        PlanPicture made = done(plans.make(
                new PlanDraft(team, draft.stack(), List.of(ana), term), ana, term.instant(start.atStartOfDay())));
        List<UUID> past = made.plan().meetings().stream()
                .filter(made::past)
                .map(PlannedMeeting::id)
                .toList();
        assertThat(past).hasSizeGreaterThan(2);
        assertThat(made.unsaid()).containsExactlyInAnyOrderElementsOf(past);

        PlanPicture one = done(plans.change(made.plan().id(), 1, new PlanEdit.SayHeld(past.get(0), true), ana));
        PlanPicture two = done(plans.change(made.plan().id(), 2, new PlanEdit.SayHeld(past.get(1), false), ana));
        assertThat(one.plan().meeting(past.get(0)).orElseThrow().takesPlace()).isTrue();
        assertThat(one.plan().meeting(past.get(0)).orElseThrow().sequence()).isZero();
        assertThat(two.unsaid()).containsExactlyInAnyOrderElementsOf(past.subList(2, past.size()));
    }

    private RoomId prepared(Plan plan, PlannedMeeting meeting, Session session) {
        return switch (plans.prepare(plan.id(), meeting.id(), session.number(), "First meeting", ana)) {
            case PrepareAnswer.Prepared(var room) -> room;
            case PrepareAnswer.Refused(var why) -> throw new AssertionError(why);
        };
    }
}
