package org.tessera.plan.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tessera.plan.Rhythm;

/** When a team meets: on which days, at what time, for how long, and how often. */
final class RhythmFields extends Div {

    private final CheckboxGroup<DayOfWeek> days = new CheckboxGroup<>();
    private final TimePicker at = new TimePicker();
    private final IntegerField minutes = new IntegerField();
    private final IntegerField weeks = new IntegerField();

    RhythmFields() {
        addClassName("plan-fields");
        days.setLabel(getTranslation("plan.form.days"));
        days.setItems(DayOfWeek.values());
        days.setItemLabelGenerator(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, getLocale()));
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
        Div row = new Div(at, minutes, weeks);
        row.addClassName("plan-row");
        add(days, row);
    }

    List<HasValue<?, ?>> fields() {
        return List.of(days, at, minutes, weeks);
    }

    /** Shows what was chosen, as far as it was. */
    void show(Set<DayOfWeek> onDays, Optional<LocalTime> atTime, Optional<Integer> lasting, Optional<Integer> every) {
        days.setValue(onDays);
        at.setValue(atTime.orElse(null));
        minutes.setValue(lasting.orElse(null));
        weeks.setValue(every.orElse(null));
    }

    void show(Rhythm rhythm) {
        show(rhythm.days(), Optional.of(rhythm.at()), Optional.of(rhythm.minutes()), Optional.of(rhythm.everyWeeks()));
    }

    Set<DayOfWeek> days() {
        return days.getValue();
    }

    Optional<LocalTime> at() {
        return at.getOptionalValue();
    }

    Optional<Integer> minutes() {
        return minutes.getOptionalValue();
    }

    Optional<Integer> weeks() {
        return weeks.getOptionalValue();
    }

    /** What was filled in, if nothing is missing; whether one can meet by it is not these fields' to say. */
    Optional<Rhythm> rhythm() {
        return at().flatMap(time ->
                minutes().flatMap(lasting -> weeks().map(every -> new Rhythm(days.getValue(), every, time, lasting))));
    }
}
