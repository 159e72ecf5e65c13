package org.tessera.account.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Set;
import org.tessera.account.CurrentUser;

/** Where people sign in. The form goes to {@code POST /login}, which is not a view but a filter. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
public class LoginView extends EntrancePage implements BeforeEnterObserver {

    /** Session attribute: the address typed before a refusal, so that nobody types it twice. */
    public static final String TYPED_EMAIL = "org.tessera.login.email";

    private static final long serialVersionUID = 1L;
    private static final Set<String> REASONS = Set.of("wrong", "too_many", "suspended", "stale");

    private final transient CurrentUser user;
    private final EmailField email = new EmailField();
    private final PasswordField password = new PasswordField();

    LoginView(CurrentUser user) {
        super("account.login.title", "account.login.lead");
        this.user = user;
        email.setLabel(getTranslation("account.login.email"));
        email.getElement().setAttribute("name", "username");
        email.setAutocomplete(Autocomplete.USERNAME);
        password.setLabel(getTranslation("account.login.password"));
        password.getElement().setAttribute("name", "password");
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        Checkbox keep = new Checkbox(getTranslation("account.login.keep"));
        keep.getElement().setAttribute("name", "keep");
        PostForm form = new PostForm("login");
        form.add(email, password, keep, submit("account.login.submit"));
        add(form, foot(new Anchor("join", getTranslation("account.login.join"))));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (user.get().filter(who -> !who.guest()).isPresent()) {
            event.forwardTo("");
            return;
        }
        explain(event, "account.login.refused.", REASONS);
        if (VaadinSession.getCurrent().getSession().getAttribute(TYPED_EMAIL) instanceof String typed) {
            email.setValue(typed);
        }
        (email.isEmpty() ? email : password).focus();
    }
}
