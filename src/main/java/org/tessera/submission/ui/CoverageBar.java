package org.tessera.submission.ui;

import com.vaadin.flow.component.html.Div;
import org.tessera.submission.Coverage;
import org.tessera.submission.EvidenceMatrix;

/** Coverage of a stack in one picture; the words beside it say the same. */
final class CoverageBar extends Div {

    private static final long serialVersionUID = 1L;

    CoverageBar(EvidenceMatrix matrix) {
        addClassName("evidence-bar-picture");
        getElement().setAttribute("role", "img");
        getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation("submission.card.bar") + ": "
                                + getTranslation(
                                        "submission.card.text", matrix.count(Coverage.Degree.COVERED), matrix.size()));
        part(matrix, Coverage.Degree.COVERED, "covered");
        part(matrix, Coverage.Degree.THIN, "thin");
    }

    private void part(EvidenceMatrix matrix, Coverage.Degree degree, String className) {
        int count = matrix.count(degree);
        if (count > 0) {
            Div part = new Div();
            part.addClassName(className);
            part.getStyle().setWidth(100.0 * count / matrix.size() + "%");
            add(part);
        }
    }
}
