package org.tessera.needs.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tessera.account.Languages;
import org.tessera.entry.Entry;
import org.tessera.entry.ui.EntryForm;
import org.tessera.entry.ui.Visit;
import org.tessera.entry.ui.Workplace;
import org.tessera.needs.Question;
import org.tessera.needs.Survey;
import org.tessera.needs.SurveyAnswer;
import org.tessera.needs.SurveyDraft;
import org.tessera.needs.Surveys;
import org.tessera.room.ui.Zones;

/** A survey while it is written, until it is opened. */
final class SurveyForm extends EntryForm<SurveyDraft> {

    private static final long serialVersionUID = 1L;
    private static final int MOST_LINE = 200;
    private static final int MOST_LEAD = 2000;

    private final transient Surveys surveys;
    private final transient Visit visit;
    private final transient Consumer<String> told;
    private final TextField title = line("needs.survey.name", MOST_LINE);
    private final TextArea lead = lines("needs.survey.intro", MOST_LEAD);
    private final Select<String> language = kept(new Select<>());
    private final DatePicker lastDay = day("needs.survey.last");
    private final Div questions = new Div();
    private final List<QuestionFields> rows = new ArrayList<>();
    private final Paragraph wrong = new Paragraph();

    SurveyForm(Workplace workplace, Visit visit, Entry<SurveyDraft> entry, Surveys surveys, Consumer<String> told) {
        super(workplace, visit, entry);
        this.surveys = surveys;
        this.visit = visit;
        this.told = told;
        lead.setHelperText(getTranslation("needs.survey.intro.help"));
        language.setLabel(getTranslation("needs.survey.language"));
        language.setItems(Languages.ALL.stream().map(Locale::getLanguage).toList());
        language.setItemLabelGenerator(tag -> Locale.of(tag).getDisplayLanguage(getLocale()));
        lastDay.setHelperText(getTranslation("needs.survey.last.help"));
        Div row = new Div(language, lastDay);
        row.addClassName("entry-row");
        questions.addClassName("entry-questions");
        wrong.addClassName("entry-wrong");
        wrong.getElement().setAttribute("role", "alert");
        add(title, lead, row, questions);
        if (visit.writes()) {
            add(new Button(getTranslation("needs.question.add"), _ -> addQuestion()), wrong);
            Button open = new Button(getTranslation("needs.survey.open"), _ -> open());
            open.addThemeVariants(ButtonVariant.PRIMARY);
            act(open);
        }
        start();
    }

    private void addQuestion() {
        int next =
                rows.stream().mapToInt(row -> Integer.parseInt(row.id())).max().orElse(0) + 1;
        List<Question> all = new ArrayList<>(typed().questions());
        all.add(new Question(String.valueOf(next), Question.Kind.CHOICE, "", ""));
        showQuestions(all);
        save();
        rows.getLast().focus();
    }

    private void removeQuestion(QuestionFields row) {
        rows.remove(row);
        questions.remove(row);
        rename();
        save();
    }

    private void open() {
        switch (surveys.open(entry().id(), Zones.of(UI.getCurrent()), visit.me())) {
            case SurveyAnswer.Done _ -> told.accept(getTranslation("needs.survey.opened"));
            case SurveyAnswer.Refused(var why) ->
                wrong.setText(
                        getTranslation("needs.refused." + why.name().toLowerCase(Locale.ROOT), Survey.MOST_QUESTIONS));
        }
    }

    @Override
    protected SurveyDraft typed() {
        return new SurveyDraft(
                title.getValue(),
                lead.getValue(),
                Objects.requireNonNullElse(language.getValue(), "en"),
                Optional.ofNullable(lastDay.getValue()),
                rows.stream().map(QuestionFields::typed).toList());
    }

    @Override
    protected void fill(SurveyDraft body) {
        title.setValue(body.title());
        lead.setValue(body.lead());
        language.setValue(body.language());
        body.lastDay().ifPresentOrElse(lastDay::setValue, lastDay::clear);
        showQuestions(body.questions());
    }

    /** Where the questions are the same ones, their fields stay, and with them the cursor. */
    private void showQuestions(List<Question> all) {
        List<String> shown = rows.stream().map(QuestionFields::id).toList();
        if (!shown.equals(all.stream().map(Question::id).toList())) {
            questions.removeAll();
            rows.clear();
            for (Question question : all) {
                QuestionFields row =
                        new QuestionFields(question.id(), this::save, this::removeQuestion, !visit.writes());
                rows.add(row);
                questions.add(row);
            }
            rename();
        }
        for (int place = 0; place < all.size(); place++) {
            rows.get(place).fill(all.get(place));
        }
    }

    private void rename() {
        for (int place = 0; place < rows.size(); place++) {
            rows.get(place).number(place + 1);
        }
    }

    @Override
    protected List<String> told(SurveyDraft body) {
        return Stream.concat(
                        Stream.of(body.title(), body.lead()),
                        body.questions().stream()
                                .flatMap(question -> Stream.concat(
                                        Stream.of(question.text()),
                                        question.choices().lines())))
                .filter(line -> !line.isBlank())
                .toList();
    }

    @Override
    protected String name() {
        String typed = entry().body().title();
        return typed.isBlank() ? getTranslation("entry.untitled") : typed;
    }
}
