package org.tessera.account.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.io.Serializable;
import java.util.Set;
import org.tessera.account.GuestName;

/** Where guests arrive with six letters and a name. The form goes to {@code POST /join}, which is a filter. */
@Route(value = "join/:code?", autoLayout = false)
@AnonymousAllowed
public class JoinView extends EntrancePage implements BeforeEnterObserver {

    /** Session attribute: what was typed before a refusal. */
    public static final String TYPED = "org.tessera.join.typed";

    /** What a guest typed. */
    public record Typed(String code, String name) implements Serializable {}

    private static final long serialVersionUID = 1L;
    private static final Set<String> REASONS =
            Set.of("code_unknown", "name_empty", "name_too_long", "name_invalid", "too_many", "stale");

    /** Six letters, and room for the hyphen or spaces people put between them. */
    private static final int CODE_LENGTH = 11;

    private final TextField code = new TextField();
    private final TextField name = new TextField();

    JoinView() {
        super("account.join.title", "account.join.lead");
        addClassName("join");
        code.setLabel(getTranslation("account.join.code"));
        code.getElement().setAttribute("name", "code");
        code.setAutocomplete(Autocomplete.OFF);
        code.setAutocapitalize(Autocapitalize.CHARACTERS);
        code.setAutocorrect(false);
        code.getElement().setAttribute("spellcheck", "false");
        code.setMaxLength(CODE_LENGTH);
        code.addClassName("code");
        name.setLabel(getTranslation("account.join.name"));
        name.setHelperText(getTranslation("account.join.name.why"));
        name.getElement().setAttribute("name", "name");
        name.setAutocomplete(Autocomplete.NAME);
        name.setMaxLength(GuestName.LONGEST);
        PostForm form = new PostForm("join");
        form.hide("language", getLocale().getLanguage());
        form.add(code, name, submit("account.join.submit"));
        add(form, foot(new Anchor("login", getTranslation("account.join.login"))));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        explain(event, "account.join.refused.", REASONS);
        if (VaadinSession.getCurrent().getSession().getAttribute(TYPED) instanceof Typed typed) {
            code.setValue(typed.code());
            name.setValue(typed.name());
        }
        event.getRouteParameters().get("code").ifPresent(code::setValue);
        (code.isEmpty() ? code : name).focus();
    }
}
