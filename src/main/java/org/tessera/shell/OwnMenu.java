package org.tessera.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.Languages;
import org.tessera.account.Officers;
import org.tessera.account.SignIns;
import org.tessera.account.SignedIn;

/** The menu behind one's own initials: language, colours, account, the way out. The browser makes it of words. */
@Tag("tessera-own-menu")
@JsModule("./tessera-own-menu.ts")
final class OwnMenu extends Component implements HasStyle {

    private static final long serialVersionUID = 1L;

    /** Something to choose, or with more behind it; what is chosen comes back by its key. */
    private record Entry(String key, String text, String lang, boolean checked, List<Entry> more) {}

    private final SignedIn me;
    private final boolean isOfficer;
    private final transient CurrentUser user;
    private final transient Accounts accounts;
    private final transient SignIns signIns;
    private final transient Map<String, Runnable> ways = new HashMap<>();

    OwnMenu(SignedIn me, CurrentUser user, Accounts accounts, Officers officers, SignIns signIns) {
        this.me = me;
        this.user = user;
        this.accounts = accounts;
        this.signIns = signIns;
        isOfficer = !me.guest() && officers.districtOf(me.id()).isPresent();
        addClassName("own-menu");
        getElement().setProperty("person", me.name());
        getElement().setProperty("label", getTranslation("shell.you", me.name()));
        VaadinRequest request = VaadinRequest.getCurrent();
        show(Scheme.in(request == null ? null : request.getCookies()));
        getElement()
                .addEventListener("chosen", event -> ways.getOrDefault(
                                event.getEventData().path("event.detail").asString(""), () -> {})
                        .run())
                .addEventData("event.detail");
    }

    private void show(Scheme chosen) {
        List<Entry> entries = new ArrayList<>();
        if (!me.guest()) {
            entries.add(
                    way("account", "shell.you.account", () -> UI.getCurrent().navigate("account")));
            entries.add(way("mail", "mail.link", () -> UI.getCurrent().navigate("mail")));
        }
        if (isOfficer) {
            entries.add(way("office", "office.title", () -> UI.getCurrent().navigate("office")));
        }
        entries.add(more("shell.you.language", Languages.ALL.stream().map(this::language)));
        entries.add(more("shell.you.scheme", Stream.of(Scheme.values()).map(scheme -> scheme(scheme, chosen))));
        entries.add(way("out", "shell.you.out", this::out));
        getElement().setPropertyList("entries", entries);
    }

    private Entry way(String key, String words, Runnable goes) {
        ways.put(key, goes);
        return new Entry(key, getTranslation(words), "", false, List.of());
    }

    private Entry more(String words, Stream<Entry> entries) {
        return new Entry("", getTranslation(words), "", false, entries.toList());
    }

    private Entry language(Locale language) {
        String key = "language." + language.getLanguage();
        ways.put(key, () -> read(language));
        return new Entry(
                key,
                getTranslation("account.language." + language.getLanguage()),
                language.toLanguageTag(),
                language.equals(me.locale()),
                List.of());
    }

    private Entry scheme(Scheme scheme, Scheme chosen) {
        String key = "scheme." + scheme.word();
        ways.put(key, () -> {
            show(scheme);
            paint(scheme);
        });
        return new Entry(key, getTranslation("shell.you.scheme." + scheme.word()), "", scheme == chosen, List.of());
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
