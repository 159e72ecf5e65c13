package org.tessera.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.Languages;
import org.tessera.account.Officers;
import org.tessera.account.SignIns;
import org.tessera.account.SignedIn;

/** The menu behind one's own initials: language, colours, account, the way out. */
final class OwnMenu extends MenuBar {

    private static final long serialVersionUID = 1L;

    private final SignedIn me;
    private final transient CurrentUser user;
    private final transient Accounts accounts;
    private final transient SignIns signIns;

    OwnMenu(SignedIn me, CurrentUser user, Accounts accounts, Officers officers, SignIns signIns) {
        this.me = me;
        this.user = user;
        this.accounts = accounts;
        this.signIns = signIns;
        addClassName("own-menu");
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
        MenuItem own = addItem(new Avatar(me.name()));
        own.setAriaLabel(getTranslation("shell.you", me.name()));
        SubMenu menu = own.getSubMenu();
        if (!me.guest()) {
            menu.addItem(
                    getTranslation("shell.you.account"), _ -> UI.getCurrent().navigate("account"));
            menu.addItem(getTranslation("mail.link"), _ -> UI.getCurrent().navigate("mail"));
            if (officers.districtOf(me.id()).isPresent()) {
                menu.addItem(
                        getTranslation("office.title"), _ -> UI.getCurrent().navigate("office"));
            }
        }
        addLanguages(menu.addItem(getTranslation("shell.you.language")).getSubMenu());
        addSchemes(menu.addItem(getTranslation("shell.you.scheme")).getSubMenu());
        menu.addItem(getTranslation("shell.you.out"), _ -> out());
    }

    private void addLanguages(SubMenu menu) {
        for (Locale language : Languages.ALL) {
            MenuItem item =
                    menu.addItem(getTranslation("account.language." + language.getLanguage()), _ -> read(language));
            item.getElement().setAttribute("lang", language.toLanguageTag());
            item.setCheckable(true);
            item.setChecked(language.equals(me.locale()));
        }
    }

    private void addSchemes(SubMenu menu) {
        VaadinRequest request = VaadinRequest.getCurrent();
        Scheme chosen = Scheme.in(request == null ? null : request.getCookies());
        for (Scheme scheme : Scheme.values()) {
            MenuItem item = menu.addItem(getTranslation("shell.you.scheme." + scheme.word()));
            item.setCheckable(true);
            item.setChecked(scheme == chosen);
            item.addClickListener(_ -> {
                menu.getItems().forEach(other -> other.setChecked(other == item));
                paint(scheme);
            });
        }
    }

    private void read(Locale language) {
        accounts.read(me.id(), language);
        user.read(language);
        VaadinSession.getCurrent().setLocale(language);
        UI.getCurrent().getPage().reload();
    }

    private static void paint(Scheme scheme) {
        VaadinService.getCurrentResponse()
                .addCookie(scheme.cookie(VaadinService.getCurrentRequest().isSecure()));
        UI.getCurrent().getPage().setColorScheme(scheme.value());
    }

    /** Ending the sign-in closes all its pages, this one too. */
    private void out() {
        user.signIn().ifPresent(signIns::end);
    }
}
