package org.tessera.submission.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableFunction;
import java.util.Locale;
import org.tessera.writing.Source;
import org.tessera.writing.SourceAnswer;
import org.tessera.writing.SourceDraft;

/** Adds a source to one's own list. */
final class SourceDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    SourceDialog(SerializableFunction<SourceDraft, SourceAnswer> add) {
        setHeaderTitle(getTranslation("handin.sources.add"));
        setWidth("min(34rem, 94vw)");
        setCloseOnOutsideClick(false);
        Select<Source.Kind> kind = new Select<>();
        kind.setLabel(getTranslation("handin.source.kind"));
        kind.setItems(Source.Kind.BOOK, Source.Kind.ARTICLE, Source.Kind.PAGE);
        kind.setItemLabelGenerator(one -> one == null
                ? ""
                : getTranslation("handin.source.kind." + one.name().toLowerCase(Locale.ROOT)));
        kind.setValue(Source.Kind.BOOK);
        TextField authors = field("handin.source.authors");
        authors.setHelperText(getTranslation("handin.source.authors.help"));
        TextField year = field("handin.source.year");
        TextField title = field("handin.source.title");
        TextField container = field("handin.source.container");
        container.setHelperText(getTranslation("handin.source.container.help"));
        TextField address = field("handin.source.address");
        Paragraph fault = new Paragraph();
        fault.addClassName("fault");
        fault.getElement().setAttribute("role", "alert");
        Div body = new Div(kind, authors, year, title, container, address, fault);
        body.addClassName("dialog-body");
        add(body);
        Button cancel = new Button(getTranslation("handin.cancel"), _ -> close());
        Button save = new Button(getTranslation("handin.sources.save"), _ -> {
            SourceDraft draft = new SourceDraft(
                    kind.getValue(),
                    authors.getValue(),
                    year.getValue(),
                    title.getValue(),
                    container.getValue(),
                    address.getValue());
            switch (add.apply(draft)) {
                case SourceAnswer.Refused(var why) -> fault.setText(getTranslation("writing.refusal." + why));
                case SourceAnswer.Listed _, SourceAnswer.Removed _ -> close();
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(cancel, save);
    }

    private TextField field(String key) {
        TextField field = new TextField(getTranslation(key));
        field.setWidthFull();
        return field;
    }
}
