package org.tessera.account.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.tessera.account.CurrentUser;
import org.tessera.account.SignedIn;

/** Home: what is next, what waits for me, how far my team is. Each feature tells its own part. */
@Route("")
@RolesAllowed("PERSON")
class HomeView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    HomeView(CurrentUser user, ObjectProvider<HomeCard> cards) {
        SignedIn me = user.require();
        addClassNames("page", "home");
        add(new H1(getTranslation("account.home.greeting", firstName(me.name()))));
        Div sections = new Div();
        sections.addClassName("cards");
        cards.orderedStream()
                .map(card -> card.forPerson(me))
                .flatMap(Optional::stream)
                .forEach(sections::add);
        add(sections);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("account.home.title"));
    }

    private static String firstName(String name) {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }
}
