package org.tessera.submission.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import org.tessera.credential.Criterion;
import org.tessera.credential.Standing;
import org.tessera.credential.ui.StandingMark;
import org.tessera.submission.Coverage;
import org.tessera.submission.Finding;

/** What a row asks for, and what its rule says about the links. */
final class RowWords extends Div {

    private static final long serialVersionUID = 1L;

    private final Div rule = new Div();

    RowWords(Coverage coverage) {
        Criterion criterion = coverage.criterion();
        addClassName("row-words");
        Span kind = new Span(
                getTranslation("submission.kind." + criterion.kind().name().toLowerCase(Locale.ROOT)));
        kind.addClassName("row-kind");
        Div head = new Div(kind);
        head.addClassName("row-head");
        if (criterion.wording().standing() != Standing.VERIFIED) {
            head.add(new StandingMark(criterion.wording().standing()));
        }
        Paragraph text = new Paragraph(criterion.wording().in(getLocale()));
        text.addClassName("row-text");
        rule.addClassName("row-rule");
        add(head, text, rule);
        show(coverage);
    }

    /** Brings the rule's sentences up to date. */
    void show(Coverage coverage) {
        rule.removeAll();
        coverage.finding().ifPresent(this::explain);
    }

    private void explain(Finding finding) {
        MissSentence sentence = new MissSentence((key, parameters) -> getTranslation(key, parameters), getLocale());
        Paragraph basis = new Paragraph(sentence.basis(finding));
        basis.addClassNames("rule-basis", "quiet");
        rule.add(basis, new Paragraph(sentence.progress(finding)));
        List<String> reasons = sentence.reasons(finding);
        if (!reasons.isEmpty()) {
            UnorderedList list = new UnorderedList();
            reasons.forEach(reason -> list.add(new ListItem(reason)));
            rule.add(new NativeDetails(getTranslation("submission.rule.why", reasons.size()), list));
        }
    }
}
