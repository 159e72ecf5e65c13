package org.tessera.account.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.server.VaadinRequest;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * A form the browser itself posts: password managers know it, and it works the same for programs. It carries the token
 * that proves it is ours.
 */
@Tag("form")
final class PostForm extends HtmlContainer {

    private static final long serialVersionUID = 1L;

    /** @param action where to, relative to the application */
    PostForm(String action) {
        getElement().setAttribute("method", "post").setAttribute("action", action);
        // The server says what is wrong, in sentences; browsers' own bubbles differ from one to the next.
        getElement().setAttribute("novalidate", true);
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request != null && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            hide(token.getParameterName(), token.getToken());
        }
    }

    /** Adds a field nobody sees. */
    void hide(String name, String value) {
        Input field = new Input();
        field.setType("hidden");
        field.getElement().setAttribute("name", name).setAttribute("value", value);
        add(field);
    }
}
