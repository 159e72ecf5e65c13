package org.tessera.submission.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Optional;
import org.tessera.submission.EvidenceLink;
import org.tessera.submission.Linkable;

/** Where something that can be linked and a row meet: linked or not. */
final class EvidenceCell extends NativeButton {

    private static final long serialVersionUID = 1L;

    private final String rowName;
    private final String name;

    EvidenceCell(Linkable what, String rowName, Runnable chosen) {
        this.rowName = rowName;
        name = new PieceLine(this, getLocale()).full(what);
        addClassName("cell");
        setTabIndex(-1);
        getElement().setAttribute("data-artifact", what.piece().value().toString());
        addClickListener(click -> chosen.run());
    }

    /** Shows the link there is, if any. */
    void show(Optional<EvidenceLink> link) {
        removeAll();
        Icon icon = new Icon(link.isPresent() ? VaadinIcon.LINK : VaadinIcon.PLUS);
        icon.getElement().setAttribute("aria-hidden", "true");
        add(icon);
        setClassName("linked", link.isPresent());
        setAriaLabel(
                getTranslation(link.isPresent() ? "submission.cell.linked" : "submission.cell.free", name, rowName));
        link.ifPresentOrElse(
                there -> getElement().setAttribute("data-annotation", there.annotation()),
                () -> getElement().removeAttribute("data-annotation"));
    }

    boolean isLinked() {
        return hasClassName("linked");
    }
}
