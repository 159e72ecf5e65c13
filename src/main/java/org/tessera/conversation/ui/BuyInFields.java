package org.tessera.conversation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tessera.conversation.BuyIn;
import org.tessera.conversation.Conversations;
import org.tessera.entry.ui.BarChart;
import org.tessera.entry.ui.Visit;

/** Buy-in at one moment: hands counted, or asked by link, and both as bars. */
final class BuyInFields extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Conversations conversations;
    private final transient Visit visit;
    private final transient Runnable changed;
    private final transient Function<String, Optional<UUID>> asking;
    private final String moment;
    private final List<IntegerField> hands = new ArrayList<>();
    private final Div shown = new Div();
    private transient Optional<UUID> survey = Optional.empty();
    private boolean filling;

    /** @param asking opens a survey for a moment */
    BuyInFields(
            String moment,
            Conversations conversations,
            Visit visit,
            Runnable changed,
            Function<String, Optional<UUID>> asking) {
        this.moment = moment;
        this.conversations = conversations;
        this.visit = visit;
        this.changed = changed;
        this.asking = asking;
        addClassName("entry-box");
        Div row = new Div();
        row.addClassName("entry-row");
        for (int step = 1; step <= BuyIn.STEPS; step++) {
            IntegerField field = new IntegerField(label(this, step));
            field.setMin(0);
            field.setMax(BuyIn.MOST);
            field.setManualValidation(true);
            field.setWidth("7rem");
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.setReadOnly(!visit.writes());
            field.addValueChangeListener(_ -> {
                if (!filling) {
                    changed.run();
                }
            });
            hands.add(field);
            row.add(field);
        }
        add(new H4(getTranslation(moment)), row, shown);
    }

    BuyIn typed() {
        return new BuyIn(hands.stream()
                .map(field -> Objects.requireNonNullElse(field.getValue(), 0))
                .toList());
    }

    Optional<UUID> survey() {
        return survey;
    }

    void fill(BuyIn counted, Optional<UUID> asked) {
        filling = true;
        IntStream.range(0, BuyIn.STEPS).forEach(place -> {
            int count = counted.counts().get(place);
            if (count == 0 && hands.get(place).isEmpty()) {
                return;
            }
            hands.get(place).setValue(count);
        });
        filling = false;
        survey = asked;
        shown.removeAll();
        if (counted.people() > 0) {
            shown.add(chart("conversation.hands", counted));
        }
        asked.ifPresentOrElse(this::showLink, this::offerLink);
    }

    private void showLink(UUID id) {
        conversations.survey(id, visit.me()).ifPresent(found -> {
            Anchor link = new Anchor(
                    "teams/" + visit.team().id().value() + "/needs", getTranslation("conversation.by-link.open"));
            conversations
                    .byLink(id, visit.me())
                    .ifPresentOrElse(
                            counted -> shown.add(chart("conversation.by-link", counted)),
                            () -> shown.add(new Paragraph(getTranslation("conversation.by-link.wait"))));
            shown.add(link);
        });
    }

    private void offerLink() {
        if (!visit.writes()) {
            return;
        }
        Button ask = new Button(getTranslation("conversation.by-link.ask"), _ -> {
            survey = asking.apply(moment);
            changed.run();
        });
        ask.setAriaLabel(getTranslation("entry.aloud", ask.getText(), getTranslation(moment)));
        shown.add(ask);
    }

    private BarChart chart(String caption, BuyIn counted) {
        List<BarChart.Bar> bars = IntStream.range(0, BuyIn.STEPS)
                .mapToObj(place -> new BarChart.Bar(
                        label(this, place + 1), counted.counts().get(place)))
                .toList();
        return new BarChart(getTranslation(caption, counted.people()), bars, counted.people());
    }

    /** A step, and at the ends what it means. */
    static String label(Component page, int step) {
        return switch (step) {
            case 1 -> page.getTranslation("conversation.step.least");
            case BuyIn.STEPS -> page.getTranslation("conversation.step.most");
            default -> String.valueOf(step);
        };
    }
}
