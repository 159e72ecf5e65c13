package org.tessera.account.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.Passwords;
import org.tessera.account.Person;
import org.tessera.account.SignInId;
import org.tessera.account.SignIns;
import org.tessera.account.SignedIn;

/** One's own account: where one is signed in, and the password. */
@Route("account")
@RolesAllowed("PERSON")
class AccountView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    AccountView(CurrentUser user, Accounts accounts, SignIns signIns, Passwords passwords) {
        SignedIn me = user.require();
        addClassNames("page", "account");
        add(new H1(getTranslation("account.own.title")));
        accounts.person(me.id()).map(Person::email).ifPresent(email -> {
            Paragraph line = new Paragraph(me.name() + " · " + email);
            line.addClassName("quiet");
            add(line);
        });
        Div sections = new Div();
        sections.addClassName("cards");
        SignInId here = user.signIn().orElseThrow();
        OpenSignIns open = new OpenSignIns(me.id(), here, signIns);
        sections.add(open, new PasswordChange(me.id(), here, accounts, passwords, signIns, open::show));
        add(sections);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("account.own.title"));
    }
}
