package org.tessera.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tessera.account.CurrentUser;
import org.tessera.account.SignInEnded;
import org.tessera.account.SignInId;

/** The pages of each sign-in: when it ends, they go to the sign-in page. */
@Component
class OpenPages implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(OpenPages.class);

    private final transient CurrentUser user;
    private final transient Map<SignInId, Set<UI>> pages = new ConcurrentHashMap<>();

    OpenPages(CurrentUser user) {
        this.user = user;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(page -> user.signIn().ifPresent(signIn -> keep(signIn, page.getUI())));
    }

    @EventListener
    void on(SignInEnded ended) {
        pages.getOrDefault(ended.signIn(), Set.of()).forEach(OpenPages::close);
    }

    private void keep(SignInId signIn, UI ui) {
        pages.compute(signIn, (_, known) -> {
            Set<UI> open = known == null ? ConcurrentHashMap.newKeySet() : known;
            open.add(ui);
            return open;
        });
        ui.addDetachListener(_ -> pages.computeIfPresent(signIn, (_, open) -> {
            open.remove(ui);
            return open.isEmpty() ? null : open;
        }));
    }

    /** The page that signs out goes with the answer to its own click; the others are told. */
    private static void close(UI ui) {
        if (ui == UI.getCurrent()) {
            leave(ui);
            return;
        }
        try {
            ui.access(() -> leave(ui));
        } catch (UIDetachedException alreadyGone) {
            log.debug("A page was closed by itself before its sign-in ended", alreadyGone);
        }
    }

    private static void leave(UI ui) {
        ui.getPage().setLocation("login?out");
        ui.close();
    }
}
