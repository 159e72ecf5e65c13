package org.tessera.assessment.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.tessera.assessment.Agreements;
import org.tessera.assessment.Certificates;

/** Who of the panel is certified for what, and how near their levels are to what counted. */
final class CertificatesPart extends Section {

    private static final long serialVersionUID = 1L;

    CertificatesPart(List<Certificates.Standing> standings, List<Agreements.Named> drifts) {
        addClassName("card");
        CertificateWords words = new CertificateWords(this, getLocale());
        add(
                new H2(getTranslation("assessment-panel.certificates")),
                new Paragraph(getTranslation("assessment-panel.certificates.what")));
        if (standings.isEmpty()) {
            add(new Paragraph(getTranslation("assessment-panel.certificates.none")));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("task-list");
        standings.forEach(standing -> {
            Span name = new Span(standing.assessor().name());
            name.addClassName("found-level");
            ListItem item = new ListItem(
                    name, new Span(standing.credential().name().in(getLocale())), new Span(words.state(standing)));
            words.round(standing.round()).ifPresent(round -> {
                Span quiet = new Span(round);
                quiet.addClassName("quiet");
                item.add(quiet);
            });
            item.addClassName("task-item");
            list.add(item);
        });
        add(
                list,
                new H3(getTranslation("assessment-panel.drift")),
                new Paragraph(getTranslation("assessment-panel.drift.officer")));
        if (drifts.isEmpty()) {
            add(new Paragraph(getTranslation("assessment-panel.drift.none")));
        }
        UnorderedList drifted = new UnorderedList();
        drifts.forEach(named -> drifted.add(new ListItem(named.assessor().name() + " · "
                + named.credential().name().in(getLocale()) + ": " + words.drift(named.drift()))));
        add(drifted);
    }
}
