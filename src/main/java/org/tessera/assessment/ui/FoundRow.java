package org.tessera.assessment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.tessera.assessment.Brief;
import org.tessera.assessment.Finding;

/** What was found in a row: its level, and what the assessors say about it. */
final class FoundRow extends Div {

    private static final long serialVersionUID = 1L;

    FoundRow(Brief.Row row, Finding finding, CaseWords words) {
        addClassNames("found-row", finding.isMet() ? "is-met" : "is-unmet");
        Span level = new Span(row.scale()
                .level(finding.level())
                .map(one -> one.name().in(getLocale()))
                .orElse(finding.level()));
        level.addClassName("found-level");
        Div head = new Div(new H3(words.row(row.id())), level);
        head.addClassName("found-head");
        add(head);
        if (row.carried().isPresent()) {
            Paragraph carried = new Paragraph(getTranslation("assessment.row.carried"));
            carried.addClassName("quiet");
            add(carried);
        }
        // two who say the same in the same words say it once
        finding.feedback().stream().distinct().forEach(text -> {
            Paragraph feedback = new Paragraph(text);
            feedback.addClassName("found-feedback");
            add(feedback);
        });
    }
}
