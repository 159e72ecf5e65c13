package org.tessera.entry.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tessera.entry.Entry;
import org.tessera.entry.EntryAnswer;
import org.tessera.room.ui.DateTexts;

/**
 * The fields of an entry. What is typed is kept by itself; where somebody else typed in the same field, both are shown and
 * the person chooses, and what is not chosen stays a version.
 *
 * @param <T> the entry's body
 */
public abstract class EntryForm<T> extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Workplace workplace;
    private final transient Visit visit;
    private final List<HasValue<?, ?>> fields = new ArrayList<>();
    private final Paragraph state = new Paragraph();
    private final Div conflict = new Div();
    private final Div foot = new Div();
    private transient Entry<T> seen;
    private transient Runnable changed = () -> {};
    private boolean filling;

    /** A form of {@code entry}; whoever extends it makes fields, and then calls {@link #start}. */
    protected EntryForm(Workplace workplace, Visit visit, Entry<T> entry) {
        this.workplace = workplace;
        this.visit = visit;
        this.seen = entry;
        addClassName("entry-form");
        state.addClassNames("quiet", "entry-state");
        state.getElement().setAttribute("role", "status");
        conflict.addClassName("entry-conflict");
        conflict.getElement().setAttribute("role", "alert");
        conflict.setVisible(false);
        foot.addClassName("entry-foot");
    }

    /** What stands in the fields. */
    protected abstract T typed();

    /** Puts an entry into the fields. */
    protected abstract void fill(T body);

    /** An entry as lines to read. */
    protected abstract List<String> told(T body);

    /** What the entry is called, so that its buttons can be told from those of others. */
    protected abstract String name();

    /** The entry as it was kept last. */
    public final Entry<T> entry() {
        return seen;
    }

    /** Calls {@code told} whenever something was kept. */
    public final void whenKept(Runnable told) {
        changed = told;
    }

    /** Shows the entry, and keeps what is typed from now on. */
    protected final void start() {
        refill(seen.body());
        if (visit.writes()) {
            Button versions = quiet("entry.versions", () -> new VersionsDialog<>(this, workplace, visit).open());
            foot.add(state, versions, quiet("entry.remove", this::askToRemove));
        } else {
            fields.forEach(field -> field.setReadOnly(true));
        }
        add(conflict, foot);
    }

    /** Something to do with this entry, at its foot. */
    protected final void act(Component button) {
        foot.add(button);
    }

    /** A line to type in. */
    protected final TextField line(String key, int most) {
        TextField field = new TextField(getTranslation(key));
        field.setMaxLength(most);
        field.setWidthFull();
        field.setValueChangeMode(ValueChangeMode.LAZY);
        return kept(field);
    }

    /** Lines to type in. */
    protected final TextArea lines(String key, int most) {
        TextArea field = new TextArea(getTranslation(key));
        field.setMaxLength(most);
        field.setWidthFull();
        field.setMinHeight("5.5rem");
        field.setValueChangeMode(ValueChangeMode.LAZY);
        return kept(field);
    }

    /** A day to choose. */
    protected final DatePicker day(String key) {
        DatePicker field = new DatePicker(getTranslation(key));
        field.setLocale(getLocale());
        field.setI18n(DateTexts.of(this, getLocale()));
        return kept(field);
    }

    /** Keeps what is put into a field. */
    protected final <F extends HasValueAndElement<?, ?>> F kept(F field) {
        fields.add(field);
        field.addValueChangeListener(_ -> {
            if (!filling) {
                save();
            }
        });
        return field;
    }

    /** Keeps what stands in the fields now. */
    protected final void save() {
        tell(workplace.entries().save(seen, typed(), visit.me()));
    }

    /** Puts an earlier version into the fields and keeps it. */
    final void bringBack(T body) {
        refill(body);
        save();
    }

    private void tell(EntryAnswer<T> answer) {
        switch (answer) {
            case EntryAnswer.Saved<T>(var now) -> {
                seen = now;
                refill(now.body());
                conflict.setVisible(false);
                state.setText(getTranslation("entry.kept"));
                changed.run();
            }
            case EntryAnswer.Overtaken<T>(var now) -> ask(now);
            case EntryAnswer.Refused<T>(var why) ->
                state.setText(getTranslation("entry.refused." + why.name().toLowerCase(Locale.ROOT)));
        }
    }

    private void refill(T body) {
        filling = true;
        fill(body);
        filling = false;
    }

    private void ask(Entry<T> theirs) {
        state.setText("");
        conflict.removeAll();
        Div words = new Div();
        words.addClassName("entry-told");
        told(theirs.body()).forEach(line -> words.add(new Paragraph(line)));
        Button mine = new Button(getTranslation("entry.conflict.mine"), _ -> {
            T typed = typed();
            seen = theirs;
            tell(workplace.entries().save(theirs, typed, visit.me()));
        });
        mine.addThemeVariants(ButtonVariant.PRIMARY);
        Button other = new Button(getTranslation("entry.conflict.theirs"), _ -> {
            seen = theirs;
            refill(theirs.body());
            conflict.setVisible(false);
            changed.run();
        });
        conflict.add(
                new Paragraph(getTranslation("entry.conflict", workplace.nameOf(theirs.by()))), words, mine, other);
        conflict.setVisible(true);
    }

    private void askToRemove() {
        conflict.removeAll();
        Button yes = new Button(getTranslation("entry.remove.yes"), _ -> {
            workplace.entries().remove(seen.id(), visit.me());
            removeFromParent();
            changed.run();
        });
        yes.addThemeVariants(ButtonVariant.PRIMARY);
        Button no = new Button(getTranslation("entry.remove.no"), _ -> conflict.setVisible(false));
        conflict.add(new Paragraph(getTranslation("entry.remove.ask", name())), yes, no);
        conflict.setVisible(true);
    }

    private Button quiet(String key, Runnable action) {
        Button button = new Button(getTranslation(key), _ -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(getTranslation("entry.aloud", getTranslation(key), name()));
        return button;
    }

    /** A sentence of a form that is no field. */
    protected static Span hint(String words) {
        Span hint = new Span(words);
        hint.addClassName("quiet");
        return hint;
    }
}
