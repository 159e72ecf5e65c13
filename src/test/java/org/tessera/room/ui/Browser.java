package org.tessera.room.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.button.Button;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowingConsumer;
import org.springframework.context.ApplicationContext;
import org.tessera.account.SignInId;
import org.tessera.account.SignInToken;
import org.tessera.account.SignedIn;
import org.tessera.support.OpenPage;

/**
 * One person's browser without a browser. A page lives in the thread it was opened in, so each person has a thread;
 * everything about the page is asked there.
 */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final OpenPage page;

    Browser(ApplicationContext application, SignedIn person) {
        this(application, new SignInToken(new SignInId(UUID.randomUUID()), person));
    }

    /** The browser of a sign-in there is. */
    Browser(ApplicationContext application, SignInToken token) {
        page = on(() -> OpenPage.of(application, token));
    }

    /** Asks something of the page. */
    <T> T on(Callable<T> question) {
        try {
            return thread.submit(question).get(PATIENCE.toSeconds() * 3, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    void run(Runnable work) {
        on(() -> {
            work.run();
            return true;
        });
    }

    void open(String address) {
        run(() -> page.go(address));
    }

    /** Opens an address that is answered as if nothing were there, and gives that answer. */
    String turnedAwayFrom(String address) {
        open(address);
        return on(this::words).replace(address, "");
    }

    /** Waits until what the server pushes makes {@code check} pass, asked on the page. */
    void sees(ThrowingConsumer<Browser> check) {
        run(() -> await().pollInSameThread()
                .pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .untilAsserted(() -> {
                    MockVaadin.clientRoundtrip(true);
                    check.accept(this);
                }));
    }

    /** Clicks a button as soon as the page shows it, which what the server pushes may bring first. */
    void clicks(String button) {
        sees(page -> assertThat(page.buttons()).contains(button));
        run(() -> _click(_get(Button.class, spec -> spec.withText(button))));
    }

    /** Where the page stands. */
    String address() {
        return on(page::address);
    }

    /** All the words that are visible, a piece of text a line; called on the page. */
    String words() {
        return page.visible();
    }

    /** The visible buttons' words; called on the page. */
    List<String> buttons() {
        return _find(Button.class).stream()
                .map(Button::getText)
                .filter(text -> !text.isBlank())
                .toList();
    }

    @Override
    public void close() {
        run(page::close);
        thread.shutdown();
    }
}
