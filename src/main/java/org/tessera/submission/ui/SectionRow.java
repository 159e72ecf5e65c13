package org.tessera.submission.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import org.tessera.submission.Coverage;
import org.tessera.submission.EvidenceMatrix;

/** The heading of a credential in the matrix; it folds the rows below it. */
final class SectionRow extends NativeTableRow {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final List<EvidenceRow> rows;
    private final NativeButton fold = new NativeButton();
    private final Span covered = new Span();
    private boolean open = true;

    SectionRow(EvidenceMatrix.Section section, int artifacts, List<EvidenceRow> rows) {
        this.rows = List.copyOf(rows);
        name = section.credential().name().in(getLocale());
        addClassName("matrix-section");
        fold.addClassName("fold");
        fold.addClickListener(click -> {
            open = !open;
            show();
        });
        Anchor page = new Anchor(
                "credentials/" + section.credential().ref().id() + "?version="
                        + section.credential().ref().version(),
                getTranslation("submission.section.page"));
        page.addClassName("section-page");
        NativeTableHeaderCell head = new NativeTableHeaderCell(fold, page);
        head.getElement().setAttribute("scope", "rowgroup");
        NativeTableCell count = new NativeTableCell(covered);
        NativeTableCell rest = new NativeTableCell();
        rest.setVisible(artifacts > 0);
        rest.getElement().setAttribute("colspan", String.valueOf(artifacts));
        add(head, count, rest);
        update(section);
        show();
    }

    /** Brings the count up to date. */
    void update(EvidenceMatrix.Section section) {
        covered.setText(getTranslation(
                "submission.section",
                section.count(Coverage.Degree.COVERED),
                section.rows().size()));
    }

    private void show() {
        fold.removeAll();
        Icon icon = new Icon(open ? VaadinIcon.ANGLE_DOWN : VaadinIcon.ANGLE_RIGHT);
        icon.getElement().setAttribute("aria-hidden", "true");
        fold.add(icon, new Span(name));
        fold.getElement().setAttribute("aria-expanded", String.valueOf(open));
        fold.setTitle(getTranslation(open ? "submission.section.close" : "submission.section.open", name));
        rows.forEach(row -> row.getElement().setAttribute("hidden", !open));
    }
}
