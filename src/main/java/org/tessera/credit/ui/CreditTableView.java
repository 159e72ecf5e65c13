package org.tessera.credit.ui;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.credential.Credentials;
import org.tessera.credit.Credits;
import org.tessera.protocol.Protocols;

/** A district's table of credit, who asks to be registered, and what is due to whom: for the district's officers. */
@Route("credit-table")
@RolesAllowed("PERSON")
@CssImport("./styles/page-parts.css")
@CssImport("./styles/credit.css")
class CreditTableView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Credits credits;
    private final transient RuleSentences sentences;
    private final transient Credentials credentials;
    private final transient Protocols protocols;
    private final transient Accounts accounts;
    private final PersonId me;

    CreditTableView(
            Credits credits,
            RuleSentences sentences,
            Credentials credentials,
            Protocols protocols,
            Accounts accounts,
            CurrentUser user) {
        this.credits = credits;
        this.sentences = sentences;
        this.credentials = credentials;
        this.protocols = protocols;
        this.accounts = accounts;
        this.me = user.require().id();
        addClassNames("page", "credit-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!credits.isOfficer(me)) {
            throw new NotFoundException();
        }
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("credit.table"));
    }

    private void show() {
        removeAll();
        DuePart due = new DuePart(credits, accounts, me);
        add(
                new H1(getTranslation("credit.table")),
                new Paragraph(getTranslation("credit.table.lead")),
                new RegistrationsPart(credits, accounts, sentences, me, due::show),
                due,
                // a rule changes what is due
                new RulesPart(credits, sentences, credentials, protocols, me, due::show),
                new Paragraph(new Anchor("hours", getTranslation("credit.hours"))));
    }
}
