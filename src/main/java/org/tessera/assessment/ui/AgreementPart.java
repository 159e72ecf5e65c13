package org.tessera.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.tessera.assessment.Agreements;

/** How far two scorers agree, row by row, and in each quarter: a table whose percentages are drawn as bars, too. */
final class AgreementPart extends Section {

    private static final long serialVersionUID = 1L;
    private static final int LAST_MONTH = 2;

    AgreementPart(List<Agreements.Line> lines) {
        addClassName("card");
        add(
                new H2(getTranslation("assessment-panel.agreement")),
                new Paragraph(getTranslation("assessment-panel.agreement.what")));
        if (lines.isEmpty()) {
            add(new Paragraph(getTranslation("assessment-panel.agreement.none")));
        }
        lines.forEach(line -> add(table(line)));
    }

    private Component table(Agreements.Line line) {
        CaseWords words = new CaseWords(this, getLocale(), line.credential());
        String name = line.credential().name().in(getLocale());
        NativeTableRow heads = new NativeTableRow();
        for (String column : List.of("row", "hand-ins", "exact", "kappa")) {
            NativeTableHeaderCell head =
                    new NativeTableHeaderCell(getTranslation("assessment-panel.agreement." + column));
            head.getElement().setAttribute("scope", "col");
            heads.add(head);
        }
        NativeTableBody body = new NativeTableBody();
        for (Agreements.Row row : line.rows()) {
            String title = words.row(row.id()) + " (" + row.scale().name().in(getLocale()) + ")";
            body.add(row(title, row.whole(), "agreement-row"));
            row.quarters().forEach(quarter -> body.add(row(quarter(quarter), quarter.group(), "agreement-quarter")));
        }
        NativeTable table = new NativeTable(new NativeTableHeader(heads), body);
        table.addClassName("agreement-table");
        table.getElement().setAttribute("aria-label", getTranslation("assessment-panel.agreement.of", name));
        Div wide = new Div(table);
        wide.addClassName("agreement-wide");
        return new Div(new H3(name), wide);
    }

    private NativeTableRow row(String title, Agreements.Group group, String kind) {
        NativeTableHeaderCell head = new NativeTableHeaderCell(title);
        head.getElement().setAttribute("scope", "row");
        NativeTableRow row = new NativeTableRow(
                head,
                new NativeTableCell(String.valueOf(group.handIns())),
                new NativeTableCell(new Span(getTranslation("assessment-panel.percent", group.exact())), bar(group)),
                new NativeTableCell(new CertificateWords(this, getLocale()).kappa(group.kappa())));
        row.addClassName(kind);
        return row;
    }

    /** The number stands beside it: a screen reader needs no bar. */
    private static Component bar(Agreements.Group group) {
        Div filled = new Div();
        filled.setWidth(group.exact() + "%");
        Div bar = new Div(filled);
        bar.addClassName("agreement-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        return bar;
    }

    private String quarter(Agreements.Quarter quarter) {
        DateTimeFormatter month = DateTimeFormatter.ofPattern("LLL", getLocale());
        return getTranslation(
                "assessment-panel.quarter",
                month.format(quarter.from()),
                month.format(quarter.from().plusMonths(LAST_MONTH)),
                String.valueOf(quarter.from().getYear()));
    }
}
