package org.tessera.submission.ui;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.tessera.submission.Coverage;
import org.tessera.submission.EvidenceMatrix;

/** How far a person is with a stack: a picture, the same in words, and what comes next. */
@CssImport("./styles/evidence.css")
final class StackCoverage extends Div {

    private static final long serialVersionUID = 1L;

    StackCoverage(EvidenceMatrix matrix) {
        addClassName("card");
        Paragraph stack = new Paragraph(matrix.stack().name().in(getLocale()));
        stack.addClassName("quiet");
        add(
                new H2(getTranslation("submission.card.title")),
                stack,
                new CoverageBar(matrix),
                new Paragraph(
                        getTranslation("submission.card.text", matrix.count(Coverage.Degree.COVERED), matrix.size())));
        next(matrix)
                .map(row -> new Paragraph(getTranslation("submission.card.next", words(row))))
                .ifPresent(this::add);
        add(new Anchor("evidence", getTranslation("submission.card.open")));
    }

    /** What is begun comes first, then what has nothing yet. */
    private static Optional<Coverage> next(EvidenceMatrix matrix) {
        return first(matrix, Coverage.Degree.THIN).or(() -> first(matrix, Coverage.Degree.NOTHING));
    }

    private static Optional<Coverage> first(EvidenceMatrix matrix, Coverage.Degree degree) {
        return matrix.sections().stream()
                .flatMap(section -> section.rows().stream())
                .filter(row -> row.degree() == degree)
                .findFirst();
    }

    private String words(Coverage row) {
        MissSentence sentence = new MissSentence((key, parameters) -> getTranslation(key, parameters), getLocale());
        return row.finding()
                .filter(finding -> row.degree() == Coverage.Degree.THIN)
                .map(sentence::progress)
                .orElseGet(() -> row.criterion().wording().in(getLocale()));
    }
}
