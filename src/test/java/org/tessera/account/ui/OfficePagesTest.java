package org.tessera.account.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.InviteAnswer.Invited;
import org.tessera.account.InviteDraft;
import org.tessera.account.Office;
import org.tessera.account.Officers;
import org.tessera.account.Person;
import org.tessera.account.PersonDraft;
import org.tessera.account.School;
import org.tessera.account.SchoolId;
import org.tessera.account.SignIns;
import org.tessera.account.TeamId;
import org.tessera.account.WelcomeLinks;
import org.tessera.support.AppTest;
import org.tessera.support.OpenPage;

/** The office's pages and the page behind a welcome link, made by the real application. */
@AppTest
class OfficePagesTest {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Officers officers;

    @Autowired
    private Office office;

    @Autowired
    private WelcomeLinks links;

    @Autowired
    private SignIns signIns;

    private DistrictId district;
    private Person ivy;
    private Person ana;
    private SchoolId school;
    private TeamId team;
    private OpenPage page;

    @BeforeEach
    void a_district() {
        district = accounts.addDistrict("North");
        ivy = aPerson(district, "Ivy Officer");
        ana = aPerson(district, "Ana Ortega");
        school = accounts.addSchool(district, "Cedar High School");
        team = accounts.addTeam(school, "Grade 9");
        accounts.join(team, ana.id());
        officers.install(district, ivy.id());
    }

    @AfterEach
    void leave() {
        page.close();
    }

    private Person aPerson(DistrictId of, String name) {
        return accounts.person(accounts.addPerson(new PersonDraft(
                        of, null, name, UUID.randomUUID() + "@north.example", Locale.ENGLISH, PASSWORD)))
                .orElseThrow();
    }

    private OpenPage open(Person who, String address) {
        return OpenPage.of(application, who, Locale.ENGLISH).go(address);
    }

    private static void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    private void unfold(Person person) {
        Details details = _find(Details.class).stream()
                .filter(one -> one.getSummary()
                        .getChildren()
                        .anyMatch(part -> part.getElement().getText().equals(person.name())))
                .findFirst()
                .orElseThrow();
        details.setOpened(true);
    }

    @Nested
    class The_office {

        @Test
        void is_nowhere_for_who_is_no_officer() {
            for (String section :
                    Set.of("office", "office/list", "office/schools", "office/officers", "office/trail")) {
                page = open(ana, section);
                assertThat(page.visible())
                        .contains("There is nothing at this address")
                        .doesNotContain("Ivy Officer");
                page.close();
            }
            page = open(ana, "");
            assertThat(page.visible()).doesNotContain("The district’s office");
        }

        @Test
        void stands_on_an_officers_home_page_with_who_has_not_come_in() {
            links.invite(ivy.id(), new InviteDraft("Noor", anEmail(), null, Set.of(), Locale.ENGLISH));

            page = open(ivy, "");

            assertThat(page.visible()).contains("The district’s office", "3 people have an account. One has not come");
            assertThat(_get(Anchor.class, spec -> spec.withText("Open the office"))
                            .getHref())
                    .isEqualTo("office");
        }

        @Test
        void has_no_sections_but_its_own() {
            page = open(ivy, "office/secrets");
            assertThat(page.visible()).contains("There is nothing at this address");
        }

        @Test
        void shows_only_the_people_of_its_district_and_finds_them() {
            Person stranger = aPerson(accounts.addDistrict("South"), "Sol Stranger");
            page = open(ivy, "office");
            assertThat(page.visible()).contains("Ana Ortega", "Ivy Officer").doesNotContain(stranger.name());

            _get(TextField.class, spec -> spec.withLabel("Find by name or e-mail"))
                    .setValue("ORTEGA");

            assertThat(page.visible()).contains("Ana Ortega").doesNotContain("Ivy Officer");
        }
    }

    @Nested
    class Inviting {

        @Test
        void shows_the_link_once_and_puts_the_person_into_the_team() {
            String email = anEmail();
            page = open(ivy, "office");
            _get(TextField.class, spec -> spec.withLabel("Name, as colleagues read it"))
                    .setValue("Noor Haddad");
            _get(EmailField.class).setValue(email);
            Select<School> schools = _get(Select.class, spec -> spec.withLabel("School"));
            schools.setValue(accounts.school(school).orElseThrow());
            press("Invite");

            assertThat(page.visible()).contains("Noor Haddad has an account. Hand this link over");
            assertThat(_get(TextField.class, spec -> spec.withLabel("Link for Noor Haddad"))
                            .getValue())
                    .contains("/welcome/");
            assertThat(accounts.personByEmail(email).orElseThrow().school()).isEqualTo(school);
            page.close();
            page = open(ivy, "office");
            assertThat(page.visible()).contains("Noor Haddad", "Invited, has not come in yet");
            _assertNone(TextField.class, spec -> spec.withLabel("Link for Noor Haddad"));
        }

        @Test
        void keeps_what_was_typed_when_it_is_refused() {
            page = open(ivy, "office");
            _get(TextField.class, spec -> spec.withLabel("Name, as colleagues read it"))
                    .setValue("Noor Haddad");
            _get(EmailField.class).setValue(ana.email());
            press("Invite");

            assertThat(page.visible()).contains("Somebody of the district has this address already.");
            assertThat(_get(TextField.class, spec -> spec.withLabel("Name, as colleagues read it"))
                            .getValue())
                    .isEqualTo("Noor Haddad");
        }
    }

    @Nested
    class A_person {

        @Test
        void is_taken_out_of_a_team() {
            page = open(ivy, "office");
            unfold(ana);
            press("Take out");

            assertThat(accounts.isMember(team, ana.id())).isFalse();
            assertThat(page.visible()).contains("Ana Ortega is no longer in Grade 9.", "In no team.");
        }

        @Test
        void is_switched_off_after_a_question_and_on_again() {
            signIns.open(ana, "Firefox", true);
            page = open(ivy, "office");
            unfold(ana);
            press("Switch off");
            assertThat(accounts.isSuspended(ana.id())).isFalse();
            ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

            assertThat(accounts.isSuspended(ana.id())).isTrue();
            assertThat(signIns.of(ana.id())).isEmpty();
            assertThat(page.visible()).contains("Switched off");
            press("Switch on again");
            assertThat(accounts.isSuspended(ana.id())).isFalse();
        }

        @Test
        void who_forgot_the_password_gets_a_new_link() {
            page = open(ivy, "office");
            unfold(ana);
            press("Forgot the password: new link");

            assertThat(page.visible()).contains("There is a new link for Ana Ortega");
            assertThat(_get(TextField.class, spec -> spec.withLabel("Link for Ana Ortega"))
                            .getValue())
                    .contains("/welcome/");
        }

        @Test
        void cannot_switch_themself_off() {
            page = open(ivy, "office");
            unfold(ivy);
            _assertNone(Button.class, spec -> spec.withText("Switch off"));
        }
    }

    @Nested
    class Several_at_once {

        @Test
        void are_told_line_by_line_and_a_fault_costs_nobody_the_list() {
            String email = anEmail();
            String list = "nombre;correo;equipo\nNoor;" + email + ";Grade 9\nAna;" + ana.email() + ";\nBen;ben;Grade 8";
            page = open(ivy, "office/list");
            TextArea text = _get(TextArea.class, spec -> spec.withLabel("The list"));
            text.setValue(list);
            press("See what would happen");

            assertThat(page.visible())
                    .contains(
                            "One line has to be put right first.",
                            "Line 4: Ben, ben · This is no e-mail address. There is no such team.",
                            "Line 2: Noor, " + email + " · Cedar High School · Grade 9",
                            "Line 3: Ana, " + ana.email() + " · as Ana Ortega; nothing changes");
            assertThat(text.getValue()).isEqualTo(list);
            _assertNone(Button.class, spec -> spec.withText("Invite one person"));
            text.setValue(list.substring(0, list.lastIndexOf('\n')));
            press("See what would happen");
            press("Invite one person");

            assertThat(page.visible()).contains("One person invited, 0 put into a team, 0 passed over.");
            assertThat(_get(
                                    TextArea.class,
                                    spec -> spec.withLabel("Names, addresses and links, to copy into a spreadsheet"))
                            .getValue())
                    .startsWith("Noor\t" + email + "\thttp");
            assertThat(accounts.isMember(
                            team, accounts.personByEmail(email).orElseThrow().id()))
                    .isTrue();
        }

        @Test
        void can_come_from_a_file_in_utf_8_only() {
            page = open(ivy, "office/list");
            OfficeList list = _get(OfficeList.class);
            list.read("nombre,correo\nNiña,x".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(page.visible()).contains("This file is not in UTF-8.");
            list.read(("\uFEFFnombre,correo\nNiña," + anEmail()).getBytes(StandardCharsets.UTF_8));
            assertThat(page.visible()).contains("One person would be invited. Nothing has been done yet.");
        }
    }

    @Nested
    class Schools_officers_and_the_trail {

        @Test
        void a_school_and_a_team_are_added_and_written_down() {
            page = open(ivy, "office/schools");
            _get(TextField.class, spec -> spec.withLabel("Name of the school")).setValue("Larkin");
            press("Add the school");
            assertThat(page.visible()).contains("Larkin is added.", "Grade 9", "one person");
            _get(TextField.class, spec -> spec.withLabel("Name of the school")).setValue("larkin");
            press("Add the school");
            assertThat(page.visible()).contains("There is one of this name already.");
            assertThat(_get(TextField.class, spec -> spec.withLabel("Name of the school"))
                            .getValue())
                    .isEqualTo("larkin");

            page.go("office/trail");
            assertThat(page.visible()).contains("Ivy Officer added the school Larkin.");
        }

        @Test
        void the_only_officer_reads_why_this_cannot_be_ended() {
            page = open(ivy, "office/officers");
            assertThat(page.visible()).contains("You. Only another officer can end it");
            _assertNone(Button.class, spec -> spec.withText("End"));
            officers.name(ivy.id(), ana.id());
            page.go("office/trail").go("office/officers");
            press("End");
            assertThat(officers.districtOf(ana.id())).isEmpty();
            assertThat(page.visible()).contains("Ana Ortega is an officer no longer.");
        }
    }

    @Nested
    class A_welcome_link {

        private Invited invited() {
            return (Invited) links.invite(
                    ivy.id(), new InviteDraft("Noor Haddad", anEmail(), school, Set.of(team), Locale.ENGLISH));
        }

        private String path(Invited invited) {
            String address = invited.link().address();
            return address.substring(address.indexOf("welcome/"));
        }

        @Test
        void leads_to_a_form_that_password_managers_know() {
            Invited invited = invited();
            page = OpenPage.ofStranger(application, Locale.ENGLISH).go(path(invited));

            assertThat(page.visible()).contains("Noor Haddad, choose a password.");
            PostForm form = _get(PostForm.class);
            assertThat(form.getElement().getAttribute("action")).isEqualTo("welcome");
            assertThat(_get(EmailField.class).getValue())
                    .isEqualTo(invited.person().email());
            assertThat(_get(PasswordField.class).getElement().getAttribute("name"))
                    .isEqualTo("password");
        }

        @Test
        void that_is_used_reads_like_one_that_never_was() {
            Invited invited = invited();
            links.accept(path(invited).substring("welcome/".length()), PASSWORD);
            page = OpenPage.ofStranger(application, Locale.of("es")).go(path(invited));
            String used = page.visible();
            page.close();
            page = OpenPage.ofStranger(application, Locale.of("es")).go("welcome/never");

            assertThat(page.visible())
                    .isEqualTo(used)
                    .contains("Este enlace ya no vale.")
                    .doesNotContain("Noor");
            _assertNone(PasswordField.class);
        }

        @Test
        void says_in_a_sentence_why_the_form_came_back() {
            page = OpenPage.ofStranger(application, Locale.ENGLISH).go(path(invited()) + "?refused=too_short");
            assertThat(page.visible()).contains("That password is too short. It needs at least 12 characters.");
        }
    }

    private static String anEmail() {
        return UUID.randomUUID() + "@north.example";
    }
}
