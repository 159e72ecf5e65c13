package org.tessera.submission.ui;

import static com.github.mvysny.kaributesting.v10.ElementUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.artifact.YieldedFixture.aYield;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
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
import org.tessera.account.Person;
import org.tessera.account.PersonDraft;
import org.tessera.account.TeamId;
import org.tessera.artifact.ArtifactId;
import org.tessera.credential.Credential;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Credentials;
import org.tessera.protocol.Role;
import org.tessera.room.YieldKeeper;
import org.tessera.room.Yielded;
import org.tessera.submission.Attestation;
import org.tessera.submission.EvidenceLinks;
import org.tessera.submission.Help;
import org.tessera.submission.Invitation;
import org.tessera.submission.LinkDraft;
import org.tessera.submission.Platform;
import org.tessera.submission.Spot;
import org.tessera.submission.Status;
import org.tessera.submission.Submission;
import org.tessera.submission.Submissions;
import org.tessera.support.AppTest;
import org.tessera.support.OpenPage;
import org.tessera.writing.Sources;
import org.tessera.writing.WritingPlace;
import org.tessera.writing.Writings;
import org.tessera.writing.ui.WritingField;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@AppTest
class SubmissionViewTest {

    private static final CredentialId BUILDING = new CredentialId("building-a-pa-learning-community");
    private static final String PAGE = "submissions/building-a-pa-learning-community";
    private static final String REFLECTION = PAGE + "/write/reflection";
    private static final String TOGETHER = PAGE + "/write/collaboration";

    @Autowired
    ApplicationContext application;

    @Autowired
    Accounts accounts;

    @Autowired
    Submissions submissions;

    @Autowired
    Writings writings;

    @Autowired
    Sources sources;

    @Autowired
    EvidenceLinks links;

    @Autowired
    Credentials credentials;

    @Autowired
    Help help;

    @Autowired
    YieldKeeper keeper;

    private TeamId team;
    private Person ana;
    private Person ben;
    private Optional<OpenPage> page = Optional.empty();

    @BeforeEach
    void people() {
        DistrictId district = accounts.addDistrict("North");
        team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        ana = person(district, "Anabel Ortiz");
        ben = person(district, "Benjamin Hall");
        accounts.join(team, ana.id());
        accounts.join(team, ben.id());
    }

    @AfterEach
    void close() {
        page.ifPresent(OpenPage::close);
    }

    @Nested
    class The_list {

        @Test
        void begins_a_submission_for_a_platform() {
            open(ana, "submissions", Locale.ENGLISH);
            _click(_get(
                    Button.class,
                    button -> button.withPredicate(one -> one.getElement()
                            .getAttribute("aria-label")
                            .endsWith("Building a Performance Assessment Learning Community"))));
            _click(_get(_get(Dialog.class), Button.class, button -> button.withText("Begin")));
            assertThat(page().address()).isEqualTo(PAGE);
            assertThat(submissions.find(ana.id(), BUILDING).orElseThrow().status())
                    .isEqualTo(Status.IN_PROGRESS);
        }

        @Test
        void speaks_spanish_too() {
            assertThat(open(ana, "submissions", Locale.of("es")).words()).contains("Mis entregas", "Empezar");
        }
    }

    @Nested
    class A_submission {

        @Test
        void shows_what_would_come_back_with_the_way_there() {
            begin();
            open(ana, PAGE, Locale.ENGLISH);
            assertThat(page().words())
                    .contains(
                            "In progress",
                            "Nothing is written here yet. Open it and write your answer.",
                            "Nothing is linked to this requirement. Link what shows it.");
            assertThat(_find(_get(GapList.class), Anchor.class))
                    .extracting(Anchor::getHref)
                    .contains(REFLECTION, "evidence?stack=leading-a-pa-community");
        }

        @Test
        void is_not_handed_in_while_something_would_come_back() {
            begin();
            open(ana, PAGE, Locale.ENGLISH);
            tickAll();
            _click(_get(Button.class, button -> button.withText("Hand in")));
            assertThat(submissions.find(ana.id(), BUILDING).orElseThrow().status())
                    .isEqualTo(Status.IN_PROGRESS);
        }

        @Test
        void is_handed_in_once_it_is_complete_and_then_only_read() {
            complete();
            open(ana, PAGE, Locale.ENGLISH);
            assertThat(page().words()).contains("Nothing stands in the way of handing in.");
            tickAll();
            _click(_get(Button.class, button -> button.withText("Hand in")));
            assertThat(page().words())
                    .contains("Submitted", "What you handed in", "I held the group to describing.")
                    .anyMatch(words -> words.endsWith("Handed in, attempt 1"));
            _assertNone(AttestPart.class);
            _assertNone(GapList.class);
            _assertNone(Button.class, button -> button.withText("Invite"));
        }

        @Test
        void opens_again_what_was_not_met() {
            complete();
            Submission handed = submissions.find(ana.id(), BUILDING).orElseThrow();
            submissions.handIn(ana.id(), handed.id(), handed.history().size(), EnumSet.allOf(Attestation.class));
            submissions.accept(ben.id(), handed.id());
            submissions.score(ben.id(), handed.id(), Set.of("rubric-reflection"));
            open(ana, PAGE, Locale.ENGLISH);
            _click(_get(Button.class, button -> button.withText("Try again")));
            assertThat(page().words())
                    .contains("Resubmission", "Attempt 2", "What is different this time")
                    .contains("This was met. It stays as it was handed in, whatever you write here now.");
            assertThat(_find(Anchor.class))
                    .extracting(Anchor::getHref)
                    .contains(REFLECTION)
                    .doesNotContain(PAGE + "/write/overview");
        }

        @Test
        void of_somebody_else_is_not_there() {
            begin();
            open(ben, PAGE, Locale.ENGLISH);
            assertThat(page().words()).noneMatch(words -> words.contains("In progress"));
        }
    }

    @Nested
    class Writing {

        @Test
        void shows_what_is_kept_and_where_to_keep_more() {
            begin();
            write("reflection", "I learned");
            open(ana, REFLECTION, Locale.ENGLISH);
            WritingField field = _get(WritingField.class);
            assertThat(field.getElement().getProperty("address"))
                    .isEqualTo("api/writings/building-a-pa-learning-community/1/reflection?owner="
                            + ana.id().value());
            assertThat(field.getElement().getPropertyRaw("shown").toString()).contains("I learned");
        }

        @Test
        void tells_earlier_versions_apart_and_brings_one_back() {
            begin();
            write("reflection", "We met. We talked.");
            write("reflection", "We met. We listened.");
            open(ana, REFLECTION, Locale.ENGLISH);
            assertThat(page().words()).contains("Gone: ", "New: ");
            _click(_get(Button.class, button -> button.withText("Bring back")));
            assertThat(writings.at(ana.id(), place("reflection")).text()).isEqualTo("We met. We talked.");
            assertThat(writings.versions(ana.id(), place("reflection"))).hasSize(3);
        }

        @Test
        void brings_versions_up_to_date_when_words_have_arrived() {
            begin();
            write("reflection", "First words.");
            open(ana, REFLECTION, Locale.ENGLISH);
            assertThat(page().words()).contains("As you write, earlier versions gather here.");
            write("reflection", "Other words.");
            WritingField field = _get(WritingField.class);
            _fireDomEvent(
                    field.getElement(),
                    new DomEvent(
                            field.getElement(),
                            "writing-kept",
                            JsonMapper.builder().build().createObjectNode()));
            _get(Button.class, button -> button.withText("Bring back"));
        }

        @Test
        void adds_a_source_and_lists_it_in_apa_style() {
            begin();
            open(ana, REFLECTION, Locale.ENGLISH);
            _click(_get(Button.class, button -> button.withText("Add a source")));
            field("Authors", "Dweck, Carol S.");
            field("Year", "soon");
            field("Title", "Mindset");
            _click(_get(Button.class, button -> button.withText("Add")));
            assertThat(page().words()).contains("Write the year with four digits, or leave it empty.");
            field("Year", "2006");
            _click(_get(Button.class, button -> button.withText("Add")));
            _assertNone(Dialog.class);
            assertThat(page().words()).contains("Dweck, C. S. (2006). ", "Mindset.");
            assertThat(sources.of(ana.id())).hasSize(1);
        }

        @Test
        void words_the_note_on_working_together_without_a_name() {
            complete();
            write(WritingPlace.COLLABORATION, "");
            open(ana, TOGETHER, Locale.ENGLISH);
            assertThat(page().words()).anySatisfy(words -> assertThat(words)
                    .startsWith("I worked with one colleague in 3 meetings.")
                    .contains("I was facilitator; with one colleague as participant.")
                    .doesNotContain("Benjamin", "Anabel"));
        }

        @Test
        void is_only_for_parts_there_are() {
            begin();
            open(ana, PAGE + "/write/poem", Locale.ENGLISH);
            _assertNone(WritingField.class);
            open(ana, PAGE + "/write/evidence", Locale.ENGLISH);
            _assertNone(WritingField.class);
        }
    }

    @Nested
    class Helping {

        @Test
        void goes_from_an_invitation_to_a_comment_that_the_earner_is_done_with() {
            Submission mine = begin();
            write("reflection", "Holding them to description was hard.");
            open(ana, PAGE, Locale.ENGLISH);
            choose(ben);
            _click(_get(Button.class, button -> button.withText("Invite")));
            assertThat(help.desksOf(ben.id())).hasSize(1);

            String address =
                    "helping/" + help.desksOf(ben.id()).getFirst().invitation().id();
            close();
            open(ben, address, Locale.ENGLISH);
            assertThat(page().words()).contains("Holding them to description was hard.");
            _find(TextArea.class).get(2).setValue("was hard");
            _find(TextArea.class).get(3).setValue("What made it hard?");
            _click(_find(Button.class, button -> button.withText("Say it")).get(1));
            assertThat(page().words()).contains("“was hard”", "What made it hard?");

            close();
            open(ana, REFLECTION, Locale.ENGLISH);
            assertThat(page().words()).contains("What made it hard?");
            _click(_get(Button.class, button -> button.withText("Done with this")));
            assertThat(help.comments(ana.id(), mine.id())).noneMatch(comment -> comment.isOpen());
        }

        @Test
        void is_about_a_sentence_from_the_list_or_words_selected_in_the_text_and_survives_a_reload() {
            Submission mine = begin();
            write("reflection", "We met. Holding them to description was hard.");
            help.invite(ana.id(), mine.id(), ben.id(), Invitation.Kind.PEER);
            String address =
                    "helping/" + help.desksOf(ben.id()).getFirst().invitation().id();
            open(ben, address, Locale.ENGLISH);
            sentences().setValue("We met.");
            assertThat(passage().getValue()).isEqualTo("We met.");
            select("Holding them to description was hard.", "was hard");
            assertThat(passage().getValue()).isEqualTo("was hard");
            _find(TextArea.class).get(3).setValue("What made");
            close();

            open(ben, address, Locale.ENGLISH);
            assertThat(passage().getValue()).isEqualTo("was hard");
            assertThat(_find(TextArea.class).get(3).getValue()).isEqualTo("What made");
            _click(_find(Button.class, button -> button.withText("Say it")).get(1));
            assertThat(_find(TextArea.class).get(3).getValue()).isEmpty();

            close();
            write("reflection", "We met. Holding them to description was easy.");
            open(ana, REFLECTION, Locale.ENGLISH);
            assertThat(page().words()).contains("“was hard”", "This passage was changed since.");
        }

        private static TextArea passage() {
            return _find(TextArea.class).get(2);
        }

        @SuppressWarnings("unchecked")
        private static ComboBox<String> sentences() {
            return _get(ComboBox.class, list -> list.withLabel("Pick a sentence"));
        }

        /** What a browser tells when somebody has selected words with the mouse. */
        private static void select(String sentence, String words) {
            Paragraph text = _find(Paragraph.class).stream()
                    .filter(one -> one.getText().contains(sentence))
                    .findFirst()
                    .orElseThrow();
            ObjectNode told = JsonMapper.builder().build().createObjectNode().put(Commenting.SELECTED, words);
            text.getElement()
                    .getNode()
                    .getFeature(ElementListenerMap.class)
                    .fireEvent(new DomEvent(text.getElement(), "mouseup", told));
        }

        @Test
        void ends_when_the_invitation_is_taken_back() {
            Submission mine = begin();
            help.invite(ana.id(), mine.id(), ben.id(), Invitation.Kind.PEER);
            String address =
                    "helping/" + help.desksOf(ben.id()).getFirst().invitation().id();
            open(ana, PAGE, Locale.ENGLISH);
            _click(_get(Button.class, button -> button.withText("Take back")));
            close();
            open(ben, address, Locale.ENGLISH);
            _assertNone(HelpView.class);
            assertThat(help.comment(
                            ben.id(),
                            new org.tessera.submission.InvitationId(UUID.fromString(address.substring(8))),
                            new Spot.OfPart("reflection"),
                            "",
                            "x"))
                    .isNotEqualTo(new org.tessera.submission.HelpAnswer.Done());
        }
    }

    @SuppressWarnings("unchecked")
    private static void choose(Person person) {
        ComboBox<Person> whom = _get(ComboBox.class);
        whom.setValue(person);
        assertThat(_get(Select.class).getValue()).isEqualTo(Invitation.Kind.PEER);
    }

    @SuppressWarnings("unchecked")
    private static void tickAll() {
        CheckboxGroup<Attestation> attested = _get(CheckboxGroup.class);
        attested.setValue(EnumSet.allOf(Attestation.class));
    }

    private static void field(String label, String value) {
        _get(TextField.class, field -> field.withLabel(label)).setValue(value);
    }

    private Submission begin() {
        submissions.begin(ana.id(), BUILDING, Platform.BLOOMBOARD);
        return submissions.find(ana.id(), BUILDING).orElseThrow();
    }

    /** Three meetings Ana led with Ben there, all rows linked, all texts written. */
    private void complete() {
        begin();
        Credential credential = credentials.current(BUILDING).orElseThrow();
        Optional<ArtifactId> any = Optional.empty();
        for (String aspect : java.util.List.of("student-work", "validity", "task-tuning")) {
            Yielded yielded = aYield(team)
                    .on(aspect)
                    .by(ana.id(), Role.FACILITATOR, Duration.ofMinutes(40))
                    .by(ben.id(), Role.PARTICIPANT, Duration.ZERO)
                    .handedOver();
            keeper.keep(yielded);
            ArtifactId artifact = new ArtifactId(yielded.artifact());
            any = Optional.of(artifact);
            link(credential, artifact, "discussions", "I led this one about " + aspect + " from beginning to end.");
        }
        for (var row : credential.criteria()) {
            if (!row.id().equals("discussions")) {
                link(credential, any.orElseThrow(), row.id(), "The board of that day shows what is asked for here.");
            }
        }
        write("overview", "I teach science and lead a team of six.");
        write("reflection", "I held the group to describing.");
        write(WritingPlace.COLLABORATION, "I worked with one colleague.");
    }

    private void link(Credential credential, ArtifactId artifact, String row, String words) {
        links.link(ana.id(), new LinkDraft(artifact, credential.ref(), row, words));
    }

    private void write(String part, String text) {
        writings.replace(ana.id(), place(part), text);
    }

    private WritingPlace place(String part) {
        return new WritingPlace(
                submissions.find(ana.id(), BUILDING).orElseThrow().credential(), part);
    }

    private OpenPage open(Person person, String address, Locale language) {
        OpenPage opened = OpenPage.of(application, person, language).go(address);
        page = Optional.of(opened);
        return opened;
    }

    private OpenPage page() {
        return page.orElseThrow();
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
