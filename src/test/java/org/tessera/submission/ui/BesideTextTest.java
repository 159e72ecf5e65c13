package org.tessera.submission.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
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
import org.tessera.attachment.Attachment;
import org.tessera.attachment.Attachments;
import org.tessera.attachment.Beside;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Credentials;
import org.tessera.exhibit.ExhibitId;
import org.tessera.submission.FrozenAttachment;
import org.tessera.submission.Gap;
import org.tessera.submission.Platform;
import org.tessera.submission.Submissions;
import org.tessera.support.AppTest;
import org.tessera.support.OpenPage;
import org.tessera.writing.WritingPlace;

/** What is spoken, drawn and photographed beside a text, on the pages of a submission. */
@AppTest
class BesideTextTest {

    private static final CredentialId BUILDING = new CredentialId("building-a-pa-learning-community");
    private static final String PAGE = "submissions/building-a-pa-learning-community";
    private static final String REFLECTION = PAGE + "/write/reflection";

    @Autowired
    ApplicationContext application;

    @Autowired
    Accounts accounts;

    @Autowired
    Credentials credentials;

    @Autowired
    Submissions submissions;

    @Autowired
    Attachments attachments;

    @Autowired
    DSLContext db;

    private Person ana;
    private Person ben;
    private WritingPlace place;
    private Beside beside;
    private Optional<OpenPage> page = Optional.empty();

    @BeforeEach
    void people() {
        DistrictId district = accounts.addDistrict("North");
        TeamId team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        ana = person(district, "Anabel Ortiz");
        ben = person(district, "Benjamin Hall");
        accounts.join(team, ana.id());
        submissions.begin(ana.id(), BUILDING, Platform.BLOOMBOARD);
        place = new WritingPlace(credentials.current(BUILDING).orElseThrow().ref(), "reflection");
        beside = new Beside(db, attachments, team, ana.id(), place);
    }

    @AfterEach
    void close() {
        page.ifPresent(OpenPage::close);
    }

    @Nested
    class The_page_for_writing {

        @Test
        void leads_to_the_three_ways_by_loads_and_says_that_words_are_what_is_asked_for() {
            assertThat(open(ana, REFLECTION, Locale.ENGLISH).words())
                    .anyMatch(words -> words.startsWith("This credential asks for written words"));
            for (String way : List.of("voice", "drawing", "photo")) {
                Anchor anchor = link(REFLECTION + "/" + way);
                assertThat(anchor.isRouterIgnore()).isTrue();
            }
        }

        @Test
        void has_none_of_it_where_no_credential_asks_for_a_text() {
            open(ana, PAGE + "/write/collaboration", Locale.ENGLISH);
            _assertNone(
                    Anchor.class,
                    anchor -> anchor.withPredicate(one -> one.getHref().endsWith("/voice")));
        }

        @Test
        void plays_a_voice_and_keeps_what_is_written_about_it_as_it_is_typed() {
            ExhibitId voice = beside.voice("", "");
            OpenPage page = open(ana, REFLECTION, Locale.ENGLISH);
            assertThat(players()).containsExactly("api/exhibits/" + voice + "/file");
            assertThat(page.words()).anyMatch(words -> words.endsWith(" · 1:05"));
            _get(TextArea.class, area -> area.withLabel("What is it about?")).setValue("The ramp");
            _get(TextArea.class, area -> area.withLabel("What you say, word for word"))
                    .setValue("I learned.");
            assertThat(here())
                    .extracting(Attachment::description, Attachment::transcript)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("The ramp", "I learned."));
        }

        @Test
        void shows_a_drawing_with_its_description_for_who_cannot_see_it() {
            ExhibitId drawing = beside.drawing("Two circles that overlap");
            open(ana, REFLECTION, Locale.ENGLISH);
            Image picture = _get(Image.class);
            assertThat(picture.getSrc()).isEqualTo("api/exhibits/" + drawing + "/pages/1");
            assertThat(picture.getAlt()).contains("Two circles that overlap");
        }

        @Test
        void takes_back_what_was_put_aside_and_deletes_only_after_asking() {
            beside.voice("First", "");
            open(ana, REFLECTION, Locale.ENGLISH);
            _click(button("Put aside"));
            assertThat(here()).extracting(Attachment::isUsed).containsExactly(false);
            _click(button("Use it again"));
            assertThat(here()).extracting(Attachment::isUsed).containsExactly(true);
            _click(button("Put aside"));
            _click(button("Delete for good"));
            assertThat(here()).hasSize(1);
            com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
            assertThat(here()).isEmpty();
        }

        @Test
        void says_of_a_photo_that_a_second_person_looks_at_it_first() {
            beside.photo("Our board");
            assertThat(open(ana, REFLECTION, Locale.ENGLISH).words())
                    .anyMatch(words -> words.startsWith("It may show students, so a second person"));
        }

        @Test
        void leads_to_recording_anew_in_the_place_of_the_one_before() {
            ExhibitId voice = beside.voice("First", "");
            open(ana, REFLECTION, Locale.ENGLISH);
            assertThat(link(REFLECTION + "/voice?instead=" + voice).isRouterIgnore())
                    .isTrue();
        }

        @Test
        void speaks_spanish_too() {
            assertThat(open(ana, REFLECTION, Locale.of("es")).words())
                    .contains("Dilo también de otra manera", "Grabar tu voz", "Dibujar");
        }
    }

    @Nested
    class The_page_for_making_something {

        @Test
        void knows_its_place_and_leads_back_by_a_load() {
            open(ana, REFLECTION + "/voice", Locale.ENGLISH);
            Element recorder = element("tessera-recorder").orElseThrow();
            assertThat(recorder.getProperty("place"))
                    .isEqualTo("building-a-pa-learning-community/"
                            + place.credential().version() + "/reflection");
            assertThat(recorder.getProperty("owner")).isEqualTo(ana.id().value().toString());
            assertThat(link(REFLECTION).isRouterIgnore()).isTrue();
            assertThat(link(REFLECTION + "/drawing").isRouterIgnore()).isTrue();
        }

        @Test
        void has_an_element_for_each_way_and_no_other_way() {
            open(ana, REFLECTION + "/drawing", Locale.ENGLISH);
            assertThat(element("tessera-sketch")).isPresent();
            page().go(REFLECTION + "/photo");
            assertThat(element("tessera-photo")).isPresent();
            close();
            assertThat(open(ana, REFLECTION + "/dance", Locale.ENGLISH).words()).isNotEmpty();
            assertThat(_find(CaptureView.class)).isEmpty();
        }

        @Test
        void says_that_the_earlier_one_is_put_aside_and_not_lost() {
            ExhibitId voice = beside.voice("First", "");
            assertThat(open(ana, REFLECTION + "/voice?instead=" + voice, Locale.ENGLISH)
                            .words())
                    .anyMatch(words -> words.contains("put aside and can be taken back"));
            assertThat(element("tessera-recorder").orElseThrow().getProperty("instead"))
                    .isEqualTo(voice.toString());
            page().go(REFLECTION + "/voice?instead=" + UUID.randomUUID());
            assertThat(element("tessera-recorder").orElseThrow().getProperty("instead"))
                    .isEmpty();
        }

        @Test
        void is_not_there_without_a_submission_or_where_evidence_is_asked_for() {
            open(ben, REFLECTION + "/voice", Locale.ENGLISH);
            assertThat(element("tessera-recorder")).isEmpty();
            close();
            open(ana, PAGE + "/write/evidence/voice", Locale.ENGLISH);
            assertThat(element("tessera-recorder")).isEmpty();
        }

        @Test
        void says_what_to_do_for_who_is_in_no_team() {
            submissions.begin(ben.id(), BUILDING, Platform.BLOOMBOARD);
            assertThat(open(ben, REFLECTION + "/voice", Locale.ENGLISH).words())
                    .anyMatch(words -> words.startsWith("You are in no team yet."));
            assertThat(element("tessera-recorder")).isEmpty();
        }
    }

    @Nested
    class The_submission {

        @Test
        void takes_what_stands_beside_the_text_but_no_photo_that_is_not_cleared() {
            ExhibitId voice = beside.voice("The ramp", "I learned to ask.");
            beside.photo("Our board");
            assertThat(submissions
                            .draft(ana.id(), BUILDING)
                            .orElseThrow()
                            .handIn()
                            .beside("reflection"))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.id()).isEqualTo(voice);
                        assertThat(one.transcript()).isEqualTo("I learned to ask.");
                        assertThat(one.length())
                                .hasValueSatisfying(length -> assertThat(length).hasSeconds(65));
                    });
        }

        @Test
        void says_what_is_worth_a_look_before_it_is_handed_in() {
            beside.voice("", "");
            beside.photo("Our board, which Benjamin Hall wrote on");
            List<Gap> gaps = submissions.draft(ana.id(), BUILDING).orElseThrow().gaps();
            assertThat(gaps).hasAtLeastOneElementOfType(Gap.PhotoWaits.class);
            assertThat(gaps).hasAtLeastOneElementOfType(Gap.Undescribed.class);
            assertThat(gaps)
                    .filteredOn(gap -> gap instanceof Gap.PhotoWaits || gap instanceof Gap.Undescribed)
                    .noneMatch(Gap::comesBack);
        }

        @Test
        void shows_it_on_its_page() {
            ExhibitId voice = beside.voice("The ramp", "I learned to ask.");
            assertThat(open(ana, PAGE, Locale.ENGLISH).words()).contains("The ramp", "I learned to ask.");
            assertThat(players()).containsExactly("api/exhibits/" + voice + "/file");
        }

        @Test
        void leaves_out_what_was_put_aside() {
            ExhibitId voice = beside.voice("The ramp", "");
            attachments.putAside(ana.id(), voice);
            assertThat(submissions
                            .draft(ana.id(), BUILDING)
                            .orElseThrow()
                            .handIn()
                            .attachments())
                    .extracting(FrozenAttachment::id)
                    .isEmpty();
        }
    }

    private List<Attachment> here() {
        return attachments.at(ana.id(), place);
    }

    private static List<String> players() {
        return elements()
                .filter(element -> element.getTag().equals("audio"))
                .map(element -> element.getAttribute("src"))
                .toList();
    }

    private static Optional<Element> element(String tag) {
        return elements().filter(element -> element.getTag().equals(tag)).findFirst();
    }

    /** Also those that are no components of their own. */
    private static Stream<Element> elements() {
        return _find(Component.class).stream()
                .map(Component::getElement)
                .filter(one -> !one.isTextNode())
                .flatMap(BesideTextTest::elements)
                .distinct();
    }

    private static Stream<Element> elements(Element from) {
        return Stream.concat(
                Stream.of(from),
                from.getChildren().filter(one -> !one.isTextNode()).flatMap(BesideTextTest::elements));
    }

    private static Button button(String words) {
        return _get(Button.class, button -> button.withText(words));
    }

    private static Anchor link(String address) {
        return _find(Anchor.class).stream()
                .filter(anchor -> anchor.getHref().equals(address))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link to " + address + " among "
                        + _find(Component.class).size()));
    }

    private OpenPage page() {
        return page.orElseThrow();
    }

    private OpenPage open(Person who, String address, Locale language) {
        page = Optional.of(OpenPage.of(application, who, language));
        return page().go(address);
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
}
