package org.tessera.plan.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Consumer;
import org.tessera.plan.Term;
import org.tessera.room.ui.DateTexts;

/** Days on which nobody meets: those there are, and a way to add one, such as a snow day. */
final class ClosedDays extends Section {

    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph();
    private final Consumer<LocalDate> open;

    ClosedDays(Term term, Consumer<LocalDate> close, Consumer<LocalDate> open) {
        this(close, open);
        show(term.closed());
    }

    ClosedDays(Consumer<LocalDate> close, Consumer<LocalDate> open) {
        this.open = open;
        addClassNames("card", "plan-closed");
        DatePicker day = new DatePicker(getTranslation("plan.closed.day"));
        day.setI18n(DateTexts.of(this, getLocale()));
        Button add = new Button(getTranslation("plan.closed.add"), _ -> {
            if (day.getValue() != null) {
                close.accept(day.getValue());
                day.clear();
            }
        });
        Div row = new Div(day, add);
        row.addClassName("plan-row");
        none.setText(getTranslation("plan.closed.none"));
        add(new H2(getTranslation("plan.closed")), none, list, row);
    }

    void show(Collection<LocalDate> days) {
        none.setVisible(days.isEmpty());
        list.removeAll();
        days.stream().sorted().forEach(day -> {
            String told = PlanWords.day(day, getLocale());
            Button remove = new Button(getTranslation("plan.closed.open"), _ -> open.accept(day));
            remove.setAriaLabel(getTranslation("plan.aloud", getTranslation("plan.closed.open"), told));
            list.add(new ListItem(new Span(told), remove));
        });
    }
}
