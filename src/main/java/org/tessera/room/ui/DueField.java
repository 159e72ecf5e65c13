package org.tessera.room.ui;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.function.SerializablePredicate;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Timing;

/** Until when the work before the meeting is wanted: until the meeting, unless somebody says otherwise. */
final class DueField extends DateTimePicker {

    private final SerializablePredicate<LocalDateTime> possible;

    /** {@code possible} says whether work can be asked for until a time. */
    DueField(SerializablePredicate<LocalDateTime> possible) {
        this.possible = possible;
        setLabel(getTranslation("room.new.due"));
        setStep(Duration.ofMinutes(15));
        setDatePickerI18n(DateTexts.of(this, getLocale()));
        setVisible(false);
    }

    void bind(Binder<NewRoom> binder) {
        binder.forField(this)
                .withValidator(
                        time -> !isVisible() || time == null || possible.test(time),
                        getTranslation("room.new.due.wrong"))
                .bind(NewRoom::getDue, NewRoom::setDue);
    }

    /** Another protocol: it names its work before the meeting, if it has some. */
    void follow(Pack pack) {
        setVisible(NewRoom.asksForPreWork(pack));
        setHelperText(getTranslation(
                "room.new.due.help",
                pack.phases().stream()
                        .filter(phase -> phase.timing() == Timing.BEFORE)
                        .map(phase -> phase.name().in(getLocale()))
                        .collect(Collectors.joining(", "))));
    }

    /** The meeting has another time; where nobody chose another date, the work is due then. */
    void follow(@Nullable LocalDateTime before, @Nullable LocalDateTime when) {
        boolean untouched = getValue() == null || Objects.equals(getValue(), before);
        if (untouched && (when == null || possible.test(when))) {
            setValue(when);
        }
    }
}
