package org.tessera.privacy.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.tessera.privacy.Report;

/** What the owner is told of a report: what was seen, in the reporter's words, and not whose they are. */
final class ReportedPart extends Div {

    private static final long serialVersionUID = 1L;

    ReportedPart(List<Report> reports) {
        addClassName("page-note");
        setVisible(!reports.isEmpty());
        DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(getLocale())
                .withZone(ZoneOffset.UTC);
        reports.stream().limit(1).forEach(report -> {
            add(new Paragraph(getTranslation(
                    "privacy.reported", day.format(report.at()), getTranslation("privacy.alarm." + report.alarm()))));
            if (!report.words().isEmpty()) {
                Paragraph words = new Paragraph(getTranslation("privacy.reported.words", report.words()));
                words.addClassName("reported-words");
                add(words);
            }
        });
    }
}
