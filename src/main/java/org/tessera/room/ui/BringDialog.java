package org.tessera.room.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.tessera.material.MaterialKind;
import org.tessera.material.ui.MaterialUpload;

/** Brings files to a meeting, of one kind at a time; does not close over a file that is still on its way. */
final class BringDialog extends Dialog {

    private final Map<MaterialKind, MaterialUpload> uploads = new EnumMap<>(MaterialKind.class);
    private final Paragraph says = new Paragraph();

    BringDialog(List<MaterialKind> kinds, Function<MaterialKind, MaterialUpload> upload) {
        setHeaderTitle(getTranslation("room.material.bring"));
        addClassName("room-dialog");
        setWidth("min(46rem, 94vw)");
        setCloseOnOutsideClick(false);
        addDialogCloseActionListener(_ -> finish());
        RadioButtonGroup<MaterialKind> kind = new RadioButtonGroup<>(getTranslation("room.material.kind"));
        kind.setItems(kinds);
        kind.setItemLabelGenerator(
                each -> getTranslation("material.upload." + each.name().toLowerCase(Locale.ROOT)));
        kind.addValueChangeListener(event -> show(event.getValue()));
        kind.setVisible(kinds.size() > 1);
        add(kind);
        kinds.forEach(each -> {
            MaterialUpload place = upload.apply(each);
            uploads.put(each, place);
            add(place);
        });
        kind.setValue(kinds.getFirst());
        says.getElement().setAttribute("role", "alert");
        Button done = new Button(getTranslation("room.material.done"), _ -> finish());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(says, done);
    }

    private void show(MaterialKind chosen) {
        uploads.forEach((kind, place) -> place.setVisible(kind == chosen));
    }

    private void finish() {
        boolean busy = uploads.values().stream().anyMatch(MaterialUpload::isUnderWay);
        says.setText(busy ? getTranslation("room.material.wait") : "");
        if (!busy) {
            close();
        }
    }
}
