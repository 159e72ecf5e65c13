package org.tessera.submission.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Locale;
import org.tessera.submission.Coverage;
import org.tessera.submission.Finding;

/** How well a row is covered, in words with a sign. */
final class CoverageMark extends Span {

    private static final long serialVersionUID = 1L;

    CoverageMark(Coverage coverage) {
        String degree = coverage.degree().name().toLowerCase(Locale.ROOT);
        Icon icon = new Icon(sign(coverage.degree()));
        icon.getElement().setAttribute("aria-hidden", "true");
        Span word = new Span(getTranslation("submission.degree." + degree));
        word.addClassName("coverage-word");
        Span count = new Span(count(coverage));
        count.addClassName("coverage-count");
        add(icon, word, count);
        addClassNames("coverage", "coverage-" + degree);
    }

    private String count(Coverage coverage) {
        return coverage.finding()
                .map(this::counted)
                .orElseGet(() ->
                        getTranslation("submission.links", coverage.links().size()));
    }

    private String counted(Finding finding) {
        String key =
                switch (finding) {
                    case Finding.Recorded _ -> "submission.discussions";
                    case Finding.Declared _ -> "submission.declared";
                };
        return getTranslation(key, finding.count(), finding.needed());
    }

    private static VaadinIcon sign(Coverage.Degree degree) {
        return switch (degree) {
            case NOTHING -> VaadinIcon.CIRCLE_THIN;
            case THIN -> VaadinIcon.ADJUST;
            case COVERED -> VaadinIcon.CHECK_CIRCLE;
        };
    }
}
