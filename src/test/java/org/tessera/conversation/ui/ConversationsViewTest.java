package org.tessera.conversation.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tessera.account.Accounts;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.conversation.BuyIn;
import org.tessera.conversation.Conversation;
import org.tessera.conversation.Conversations;
import org.tessera.conversation.Prompt;
import org.tessera.conversation.Prompts;
import org.tessera.conversation.Stakeholders;
import org.tessera.entry.Entry;
import org.tessera.entry.TestCircle;
import org.tessera.exhibit.Exhibits;
import org.tessera.needs.Survey;
import org.tessera.needs.Surveys;
import org.tessera.needs.TestSurvey;
import org.tessera.record.Paper;
import org.tessera.submission.Picks;
import org.tessera.support.AppTest;
import org.tessera.support.OpenPage;

@AppTest
class ConversationsViewTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    Accounts accounts;

    @Autowired
    Picks picks;

    @Autowired
    Conversations conversations;

    @Autowired
    Surveys surveys;

    @Autowired
    Prompts prompts;

    @Autowired
    Exhibits exhibits;

    private TestCircle circle;
    private PersonId ana;
    private Optional<OpenPage> page = Optional.empty();

    @BeforeEach
    void people() {
        circle = TestCircle.in(accounts, picks);
        ana = circle.ana().id();
    }

    @AfterEach
    void close() {
        page.ifPresent(OpenPage::close);
    }

    private OpenPage open(Person person) {
        page.ifPresent(OpenPage::close);
        OpenPage opened = OpenPage.of(application, person, Locale.ENGLISH);
        page = Optional.of(opened);
        return opened.go("teams/" + circle.team().value() + "/conversations");
    }

    private static void click(String words) {
        _click(_find(Button.class, spec -> spec.withText(words)).getLast());
    }

    private static <T> T last(List<T> all) {
        return all.getLast();
    }

    private Conversation latest() {
        return conversations.of(circle.team(), ana).getLast().body();
    }

    /** Begins a conversation held on a day, and leaves a question open in it. */
    private void heldWithQuestion(LocalDate day, String question) {
        open(circle.ana());
        click("New conversation");
        _get(DatePicker.class, spec -> spec.withLabel("When")).setValue(day);
        click("Add a question");
        _get(TextField.class, spec -> spec.withLabel("Open question 1")).setValue(question);
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_conversation_is_kept_as_it_is_typed() {
        assertThat(open(circle.ana()).visible()).contains("No conversations yet.", "No question is waiting");
        click("New conversation");
        _get(TextField.class, spec -> spec.withLabel("Title")).setValue("Staff meeting");
        ((CheckboxGroup<Stakeholders>) _get(CheckboxGroup.class, spec -> spec.withLabel("With whom")))
                .setValue(Set.of(Stakeholders.TEACHERS, Stakeholders.PARENTS));
        _get(IntegerField.class, spec -> spec.withLabel("How many took part")).setValue(42);
        _get(TextArea.class, spec -> spec.withLabel("What everybody was told")).setValue("One task, seen by many ");
        Prompt first = prompts.all().getFirst();
        ((CheckboxGroup<Prompt>) _get(CheckboxGroup.class, spec -> spec.withLabel("Prompts"))).setValue(Set.of(first));
        Conversation kept = latest();
        assertThat(kept.title()).isEqualTo("Staff meeting");
        assertThat(kept.groups()).containsExactly(Stakeholders.PARENTS, Stakeholders.TEACHERS);
        assertThat(kept.people()).contains(42);
        assertThat(kept.message()).isEqualTo("One task, seen by many ");
        assertThat(kept.prompts()).containsExactly(first.id());
        assertThat(page.orElseThrow().visible()).contains("Spoken with", "Not yet");
    }

    @Test
    void a_question_left_open_is_taken_up_and_answered_in_a_later_conversation() {
        heldWithQuestion(LocalDate.of(2026, 9, 3), "Who grades it?");
        assertThat(page.orElseThrow().visible()).contains("Who grades it? (from: Without a name)");
        click("New conversation");
        TextArea answer = _get(TextArea.class, spec -> spec.withLabel("Who grades it?"));
        answer.setValue("Two of us, with one rubric");
        Entry<Conversation> first = conversations.of(circle.team(), ana).getFirst();
        UUID question = first.body().raised().getFirst().id();
        assertThat(latest().answerTo(question)).isEqualTo("Two of us, with one rubric");
        assertThat(page.orElseThrow().visible()).contains("No question is waiting for an answer.");
        open(circle.ben());
        assertThat(_get(TextArea.class, spec -> spec.withLabel("Who grades it?"))
                        .getValue())
                .isEqualTo("Two of us, with one rubric");
    }

    @Test
    void buy_in_is_counted_by_hands_and_shown_as_bars_for_the_group() {
        open(circle.ana());
        click("New conversation");
        _find(IntegerField.class, spec -> spec.withLabel("3")).getFirst().setValue(9);
        last(_find(IntegerField.class, spec -> spec.withLabel("5: entirely"))).setValue(12);
        assertThat(latest().before()).isEqualTo(new BuyIn(List.of(0, 0, 9, 0, 0)));
        assertThat(latest().after()).isEqualTo(new BuyIn(List.of(0, 0, 0, 0, 12)));
        assertThat(_find(NativeTableCell.class).stream().map(NativeTableCell::getText))
                .contains("9", "12", "100 %");
    }

    @Test
    void buy_in_is_asked_by_link_and_shown_only_once_it_is_closed_with_enough() {
        open(circle.ana());
        click("New conversation");
        _click(_find(Button.class, spec -> spec.withText("Ask by link")).getFirst());
        Survey survey = surveys.of(circle.team(), ana).getFirst();
        assertThat(latest().asked()).contains(survey.id().value());
        assertThat(survey.questions()).singleElement().satisfies(question -> assertThat(question.answers())
                .containsExactly("1: not at all", "2", "3", "4", "5: entirely"));
        TestSurvey.answer(surveys, survey, 6, Map.of("1", List.of("3")));
        assertThat(open(circle.ana()).visible()).doesNotContain("Asked by link: 6 people");
        surveys.close(survey.id(), ana);
        assertThat(conversations.byLink(survey.id().value(), ana)).contains(new BuyIn(List.of(0, 0, 0, 6, 0)));
        open(circle.ana());
        assertThat(_find(NativeTableCell.class).stream().map(NativeTableCell::getText))
                .contains("6", "100 %");
    }

    @Test
    void a_conversation_is_kept_as_evidence_only_with_consent_and_with_what_it_took_up() {
        heldWithQuestion(LocalDate.of(2026, 9, 3), "Who grades it?");
        click("New conversation");
        _get(TextArea.class, spec -> spec.withLabel("Who grades it?")).setValue("Two of us");
        last(_find(IntegerField.class, spec -> spec.withLabel("5: entirely"))).setValue(7);
        assertThat(_find(Button.class, spec -> spec.withText("Keep as evidence")))
                .isEmpty();
        last(_find(
                        Checkbox.class,
                        spec -> spec.withLabel("Those who took part agreed that this is written down without names")))
                .setValue(true);
        click("Keep as evidence");
        Paper kept = exhibits.paper(exhibits.of(ana).getFirst().id(), ana).orElseThrow();
        assertThat(kept.pieces())
                .contains(new Paper.Points(List.of("Who grades it? Two of us")))
                .contains(new Paper.Heading(2, "Buy-in: After"), new Paper.Words("Hands of 7 people"));
    }

    @Test
    void a_coach_reads_and_for_strangers_there_is_nothing() {
        heldWithQuestion(LocalDate.of(2026, 9, 3), "Who grades it?");
        assertThat(open(circle.gil()).visible()).contains("You read this as a coach of Grade 9", "Who grades it?");
        assertThat(_find(TextArea.class)).isNotEmpty().allMatch(TextArea::isReadOnly);
        assertThat(_find(IntegerField.class)).isNotEmpty().allMatch(IntegerField::isReadOnly);
        assertThat(open(circle.zoe()).visible())
                .contains("There is nothing at this address")
                .doesNotContain("Who grades it?");
        assertThat(open(circle.noe()).visible()).contains("There is nothing at this address");
    }
}
