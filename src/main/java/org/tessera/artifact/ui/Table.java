package org.tessera.artifact.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** A plain table with headers for columns and rows, which scrolls by itself where it is too wide. */
final class Table extends Div {

    private static final long serialVersionUID = 1L;

    private final NativeTable table = new NativeTable();

    Table(String caption, List<String> columns) {
        addClassName("artifact-table");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", caption);
        table.setCaptionText(caption);
        NativeTableRow head = table.getHead().addRow();
        columns.forEach(column -> head.add(header(column, "col")));
        add(table);
    }

    /** Adds a row: its header, and what stands in its cells. */
    void row(String header, List<? extends Component> cells) {
        NativeTableRow row = table.getBody().addRow();
        row.add(header(header, "row"));
        cells.forEach(cell -> row.addDataCell().add(cell));
    }

    private static NativeTableHeaderCell header(String text, String scope) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }

    static Component text(String text) {
        return new Span(text);
    }
}
