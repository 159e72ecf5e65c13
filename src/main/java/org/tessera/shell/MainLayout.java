package org.tessera.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.Officers;
import org.tessera.account.SignIns;
import org.tessera.account.SignedIn;

/**
 * What surrounds every page: the brand, the way to home, team, protocols and evidence, and one's own menu. The view itself stands
 * in the {@code main} landmark. It says nothing about anybody, so it lets in whom its view lets in.
 */
@Layout
@AnonymousAllowed
class MainLayout extends AppLayout implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;
    private static final String CONTENT = "content";

    private final Main content = new Main();
    private final Nav nav = new Nav();

    MainLayout(CurrentUser user, Accounts accounts, Officers officers, SignIns signIns) {
        addClassName("shell");
        content.setId(CONTENT);
        // where the skip link puts the focus
        content.getElement().setAttribute("tabindex", "-1");
        setContent(content);
        Header head = new Header(skipLink(), brand(), nav);
        addToNavbar(head);
        nav.setAriaLabel(getTranslation("shell.nav"));
        user.get().ifPresent(me -> {
            fillNav(me);
            head.add(new OwnMenu(me, user, accounts, officers, signIns));
        });
    }

    @Override
    public void showRouterLayoutContent(HasElement view) {
        content.getElement().removeAllChildren();
        content.getElement().appendChild(view.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement view) {
        content.getElement().removeChild(view.getElement());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String first = event.getLocation().getFirstSegment();
        nav.getChildren()
                .filter(Anchor.class::isInstance)
                .map(Anchor.class::cast)
                .forEach(link -> {
                    if (link.getHref().equals(first)) {
                        link.getElement().setAttribute("aria-current", "page");
                    } else {
                        link.getElement().removeAttribute("aria-current");
                    }
                });
    }

    private void fillNav(SignedIn me) {
        if (me.guest()) {
            return;
        }
        nav.add(new Anchor("", getTranslation("shell.nav.home")));
        nav.add(new Anchor("teams", getTranslation("shell.nav.team")));
        nav.add(new Anchor("protocols", getTranslation("shell.nav.protocols")));
        // the evidence feature brings this page
        if (RouteConfiguration.forApplicationScope()
                .getRoute("evidence", List.of())
                .isPresent()) {
            nav.add(new Anchor("evidence", getTranslation("shell.nav.evidence")));
        }
    }

    /** An address with only a fragment would lead away: the pages' base address is not their own. */
    private NativeButton skipLink() {
        NativeButton skip = new NativeButton(getTranslation("shell.skip"));
        skip.addClassName("skip");
        skip.getElement().executeJs("this.addEventListener('click', () => $0.focus())", content.getElement());
        return skip;
    }

    private Anchor brand() {
        Div mark = new Div();
        mark.addClassName("mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        Anchor brand = new Anchor("", mark, new Span(getTranslation("shell.brand")));
        brand.addClassName("brand");
        return brand;
    }
}
