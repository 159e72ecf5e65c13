package org.tessera.needs.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.tessera.entry.Entry;
import org.tessera.entry.ui.EntryForm;
import org.tessera.entry.ui.KeepAsEvidence;
import org.tessera.entry.ui.Visit;
import org.tessera.entry.ui.Workplace;
import org.tessera.needs.Asked;
import org.tessera.needs.Interview;

/** Notes of one interview. */
final class InterviewForm extends EntryForm<Interview> {

    private static final long serialVersionUID = 1L;
    private static final int MOST_LINE = 200;
    private static final int MOST_NOTES = 20_000;
    private static final int MOST_THEMES = 3000;

    private final Select<Asked> asked = kept(new Select<>());
    private final DatePicker held = day("needs.interview.held");
    private final TextField about = line("needs.interview.about", MOST_LINE);
    private final Checkbox consent = kept(new Checkbox(getTranslation("needs.interview.consent")));
    private final TextArea notes = lines("needs.interview.notes", MOST_NOTES);
    private final KeepAsEvidence keep;
    private final boolean keepable;
    private final TextArea themes = lines("needs.interview.themes", MOST_THEMES);

    InterviewForm(Workplace workplace, Visit visit, Entry<Interview> entry) {
        super(workplace, visit, entry);
        asked.setLabel(getTranslation("needs.interview.asked"));
        asked.setItems(Asked.values());
        asked.setItemLabelGenerator(this::told);
        notes.setHelperText(getTranslation("needs.interview.notes.help"));
        themes.setHelperText(getTranslation("needs.interview.themes.help"));
        consent.setHelperText(getTranslation("needs.interview.consent.help"));
        keep = new KeepAsEvidence(
                workplace.exhibits(),
                visit,
                name(),
                () -> InterviewPaper.of(this, getLocale(), name(), entry().body()));
        keepable = visit.writes();
        Div row = new Div(asked, held);
        row.addClassName("entry-row");
        add(row, about, consent, notes, themes, keep);
        start();
    }

    @Override
    protected Interview typed() {
        return new Interview(
                Optional.ofNullable(asked.getValue()),
                Optional.ofNullable(held.getValue()),
                Objects.requireNonNullElse(consent.getValue(), false),
                about.getValue(),
                notes.getValue(),
                themes.getValue());
    }

    @Override
    protected void fill(Interview body) {
        body.asked().ifPresentOrElse(asked::setValue, asked::clear);
        body.held().ifPresentOrElse(held::setValue, held::clear);
        about.setValue(body.about());
        consent.setValue(body.consent());
        notes.setValue(body.notes());
        themes.setValue(body.themes());
        keep.setVisible(keepable && body.isCitable());
    }

    @Override
    protected List<String> told(Interview body) {
        List<String> lines = new ArrayList<>();
        lines.add(title(body));
        lines.add(getTranslation(body.consent() ? "needs.interview.consented" : "needs.interview.unconsented"));
        body.notes().lines().filter(line -> !line.isBlank()).forEach(lines::add);
        lines.addAll(body.themesInOrder());
        return lines;
    }

    @Override
    protected String name() {
        return title(entry().body());
    }

    private String title(Interview body) {
        String who = body.asked().map(this::told).orElseGet(() -> getTranslation("needs.interview.somebody"));
        String what = body.about().isBlank() ? getTranslation("entry.untitled") : body.about();
        return body.held()
                .map(day -> getTranslation(
                        "needs.interview.name.day",
                        who,
                        what,
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                .withLocale(getLocale())
                                .format(day)))
                .orElseGet(() -> getTranslation("needs.interview.name", who, what));
    }

    private String told(Asked role) {
        return getTranslation("needs.asked." + role.name().toLowerCase(Locale.ROOT));
    }
}
