package org.tessera.implementation.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tessera.entry.Entry;
import org.tessera.entry.ui.EntryForm;
import org.tessera.entry.ui.Visit;
import org.tessera.entry.ui.Workplace;
import org.tessera.implementation.Frame;
import org.tessera.implementation.Reach;

/** What the plan is about, who makes it, and when its first year is. */
final class FrameForm extends EntryForm<Frame> {

    private static final long serialVersionUID = 1L;
    private static final int MOST_LINE = 200;
    private static final int MOST = 3000;

    private final TextField title = line("implementation.name", MOST_LINE);
    private final Select<Reach> reach = kept(new Select<>());
    private final TextArea charge = lines("implementation.charge", MOST);
    private final TextArea lead = lines("implementation.role", MOST);
    private final TextArea stakeholders = lines("implementation.stakeholders", MOST);
    private final DatePicker firstDay = day("implementation.from");
    private final DatePicker lastDay = day("implementation.to");

    FrameForm(Workplace workplace, Visit visit, Entry<Frame> entry) {
        super(workplace, visit, entry);
        reach.setLabel(getTranslation("implementation.reach"));
        reach.setItems(Reach.values());
        reach.setItemLabelGenerator(
                one -> getTranslation("implementation.reach." + one.name().toLowerCase(Locale.ROOT)));
        charge.setHelperText(getTranslation("implementation.charge.help"));
        lead.setHelperText(getTranslation("implementation.role.help"));
        stakeholders.setHelperText(getTranslation("implementation.stakeholders.help"));
        Div days = new Div(firstDay, lastDay);
        days.addClassName("entry-row");
        add(title, reach, charge, lead, stakeholders, days);
        start();
    }

    @Override
    protected Frame typed() {
        return new Frame(
                title.getValue(),
                Optional.ofNullable(reach.getValue()),
                charge.getValue(),
                lead.getValue(),
                stakeholders.getValue(),
                Optional.ofNullable(firstDay.getValue()),
                Optional.ofNullable(lastDay.getValue()));
    }

    @Override
    protected void fill(Frame body) {
        title.setValue(body.title());
        body.reach().ifPresentOrElse(reach::setValue, reach::clear);
        charge.setValue(body.charge());
        lead.setValue(body.lead());
        stakeholders.setValue(body.stakeholders());
        body.firstDay().ifPresentOrElse(firstDay::setValue, firstDay::clear);
        body.lastDay().ifPresentOrElse(lastDay::setValue, lastDay::clear);
    }

    @Override
    protected List<String> told(Frame body) {
        return Stream.of(body.title(), body.charge(), body.lead(), body.stakeholders())
                .filter(line -> !line.isBlank())
                .toList();
    }

    @Override
    protected String name() {
        return ImplementationView.nameOr(this, entry().body().title());
    }
}
