package org.tessera.plan.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.credential.Stack;
import org.tessera.plan.PlanDraft;
import org.tessera.plan.Rhythm;
import org.tessera.plan.Term;
import org.tessera.room.ui.DateTexts;

/** What a plan is made from: the stack, who earns it, and the term's calendar. */
final class PlanForm extends Div {

    private static final int WEEKS = 18;

    private final Select<Stack> stack = new Select<>();
    private final CheckboxGroup<Person> earners = new CheckboxGroup<>();
    private final DatePicker start = new DatePicker();
    private final DatePicker end = new DatePicker();
    private final CheckboxGroup<DayOfWeek> days = new CheckboxGroup<>();
    private final TimePicker at = new TimePicker();
    private final IntegerField minutes = new IntegerField();
    private final IntegerField weeks = new IntegerField();
    private final ComboBox<ZoneId> zone = new ComboBox<>();
    private final Set<LocalDate> closed = new TreeSet<>();
    private final ClosedDays closedDays;

    PlanForm(List<Stack> stacks, List<Person> members, PersonId me, LocalDate today, ZoneId here, Runnable changed) {
        addClassName("plan-form");
        closedDays = new ClosedDays(
                day -> {
                    closed.add(day);
                    showClosed(changed);
                },
                day -> {
                    closed.remove(day);
                    showClosed(changed);
                });
        closedDays.show(closed);
        label();
        stack.setItems(stacks);
        stack.setItemLabelGenerator(one -> one.name().in(getLocale()));
        stacks.stream().findFirst().ifPresent(stack::setValue);
        earners.setItems(members);
        earners.setItemLabelGenerator(Person::name);
        members.stream()
                .filter(person -> person.id().equals(me))
                .findFirst()
                .ifPresent(person -> earners.setValue(Set.of(person)));
        start.setValue(today);
        end.setValue(today.plusWeeks(WEEKS));
        days.setItems(DayOfWeek.values());
        days.setItemLabelGenerator(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, getLocale()));
        days.setValue(Set.of(DayOfWeek.TUESDAY));
        at.setValue(LocalTime.of(15, 30));
        minutes.setValue(75);
        weeks.setValue(1);
        zone.setItems(
                ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList());
        zone.setValue(here);
        List<HasValue<?, ?>> fields = List.of(stack, earners, start, end, days, at, minutes, weeks, zone);
        fields.forEach(field -> field.addValueChangeListener(_ -> changed.run()));
        Div term = new Div(start, end);
        term.addClassName("plan-row");
        Div meets = new Div(at, minutes, weeks);
        meets.addClassName("plan-row");
        add(stack, earners, term, days, meets, zone, closedDays);
    }

    private void showClosed(Runnable changed) {
        closedDays.show(closed);
        changed.run();
    }

    private void label() {
        stack.setLabel(getTranslation("plan.form.stack"));
        stack.setWidthFull();
        earners.setLabel(getTranslation("plan.form.earners"));
        earners.setHelperText(getTranslation("plan.form.earners.help"));
        start.setLabel(getTranslation("plan.form.start"));
        start.setI18n(DateTexts.of(this, getLocale()));
        end.setLabel(getTranslation("plan.form.end"));
        end.setI18n(DateTexts.of(this, getLocale()));
        days.setLabel(getTranslation("plan.form.days"));
        at.setLabel(getTranslation("plan.form.at"));
        at.setStep(Duration.ofMinutes(15));
        at.setLocale(getLocale());
        minutes.setLabel(getTranslation("plan.form.minutes"));
        minutes.setMin(Rhythm.LEAST_MINUTES);
        minutes.setMax(Rhythm.MOST_MINUTES);
        minutes.setStepButtonsVisible(true);
        minutes.setStep(5);
        weeks.setLabel(getTranslation("plan.form.weeks"));
        weeks.setMin(1);
        weeks.setMax(Rhythm.MOST_WEEKS);
        weeks.setStepButtonsVisible(true);
        zone.setLabel(getTranslation("plan.form.zone"));
    }

    /** What was filled in, if nothing is missing; whether it can be planned is not this form's to say. */
    Optional<PlanDraft> draft(TeamId team) {
        boolean complete = !stack.isEmpty()
                && !start.isEmpty()
                && !end.isEmpty()
                && !at.isEmpty()
                && !minutes.isEmpty()
                && !weeks.isEmpty()
                && !zone.isEmpty();
        if (!complete) {
            return Optional.empty();
        }
        Rhythm rhythm = new Rhythm(days.getValue(), weeks.getValue(), at.getValue(), minutes.getValue());
        return Optional.of(new PlanDraft(
                team,
                stack.getValue().ref().id(),
                earners.getListDataView()
                        .getItems()
                        .filter(earners.getValue()::contains)
                        .map(Person::id)
                        .toList(),
                new Term(start.getValue(), end.getValue(), closed, rhythm, zone.getValue())));
    }
}
