package org.tessera.submission.ui;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.credential.Credentials;
import org.tessera.submission.PickSheet;
import org.tessera.submission.Picks;

/**
 * Which credentials an earner takes and which evidence is to be collected, written by the earner and the coach the earner
 * named. Without an id it is the own sheet.
 */
@Route("picks")
@RouteAlias("picks/:earner")
@RolesAllowed("PERSON")
@CssImport("./styles/page-parts.css")
@CssImport("./styles/evidence.css")
class PicksView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Picks picks;
    private final transient Credentials credentials;
    private final transient Accounts accounts;
    private final transient PersonId me;

    PicksView(Picks picks, Credentials credentials, Accounts accounts, CurrentUser user) {
        this.picks = picks;
        this.credentials = credentials;
        this.accounts = accounts;
        me = user.require().id();
        addClassNames("page", "picks-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        PersonId earner = event.getRouteParameters()
                .get("earner")
                .map(id -> person(id).orElseThrow(NotFoundException::new))
                .orElse(me);
        // What one may not see is answered like what is not there.
        PickSheet sheet = picks.sheet(earner, me).orElseThrow(NotFoundException::new);
        removeAll();
        boolean own = earner.equals(me);
        add(
                new H1(own ? getTranslation("picks.title") : getTranslation("picks.title.of", accounts.nameOf(earner))),
                new Paragraph(getTranslation(own ? "picks.lead" : "picks.lead.coach")));
        if (own) {
            addCoached();
        }
        add(new PickForm(picks, credentials, me, sheet));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("picks.title"));
    }

    private void addCoached() {
        List<PersonId> coached = picks.coachedBy(me);
        if (!coached.isEmpty()) {
            UnorderedList list = new UnorderedList();
            coached.forEach(
                    earner -> list.add(new ListItem(new Anchor("picks/" + earner.value(), accounts.nameOf(earner)))));
            add(new H2(getTranslation("picks.coached")), list);
        }
    }

    private static Optional<PersonId> person(String id) {
        try {
            return Optional.of(new PersonId(UUID.fromString(id)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
