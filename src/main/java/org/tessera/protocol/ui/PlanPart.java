package org.tessera.protocol.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tessera.protocol.Budget;
import org.tessera.protocol.Fit;
import org.tessera.protocol.Minutes;
import org.tessera.protocol.Pack;

/** The time a protocol takes, and how it fills a meeting of so many people and minutes. */
final class PlanPart extends Div {

    private static final int LONGEST = 480;
    private static final int LARGEST = 200;

    private final Paragraph sum = new Paragraph();
    private final IntegerField people = field("protocol.plan.people", LARGEST);
    private final IntegerField minutes = field("protocol.plan.minutes", LONGEST);
    private final AgendaPreview preview = new AgendaPreview();
    private transient @Nullable Pack pack;
    private int usual;

    PlanPart() {
        addClassNames("card", "plan-part");
        sum.getElement().setAttribute("aria-live", "polite");
        Div fields = new Div(people, minutes);
        fields.addClassName("pair");
        add(new H2(getTranslation("protocol.plan")), sum, fields, preview);
        people.addValueChangeListener(_ -> plan());
        minutes.addValueChangeListener(_ -> plan());
    }

    private IntegerField field(String key, int most) {
        IntegerField field = new IntegerField(getTranslation(key));
        field.setMin(1);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        return field;
    }

    /** Shows the time of another pack, for as many people and minutes as were asked for, or as are usual. */
    void show(Pack next) {
        pack = next;
        int group = people.getValue() == null ? next.groupSize().min() : people.getValue();
        Duration planned = Budget.unhurried(next, Math.clamp(group, 1, LARGEST)).taken();
        sum.setText(getTranslation(
                "protocol.plan.sum", Minutes.number(planned).toPlainString(), group, least(next, group)));
        int now = (int) Math.clamp(planned.plusSeconds(59).toMinutes(), 1L, LONGEST);
        if (people.getValue() == null) {
            people.setValue(group);
        }
        if (minutes.getValue() == null || minutes.getValue() == usual) {
            minutes.setValue(now);
        }
        usual = now;
        plan();
    }

    private static String least(Pack pack, int people) {
        Fit least = Budget.fitAnyhow(pack, people, Duration.ZERO);
        return least instanceof Fit.Impossible no
                ? no.shortest()
                        .map(time -> Minutes.number(time).toPlainString())
                        .orElse("–")
                : "0";
    }

    private void plan() {
        Integer group = people.getValue();
        Integer length = minutes.getValue();
        boolean complete = pack != null && inside(group, LARGEST) && inside(length, LONGEST);
        preview.setVisible(complete);
        if (pack != null && complete) {
            preview.show(pack, group, length);
        }
    }

    private static boolean inside(@Nullable Integer value, int most) {
        return value != null && value >= 1 && value <= most;
    }
}
