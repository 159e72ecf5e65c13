package org.tessera.credit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** Parts that both pages are made of. */
final class Parts {

    private Parts() {}

    static Section section(String title, Component... parts) {
        Section section = new Section(new H2(title));
        section.add(parts);
        return section;
    }

    static Section card(Component... parts) {
        Section card = new Section(parts);
        card.addClassName("card");
        return card;
    }

    static Anchor download(String address, String text) {
        Anchor link = new Anchor(address, text);
        link.addClassName("action");
        link.getElement().setAttribute("download", true);
        link.setRouterIgnore(true);
        return link;
    }

    static Div actions(Component... parts) {
        Div actions = new Div(parts);
        actions.addClassName("page-actions");
        return actions;
    }

    /** Where a refusal is read aloud. */
    static Paragraph alert() {
        Paragraph alert = new Paragraph();
        alert.getElement().setAttribute("role", "alert");
        return alert;
    }
}
