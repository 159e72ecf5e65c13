package org.tessera.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.tessera.account.Accounts;
import org.tessera.support.AppTest;
import org.tessera.support.browser.Bundles;
import org.tessera.support.browser.Crowd;
import org.tessera.support.browser.Crowd.Someone;

/** Every kind of page that links lead to in the lived-in demo, so that a new one is looked at without being listed. */
@AppTest
@TestPropertySource(properties = "tessera.demo=true")
@Tag("browser")
@Tag("long")
class DemoPagesBrowserTest {

    /** Where to a page leads within the product; what is downloaded is no page. */
    private static final String LINKS = """
            links => links
              .filter(link => !link.hasAttribute('download') && link.target !== '_blank')
              .map(link => new URL(link.href, document.baseURI))
              .filter(url => url.origin === location.origin)
              .map(url => url.pathname + url.search)""";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    private Crowd crowd;

    @BeforeEach
    void open() {
        crowd = new Crowd(URI.create("http://localhost:" + port));
    }

    @AfterEach
    void close() {
        crowd.close();
    }

    @Test
    void axe_finds_nothing_wrong() {
        Set<String> seen = everyKind((who, kind) -> who.isAccessibleInLight(kind));
        assertThat(crowd.violations()).isEmpty();
        assertThat(seen)
                .contains(
                        "/",
                        "/evidence",
                        "/picks",
                        "/submissions",
                        "/submissions/building-a-pa-learning-community",
                        "/submissions/building-a-pa-learning-community/write/reflection",
                        "/teams/{id}/plan",
                        "/rooms/{id}/record");
    }

    @Test
    void axe_finds_nothing_wrong_in_the_dark_and_on_a_phone_and_everything_fits() {
        List<String> wide = new ArrayList<>();
        everyKind((who, kind) -> {
            who.isAccessible(kind);
            who.page().setViewportSize(360, 740);
            who.isAccessibleInLight(kind + " on a phone");
            if (who.pageWidth() > 360) {
                wide.add(kind + ": " + who.pageWidth());
            }
            who.page().setViewportSize(1280, 800);
        });
        assertThat(crowd.violations()).isEmpty();
        assertThat(wide).isEmpty();
    }

    @Test
    void in_spanish_on_a_phone_nothing_is_left_in_english() {
        Set<String> english = new HashSet<>(Bundles.english());
        english.removeAll(Bundles.spanish());
        List<String> faults = new ArrayList<>();
        Someone who = signedIn("ana", "es", 360);
        everyPage(who, new HashSet<>(), kind -> {
            if (who.pageWidth() > 360) {
                faults.add(kind + ": " + who.pageWidth() + " pixels wide");
            }
            who.seen().stream().filter(english::contains).forEach(text -> faults.add(kind + ": " + text));
        });
        assertThat(faults).isEmpty();
    }

    private Someone signedIn(String name, String language, int width) {
        accounts.read(accounts.personByEmail(Demo.email(name)).orElseThrow().id(), Locale.of(language));
        return crowd.at(width, 800, language, ColorScheme.LIGHT).signIn(Demo.email(name), Demo.PASSWORD);
    }

    /** Looks at each kind of page once, as an earner or, where only she gets there, as her coach. */
    private Set<String> everyKind(BiConsumer<Someone, String> look) {
        Set<String> kinds = new HashSet<>();
        for (String name : List.of("ana", "gil")) {
            Someone who = signedIn(name, "en", 1280);
            everyPage(who, kinds, kind -> look.accept(who, kind));
        }
        return kinds;
    }

    /** Opens one page of each kind that can be reached from the first one and is not yet among {@code kinds}. */
    private static void everyPage(Someone who, Set<String> kinds, Consumer<String> look) {
        Set<String> opened = new HashSet<>(Set.of("/logout"));
        Deque<String> todo = new ArrayDeque<>(List.of("/"));
        while (!todo.isEmpty()) {
            String page = todo.removeFirst();
            String kind =
                    page.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}").replaceAll("(?<=/protocols/)[a-z-]+", "{id}");
            if (page.startsWith("/api/") || !opened.add(kind)) {
                continue;
            }
            who.open(page);
            assertThat(who.page().locator("h1, h2").first()).isVisible();
            if (kinds.add(kind)) {
                look.accept(kind);
            }
            ((List<?>) who.page().locator("a[href]").evaluateAll(LINKS))
                    .forEach(link -> todo.add(String.valueOf(link)));
        }
    }
}
