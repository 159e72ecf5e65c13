package org.tessera.implementation.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import org.tessera.implementation.Finding;
import org.tessera.implementation.ImplementationPlan;
import org.tessera.implementation.PlanCheck;

/** What the credential asks of a plan, and what of it is still missing. */
final class CheckCard extends Section {

    private static final long serialVersionUID = 1L;

    CheckCard(ImplementationPlan plan) {
        addClassName("card");
        List<Finding> all = PlanCheck.of(plan);
        long met = all.stream().filter(Finding::met).count();
        Paragraph sum = new Paragraph(getTranslation("implementation.check.sum", met, all.size()));
        UnorderedList list = new UnorderedList();
        list.addClassName("entry-check");
        all.forEach(finding -> list.add(line(finding)));
        add(
                new H2(getTranslation("implementation.check")),
                new Paragraph(getTranslation("implementation.check.lead")),
                sum,
                list);
    }

    private ListItem line(Finding finding) {
        String key = "implementation.condition."
                + finding.condition().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Span state = new Span(getTranslation(finding.met() ? "implementation.met" : "implementation.open"));
        state.addClassName(finding.met() ? "entry-met" : "entry-open");
        ListItem item = new ListItem(state, new Span(getTranslation(key)));
        if (!finding.met()) {
            Span next = new Span(getTranslation(key + ".next"));
            next.addClassName("quiet");
            item.add(next);
        }
        if (!finding.where().isEmpty()) {
            UnorderedList where = new UnorderedList();
            finding.where()
                    .forEach(words ->
                            where.add(new ListItem(words.isBlank() ? getTranslation("entry.untitled") : words)));
            item.add(where);
        }
        return item;
    }
}
