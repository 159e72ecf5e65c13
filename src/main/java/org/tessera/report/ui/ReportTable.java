package org.tessera.report.ui;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import org.tessera.report.Figure;
import org.tessera.report.Label;
import org.tessera.report.Sheet;

/** A report with all its figures. On a phone each line is a block of its own, with the head beside every figure. */
final class ReportTable extends NativeTable {

    private static final long serialVersionUID = 1L;

    ReportTable(Sheet sheet, ReportWords words) {
        addClassName("report-table");
        // display: block on a phone would take the roles away
        getElement().setAttribute("role", "table");
        setCaptionText(words.title(sheet.kind(), getLocale()));
        List<String> heads = words.heads(sheet.kind(), getLocale());
        NativeTableRow head = row();
        heads.forEach(text -> head.add(head(text, "col", "columnheader")));
        NativeTableBody body = new NativeTableBody();
        body.getElement().setAttribute("role", "rowgroup");
        for (Sheet.Line line : sheet.lines()) {
            NativeTableRow row = row();
            for (Label label : line.labels()) {
                row.add(head(words.label(label, getLocale()), "row", "rowheader"));
            }
            for (int place = 0; place < line.figures().size(); place++) {
                Figure figure = line.figures().get(place);
                NativeTableCell cell = new NativeTableCell(words.figure(figure, getLocale()));
                cell.getElement().setAttribute("role", "cell");
                cell.getElement()
                        .setAttribute("data-head", heads.get(line.labels().size() + place));
                row.add(cell);
            }
            body.add(row);
        }
        NativeTableHeader top = new NativeTableHeader(head);
        top.getElement().setAttribute("role", "rowgroup");
        add(top, body);
    }

    private static NativeTableRow row() {
        NativeTableRow row = new NativeTableRow();
        row.getElement().setAttribute("role", "row");
        return row;
    }

    private static NativeTableHeaderCell head(String text, String scope, String role) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", scope);
        cell.getElement().setAttribute("role", role);
        return cell;
    }
}
