package org.tessera.submission.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tessera.submission.Coverage;
import org.tessera.submission.EvidenceMatrix;
import org.tessera.submission.Linkable;
import org.tessera.submission.Piece;

/**
 * The matrix as a table: rows of the credentials down, what can be linked across. Arrow keys and dragging are the element's work
 * in the browser; a chosen cell is told to the page.
 */
@Tag("evidence-matrix")
@JsModule("./evidence-matrix.ts")
final class EvidenceTable extends Component implements HasComponents, HasSize {

    private static final long serialVersionUID = 1L;

    private final transient Consumer<Place> chosen;
    private final Map<String, EvidenceRow> rows = new HashMap<>();
    private final List<SectionRow> sections = new ArrayList<>();

    EvidenceTable(EvidenceMatrix matrix, Optional<Piece> highlighted, Consumer<Place> chosen) {
        this.chosen = chosen;
        NativeTable table = new NativeTable();
        table.getElement().setAttribute("role", "grid");
        table.getElement().setAttribute("aria-label", getTranslation("submission.grid"));
        table.getHead().add(heading(matrix, highlighted));
        matrix.sections().forEach(section -> fill(table.addBody(), section, matrix.linkables(), highlighted));
        Div scroll = new Div(table);
        scroll.addClassName("matrix-scroll");
        add(scroll);
        listenForDrops();
    }

    /** Brings every row up to date with the links. */
    void show(EvidenceMatrix matrix) {
        for (int i = 0; i < sections.size(); i++) {
            EvidenceMatrix.Section section = matrix.sections().get(i);
            sections.get(i).update(section);
            section.rows().forEach(coverage -> Optional.ofNullable(
                            rows.get(key(section, coverage).toString()))
                    .ifPresent(row -> row.show(coverage)));
        }
    }

    private NativeTableRow heading(EvidenceMatrix matrix, Optional<Piece> highlighted) {
        NativeTableRow heading = new NativeTableRow();
        heading.add(columnHead(getTranslation("submission.rows"), "matrix-corner"));
        heading.add(columnHead(getTranslation("submission.coverage"), "matrix-coverage"));
        matrix.linkables().forEach(what -> heading.add(pieceHead(what, highlighted)));
        return heading;
    }

    private NativeTableHeaderCell columnHead(String text, String className) {
        NativeTableHeaderCell head = new NativeTableHeaderCell(text);
        head.getElement().setAttribute("scope", "col");
        head.addClassName(className);
        return head;
    }

    private NativeTableHeaderCell pieceHead(Linkable what, Optional<Piece> highlighted) {
        PieceLine line = new PieceLine(this, getLocale());
        String name = line.name(what);
        String about = line.about(what);
        Anchor link = new Anchor(PieceLine.address(what.piece()), name);
        link.getElement().setAttribute("draggable", "false");
        Span under = new Span(about);
        under.addClassName("artifact-about");
        NativeTableHeaderCell head = new NativeTableHeaderCell(link, under);
        head.getElement()
                .setAttribute("scope", "col")
                .setAttribute("draggable", "true")
                .setAttribute("data-artifact", what.piece().value().toString())
                .setAttribute("data-name", name)
                .setAttribute("data-about", about);
        head.addClassName("matrix-artifact");
        head.setClassName("highlighted", highlighted.equals(Optional.of(what.piece())));
        return head;
    }

    private void fill(
            NativeTableBody body,
            EvidenceMatrix.Section section,
            List<Linkable> linkables,
            Optional<Piece> highlighted) {
        List<EvidenceRow> own = new ArrayList<>();
        for (Coverage coverage : section.rows()) {
            RowKey key = key(section, coverage);
            EvidenceRow row = new EvidenceRow(key, coverage, linkables, highlighted, chosen);
            if (rows.isEmpty()) {
                row.letTabEnter();
            }
            rows.put(key.toString(), row);
            own.add(row);
        }
        SectionRow heading = new SectionRow(section, linkables.size(), own);
        body.add(heading);
        own.forEach(body::add);
        sections.add(heading);
    }

    private void listenForDrops() {
        getElement()
                .addEventListener("evidence-dropped", event -> {
                    String row = event.getEventData().path("event.detail.row").asString("");
                    String artifact =
                            event.getEventData().path("event.detail.artifact").asString("");
                    Optional.ofNullable(rows.get(row))
                            .flatMap(target -> target.placeOf(artifact))
                            .ifPresent(chosen);
                })
                .addEventData("event.detail.row")
                .addEventData("event.detail.artifact");
    }

    private static RowKey key(EvidenceMatrix.Section section, Coverage coverage) {
        return new RowKey(section.credential().ref(), coverage.criterion().id());
    }
}
