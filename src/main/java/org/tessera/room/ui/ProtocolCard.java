package org.tessera.room.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.tessera.protocol.Budget;
import org.tessera.protocol.Pack;

/** A protocol to choose: what it is for, how long and for how many it is, and where it comes from. */
final class ProtocolCard extends Div {

    ProtocolCard(Pack pack) {
        addClassName("protocol");
        Span name = new Span(pack.name().in(getLocale()));
        name.addClassName("name");
        Span aspect = new Span(getTranslation("aspect." + pack.aspect()));
        aspect.addClassName("aspect");
        Span facts = new Span(getTranslation(
                "room.new.protocol.facts",
                Budget.usualMinutes(pack),
                pack.phases().size(),
                pack.groupSize().min(),
                pack.groupSize().max()));
        facts.addClassName("facts");
        Paragraph credit = new Paragraph(pack.attribution().credit().in(getLocale()));
        credit.addClassNames("credit", "quiet");
        add(name, new Div(aspect, facts), new Paragraph(pack.purpose().in(getLocale())), credit);
        if (!pack.attribution().verified()) {
            Paragraph draft = new Paragraph(getTranslation("protocol.draft"));
            draft.addClassName("draft");
            add(draft);
        }
    }
}
