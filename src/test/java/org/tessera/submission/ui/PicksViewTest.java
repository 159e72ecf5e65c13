package org.tessera.submission.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
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
import org.tessera.credential.CredentialId;
import org.tessera.mail.Outbox;
import org.tessera.submission.PickSheet;
import org.tessera.submission.Picks;
import org.tessera.support.AppTest;
import org.tessera.support.OpenPage;

@AppTest
class PicksViewTest {

    private static final CredentialId DESIGN = new CredentialId("performance-assessment-design");
    private static final PickSheet.Row EMBEDDED = new PickSheet.Row(DESIGN, "embedded");
    private static final String EMBEDDED_WORDS = "The assessment is embedded in the curriculum.";

    @Autowired
    ApplicationContext application;

    @Autowired
    Accounts accounts;

    @Autowired
    Picks picks;

    @Autowired
    Outbox outbox;

    private TeamId team;
    private Person ana;
    private Person gil;
    private Optional<OpenPage> page = Optional.empty();

    @BeforeEach
    void people() {
        DistrictId district = accounts.addDistrict("North");
        team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        ana = aPerson(district, "Ana");
        gil = aPerson(district, "Gil");
        accounts.join(team, ana.id());
    }

    @AfterEach
    void close() {
        page.ifPresent(OpenPage::close);
    }

    @Test
    void says_what_to_do_where_nothing_is_picked_yet() {
        assertThat(open(ana, "picks").words())
                .contains(
                        "My picks",
                        "Nothing is picked yet. Tick a credential above; its" + " requirements appear here.");
    }

    @Test
    void keeps_what_is_typed_as_it_is_typed() {
        pick(Map.of());
        open(ana, "picks");
        _get(TextArea.class, spec -> spec.withLabel(EMBEDDED_WORDS)).setValue("Unit 4, water use");
        assertThat(picks.sheet(ana.id(), ana.id()).orElseThrow().planned())
                .containsEntry(EMBEDDED, "Unit 4, water use");
        assertThat(open(gil, "picks/" + ana.id().value()).words()).contains("Picks of Ana");
        assertThat(_get(TextArea.class, spec -> spec.withLabel(EMBEDDED_WORDS)).getValue())
                .isEqualTo("Unit 4, water use");
    }

    @Test
    void shows_what_the_other_one_wrote_in_the_same_place_meanwhile_and_loses_neither() {
        pick(Map.of());
        open(ana, "picks");
        TextArea area = _get(TextArea.class, spec -> spec.withLabel(EMBEDDED_WORDS));
        PickSheet now = picks.sheet(ana.id(), gil.id()).orElseThrow();
        picks.save(
                new PickSheet(
                        now.earner(),
                        now.coach(),
                        "A note",
                        now.credentials(),
                        Map.of(EMBEDDED, "Unit 2"),
                        now.version()),
                gil.id());
        area.setValue("Unit 4");
        assertThat(area.getErrorMessage()).contains("“Unit 2”");
        assertThat(area.getValue()).isEqualTo("Unit 4");
        assertThat(picks.sheet(ana.id(), ana.id()).orElseThrow().planned()).containsEntry(EMBEDDED, "Unit 2");
        area.setValue("Unit 4, as agreed");
        PickSheet kept = picks.sheet(ana.id(), ana.id()).orElseThrow();
        assertThat(kept.planned()).containsEntry(EMBEDDED, "Unit 4, as agreed");
        assertThat(kept.notes()).isEqualTo("A note");
    }

    @Test
    void leads_with_the_reading_list_into_a_new_meeting() {
        pick(Map.of());
        open(ana, "picks");
        String address = _find(Anchor.class).stream()
                .map(Anchor::getHref)
                .filter(href -> href.contains("reading="))
                .findFirst()
                .orElseThrow();
        assertThat(address).isEqualTo("rooms/new?team=" + team.value() + "&reading=performance-assessment-design");
        open(ana, address);
        assertThat(_find(TextArea.class).stream().map(TextArea::getValue))
                .anyMatch(words -> words.contains("validation checklist (tool 1)"));
    }

    @Test
    void tells_a_coach_by_mail_once_and_at_home_and_leads_to_the_pages_of_the_team() {
        assertThat(open(gil, "").words()).doesNotContain("People you coach");
        pick(Map.of());
        PickSheet sheet = picks.sheet(ana.id(), ana.id()).orElseThrow();
        picks.save(
                new PickSheet(
                        sheet.earner(), sheet.coach(), "More", sheet.credentials(), sheet.planned(), sheet.version()),
                gil.id());
        assertThat(outbox.of(gil.id())).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Ana named you as a coach");
            assertThat(mail.body()).startsWith("Hello Gil,");
        });
        assertThat(outbox.of(ana.id())).isEmpty();

        open(gil, "");
        assertThat(page.orElseThrow().words()).contains("People you coach", "Grade 9");
        assertThat(links())
                .contains(
                        "picks/" + ana.id().value(),
                        "teams/" + team.value() + "/needs",
                        "teams/" + team.value() + "/implementation-plan",
                        "teams/" + team.value() + "/conversations");
        for (String target : List.of("needs", "implementation-plan", "conversations")) {
            open(gil, "teams/" + team.value() + "/" + target);
            assertThat(page.orElseThrow().words()).as(target).anyMatch(line -> line.contains("Grade 9"));
        }
        assertThat(open(ana, "").words()).doesNotContain("People you coach");
    }

    private static List<String> links() {
        return _find(Anchor.class).stream().map(Anchor::getHref).toList();
    }

    private void pick(Map<PickSheet.Row, String> planned) {
        picks.save(new PickSheet(ana.id(), Optional.of(gil.id()), "", List.of(DESIGN), planned, 0), ana.id());
    }

    private OpenPage open(Person person, String address) {
        page.ifPresent(OpenPage::close);
        OpenPage opened = OpenPage.of(application, person, Locale.ENGLISH).go(address);
        page = Optional.of(opened);
        return opened;
    }

    private Person aPerson(DistrictId district, String name) {
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
