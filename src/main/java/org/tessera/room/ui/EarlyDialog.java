package org.tessera.room.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import org.tessera.protocol.Text;

/** Asks once more, kindly, before a step ends sooner than the protocol thinks good. */
final class EarlyDialog extends ConfirmDialog {

    EarlyDialog(Text mistake, Runnable then) {
        super();
        setHeader(getTranslation("room.early.title"));
        setText(mistake.in(getLocale()));
        setConfirmText(getTranslation("room.early.go"));
        addConfirmListener(_ -> then.run());
        setCancelable(true);
        setCancelText(getTranslation("room.early.stay"));
    }
}
