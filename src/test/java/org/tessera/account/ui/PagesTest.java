package org.tessera.account.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PasswordAnswer;
import org.tessera.account.Passwords;
import org.tessera.account.Person;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.SchoolId;
import org.tessera.account.SignInId;
import org.tessera.account.SignInSummary;
import org.tessera.account.SignInToken;
import org.tessera.account.SignIns;
import org.tessera.account.SignedIn;
import org.tessera.account.TeamId;
import org.tessera.support.AppTest;
import org.tessera.support.OpenPage;

/** The pages of people and teams, made by the real application. */
@AppTest
class PagesTest {

    private static final Locale SPANISH = Locale.of("es");
    private static final String PASSWORD = "correct horse battery";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SignIns signIns;

    @Autowired
    private Passwords passwords;

    private OpenPage page;

    @AfterEach
    void leave() {
        page.close();
    }

    @Nested
    class The_sign_in_page {

        @Test
        void is_an_ordinary_form_that_password_managers_know() {
            page = stranger(Locale.ENGLISH, "login");

            PostForm form = _get(PostForm.class);
            assertThat(form.getElement().getAttribute("method")).isEqualTo("post");
            assertThat(form.getElement().getAttribute("action")).isEqualTo("login");
            EmailField email = _get(EmailField.class);
            assertThat(email.getElement().getAttribute("name")).isEqualTo("username");
            assertThat(email.getAutocomplete()).isEqualTo(Autocomplete.USERNAME);
            PasswordField password = _get(PasswordField.class);
            assertThat(password.getElement().getAttribute("name")).isEqualTo("password");
            assertThat(password.getAutocomplete()).isEqualTo(Autocomplete.CURRENT_PASSWORD);
        }

        @Test
        void says_in_a_sentence_why_it_came_back_and_keeps_the_address() {
            page = stranger(Locale.ENGLISH, "login");
            VaadinSession.getCurrent().getSession().setAttribute(LoginView.TYPED_EMAIL, "ana@north.example");

            page.go("login?refused=wrong");

            assertThat(page.visible()).contains("That e-mail and password do not belong together.");
            assertThat(_get(EmailField.class).getValue()).isEqualTo("ana@north.example");
        }

        @Test
        void says_nothing_about_reasons_it_does_not_know() {
            page = stranger(Locale.ENGLISH, "login?refused=pay");

            assertThat(page.visible()).doesNotContain("pay", "!account");
        }

        @Test
        void speaks_the_language_of_the_browser() {
            page = stranger(SPANISH, "login");

            assertThat(page.visible()).contains("Iniciar sesión", "Entrar a una sala como invitado", "English");
        }

        @Test
        void sends_those_who_are_signed_in_home() {
            page = member(aPerson("Ana Ortega"), "login");

            assertThat(page.address()).isEmpty();
        }
    }

    @Nested
    class The_join_page {

        @Test
        void takes_the_code_from_the_link() {
            page = stranger(SPANISH, "join/abcdef");

            assertThat(_get(TextField.class, spec -> spec.withLabel("Código")).getValue())
                    .isEqualTo("abcdef");
            assertThat(_find(Input.class)).anySatisfy(field -> {
                assertThat(field.getElement().getAttribute("name")).isEqualTo("language");
                assertThat(field.getElement().getAttribute("value")).isEqualTo("es");
            });
        }

        @Test
        void keeps_what_was_typed_when_it_was_refused() {
            page = stranger(Locale.ENGLISH, "join");
            VaadinSession.getCurrent().getSession().setAttribute(JoinView.TYPED, new JoinView.Typed("ZZZ", "Gus"));

            page.go("join?refused=code_unknown");

            assertThat(page.visible()).contains("No room takes guests with this code right now.");
            assertThat(_get(TextField.class, spec -> spec.withLabel("Code")).getValue())
                    .isEqualTo("ZZZ");
            assertThat(_get(TextField.class, spec -> spec.withLabel("Your name"))
                            .getValue())
                    .isEqualTo("Gus");
        }
    }

    @Nested
    class Home {

        @Test
        void greets_by_the_first_name_and_lists_the_teams() {
            Person ana = aPerson("Ana Ortega");
            aTeamOf("Grade 9 design team", ana);

            page = member(ana, "");

            assertThat(page.visible()).contains("Good to see you, Ana", "Grade 9 design team", "North High");
        }

        @Test
        void tells_those_without_a_team_what_will_happen() {
            page = member(aPerson("Zoe New"), "");

            assertThat(page.visible()).contains("You are not in a team yet.");
        }

        @Test
        void has_landmarks_a_skip_link_and_the_place_marked() {
            page = member(aPerson("Ana Ortega"), "");

            _get(NativeButton.class, spec -> spec.withText("Skip to the content"));
            assertThat(_get(Main.class).getId()).contains("content");
            assertThat(_get(Nav.class).getElement().getAttribute("aria-label")).isEqualTo("Main");
            assertThat(_get(Anchor.class, spec -> spec.withText("Home"))
                            .getElement()
                            .getAttribute("aria-current"))
                    .isEqualTo("page");
            assertThat(_get(Anchor.class, spec -> spec.withText("Team"))
                            .getElement()
                            .getAttribute("aria-current"))
                    .isNull();
        }

        @Test
        void speaks_the_language_of_the_person_whatever_the_browser_says() {
            Person elias = aPerson("Elías Romero");
            accounts.read(elias.id(), SPANISH);

            page = member(accounts.person(elias.id()).orElseThrow(), "");

            assertThat(page.visible()).contains("Nos alegra verle, Elías", "Inicio", "Equipo");
        }
    }

    @Nested
    class A_team {

        @Test
        void shows_its_school_and_members_to_a_member() {
            Person ana = aPerson("Ana Ortega");
            TeamId team = aTeamOf("Grade 9 design team", ana, aPerson("Ben Whitlock"));

            page = member(ana, "teams/" + team.value());

            assertThat(page.visible())
                    .contains("Grade 9 design team", "North High", "2 members", "Ana Ortega", "you", "Ben Whitlock");
        }

        @Test
        void does_not_exist_for_others_just_as_one_that_is_not_there() {
            TeamId team = aTeamOf("Secret team", aPerson("Ana Ortega"));
            page = member(aPerson("Ben Whitlock"), "teams/" + team.value());
            String others = page.visible();
            page.go("teams/" + UUID.randomUUID());

            assertThat(others).contains("There is nothing at this address").doesNotContain("Secret");
            assertThat(page.visible()).isEqualTo(others);
            page.go("teams/not-an-id");
            assertThat(page.visible()).isEqualTo(others);
        }

        @Test
        void that_is_my_only_one_opens_by_itself() {
            Person ana = aPerson("Ana Ortega");
            TeamId team = aTeamOf("Grade 9 design team", ana);

            page = member(ana, "teams");

            assertThat(page.address()).isEqualTo("teams/" + team.value());
        }

        @Test
        void among_several_is_chosen_from_a_list() {
            Person ana = aPerson("Ana Ortega");
            aTeamOf("Grade 9 design team", ana);
            aTeamOf("Science department", ana);

            page = member(ana, "teams");

            assertThat(_find(RouterLink.class))
                    .extracting(RouterLink::getText)
                    .containsExactly("Grade 9 design team", "Science department");
        }
    }

    @Nested
    class My_account {

        @Test
        void shows_where_I_am_signed_in_and_ends_it_everywhere() {
            Person ana = aPerson("Ana Ortega");
            signIns.open(ana, "Mozilla/5.0 (iPhone) AppleWebKit Version/17 Safari/604", true);
            page = member(ana, "account");
            assertThat(page.visible()).contains("This device", "Safari on iPhone");

            _click(_get(Button.class, spec -> spec.withText("End everywhere, here too")));

            assertThat(signIns.of(ana.id())).isEmpty();
        }

        @Test
        void ends_one_sign_in_alone() {
            Person ana = aPerson("Ana Ortega");
            SignInId phone = signIns.open(ana, "Mozilla/5.0 (iPhone) AppleWebKit Version/17 Safari/604", true)
                    .token()
                    .signIn();
            page = member(ana, "account");

            _click(_get(Button.class, spec -> spec.withAttribute("aria-label", "End the sign-in of Safari on iPhone")));

            assertThat(signIns.isOpen(phone)).isFalse();
            assertThat(page.visible()).contains("This device").doesNotContain("iPhone");
        }

        @Test
        void changes_the_password_for_those_who_know_the_old_one() {
            Person ana = aPerson("Ana Ortega");
            page = member(ana, "account");
            PasswordField old = _get(PasswordField.class, spec -> spec.withLabel("The password you have now"));
            PasswordField fresh = _get(PasswordField.class, spec -> spec.withLabel("New password"));
            Button change = _get(Button.class, spec -> spec.withText("Change password"));

            old.setValue("not it");
            fresh.setValue("short");
            _click(change);
            assertThat(fresh.getErrorMessage())
                    .isEqualTo("At least 12 characters. A few words you can remember are best.");

            fresh.setValue("ana.ortega.2026");
            _click(change);
            assertThat(fresh.getErrorMessage()).startsWith("That one would be guessed soon");
            SignInId elsewhere = signIns.open(ana, "Firefox", true).token().signIn();
            SignInId here = signIns.of(ana.id()).stream()
                    .map(SignInSummary::id)
                    .filter(id -> !id.equals(elsewhere))
                    .findFirst()
                    .orElseThrow();

            fresh.setValue("another good phrase");
            _click(change);
            assertThat(old.getErrorMessage()).isEqualTo("That is not your password.");

            old.setValue(PASSWORD);
            _click(change);
            assertThat(passwords.check(ana.email(), "another good phrase"))
                    .isEqualTo(new PasswordAnswer.Right(ana.id()));
            assertThat(signIns.isOpen(here)).as("this device").isTrue();
            assertThat(signIns.isOpen(elsewhere)).as("whoever knew the old one").isFalse();
        }
    }

    @Nested
    class A_guest {

        @Test
        void is_brought_back_to_the_room_from_every_other_page() {
            UUID room = UUID.randomUUID();
            SignedIn gus = new SignedIn(new PersonId(UUID.randomUUID()), "Gus", true, room, Locale.ENGLISH);

            page = OpenPage.of(application, new SignInToken(new SignInId(UUID.randomUUID()), gus));
            page.go("rooms/" + room);
            String own = page.visible();

            for (String address : new String[] {"", "teams", "account", "rooms/new", "nothing"}) {
                page.go(address);
                assertThat(page.visible()).as(address).isEqualTo(own);
            }
        }
    }

    @Nested
    class Signing_out {

        @Test
        void ends_the_sign_in() {
            Person ana = aPerson("Ana Ortega");
            page = member(ana, "");
            assertThat(signIns.of(ana.id())).hasSize(1);

            page.choose("Sign out");

            assertThat(signIns.of(ana.id())).isEmpty();
        }
    }

    @Test
    void a_stranger_sees_no_menu_and_no_way_in_but_the_doors() {
        page = stranger(Locale.ENGLISH, "login");

        assertThat(page.ownMenu()).isEmpty();
        _assertNone(Nav.class);
    }

    private OpenPage stranger(Locale language, String address) {
        return OpenPage.ofStranger(application, language).go(address);
    }

    private OpenPage member(Person person, String address) {
        SignInToken token = signIns.open(person, "Mozilla/5.0 (X11; Linux) Firefox/140.0", false)
                .token();
        return OpenPage.of(application, token).go(address);
    }

    private Person aPerson(String name) {
        DistrictId district = accounts.addDistrict("North");
        String email = "page" + COUNT.incrementAndGet() + "@north.example";
        PersonId id = accounts.addPerson(new PersonDraft(district, null, name, email, Locale.ENGLISH, PASSWORD));
        return accounts.person(id).orElseThrow();
    }

    private TeamId aTeamOf(String name, Person... members) {
        SchoolId school = accounts.addSchool(members[0].district(), "North High");
        TeamId team = accounts.addTeam(school, name);
        for (Person member : members) {
            accounts.join(team, member.id());
        }
        return team;
    }
}
