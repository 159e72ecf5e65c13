package org.tessera.protocol.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import org.tessera.protocol.DraftEdit;
import tools.jackson.databind.JsonNode;

/** Two people have changed the same place: shows both and lets the second choose. */
final class ConflictDialog extends Dialog {

    /** {@code keepMine} is told what was chosen. */
    ConflictDialog(String who, DraftEdit.Put mine, JsonNode theirs, SerializableConsumer<Boolean> keepMine) {
        Words words = new Words(this, getLocale());
        setHeaderTitle(getTranslation("protocol.conflict.title", words.field(mine.path())));
        setWidth("min(34rem, 94vw)");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        add(
                new Paragraph(getTranslation("protocol.conflict.text", who)),
                new H3(getTranslation("protocol.conflict.theirs", who)),
                new Paragraph(told(words, mine.path(), theirs)),
                new H3(getTranslation("protocol.conflict.mine")),
                new Paragraph(told(words, mine.path(), mine.becomes())));
        Button take = new Button(getTranslation("protocol.conflict.take", who), _ -> {
            close();
            keepMine.accept(false);
        });
        Button keep = new Button(getTranslation("protocol.conflict.keep"), _ -> {
            close();
            keepMine.accept(true);
        });
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(take, keep);
    }

    private String told(Words words, String path, JsonNode value) {
        return value.isMissingNode() ? getTranslation("protocol.conflict.nothing") : words.value(path, value);
    }
}
