package org.tessera.entry.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** Counts as bars, which are a table at the same time: what the eye sees as length, everybody can read as a number. */
public final class BarChart extends NativeTable {

    private static final long serialVersionUID = 1L;

    /** How often something was taken. */
    public record Bar(String label, int count) {}

    /**
     * @param caption what is counted
     * @param all of how many the bars are shares
     */
    public BarChart(String caption, List<Bar> bars, int all) {
        addClassName("bar-chart");
        setCaptionText(caption);
        NativeTableRow head = new NativeTableRow(
                heading("entry.chart.answer"), heading("entry.chart.number"), heading("entry.chart.share"));
        head.add(picture());
        add(new NativeTableHeader(head), body(bars, all));
    }

    private NativeTableBody body(List<Bar> bars, int all) {
        NativeTableBody body = new NativeTableBody();
        for (Bar bar : bars) {
            int percent = all == 0 ? 0 : Math.round(100f * bar.count() / all);
            NativeTableHeaderCell label = new NativeTableHeaderCell(bar.label());
            label.getElement().setAttribute("scope", "row");
            Div length = new Div();
            length.addClassName("bar");
            length.getStyle().set("inline-size", percent + "%");
            NativeTableCell drawn = picture();
            drawn.add(length);
            body.add(new NativeTableRow(
                    label,
                    new NativeTableCell(String.valueOf(bar.count())),
                    new NativeTableCell(getTranslation("entry.chart.percent", percent)),
                    drawn));
        }
        return body;
    }

    private NativeTableHeaderCell heading(String key) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation(key));
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    /** Beside the numbers, for eyes only. */
    private static NativeTableCell picture() {
        NativeTableCell cell = new NativeTableCell();
        cell.addClassName("bar-place");
        cell.getElement().setAttribute("aria-hidden", "true");
        return cell;
    }
}
