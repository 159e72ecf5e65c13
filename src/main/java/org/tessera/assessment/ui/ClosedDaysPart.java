package org.tessera.assessment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.tessera.account.PersonId;
import org.tessera.assessment.Panels;

/** Where the district’s clock hangs, and on which days nobody works: business days are counted by it. */
final class ClosedDaysPart extends Section {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NAME = 120;

    ClosedDaysPart(Panels panels, PersonId me, SerializableRunnable changed) {
        addClassName("card");
        add(new H2(getTranslation("assessment.days")), new Paragraph(getTranslation("assessment.days.what")));
        ComboBox<String> zone = new ComboBox<>(getTranslation("assessment.days.zone"));
        zone.setItems(ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("SystemV") && !id.startsWith("Etc"))
                .sorted()
                .toList());
        panels.zone(me).map(ZoneId::getId).ifPresent(zone::setValue);
        zone.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                panels.setZone(me, ZoneId.of(change.getValue()));
            }
        });
        UnorderedList list = new UnorderedList();
        list.addClassName("closed-days");
        panels.closedDays(me).forEach((day, name) -> {
            Button open = new Button(getTranslation("assessment.days.open"), _ -> {
                panels.open(me, day);
                changed.run();
            });
            open.setAriaLabel(getTranslation("assessment.days.open.aria", told(day)));
            list.add(new ListItem(new Span(name.isBlank() ? told(day) : told(day) + " · " + name), open));
        });
        DatePicker day = new DatePicker(getTranslation("assessment.days.day"));
        TextField name = new TextField(getTranslation("assessment.days.name"));
        name.setMaxLength(LONGEST_NAME);
        Button close = new Button(getTranslation("assessment.days.close"), _ -> {
            if (day.getValue() == null) {
                day.setErrorMessage(getTranslation("assessment.days.day.missing"));
                day.setInvalid(true);
            } else {
                panels.close(me, day.getValue(), name.getValue());
                changed.run();
            }
        });
        Div form = new Div(day, name, close);
        form.addClassName("panel-line");
        add(zone, list, form);
    }

    private String told(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(getLocale())
                .format(day);
    }
}
