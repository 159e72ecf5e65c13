package org.tessera.plan.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Person;
import org.tessera.account.PersonDraft;
import org.tessera.account.TeamId;
import org.tessera.plan.ActionItems;
import org.tessera.plan.CalendarFeeds;
import org.tessera.plan.MeetingState;
import org.tessera.plan.PastPlan;
import org.tessera.plan.Plan;
import org.tessera.plan.PlanPicture;
import org.tessera.plan.PlannedMeeting;
import org.tessera.plan.Plans;
import org.tessera.support.AppTest;
import org.tessera.support.OpenPage;

@AppTest
class PlanViewTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    Accounts accounts;

    @Autowired
    Plans plans;

    @Autowired
    ActionItems items;

    @Autowired
    CalendarFeeds feeds;

    private TeamId team;
    private Person ana;
    private Person stranger;
    private Optional<OpenPage> page = Optional.empty();

    @BeforeEach
    void people() {
        DistrictId district = accounts.addDistrict("North");
        team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        List<Person> members = Stream.of("Ana", "Ben", "Cho", "Dee", "Eli", "Fay")
                .map(name -> person(district, name))
                .toList();
        members.forEach(member -> accounts.join(team, member.id()));
        ana = members.getFirst();
        stranger = person(district, "Gil");
    }

    @AfterEach
    void close() {
        page.ifPresent(OpenPage::close);
    }

    private Person person(DistrictId district, String name) {
        return accounts.person(accounts.addPerson(new PersonDraft(
                        district,
                        null,
                        name,
                        UUID.randomUUID() + "@example.org",
                        Locale.ENGLISH,
                        "correct horse battery")))
                .orElseThrow();
    }

    private OpenPage open(Locale language) {
        OpenPage opened = OpenPage.of(application, ana, language);
        page = Optional.of(opened);
        return opened.go("teams/" + team.value() + "/plan");
    }

    private OpenPage page() {
        return page.orElseThrow();
    }

    private Plan made() {
        open(Locale.ENGLISH);
        click("Make this plan");
        return plan();
    }

    private Plan plan() {
        return plans.of(team, ana.id()).stream()
                .map(PlanPicture::plan)
                .findFirst()
                .orElseThrow();
    }

    private static void click(String words) {
        _click(_find(Button.class, button -> button.withText(words)).getFirst());
    }

    /** The item of a meeting, by its button's name read aloud. */
    private static void click(String words, String about) {
        _click(_find(Button.class, button -> button.withText(words)).stream()
                .filter(button -> button.getAriaLabel().orElse("").contains(about))
                .findFirst()
                .orElseThrow());
    }

    private static String told(LocalDateTime at) {
        return PlanWords.day(at.toLocalDate(), Locale.ENGLISH);
    }

    @Nested
    class Making_one {

        @Test
        void shows_what_would_come_of_it_before_it_is_made() {
            open(Locale.ENGLISH);
            assertThat(page().words())
                    .contains("This would be your plan")
                    .anyMatch(line -> line.contains("led by Ana"));
            assertThat(plans.of(team, ana.id())).isEmpty();

            _get(IntegerField.class, field -> field.withLabel("Minutes for each meeting"))
                    .setValue(20);
            assertThat(page().words()).anyMatch(line -> line.contains("meetings of 30 to 480 minutes"));
        }

        @Test
        void keeps_what_was_chosen() {
            open(Locale.ENGLISH);
            choose(Set.of(DayOfWeek.WEDNESDAY));
            click("Make this plan");
            assertThat(plan().term().rhythm().days()).containsExactly(DayOfWeek.WEDNESDAY);
            assertThat(page().words()).contains("Meetings", "Everything the stack asks for");
        }

        @SuppressWarnings("unchecked")
        private void choose(Set<DayOfWeek> days) {
            _get(CheckboxGroup.class, group -> group.withLabel("We meet on")).setValue(days);
        }

        @Test
        void begins_where_somebody_stopped_in_another_window_or_another_day() {
            open(Locale.ENGLISH);
            choose(Set.of(DayOfWeek.WEDNESDAY));
            _get(IntegerField.class, field -> field.withLabel("Minutes for each meeting"))
                    .clear();
            page().close();

            open(Locale.ENGLISH);
            assertThat(page().words()).contains("What you had filled in before is still here.");
            assertThat(_get(CheckboxGroup.class, group -> group.withLabel("We meet on"))
                            .getValue())
                    .isEqualTo(Set.of(DayOfWeek.WEDNESDAY));
            IntegerField minutes = _get(IntegerField.class, field -> field.withLabel("Minutes for each meeting"));
            assertThat(minutes.isEmpty()).isTrue();

            click("Begin anew");
            assertThat(minutes.getValue()).isEqualTo(75);
            page().close();
            open(Locale.ENGLISH);
            assertThat(page().words()).doesNotContain("What you had filled in before is still here.");
        }

        @Test
        void speaks_spanish() {
            open(Locale.of("es"));
            assertThat(page().words()).contains("Este sería su plan").anyMatch(line -> line.contains("conduce Ana"));
        }

        @Test
        void is_not_offered_to_who_is_not_in_the_team() {
            OpenPage opened = OpenPage.of(application, stranger, Locale.ENGLISH);
            page = Optional.of(opened);
            opened.go("teams/" + team.value() + "/plan");
            assertThat(_find(PlanView.class)).isEmpty();
        }
    }

    @Nested
    class The_meetings {

        @Test
        void tell_the_agenda_with_its_clock_and_a_lead_for_each_part() {
            made();
            assertThat(page().words())
                    .anyMatch(line -> line.startsWith("Arriving and norms (5 min), "))
                    .anyMatch(line -> line.contains("3:30") && line.contains("3:35"))
                    .anyMatch(line -> line.startsWith("Evidence for Ana: At least three discussions"))
                    .anyMatch(line -> line.startsWith("Leaves behind: "));
        }

        @Test
        void can_be_called_off_and_held_after_all() {
            PlannedMeeting first = made().meetings().getFirst();
            click("Call off", told(first.at()));
            assertThat(plan().meeting(first.id()).orElseThrow().state()).isEqualTo(MeetingState.CANCELLED);
            assertThat(page().words())
                    .contains("What changed")
                    .anyMatch(line -> line.endsWith("is called off."))
                    .anyMatch(line -> line.contains("led by Ana, moves from"));
            click("Hold it after all", told(first.at()));
            assertThat(plan().meeting(first.id()).orElseThrow().takesPlace()).isTrue();
        }

        @Test
        void can_be_moved_and_say_why_not() {
            PlannedMeeting first = made().meetings().getFirst();
            PlannedMeeting second = plan().meetings().get(1);
            click("Move", told(first.at()));
            _get(DateTimePicker.class).setValue(second.at());
            click("Move the meeting");
            assertThat(page().words()).contains("Another meeting of yours is at that time.");
            _get(DateTimePicker.class).setValue(first.at().plusDays(1));
            click("Move the meeting");
            assertThat(plan().meeting(first.id()).orElseThrow().at())
                    .isEqualTo(first.at().plusDays(1));
            assertThat(page().words()).anyMatch(line -> line.contains(" is now on "));
        }

        @Test
        void make_room_for_a_snow_day() {
            PlannedMeeting first = made().meetings().getFirst();
            _get(DatePicker.class, field -> field.withLabel("A day without meetings"))
                    .setValue(first.at().toLocalDate());
            click("Close this day");
            assertThat(plan().meeting(first.id()).orElseThrow().state()).isEqualTo(MeetingState.CLOSED_DAY);
            assertThat(page().words()).anyMatch(line -> line.endsWith("falls on a closed day."));
        }

        @Test
        void are_prepared_with_one_click() {
            PlannedMeeting first = made().meetings().getFirst();
            click("Prepare this meeting", told(first.at()));
            assertThat(page().address()).startsWith("rooms/");
            assertThat(plan().meetings().getFirst().sessions().getFirst().room())
                    .isPresent();

            page().go("teams/" + team.value() + "/plan");
            click("Call off", told(first.at()));
            assertThat(page().words())
                    .anyMatch(line ->
                            line.startsWith("The room prepared for ") && line.contains(" moves along: it is now for "));
        }

        @Test
        void whose_time_has_come_are_asked_about_until_somebody_says() {
            Plan past = PastPlan.of(application, team, ana.id());
            open(Locale.ENGLISH);
            assertThat(page().words())
                    .contains("Was it held?")
                    .anyMatch(line -> line.endsWith("past meetings count as held until somebody says otherwise."));
            PlannedMeeting first = past.meetings().getFirst();
            click("Yes", told(first.at()));
            assertThat(plan().meeting(first.id()).orElseThrow().state()).isEqualTo(MeetingState.HELD);
            click("It was not held", told(first.at()));
            assertThat(plan().meeting(first.id()).orElseThrow().state()).isEqualTo(MeetingState.MISSED);
            PlannedMeeting second = past.meetings().get(1);
            click("No", told(second.at()));
            assertThat(plan().meeting(second.id()).orElseThrow().state()).isEqualTo(MeetingState.MISSED);
        }
    }

    @Nested
    class Meeting_otherwise {

        @Test
        void tells_what_would_change_and_changes_it_only_then() {
            Plan before = made();
            click("Change when we meet and who earns");
            _get(ArrangeDialog.class);
            assertThat(page().words()).contains("Nothing would change.");
            days(Set.of(DayOfWeek.THURSDAY));
            assertThat(page().words())
                    .noneMatch("Nothing would change."::equals)
                    .anyMatch(line -> line.startsWith("There is a further meeting on Thursday"));
            assertThat(plan()).isEqualTo(before);

            click("Change the plan");
            assertThat(plan().term().rhythm().days()).containsExactly(DayOfWeek.THURSDAY);
            assertThat(page().words()).contains("What changed");
        }

        @Test
        void says_why_not_and_stays_open() {
            made();
            click("Change when we meet and who earns");
            days(Set.of());
            click("Change the plan");
            assertThat(page().words()).anyMatch(line -> line.startsWith("Choose at least one day of the week"));
            assertThat(_find(ArrangeDialog.class)).hasSize(1);
        }

        @SuppressWarnings("unchecked")
        private void days(Set<DayOfWeek> days) {
            _get(CheckboxGroup.class, group -> group.withLabel("We meet on")).setValue(days);
        }
    }

    @Nested
    class The_checklist {

        @Test
        void says_for_every_requirement_when_it_is_met_or_why_not() {
            made();
            assertThat(page().words())
                    .contains("Covered", "Not covered", "Nobody has said yet how this will be met.")
                    .anyMatch(line -> line.endsWith("requirements are covered by a dated step."));
        }

        @Test
        void takes_what_somebody_says_and_keeps_their_words_until_then() {
            made();
            String need = "Evidence of the need";
            click("Say how", need);
            _get(TextArea.class).setValue("Ask the parents’ council");
            click("Save");
            assertThat(page().words()).contains("Say what will be done, by whom and until when.");
            _click(_find(Button.class, button -> button.withText("Cancel")).getLast());
            click("Say how", need);
            assertThat(_get(TextArea.class).getValue()).isEqualTo("Ask the parents’ council");

            @SuppressWarnings("unchecked")
            Select<Person> who = _get(Select.class, select -> select.withLabel("Who does it"));
            who.setValue(ana);
            LocalDate due = plan().term().start().plusDays(20);
            _get(DatePicker.class, field -> field.withLabel("Until")).setValue(due);
            click("Save");
            assertThat(plan().assignments()).hasSize(1);
            assertThat(page().words()).anyMatch(line -> line.startsWith("Ask the parents’ council (Ana, until"));
            click("Take back", need);
            assertThat(plan().assignments()).isEmpty();
        }
    }

    @Nested
    class What_was_taken_on {

        @Test
        void is_added_carried_along_and_ticked_off() {
            made();
            click("Take on");
            assertThat(_get(TextField.class, field -> field.withLabel("What is to be done"))
                            .isInvalid())
                    .isTrue();
            _get(TextField.class, field -> field.withLabel("What is to be done"))
                    .setValue("Copy the rubric");
            click("Take on");
            page().go("teams/" + team.value() + "/plan");
            assertThat(_find(MeetingItem.class).getFirst().getElement().getTextRecursively())
                    .contains("Copy the rubric: Ana");
            Checkbox item = _get(Checkbox.class, box -> box.withLabel("Copy the rubric: Ana"));
            assertThat(item.getValue()).isFalse();
            item.setValue(true);
            assertThat(items.of(team, ana.id())).singleElement().satisfies(one -> assertThat(one.open())
                    .isFalse());
            assertThat(items.of(team, stranger.id())).isEmpty();
        }
    }

    @Nested
    class Addresses_for_calendars {

        @Test
        void are_made_shown_once_and_taken_back() {
            made();
            click("Make an address", "All my meetings");
            String address = _get(TextField.class, field -> field.withLabel("Address for your calendar program"))
                    .getValue();
            assertThat(address).matches("http.*/calendar/[A-Za-z0-9_-]{43}\\.ics");
            assertThat(feeds.exists(ana.id(), Optional.empty())).isTrue();
            click("Take it back", "All my meetings");
            assertThat(feeds.exists(ana.id(), Optional.empty())).isFalse();
        }
    }

    @Test
    void what_was_written_to_a_person_is_read_by_that_person_alone() {
        made();
        page().go("mail");
        assertThat(page().words())
                .contains(
                        "The meetings of Grade 9",
                        "This server sends no e-mail. What it would send to you is kept here.");
        page().close();
        page = Optional.of(OpenPage.of(application, stranger, Locale.ENGLISH));
        page().go("mail");
        assertThat(page().words()).anyMatch(line -> line.startsWith("Nothing yet."));
    }

    @Test
    void the_teams_page_leads_to_it() {
        made();
        page().go("teams/" + team.value());
        assertThat(page().words()).contains("Open the plan").anyMatch(line -> line.startsWith("Next: "));
    }
}
