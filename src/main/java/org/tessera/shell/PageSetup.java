package org.tessera.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;
import org.tessera.account.CurrentUser;
import org.tessera.account.SignedIn;

/** Prepares every page: its language and colours, the bounds of a guest, and what is said when something breaks. */
@Component
// Flow looks through these packages alone, again for each kind of thing it seeks; with all of ours every start took
// longer
@EnableVaadin({"org.tessera.shell", "org.tessera.*.ui"})
class PageSetup implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    private final transient CurrentUser user;
    private final transient Breakage breakage;

    PageSetup(CurrentUser user, Breakage breakage) {
        this.user = user;
        this.breakage = breakage;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(_ -> reloading());
        event.getSource().addSessionInitListener(session -> session.getSession().setErrorHandler(this::broken));
        event.getSource().addUIInitListener(page -> prepare(page.getUI()));
        event.addIndexHtmlRequestListener(PageSetup::paint);
    }

    /** After a restart or a long sleep the page simply loads again; the sign-in is still there. */
    private static SystemMessages reloading() {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorNotificationEnabled(false);
        return messages;
    }

    private void prepare(UI ui) {
        user.get().map(SignedIn::locale).ifPresent(ui::setLocale);
        // read aloud in the right voice
        ui.getPage()
                .executeJs("document.documentElement.lang = $0", ui.getLocale().toLanguageTag());
        // Vaadin's own word on the line, which stands outside of every landmark
        ui.getPage().executeJs("document.querySelector('vaadin-connection-indicator')?.setAttribute('role', 'status')");
        ui.getReconnectDialogConfiguration().setDialogText(ui.getTranslation("shell.offline"));
        ui.getReconnectDialogConfiguration().setDialogTextGaveUp(ui.getTranslation("shell.offline.gave-up"));
        ui.addBeforeEnterListener(this::keepGuestsInTheirRoom);
    }

    /** The HTTP door does this for addresses; inside a page, going elsewhere sends no new address to the server. */
    private void keepGuestsInTheirRoom(BeforeEnterEvent event) {
        user.get().filter(SignedIn::guest).ifPresent(guest -> {
            String room = "rooms/" + guest.guestRoom();
            String path = event.getLocation().getPath();
            boolean isEntrance = path.equals("login") || path.equals("join") || path.startsWith("join/");
            if (!path.equals(room) && !path.startsWith(room + "/") && !isEntrance && !event.isErrorEvent()) {
                event.forwardTo(room);
            }
        });
    }

    private void broken(ErrorEvent event) {
        if (!Breakage.isOurs(event.getThrowable())) {
            return;
        }
        String number = breakage.note(event.getThrowable());
        UI ui = UI.getCurrent();
        if (ui != null && !ui.isClosing()) {
            ui.access(() -> say(ui, number));
        }
    }

    /** What fails here would come back here: while the server closes there are no words left, and it would never end. */
    private void say(UI ui, String number) {
        try {
            Notification.show(ui.getTranslation("shell.broken", number));
        } catch (RuntimeException failed) {
            breakage.note(failed);
        }
    }

    private static void paint(IndexHtmlResponse page) {
        Element html = page.getDocument().selectFirst("html");
        if (html == null) {
            return;
        }
        Scheme scheme = Scheme.in(page.getVaadinRequest().getCookies());
        html.attr("theme", scheme.value().getThemeValue());
        html.attr("style", "color-scheme: " + scheme.value().getValue());
    }
}
