package org.tessera.account.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.DistrictId;
import org.tessera.account.Office;
import org.tessera.account.Officers;
import org.tessera.account.PersonId;
import org.tessera.account.WelcomeLinks;

/** The office of a district, for its officers: to everybody else it does not exist. */
@Route("office/:section?")
@RolesAllowed("PERSON")
class OfficeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    /** The first is what {@code office} alone shows. */
    private static final List<String> SECTIONS = List.of("people", "list", "schools", "officers", "trail");

    private final transient Office office;
    private final transient WelcomeLinks links;
    private final transient Officers officers;
    private final transient Accounts accounts;
    private final PersonId me;

    OfficeView(Office office, WelcomeLinks links, Officers officers, Accounts accounts, CurrentUser user) {
        this.office = office;
        this.links = links;
        this.officers = officers;
        this.accounts = accounts;
        this.me = user.require().id();
        addClassNames("page", "office");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        DistrictId district = officers.districtOf(me).orElseThrow(NotFoundException::new);
        String section = event.getRouteParameters().get("section").orElse(SECTIONS.getFirst());
        removeAll();
        Paragraph lead = new Paragraph(accounts.nameOf(district));
        lead.addClassName("quiet");
        add(new H1(getTranslation("office.title")), lead, ways(section), part(section));
    }

    private Nav ways(String current) {
        Nav nav = new Nav();
        nav.addClassName("office-ways");
        nav.setAriaLabel(getTranslation("office.title"));
        for (String section : SECTIONS) {
            String address = section.equals(SECTIONS.getFirst()) ? "office" : "office/" + section;
            Anchor way = new Anchor(address, getTranslation("office.section." + section));
            if (section.equals(current)) {
                way.getElement().setAttribute("aria-current", "page");
            }
            nav.add(way);
        }
        return nav;
    }

    private Component part(String section) {
        return switch (section) {
            case "people" -> new OfficePeople(office, links, me);
            case "list" -> new OfficeList(links, me);
            case "schools" -> new OfficeSchools(office, me);
            case "officers" -> new OfficeOfficers(office, officers, me);
            case "trail" -> new OfficeTrail(office, accounts, me);
            default -> throw new NotFoundException();
        };
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("office.title"));
    }
}
