package org.tessera.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
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

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration SENDING = Duration.ofMillis(250);

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
        close(of(ended.signIn()));
    }

    /** The pages that are open under a sign-in. */
    Set<UI> of(SignInId signIn) {
        return pages.getOrDefault(signIn, Set.of());
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

    /**
     * The page that signs out goes with the answer to its own click; the others are told. Whoever ends a sign-in takes the
     * session next, and with it every channel, so a page that is at work in this moment is waited for. A page cannot wait
     * for another one: each may hold what the other needs.
     */
    private static void close(Set<UI> open) {
        List<Future<Void>> told = open.stream().flatMap(OpenPages::close).toList();
        if (VaadinSession.getCurrent() == null && !told.isEmpty()) {
            long until = System.nanoTime() + PATIENCE.toNanos();
            told.forEach(one -> await(one, until));
            // what was pushed is sent by another thread, and nobody is told when
            LockSupport.parkNanos(SENDING.toNanos());
        }
    }

    private static Stream<Future<Void>> close(UI ui) {
        if (ui == UI.getCurrent()) {
            leave(ui);
            return Stream.empty();
        }
        try {
            return Stream.of(ui.access(() -> leave(ui)));
        } catch (UIDetachedException alreadyGone) {
            log.debug("A page was closed by itself before its sign-in ended", alreadyGone);
            return Stream.empty();
        }
    }

    /** To close a page sends what it has to know. */
    private static void leave(UI ui) {
        ui.getPage().setLocation("login?out");
        ui.close();
    }

    private static void await(Future<Void> told, long until) {
        try {
            told.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.info("A page was not told in time that its sign-in has ended; its next question is refused");
        }
    }
}
