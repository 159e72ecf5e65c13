package org.tessera.protocol.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.tessera.protocol.OwnProtocols;
import org.tessera.protocol.PackChange;

/** Shows what a new version changes, asks for a word on it, and publishes. */
final class PublishDialog extends Dialog {

    PublishDialog(List<PackChange> changes, SerializableConsumer<String> publish) {
        setHeaderTitle(getTranslation("protocol.publish"));
        setWidth("min(36rem, 94vw)");
        TextField note = new TextField(getTranslation("protocol.publish.note"));
        note.setHelperText(getTranslation("protocol.publish.note.help"));
        note.setMaxLength(OwnProtocols.LONGEST_NOTE);
        note.setWidthFull();
        add(new Paragraph(getTranslation("protocol.publish.text")));
        if (!changes.isEmpty()) {
            add(new Paragraph(getTranslation("protocol.publish.changes")), new ChangeList(changes));
        }
        add(note);
        Button act = new Button(getTranslation("protocol.publish.do"), _ -> {
            close();
            publish.accept(note.getValue());
        });
        act.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("protocol.cancel"), _ -> close()), act);
        note.focus();
    }
}
