package org.tessera.room.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import java.util.List;
import java.util.stream.Collectors;
import org.tessera.protocol.Text;

/** Asks once more, kindly, before a step ends sooner than the protocol thinks good. */
final class EarlyDialog extends ConfirmDialog {

    EarlyDialog(List<Text> mistakes, Runnable then) {
        super();
        setHeader(getTranslation("room.early.title"));
        setText(mistakes.stream().map(mistake -> mistake.in(getLocale())).collect(Collectors.joining(" ")));
        setConfirmText(getTranslation("room.early.go"));
        addConfirmListener(_ -> then.run());
        setCancelable(true);
        setCancelText(getTranslation("room.early.stay"));
    }
}
