package org.tessera.credential.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import java.util.Locale;
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
import org.tessera.support.AppTest;
import org.tessera.support.OpenPage;

@AppTest
class CredentialViewTest {

    private static final String BUILDING = "credentials/building-a-pa-learning-community";

    @Autowired
    ApplicationContext application;

    @Autowired
    Accounts accounts;

    private Person ana;
    private Optional<OpenPage> page = Optional.empty();

    @BeforeEach
    void people() {
        DistrictId district = accounts.addDistrict("North");
        ana = accounts.person(accounts.addPerson(new PersonDraft(
                        district,
                        null,
                        "Ana",
                        UUID.randomUUID() + "@example.org",
                        Locale.ENGLISH,
                        "correct horse battery")))
                .orElseThrow();
    }

    @AfterEach
    void close() {
        page.ifPresent(OpenPage::close);
    }

    @Test
    void shows_the_six_parts_in_their_order() {
        open(BUILDING, Locale.ENGLISH);
        assertThat(_find(H2.class).stream().map(H2::getText).filter(heading -> heading.matches("\\d\\. .*")))
                .containsExactly(
                        "1. Competency",
                        "2. Key method",
                        "3. Method components",
                        "4. Research and resources",
                        "5. Submission criteria",
                        "6. Scoring rubric");
    }

    @Test
    void marks_every_text_in_words_as_verified_or_not() {
        open(BUILDING, Locale.ENGLISH);
        assertThat(_find(WordingBlock.class)).isNotEmpty().allSatisfy(block -> assertThat(
                        _find(block, StandingMark.class))
                .hasSize(1));
        assertThat(page.orElseThrow().words()).contains("Verified", "Not obtained", "Our reading");
    }

    @Test
    void says_that_rubric_rows_could_not_be_obtained_in_both_languages() {
        assertThat(open(BUILDING, Locale.ENGLISH).words())
                .contains("Rubric for part 2: its wording could not be obtained.");
        assertThat(open(BUILDING, Locale.of("es")).words())
                .contains("Rúbrica de la parte 2: no se pudo obtener su redacción.", "No obtenido");
    }

    @Test
    void gives_the_other_names() {
        assertThat(open(BUILDING, Locale.ENGLISH).words())
                .contains("Also known as")
                .anyMatch(words -> words.startsWith("Facilitating performance assessment protocols"));
    }

    @Test
    void explains_the_rule_that_is_counted() {
        assertThat(open(BUILDING, Locale.ENGLISH).words())
                .anyMatch(words -> words.startsWith("Counted from your meetings: at least 3 discussions")
                        && words.contains("student work"));
    }

    @Test
    void does_not_exist_under_an_unknown_name_or_version() {
        open("credentials/driving", Locale.ENGLISH);
        assertThat(_find(WordingBlock.class)).isEmpty();
        open(BUILDING + "?version=9", Locale.ENGLISH);
        assertThat(_find(WordingBlock.class)).isEmpty();
        open(BUILDING + "?version=1", Locale.ENGLISH);
        assertThat(_find(ListItem.class)).isNotEmpty();
    }

    private OpenPage open(String address, Locale language) {
        page.ifPresent(OpenPage::close);
        OpenPage opened = OpenPage.of(application, ana, language).go(address);
        page = Optional.of(opened);
        return opened;
    }
}
