package org.tessera.artifact.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Map;
import org.tessera.artifact.Content;

/** Checks by fingers: how many people gave each answer, and whether it passed. */
final class ChecksPart extends Part {

    private static final long serialVersionUID = 1L;

    ChecksPart(Content content, Origins origins) {
        super("checks");
        content.checks().forEach(check -> {
            origins.statement(check.item()).map(Content.Statement::text).ifPresent(text -> {
                Paragraph words = new Paragraph(text);
                words.addClassName("draft-text");
                add(words);
            });
            UnorderedList counts = new UnorderedList();
            counts.addClassName("check-counts");
            check.counts().entrySet().stream()
                    .sorted(Map.Entry.<Integer, Integer>comparingByKey().reversed())
                    .forEach(entry -> counts.add(
                            new ListItem(getTranslation("artifact.fingers", entry.getKey(), entry.getValue()))));
            add(counts);
            add(new Paragraph(
                    getTranslation(check.passed() ? "artifact.check.passed" : "artifact.check.not", check.voters())));
        });
    }
}
