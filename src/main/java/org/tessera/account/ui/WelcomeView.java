package org.tessera.account.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Locale;
import java.util.Set;
import org.tessera.account.Passwords;
import org.tessera.account.Person;
import org.tessera.account.WelcomeAnswer;
import org.tessera.account.WelcomeLinks;

/** Where a welcome link leads: whose it is sets a password. The form goes to {@code POST /welcome}, which is a filter. */
@Route(value = "welcome/:secret", autoLayout = false)
@AnonymousAllowed
public class WelcomeView extends EntrancePage implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final Set<String> REASONS = Set.of("too_short", "too_long", "guessed_first", "too_many", "stale");

    private final transient WelcomeLinks links;

    WelcomeView(WelcomeLinks links) {
        super("office.welcome.title", "office.welcome.lead");
        this.links = links;
        addClassName("welcome");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String secret = event.getRouteParameters().get("secret").orElse("");
        switch (links.look(secret)) {
            case WelcomeAnswer.Welcome(Person person) -> {
                explain(event, "office.welcome.refused.", REASONS);
                add(form(secret, person));
            }
            case WelcomeAnswer.Refused why -> {
                Paragraph sentence = new Paragraph(
                        getTranslation("office.welcome.refused." + why.name().toLowerCase(Locale.ROOT)));
                sentence.addClassName("says");
                add(sentence);
            }
        }
        add(foot(new Anchor("login", getTranslation("account.join.login"))));
    }

    private PostForm form(String secret, Person person) {
        Paragraph whose = new Paragraph(getTranslation("office.welcome.whose", person.name()));
        whose.addClassName("whose");
        EmailField email = new EmailField(getTranslation("account.login.email"));
        email.getElement().setAttribute("name", "username");
        email.setAutocomplete(Autocomplete.USERNAME);
        email.setValue(person.email());
        email.setReadOnly(true);
        PasswordField password = new PasswordField(getTranslation("account.password.new"));
        password.getElement().setAttribute("name", "password");
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperText(getTranslation("account.password.rule", Passwords.SHORTEST));
        password.setMaxLength(Passwords.LONGEST);
        password.focus();
        PostForm form = new PostForm("welcome");
        form.hide("secret", secret);
        form.add(whose, email, password, submit("office.welcome.submit"));
        return form;
    }
}
