package org.tessera.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** For pages that broke while they were made. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class BrokenPage extends ErrorSentence implements HasErrorParameter<Exception> {

    private static final long serialVersionUID = 1L;

    private final transient Breakage breakage;

    BrokenPage(Breakage breakage) {
        this.breakage = breakage;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> why) {
        say("shell.error.500.title", "shell.error.500.text", breakage.note(why.getException()));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
