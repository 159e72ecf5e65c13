package org.tessera.needs.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Locale;
import org.tessera.entry.ui.PaperDraft;
import org.tessera.needs.Results;
import org.tessera.needs.Survey;
import org.tessera.record.Paper;

/** What a survey came to, as a document: only what may be seen, and nothing more. */
final class SurveyPaper {

    private SurveyPaper() {}

    static Paper of(Component page, Locale language, Survey survey, Results.Shown results) {
        PaperDraft draft = new PaperDraft(page).words(survey.lead()).says("needs.survey.results", results.forms());
        for (Results.Answered answered : results.questions()) {
            draft.titled(answered.question().text());
            if (answered.isTooFew()) {
                draft.says("needs.results.few", Survey.LEAST);
                continue;
            }
            draft.says("needs.results.answered", answered.answered());
            List<String> bars = answered.bars().stream()
                    .map(bar -> page.getTranslation(
                            "needs.paper.bar", bar.label(), bar.count(), bar.percent(answered.answered())))
                    .toList();
            List<String> words = answered.words().stream()
                    .map(one -> one.text().isEmpty() ? page.getTranslation("needs.results.taken") : one.text())
                    .toList();
            draft.points(bars).points(words);
        }
        return draft.aside("needs.paper.survey", Survey.LEAST)
                .paper(page.getTranslation("needs.paper.survey.title", survey.title()), language);
    }
}
