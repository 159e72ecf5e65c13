package org.tessera.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.assessment.Panels;
import org.tessera.assessment.Task;

/** Who assesses, and what. */
final class MembersPart extends Section {

    private static final long serialVersionUID = 1L;
    /** Who rates is drawn as first or second scorer: nobody is only one of them. */
    private static final List<Task> OFFERED =
            Stream.of(Task.values()).filter(task -> task != Task.SECOND_SCORE).toList();

    private final transient Panels panels;
    private final PersonId me;
    private final SerializableRunnable changed;

    MembersPart(Panels panels, PersonId me, SerializableRunnable changed) {
        this.panels = panels;
        this.me = me;
        this.changed = changed;
        addClassName("card");
        add(new H2(getTranslation("assessment.members")), new Paragraph(getTranslation("assessment.members.what")));
        List<Panels.Member> members = panels.members(me);
        if (members.isEmpty()) {
            add(new Paragraph(getTranslation("assessment.members.none")));
        }
        members.forEach(member -> add(member(member)));
        add(addition());
    }

    private Component member(Panels.Member member) {
        CheckboxGroup<Task> tasks = tasks(member.tasks());
        tasks.setLabel(
                getTranslation("assessment.members.tasks", member.person().name()));
        Button save = new Button(
                getTranslation("assessment.members.save"),
                _ -> name(
                        member.person().id(), tasks.getValue(), member.person().name()));
        save.setAriaLabel(
                getTranslation("assessment.members.save.aria", member.person().name()));
        Paragraph open = new Paragraph(getTranslation("assessment.members.open", member.open()));
        open.addClassName("quiet");
        Div row = new Div(new H3(member.person().name()), open, tasks, save);
        row.addClassName("panel-member");
        return row;
    }

    private Component addition() {
        ComboBox<Person> person = new ComboBox<>(getTranslation("assessment.members.who"));
        person.setItems(panels.others(me));
        person.setItemLabelGenerator(Person::name);
        CheckboxGroup<Task> tasks = tasks(Set.of(Task.CHECK, Task.FIRST_SCORE));
        tasks.setLabel(getTranslation("assessment.members.what-for"));
        Button add = new Button(getTranslation("assessment.members.add"), _ -> {
            if (person.getValue() != null) {
                name(person.getValue().id(), tasks.getValue(), person.getValue().name());
            } else {
                person.setErrorMessage(getTranslation("assessment.members.who.missing"));
                person.setInvalid(true);
            }
        });
        add.addThemeVariants(ButtonVariant.PRIMARY);
        Div form = new Div(new H3(getTranslation("assessment.members.add.title")), person, tasks, add);
        form.addClassName("panel-member");
        return form;
    }

    private CheckboxGroup<Task> tasks(Set<Task> chosen) {
        CheckboxGroup<Task> tasks = new CheckboxGroup<>();
        tasks.setItems(OFFERED);
        tasks.setItemLabelGenerator(task -> CaseWords.task(this, task));
        tasks.setValue(EnumSet.copyOf(OFFERED.stream().filter(chosen::contains).toList()));
        return tasks;
    }

    private void name(PersonId person, Set<Task> tasks, String name) {
        Set<Task> all = EnumSet.noneOf(Task.class);
        all.addAll(tasks);
        if (all.contains(Task.FIRST_SCORE)) {
            all.add(Task.SECOND_SCORE);
        }
        boolean isDone = panels.name(me, person, all);
        Notification.show(getTranslation(
                !isDone
                        ? "assessment.members.no"
                        : tasks.isEmpty() ? "assessment.members.gone" : "assessment.members.kept",
                name));
        changed.run();
    }
}
