package org.tessera.submission.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.tessera.submission.Status;

/** How far a submission is, in a word. */
final class StatusMark extends Span {

    private static final long serialVersionUID = 1L;

    StatusMark(Status status) {
        String name = status.name().toLowerCase(Locale.ROOT);
        setText(getTranslation("handin.status." + name));
        addClassNames("status-mark", "status-" + name.replace('_', '-'));
    }
}
