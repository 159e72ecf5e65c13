package org.tessera.needs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.tessera.needs.Question;
import org.tessera.needs.Question.Kind;

/** The fields of one question. */
final class QuestionFields extends Div {

    private static final long serialVersionUID = 1L;
    private static final int MOST_TEXT = 500;
    private static final int MOST_CHOICES = 2000;

    private final String id;
    private final TextField text = new TextField();
    private final Select<Kind> kind = new Select<>();
    private final TextArea choices = new TextArea();
    private final Button remove;
    private boolean filling;

    QuestionFields(String id, Runnable changed, Consumer<QuestionFields> removed, boolean readOnly) {
        this.id = id;
        addClassName("entry-question");
        text.setMaxLength(MOST_TEXT);
        text.setWidthFull();
        text.setValueChangeMode(ValueChangeMode.LAZY);
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(
                one -> getTranslation("needs.kind." + one.name().toLowerCase(Locale.ROOT)));
        kind.setValue(Kind.CHOICE);
        choices.setMaxLength(MOST_CHOICES);
        choices.setWidthFull();
        choices.setValueChangeMode(ValueChangeMode.LAZY);
        remove = new Button(getTranslation("needs.question.remove"), _ -> removed.accept(this));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        text.addValueChangeListener(_ -> tell(changed));
        choices.addValueChangeListener(_ -> tell(changed));
        kind.addValueChangeListener(_ -> {
            fit();
            tell(changed);
        });
        text.setReadOnly(readOnly);
        kind.setReadOnly(readOnly);
        choices.setReadOnly(readOnly);
        remove.setVisible(!readOnly);
        add(text, kind, choices, remove);
        fit();
    }

    String id() {
        return id;
    }

    void focus() {
        text.focus();
    }

    /** Says which question it is now. */
    void number(int number) {
        text.setLabel(getTranslation("needs.question", number));
        kind.setLabel(getTranslation("needs.question.kind", number));
        remove.setAriaLabel(getTranslation("needs.question.remove.aloud", number));
    }

    void fill(Question question) {
        filling = true;
        text.setValue(question.text());
        kind.setValue(question.kind());
        choices.setValue(question.choices());
        filling = false;
    }

    Question typed() {
        return new Question(id, Objects.requireNonNull(kind.getValue()), text.getValue(), choices.getValue());
    }

    private void tell(Runnable changed) {
        if (!filling) {
            changed.run();
        }
    }

    private void fit() {
        Kind now = Objects.requireNonNullElse(kind.getValue(), Kind.CHOICE);
        choices.setVisible(now != Kind.OPEN);
        choices.setLabel(getTranslation(now == Kind.SCALE ? "needs.question.ends" : "needs.question.choices"));
        choices.setHelperText(
                getTranslation(now == Kind.SCALE ? "needs.question.ends.help" : "needs.question.choices.help"));
    }
}
