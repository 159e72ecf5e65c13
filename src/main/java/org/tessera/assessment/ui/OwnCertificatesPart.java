package org.tessera.assessment.ui;

import com.vaadin.flow.component.html.Anchor;
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
import org.tessera.assessment.Trials;

/** An assessor’s own certificates, the anchors to try, and how near the own levels are to what counted. */
final class OwnCertificatesPart extends Section {

    private static final long serialVersionUID = 1L;

    OwnCertificatesPart(
            List<Certificates.Standing> standings, List<Trials.Errand> trials, List<Agreements.Own> drifts) {
        addClassName("certificates");
        CertificateWords words = new CertificateWords(this, getLocale());
        add(new H2(getTranslation("assessment-panel.own")), new Paragraph(getTranslation("assessment-panel.own.what")));
        UnorderedList certificates = list();
        standings.forEach(standing -> {
            ListItem item = new ListItem(
                    new Span(standing.credential().name().in(getLocale())), new Span(words.state(standing)));
            words.round(standing.round()).ifPresent(round -> item.add(quiet(round)));
            item.addClassNames("card", "task-item");
            certificates.add(item);
        });
        add(certificates, new H3(getTranslation("assessment-panel.trials")));
        if (trials.isEmpty()) {
            add(new Paragraph(getTranslation("assessment-panel.trials.none")));
        }
        UnorderedList open = list();
        trials.forEach(trial -> open.add(item(trial)));
        add(open);
        if (!drifts.isEmpty()) {
            add(new H3(getTranslation("assessment-panel.drift")), quiet(getTranslation("assessment-panel.drift.what")));
            UnorderedList list = list();
            drifts.forEach(own -> list.add(
                    new ListItem(new Span(own.credential().name().in(getLocale()) + ": " + words.drift(own.drift())))));
            add(list);
        }
    }

    private ListItem item(Trials.Errand trial) {
        Anchor link = new Anchor(
                "trials/" + trial.anchor(),
                getTranslation("assessment-panel.trials.line", trial.anchor().number()));
        ListItem item = new ListItem(
                link,
                new Span(trial.credential().name().in(getLocale())),
                quiet(
                        trial.isDone()
                                ? getTranslation("assessment-panel.trials.done")
                                : getTranslation("assessment.tasks.begun", trial.begun(), trial.rows())));
        item.addClassNames("card", "task-item");
        return item;
    }

    private static UnorderedList list() {
        UnorderedList list = new UnorderedList();
        list.addClassName("task-list");
        return list;
    }

    private static Span quiet(String words) {
        Span span = new Span(words);
        span.addClassName("quiet");
        return span;
    }
}
