package org.tessera.plan.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.plan.ActionItem;
import org.tessera.plan.ActionItems;
import org.tessera.plan.PlanRefusal;
import org.tessera.room.ui.DateTexts;

/** What the people of the team took on: it comes up at every meeting until it is ticked off. */
final class ActionsCard extends Section {

    /** How many of those that are done are still shown. */
    private static final int DONE = 5;

    private final transient ActionItems items;
    private final transient List<Person> members;
    private final transient TeamId team;
    private final transient PersonId me;
    private final transient Runnable changed;
    private final Paragraph none = new Paragraph();
    private final UnorderedList list = new UnorderedList();
    private final TextField words = new TextField();
    private final Select<Person> owner = new Select<>();
    private final DatePicker due = new DatePicker();

    ActionsCard(ActionItems items, List<Person> members, TeamId team, PersonId me, Runnable changed) {
        this.items = items;
        this.members = members;
        this.team = team;
        this.me = me;
        this.changed = changed;
        addClassNames("card", "plan-items");
        none.setText(getTranslation("plan.items.none"));
        words.setLabel(getTranslation("plan.items.words"));
        words.setMaxLength(ActionItem.MOST);
        words.setWidthFull();
        owner.setLabel(getTranslation("plan.items.owner"));
        owner.setItems(members);
        owner.setItemLabelGenerator(Person::name);
        members.stream().filter(person -> person.id().equals(me)).findFirst().ifPresent(owner::setValue);
        due.setLabel(getTranslation("plan.items.due"));
        due.setI18n(DateTexts.of(this, getLocale()));
        Div row = new Div(owner, due, new Button(getTranslation("plan.items.add"), _ -> add()));
        row.addClassName("plan-row");
        add(new H2(getTranslation("plan.items")), none, list, words, row);
        show();
    }

    private void add() {
        Optional<PlanRefusal> refused = Optional.ofNullable(owner.getValue())
                .map(person -> items.add(team, words.getValue(), person.id(), Optional.ofNullable(due.getValue()), me))
                .orElse(Optional.of(PlanRefusal.NOT_A_MEMBER));
        words.setInvalid(refused.isPresent());
        refused.ifPresentOrElse(
                why -> words.setErrorMessage(
                        getTranslation("plan.refusal." + why.name().toLowerCase(Locale.ROOT))),
                () -> {
                    words.clear();
                    due.clear();
                });
        show();
        changed.run();
    }

    /** What comes up at the next meeting, as sentences. */
    List<String> open() {
        return items.of(team, me).stream()
                .filter(ActionItem::open)
                .map(this::told)
                .toList();
    }

    /** Brings the list up to date; what is being typed stays. */
    void show() {
        List<ActionItem> all = items.of(team, me);
        none.setVisible(all.isEmpty());
        list.removeAll();
        all.stream().filter(ActionItem::open).forEach(item -> list.add(line(item)));
        all.stream().filter(item -> !item.open()).limit(DONE).forEach(item -> list.add(line(item)));
    }

    private String told(ActionItem item) {
        String name = members.stream()
                .filter(person -> person.id().equals(item.owner()))
                .map(Person::name)
                .findFirst()
                .orElseGet(() -> getTranslation("plan.nobody"));
        return item.due()
                .map(day -> getTranslation("plan.items.until", item.words(), name, PlanWords.day(day, getLocale())))
                .orElseGet(() -> getTranslation("plan.items.undated", item.words(), name));
    }

    private ListItem line(ActionItem item) {
        Checkbox done = new Checkbox(told(item), !item.open());
        done.addValueChangeListener(change -> {
            items.say(item.id(), Objects.requireNonNull(change.getValue()), me);
            show();
            changed.run();
        });
        ListItem line = new ListItem(done);
        line.setClassName("done", !item.open());
        return line;
    }
}
