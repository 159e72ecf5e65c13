package org.tessera.record.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Person;
import org.tessera.account.PersonDraft;
import org.tessera.account.TeamId;
import org.tessera.proof.Packages;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.record.Copy;
import org.tessera.room.RoomDraft;
import org.tessera.room.RoomId;
import org.tessera.room.Rooms;
import org.tessera.support.AppTest;
import org.tessera.support.OpenPage;

@AppTest
class RecordViewTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    Accounts accounts;

    @Autowired
    Rooms rooms;

    @Autowired
    Protocols protocols;

    @Autowired
    Packages packages;

    private DistrictId district;
    private Person ana;
    private RoomId room;
    private Optional<OpenPage> page = Optional.empty();

    @BeforeEach
    void a_meeting() {
        district = accounts.addDistrict("North");
        TeamId team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        ana = aPerson("Ana");
        accounts.join(team, ana.id());
        room = rooms.prepare(
                new RoomDraft(
                        team,
                        "Lab reports",
                        protocols.latest("looking-at-student-work").ref(),
                        Map.of(ana.id(), Role.FACILITATOR),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of()),
                ana.id());
    }

    @AfterEach
    void close() {
        page.ifPresent(OpenPage::close);
    }

    @Test
    void offers_every_form_in_the_copy_that_is_chosen() {
        open(ana, Locale.ENGLISH);
        String address = "api/rooms/" + room + "/record/";
        assertThat(downloads())
                .hasSize(6)
                .allMatch(href -> href.startsWith(address) && href.contains("?copy=named"))
                .anyMatch(href -> href.startsWith(address + "minutes.pdf"))
                .anyMatch(href -> href.startsWith(address + "package.zip"));
        copies().setValue(Copy.ROLES);
        assertThat(downloads()).hasSize(6).allMatch(href -> href.contains("?copy=roles"));
    }

    @Test
    void says_what_the_copies_are_and_which_key_signs() {
        open(ana, Locale.ENGLISH);
        assertThat(page.orElseThrow().visible())
                .contains("Lab reports", "A package that proves itself", packages.keyId());
    }

    @Test
    void speaks_spanish() {
        open(ana, Locale.of("es"));
        assertThat(page.orElseThrow().visible()).contains("Llevarse la reunión", "Acta (PDF)");
    }

    @Test
    void is_not_there_for_somebody_else() {
        open(aPerson("Eva"), Locale.ENGLISH);
        assertThat(_find(RadioButtonGroup.class)).isEmpty();
        assertThat(page.orElseThrow().visible()).doesNotContain("Lab reports");
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<Copy> copies() {
        return (RadioButtonGroup<Copy>) _get(RadioButtonGroup.class);
    }

    private static List<String> downloads() {
        return _find(Anchor.class).stream()
                .map(Anchor::getHref)
                .filter(href -> href.contains("/record/"))
                .toList();
    }

    private void open(Person who, Locale language) {
        page = Optional.of(OpenPage.of(application, who, language).go("rooms/" + room + "/record"));
    }

    private Person aPerson(String name) {
        return accounts.person(accounts.addPerson(new PersonDraft(
                        district,
                        null,
                        name,
                        UUID.randomUUID() + "@example.org",
                        Locale.ENGLISH,
                        "correct horse battery")))
                .orElseThrow();
    }
}
