package org.tessera.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.clock.HandClock;
import org.tessera.mail.Mail;
import org.tessera.mail.Outbox;
import org.tessera.support.AppTest;

@AppTest
class MailTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Plans plans;

    @Autowired
    PlanStore planStore;

    @Autowired
    ActionItems items;

    @Autowired
    Outbox outbox;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    InstantSource now;

    private TestTeam team;
    private PersonId ana;
    private PersonId ben;
    private PersonId eli;

    @BeforeEach
    void people() {
        team = TestTeam.in(accounts);
        ana = team.members().get(0);
        ben = team.members().get(1);
        eli = team.members().get(4);
    }

    @Nested
    class Writing {

        @Test
        void invites_everybody_in_their_own_language_and_keeps_it_where_no_server_is_configured() {
            Plan plan = TestTeam.done(plans.make(team.draft(now, 12), ana)).plan();
            assertThat(outbox.of(ana)).singleElement().satisfies(mail -> {
                assertThat(mail.subject()).isEqualTo("The meetings of Grade 9");
                assertThat(mail.state()).isEqualTo(Mail.State.KEPT);
                assertThat(mail.body())
                        .startsWith("Hello Ana,\n\nAna made a plan")
                        .contains("led by Ana");
                assertThat(mail.calendar().orElseThrow())
                        .contains("UID:" + plan.meetings().getFirst().id());
            });
            assertThat(outbox.of(eli)).singleElement().satisfies(mail -> assertThat(mail.subject())
                    .isEqualTo("Las reuniones de Grade 9"));
        }

        @Test
        void tells_everybody_but_who_did_it_what_changed() {
            Plan plan = TestTeam.done(plans.make(team.draft(now, 12), ana)).plan();
            PlannedMeeting first = plan.meetings().getFirst();
            TestTeam.done(plans.change(plan.id(), plan.version(), new PlanEdit.Cancel(first.id()), ana));
            assertThat(outbox.of(ana)).hasSize(1);
            assertThat(outbox.of(ben)).hasSize(2).anySatisfy(mail -> {
                assertThat(mail.subject()).isEqualTo("The plan of Grade 9 has changed");
                assertThat(mail.body()).contains("is called off.");
                assertThat(mail.calendar().orElseThrow()).contains("STATUS:CANCELLED");
            });
        }

        @Test
        void invites_everybody_into_the_room_of_a_meeting_once_and_tells_where_it_goes() {
            Plan made = TestTeam.done(plans.make(team.draft(now, 12), ana)).plan();
            PlannedMeeting first = made.meetings().getFirst();
            int number = first.sessions().getFirst().number();
            plans.prepare(made.id(), first.id(), number, "First", ben);
            plans.prepare(made.id(), first.id(), number, "First", ana);
            for (PersonId person : List.of(ana, ben)) {
                assertThat(outbox.of(person))
                        .filteredOn(mail -> mail.occasion().startsWith("room "))
                        .singleElement()
                        .satisfies(mail -> {
                            assertThat(mail.subject()).startsWith("Grade 9: the room for ");
                            assertThat(mail.body())
                                    .contains("Ben prepared the room for", "Arriving and norms (5 min)", "(rooms/");
                            assertThat(mail.calendar().orElseThrow())
                                    .contains("UID:" + first.id(), "SEQUENCE:1", "is prepared.");
                        });
            }
            assertThat(outbox.of(eli))
                    .anySatisfy(mail -> assertThat(mail.subject()).startsWith("Grade 9: la sala para "));

            Plan plan = plans.find(made.id(), ana).orElseThrow().plan();
            PlanEdit move = new PlanEdit.Move(first.id(), first.at().plusDays(1));
            TestTeam.done(plans.change(plan.id(), plan.version(), move, ana));
            assertThat(outbox.of(ben))
                    .filteredOn(mail -> mail.subject().equals("The plan of Grade 9 has changed"))
                    .singleElement()
                    .satisfies(mail -> {
                        assertThat(mail.body()).contains("The room prepared for ", " moves along: it is now for ");
                        assertThat(mail.calendar().orElseThrow()).contains("SEQUENCE:2");
                    });
        }

        @Test
        void sums_a_meeting_up_once_with_what_is_still_to_be_done() {
            Plan plan = TestTeam.done(plans.make(team.draft(now, 12), ana)).plan();
            items.add(team.id(), "Copy the rubric", ben, Optional.empty(), ana);
            PlannedMeeting first = plan.meetings().getFirst();
            HandClock after = HandClock.at(plan.term().instant(first.until()).plusSeconds(60));
            Aftermath aftermath = new Aftermath(planStore, plans, items, after, events);
            aftermath.look();
            aftermath.look();
            assertThat(outbox.of(ben))
                    .filteredOn(mail -> mail.occasion().startsWith("summary "))
                    .singleElement()
                    .satisfies(mail ->
                            assertThat(mail.body()).contains("Copy the rubric: Ben", "Arriving and norms (5 min)"));
        }
    }
}
