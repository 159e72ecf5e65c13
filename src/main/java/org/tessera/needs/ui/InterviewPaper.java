package org.tessera.needs.ui;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import org.tessera.entry.ui.PaperDraft;
import org.tessera.needs.Interview;
import org.tessera.record.Paper;

/** An interview as a document; only of one that may be cited. */
final class InterviewPaper {

    private InterviewPaper() {}

    /** @param title role, subject and day */
    static Paper of(Component page, Locale language, String title, Interview body) {
        return new PaperDraft(page)
                .section("needs.interview.notes", body.notes())
                .points("needs.interview.themes", body.themesInOrder())
                .aside("needs.paper.interview")
                .paper(page.getTranslation("needs.paper.interview.title", title), language);
    }
}
