package org.tessera.implementation.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tessera.entry.Entry;
import org.tessera.entry.ui.EntryForm;
import org.tessera.entry.ui.Visit;
import org.tessera.entry.ui.Workplace;
import org.tessera.implementation.Frame;
import org.tessera.implementation.Step;

/** A step of the first year with its benchmark. */
final class StepForm extends EntryForm<Step> {

    private static final long serialVersionUID = 1L;
    private static final int MOST_LINE = 300;
    private static final int MOST = 1000;

    private final TextField what = line("implementation.step.what", MOST_LINE);
    private final TextField who = line("implementation.step.who", MOST_LINE);
    private final TextArea benchmark = lines("implementation.step.benchmark", MOST);
    private final DatePicker due = day("implementation.step.due");
    private final transient Supplier<Frame> frame;

    /** @param frame the plan's frame as it is now, for its year */
    StepForm(Workplace workplace, Visit visit, Entry<Step> entry, Supplier<Frame> frame) {
        super(workplace, visit, entry);
        this.frame = frame;
        who.setHelperText(getTranslation("implementation.step.who.help"));
        benchmark.setHelperText(getTranslation("implementation.step.benchmark.help"));
        // the step is kept with any day; what is wrong with it is said beside it
        due.setManualValidation(true);
        Div row = new Div(who, due);
        row.addClassName("entry-row");
        add(what, row, benchmark);
        start();
    }

    void focus() {
        what.focus();
    }

    @Override
    protected Step typed() {
        return new Step(
                entry().body().goal(),
                what.getValue(),
                who.getValue(),
                benchmark.getValue(),
                Optional.ofNullable(due.getValue()));
    }

    @Override
    protected void fill(Step body) {
        what.setValue(body.what());
        who.setValue(body.who());
        benchmark.setValue(body.benchmark());
        body.due().ifPresentOrElse(due::setValue, due::clear);
        boolean outside = body.due().filter(this::isOutside).isPresent();
        due.setInvalid(outside);
        due.setErrorMessage(outside ? getTranslation("implementation.step.outside") : null);
    }

    private boolean isOutside(LocalDate day) {
        Frame now = frame.get();
        return now.hasYear() && !now.isInYear(day);
    }

    @Override
    protected List<String> told(Step body) {
        return Stream.of(
                        body.what(),
                        body.who(),
                        body.benchmark(),
                        body.due().map(LocalDate::toString).orElse(""))
                .filter(line -> !line.isBlank())
                .toList();
    }

    @Override
    protected String name() {
        return ImplementationView.nameOr(this, entry().body().what());
    }
}
