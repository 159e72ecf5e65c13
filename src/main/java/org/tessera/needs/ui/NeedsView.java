package org.tessera.needs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import org.tessera.entry.Entry;
import org.tessera.entry.EntryAnswer;
import org.tessera.entry.ui.TeamPage;
import org.tessera.entry.ui.Visit;
import org.tessera.entry.ui.Workplace;
import org.tessera.needs.Interview;
import org.tessera.needs.SurveyDraft;
import org.tessera.needs.Surveys;

/** What a team needs, as it found out: its interviews, and its surveys with what they came to. */
@Route("teams/:team/needs")
@RolesAllowed("PERSON")
class NeedsView extends TeamPage {

    private static final long serialVersionUID = 1L;

    private final transient Surveys surveys;
    private final Div interviews = new Div();
    private final Div drafts = new Div();
    private final Div opened = new Div();
    private final Paragraph said = new Paragraph();

    NeedsView(Workplace workplace, Surveys surveys) {
        super(workplace, "needs.title");
        this.surveys = surveys;
        said.getElement().setAttribute("role", "status");
        said.addClassName("entry-said");
    }

    @Override
    protected void show(Visit visit) {
        Paragraph lead = new Paragraph(getTranslation("needs.lead"));
        Section talks = new Section(
                new H2(getTranslation("needs.interviews")),
                new Paragraph(getTranslation("needs.interviews.lead")),
                interviews);
        talks.addClassName("card");
        Section asked = new Section(
                new H2(getTranslation("needs.surveys")),
                new Paragraph(getTranslation("needs.surveys.lead")),
                drafts,
                opened);
        asked.addClassName("card");
        if (visit.writes()) {
            talks.add(new Button(getTranslation("needs.interview.new"), _ -> beginInterview(visit)));
            asked.add(new Button(getTranslation("needs.survey.new"), _ -> beginSurvey(visit)));
        }
        add(lead, said, talks, asked);
        showInterviews(visit);
        showSurveys(visit);
    }

    private void showInterviews(Visit visit) {
        interviews.removeAll();
        List<Entry<Interview>> all = workplace().entries().of(visit.team().id(), Interview.KIND, visit.me());
        if (all.isEmpty()) {
            interviews.add(new Paragraph(getTranslation("needs.interviews.none")));
        }
        all.forEach(entry -> interviews.add(interview(visit, entry, false)));
    }

    private NativeDetails interview(Visit visit, Entry<Interview> entry, boolean open) {
        InterviewForm form = new InterviewForm(workplace(), visit, entry);
        NativeDetails fold = new NativeDetails(form.name(), form);
        fold.setOpen(open);
        form.whenKept(() -> {
            if (form.getParent().isEmpty()) {
                fold.removeFromParent();
            } else {
                fold.setSummaryText(form.name());
            }
        });
        return fold;
    }

    private void beginInterview(Visit visit) {
        switch (workplace().entries().begin(visit.team().id(), Interview.KIND, Interview.blank(), visit.me())) {
            case EntryAnswer.Saved<Interview>(var entry) -> {
                if (workplace()
                                .entries()
                                .of(visit.team().id(), Interview.KIND, visit.me())
                                .size()
                        == 1) {
                    interviews.removeAll();
                }
                NativeDetails fold = interview(visit, entry, true);
                interviews.add(fold);
                fold.getElement().executeJs("this.querySelector('vaadin-select')?.focus()");
            }
            case EntryAnswer.Overtaken<Interview> _ -> {}
            case EntryAnswer.Refused<Interview>(var why) ->
                say(getTranslation("entry.refused." + why.name().toLowerCase(Locale.ROOT)));
        }
    }

    private void showSurveys(Visit visit) {
        drafts.removeAll();
        opened.removeAll();
        workplace()
                .entries()
                .of(visit.team().id(), SurveyDraft.KIND, visit.me())
                .forEach(entry -> {
                    SurveyForm form = new SurveyForm(workplace(), visit, entry, surveys, words -> {
                        showSurveys(visit);
                        say(words);
                    });
                    Section box = new Section(new H3(getTranslation("needs.survey.draft")), form);
                    form.whenKept(() -> {
                        if (form.getParent().isEmpty()) {
                            box.removeFromParent();
                        }
                    });
                    box.addClassName("entry-box");
                    drafts.add(box);
                });
        surveys.of(visit.team().id(), visit.me())
                .forEach(survey ->
                        opened.add(new SurveyPart(survey, surveys, workplace().exhibits(), visit, words -> {
                            showSurveys(visit);
                            say(words);
                        })));
        if (drafts.getComponentCount() == 0 && opened.getComponentCount() == 0) {
            drafts.add(new Paragraph(getTranslation("needs.surveys.none")));
        }
    }

    private void beginSurvey(Visit visit) {
        switch (workplace()
                .entries()
                .begin(
                        visit.team().id(),
                        SurveyDraft.KIND,
                        SurveyDraft.blank(getLocale().getLanguage()),
                        visit.me())) {
            case EntryAnswer.Saved<SurveyDraft> _ -> showSurveys(visit);
            case EntryAnswer.Overtaken<SurveyDraft> _ -> {}
            case EntryAnswer.Refused<SurveyDraft>(var why) ->
                say(getTranslation("entry.refused." + why.name().toLowerCase(Locale.ROOT)));
        }
    }

    private void say(String words) {
        said.setText(words);
    }
}
