package org.tessera.badge.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.tessera.badge.Reason;
import org.tessera.badge.Report;
import org.tessera.badge.Report.Said;
import org.tessera.badge.Report.State;

/** What a check found: what it comes to, what the credential says about itself, and each step in words. */
final class ReportSteps extends Section {

    private static final long serialVersionUID = 1L;

    ReportSteps(Report report) {
        addClassNames("card", "badge-report");
        getElement().setAttribute("role", "status");
        String outcome = report.outcome().name().toLowerCase(Locale.ROOT);
        H2 heading = new H2(getTranslation("badge.outcome." + outcome));
        heading.addClassNames("badge-outcome", "badge-" + outcome);
        // so that the answer is found by keyboard and read aloud
        heading.getElement().setAttribute("tabindex", "-1");
        add(heading, new Paragraph(getTranslation("badge.outcome." + outcome + ".why")));
        report.said().ifPresent(said -> add(said(said)));
        OrderedList steps = new OrderedList();
        steps.addClassName("badge-steps");
        report.steps().forEach(step -> steps.add(step(step)));
        add(steps);
    }

    private Div said(Said said) {
        DescriptionList list = new DescriptionList();
        add(list, "badge.said.name", said.name());
        add(list, "badge.said.achievement", said.achievement());
        add(list, "badge.said.issuer", said.issuer());
        add(list, "badge.said.from", moment(said.validFrom()));
        said.validUntil().ifPresent(until -> add(list, "badge.said.until", moment(until)));
        Div part = new Div(new Paragraph(getTranslation("badge.said")), list);
        part.addClassName("badge-said");
        return part;
    }

    /** A moment as people write it; what is none is told as it stands, for any credential may be checked here. */
    private String moment(String said) {
        try {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                            .withLocale(getLocale())
                            .format(OffsetDateTime.parse(said).withOffsetSameInstant(ZoneOffset.UTC))
                    + " UTC";
        } catch (DateTimeParseException _) {
            return said;
        }
    }

    private void add(DescriptionList list, String key, String value) {
        list.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
    }

    private ListItem step(Report.Step step) {
        Span what = new Span(getTranslation("badge.step." + step.kind().name().toLowerCase(Locale.ROOT)));
        ListItem item = new ListItem();
        switch (step.state()) {
            case State.Holds() -> item.add(mark("holds"), what);
            case State.Fails(Reason reason, String where) -> item.add(mark("fails"), what, why(reason, where));
            case State.NotChecked(Reason reason, String where) -> item.add(mark("unchecked"), what, why(reason, where));
        }
        return item;
    }

    private Span mark(String state) {
        Span mark = new Span(getTranslation("badge.state." + state));
        mark.addClassNames("badge-state", "badge-" + state);
        return mark;
    }

    private Span why(Reason reason, String where) {
        Span why = new Span(new Span(getTranslation("badge.reason." + reason.code())));
        why.addClassNames("badge-why", "quiet");
        if (!where.isBlank()) {
            Span place = new Span(where);
            place.addClassName("badge-where");
            why.add(new Span(" "), place);
        }
        return why;
    }
}
