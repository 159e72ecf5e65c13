package org.tessera.shell;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The first page anybody sees. */
@Route("")
@AnonymousAllowed
class WelcomeView extends VerticalLayout {

    private static final long serialVersionUID = 1;

    WelcomeView() {
        add(new H1("Tessera"));
    }
}
