package org.tessera.artifact.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import org.tessera.artifact.Content;

/** How well the norms were kept: counts, and never whose answer is whose. */
final class NormCheckPart extends Part {

    private static final long serialVersionUID = 1L;
    private static final List<String> ANSWERS = List.of("all", "most", "few");

    NormCheckPart(Content.NormCheck check) {
        super("norm-check");
        if (check.kept().isEmpty()) {
            add(new Paragraph(getTranslation("artifact.norms.few-answers", check.voters())));
            return;
        }
        UnorderedList counts = new UnorderedList();
        ANSWERS.forEach(answer -> counts.add(new ListItem(
                getTranslation("artifact.norms." + answer, check.kept().getOrDefault(answer, 0)))));
        add(counts);
        check.hard().entrySet().stream()
                .filter(entry -> entry.getKey() < check.norms().size())
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> add(new Paragraph(getTranslation(
                        "artifact.norms.hard",
                        Wordings.in(check.norms().get(entry.getKey()), getLocale()),
                        entry.getValue()))));
    }
}
