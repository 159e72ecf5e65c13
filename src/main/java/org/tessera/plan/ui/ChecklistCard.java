package org.tessera.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Collectors;
import org.tessera.credential.Credential;
import org.tessera.credential.Criterion;
import org.tessera.plan.Checklist;
import org.tessera.plan.PlanPicture;
import org.tessera.plan.RequirementKey;
import org.tessera.plan.Shortfall;

/** One checklist over the whole stack: each requirement, when it is met, for whom, and why it is not. */
final class ChecklistCard extends Section {

    private final PlanPicture picture;
    private final PlanWords words;
    private final Saying saying;

    /** What can be done about a requirement that people speak for. */
    interface Saying {

        void say(RequirementKey requirement, String text);

        void takeBack(RequirementKey requirement);
    }

    ChecklistCard(PlanPicture picture, PlanWords words, Saying saying) {
        this.picture = picture;
        this.words = words;
        this.saying = saying;
        addClassNames("card", "plan-checklist");
        Checklist checklist = picture.checklist();
        add(
                new H2(getTranslation("plan.checklist")),
                new Paragraph(getTranslation(
                        "plan.checklist.sum",
                        checklist.covered(),
                        checklist.lines().size())));
        picture.credentials().forEach(credential -> add(section(credential)));
    }

    private Component section(Credential credential) {
        UnorderedList list = new UnorderedList();
        credential.requirements().forEach(requirement -> list.add(item(credential, requirement)));
        Div section = new Div(new H3(credential.name().in(getLocale())), list);
        section.addClassName("plan-credential");
        return section;
    }

    private ListItem item(Credential credential, Criterion requirement) {
        List<Checklist.Line> lines = picture.checklist().lines().stream()
                .filter(line -> line.credential().equals(credential.ref())
                        && line.requirement().equals(requirement))
                .toList();
        Span text = new Span(words.requirement(requirement));
        text.addClassName("plan-requirement");
        ListItem item = new ListItem(text);
        boolean same = lines.stream().map(Checklist.Line::status).distinct().count() == 1;
        (same ? lines.subList(0, 1) : lines).forEach(line -> item.add(status(line, !same)));
        RequirementKey key = new RequirementKey(credential.ref(), requirement.id());
        boolean open = lines.stream()
                .anyMatch(line -> line.status() instanceof Checklist.Uncovered(var _, Shortfall.NobodySaid _));
        if (picture.plan().assignment(key).isPresent()) {
            item.add(button("plan.assign.back", words.requirement(requirement), () -> saying.takeBack(key)));
        } else if (open) {
            item.add(button(
                    "plan.assign",
                    words.requirement(requirement),
                    () -> saying.say(key, words.requirement(requirement))));
        }
        return item;
    }

    private Button button(String key, String about, Runnable action) {
        Button button = new Button(getTranslation(key), _ -> action.run());
        button.setAriaLabel(getTranslation("plan.aloud", getTranslation(key), about));
        return button;
    }

    private Component status(Checklist.Line line, boolean named) {
        Span mark = new Span(getTranslation(line.covered() ? "plan.covered" : "plan.uncovered"));
        mark.addClassName(line.covered() ? "plan-covered" : "plan-uncovered");
        String steps = line.status().steps().stream().map(words::step).collect(Collectors.joining(" · "));
        String rest =
                switch (line.status()) {
                    case Checklist.Covered _ -> steps;
                    case Checklist.Uncovered(var some, var why) ->
                        some.isEmpty() ? words.why(why) : getTranslation("plan.partly", words.why(why), steps);
                };
        Div status = new Div(mark);
        status.addClassName("plan-status");
        if (named) {
            status.add(new Span(words.name(line.earner())));
        }
        status.add(new Span(rest));
        return status;
    }
}
