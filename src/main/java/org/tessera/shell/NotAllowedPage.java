package org.tessera.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** For pages of another kind of account. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NotAllowedPage extends ErrorSentence implements HasErrorParameter<AccessDeniedException> {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> why) {
        say("shell.error.403.title", "shell.error.403.text");
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
