package org.tessera.plan.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.credential.Stack;
import org.tessera.plan.PlanDraft;
import org.tessera.plan.PlanSheet;
import org.tessera.plan.Term;
import org.tessera.room.ui.DateTexts;

/** What a plan is made from: the stack, who earns it, and the term's calendar. */
final class PlanForm extends Div {

    private static final int WEEKS = 18;

    private final Select<Stack> stack = new Select<>();
    private final EarnersField earners;
    private final DatePicker start = new DatePicker();
    private final DatePicker end = new DatePicker();
    private final RhythmFields rhythm = new RhythmFields();
    private final ComboBox<ZoneId> zone = new ComboBox<>();
    private final Set<LocalDate> closed = new TreeSet<>();
    private final ClosedDays closedDays;
    private final List<Stack> stacks;

    PlanForm(List<Stack> stacks, List<Person> members, PlanSheet sheet, Runnable changed) {
        addClassName("plan-form");
        this.stacks = stacks;
        this.earners = new EarnersField(members);
        closedDays = new ClosedDays(
                day -> {
                    closed.add(day);
                    showClosed(changed);
                },
                day -> {
                    closed.remove(day);
                    showClosed(changed);
                });
        label();
        stack.setItems(stacks);
        stack.setItemLabelGenerator(one -> one.name().in(getLocale()));
        zone.setItems(
                ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList());
        show(sheet);
        List<HasValue<?, ?>> fields = new ArrayList<>(List.of(stack, earners, start, end, zone));
        fields.addAll(rhythm.fields());
        fields.forEach(field -> field.addValueChangeListener(_ -> changed.run()));
        Div term = new Div(start, end);
        term.addClassName("plan-row");
        add(stack, earners, term, rhythm, zone, closedDays);
    }

    /** What the form begins with: the first stack, the person alone, a term from today, Tuesdays after school. */
    static PlanSheet usual(List<Stack> stacks, PersonId me, LocalDate today, ZoneId here) {
        return new PlanSheet(
                stacks.stream().findFirst().map(one -> one.ref().id()),
                List.of(me),
                Optional.of(today),
                Optional.of(today.plusWeeks(WEEKS)),
                Set.of(DayOfWeek.TUESDAY),
                Optional.of(LocalTime.of(15, 30)),
                Optional.of(75),
                Optional.of(1),
                Optional.of(here),
                Set.of());
    }

    /** Fills the fields. */
    void show(PlanSheet sheet) {
        Predicate<Stack> chosen =
                one -> sheet.stack().equals(Optional.of(one.ref().id()));
        stack.setValue(stacks.stream().filter(chosen).findFirst().orElse(null));
        earners.show(sheet.earners());
        start.setValue(sheet.start().orElse(null));
        end.setValue(sheet.end().orElse(null));
        rhythm.show(sheet.days(), sheet.at(), sheet.minutes(), sheet.weeks());
        zone.setValue(sheet.zone().orElse(null));
        closed.clear();
        closed.addAll(sheet.closed());
        closedDays.show(closed);
    }

    private void showClosed(Runnable changed) {
        closedDays.show(closed);
        changed.run();
    }

    private void label() {
        stack.setLabel(getTranslation("plan.form.stack"));
        stack.setWidthFull();
        start.setLabel(getTranslation("plan.form.start"));
        start.setI18n(DateTexts.of(this, getLocale()));
        end.setLabel(getTranslation("plan.form.end"));
        end.setI18n(DateTexts.of(this, getLocale()));
        zone.setLabel(getTranslation("plan.form.zone"));
    }

    /** What is in the fields, empty ones too. */
    PlanSheet sheet() {
        return new PlanSheet(
                stack.getOptionalValue().map(one -> one.ref().id()),
                earners.earners(),
                start.getOptionalValue(),
                end.getOptionalValue(),
                rhythm.days(),
                rhythm.at(),
                rhythm.minutes(),
                rhythm.weeks(),
                zone.getOptionalValue(),
                closed);
    }

    /** What was filled in, if nothing is missing; whether it can be planned is not this form's to say. */
    Optional<PlanDraft> draft(TeamId team) {
        boolean complete = !stack.isEmpty() && !start.isEmpty() && !end.isEmpty() && !zone.isEmpty();
        return rhythm.rhythm()
                .filter(_ -> complete)
                .map(meets -> new PlanDraft(
                        team,
                        stack.getValue().ref().id(),
                        earners.earners(),
                        new Term(start.getValue(), end.getValue(), closed, meets, zone.getValue())));
    }
}
