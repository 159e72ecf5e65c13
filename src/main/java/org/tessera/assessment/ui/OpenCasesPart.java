package org.tessera.assessment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Collectors;
import org.tessera.artifact.ui.When;
import org.tessera.assessment.Workload;

/** How open cases stand, by number: an officer may be an assessor, too, and must not learn whose a case is. */
final class OpenCasesPart extends Section {

    private static final long serialVersionUID = 1L;

    OpenCasesPart(List<Workload.Line> lines) {
        addClassName("card");
        add(new H2(getTranslation("assessment.cases")), new Paragraph(getTranslation("assessment.cases.what")));
        if (lines.isEmpty()) {
            add(new Paragraph(getTranslation("assessment.cases.none")));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("task-list");
        lines.forEach(line -> list.add(item(line)));
        add(list);
    }

    private ListItem item(Workload.Line line) {
        Span stage = new Span(CaseWords.stage(this, line.stage()));
        stage.addClassName("stage-mark");
        Div head = new Div(new Span(getTranslation("assessment.case", line.on().number())), stage);
        head.addClassName("found-head");
        Span days = new Span(getTranslation(
                line.isOverdue()
                        ? "assessment.cases.overdue"
                        : line.isLate() ? "assessment.cases.late" : "assessment.cases.days",
                line.days(),
                When.day(line.due().minusMillis(1), getLocale())));
        days.addClassName(line.isLate() ? "late" : "quiet");
        ListItem item = new ListItem(head, new Span(line.credential().name().in(getLocale())), days);
        item.addClassName("task-item");
        String holders = line.holders().stream()
                .map(holder -> CaseWords.task(this, holder.task()) + ": " + holder.name())
                .collect(Collectors.joining(" · "));
        if (!holders.isEmpty()) {
            Span who = new Span(holders);
            who.addClassName("quiet");
            item.add(who);
        }
        if (!line.nobody().isEmpty()) {
            Span nobody = new Span(getTranslation(
                    "assessment.cases.nobody",
                    line.nobody().stream()
                            .sorted()
                            .map(task -> CaseWords.task(this, task))
                            .collect(Collectors.joining(", "))));
            nobody.addClassName("late");
            item.add(nobody);
        }
        return item;
    }
}
