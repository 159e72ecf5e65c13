package org.tessera.room.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tessera.protocol.Budget;
import org.tessera.protocol.Fit;
import org.tessera.protocol.Fit.Obstacle;
import org.tessera.protocol.Pack;
import org.tessera.protocol.ui.AgendaPreview;

/**
 * How long a meeting is and how many people will be there, with the plan that follows. Both are suggested from the
 * protocol and the people chosen until somebody says otherwise.
 */
final class TimeFields extends Div {

    private static final int LONGEST = 480;
    private static final int LARGEST = 200;

    private final IntegerField minutes = field("room.new.minutes", LONGEST);
    private final IntegerField people = field("room.new.count", LARGEST);
    private final AgendaPreview preview = new AgendaPreview();
    private @Nullable Pack pack;
    private int suggestedMinutes;
    private int suggestedPeople;

    TimeFields() {
        addClassName("time-fields");
        minutes.setHelperText(getTranslation("room.new.minutes.help"));
        people.setHelperText(getTranslation("room.new.count.help"));
        minutes.addValueChangeListener(_ -> show());
        people.addValueChangeListener(_ -> {
            suggestMinutes();
            show();
        });
        Div fields = new Div(minutes, people);
        fields.addClassName("pair");
        add(fields, preview);
    }

    private IntegerField field(String key, int most) {
        IntegerField field = new IntegerField(getTranslation(key));
        field.setMin(1);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        return field;
    }

    void bind(Binder<NewRoom> binder) {
        bind(binder, false);
    }

    /** The same where there is nothing but the time to be fitted: people who do not divide cannot have it so. */
    void bindStrictly(Binder<NewRoom> binder) {
        bind(binder, true);
    }

    private void bind(Binder<NewRoom> binder, boolean strictly) {
        binder.forField(minutes)
                .asRequired(getTranslation("room.new.minutes.wrong", LONGEST))
                .withValidator(
                        value -> value >= 1 && value <= LONGEST, getTranslation("room.new.minutes.wrong", LONGEST))
                .withValidator(_ -> !isTooShort(), getTranslation("room.new.minutes.short"))
                .bind(NewRoom::getMinutes, NewRoom::setMinutes);
        binder.forField(people)
                .asRequired(getTranslation("room.new.count.wrong", LARGEST))
                .withValidator(value -> value >= 1 && value <= LARGEST, getTranslation("room.new.count.wrong", LARGEST))
                .withValidator(_ -> !strictly || !isUndivided(), getTranslation("room.arrange.undivided"))
                .bind(NewRoom::getPeople, NewRoom::setPeople);
    }

    /** Another protocol, or another number of people who come. */
    void follow(Pack chosen, int coming) {
        pack = chosen;
        if (isUntouched(people, suggestedPeople)) {
            suggestedPeople = coming;
            people.setValue(coming);
        }
        suggestMinutes();
        show();
    }

    private void suggestMinutes() {
        if (pack != null && people.getValue() != null && isUntouched(minutes, suggestedMinutes)) {
            Duration usual = Budget.unhurried(pack, Math.clamp(people.getValue(), 1, LARGEST))
                    .taken();
            suggestedMinutes = (int) Math.min(LONGEST, usual.plusSeconds(59).toMinutes());
            minutes.setValue(suggestedMinutes);
        }
    }

    private static boolean isUntouched(IntegerField field, int suggested) {
        return field.getValue() == null || field.getValue() == suggested || field.getValue() == 0;
    }

    private void show() {
        boolean complete = pack != null && inside(minutes.getValue(), LONGEST) && inside(people.getValue(), LARGEST);
        if (pack != null && complete) {
            preview.show(pack, people.getValue(), minutes.getValue());
        } else {
            preview.setVisible(false);
        }
    }

    private static boolean inside(@Nullable Integer value, int most) {
        return value != null && value >= 1 && value <= most;
    }

    private boolean isTooShort() {
        return stands(Obstacle.Time.class);
    }

    private boolean isUndivided() {
        return stands(Obstacle.Division.class);
    }

    /** Whether an obstacle of this kind stands against what was asked for. */
    private boolean stands(Class<? extends Obstacle> kind) {
        return pack != null
                && inside(minutes.getValue(), LONGEST)
                && inside(people.getValue(), LARGEST)
                && Budget.fitAnyhow(pack, people.getValue(), Duration.ofMinutes(minutes.getValue()))
                        instanceof Fit.Impossible no
                && no.obstacles().stream().anyMatch(kind::isInstance);
    }
}
