package org.tessera.badge.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.badge.Award;
import org.tessera.badge.Badge;
import org.tessera.badge.Badges;
import org.tessera.badge.TokenAnswer;
import org.tessera.credential.Credential;
import org.tessera.credential.Credentials;
import org.tessera.support.AppTest;
import org.tessera.support.browser.Crowd;
import org.tessera.support.browser.Crowd.Someone;

/** An earner takes a badge along as a token: in real browsers, by keyboard alone and on a phone. */
@AppTest
@Tag("browser")
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenBrowserTest {

    private static final String PASSWORD = "seven quiet herons";
    private static final String WALLET_ID = "did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi";
    private static final int PHONE = 360;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Badges badges;

    @Autowired
    private Credentials credentials;

    private Crowd crowd;

    @BeforeAll
    void start_the_browser() {
        crowd = new Crowd(URI.create("http://localhost:" + port));
    }

    @AfterAll
    void close_the_browser() {
        crowd.close();
    }

    @Test
    void by_keyboard_alone_a_wrong_id_is_put_right_and_the_token_taken_to_the_check() throws Exception {
        String ana = "ana-" + UUID.randomUUID() + "@north.example";
        Badge badge = awarded(ana, Locale.ENGLISH);
        Someone earner = crowd.atLaptop().signIn(ana, PASSWORD);
        earner.open("/badges/" + badge.id().value());
        Page page = earner.page();
        Locator walletId = page.getByLabel("My id in the wallet");
        walletId.focus();
        page.keyboard().type(WALLET_ID.substring("did:key:".length()));
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        Locator no = page.locator("vaadin-text-field [slot=error-message]");
        assertThat(no).containsText("An id begins with did:");
        assertThat(walletId).isFocused();
        assertThat(walletId).hasValue(WALLET_ID.substring("did:key:".length()));
        page.keyboard().press("Home");
        page.keyboard().type("did:key:");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        Locator token = page.getByLabel("Token", new Page.GetByLabelOptions().setExact(true));
        assertThat(token).isVisible();
        assertThat(no).isHidden();
        earner.isAccessible("a badge with a token").picture("badge-token");

        Download file = page.waitForDownload(
                () -> page.getByText("Token as a file (.jwt)").press("Enter"));
        assertThat(file.suggestedFilename()).isEqualTo("badge-" + badge.id().value() + ".jwt");
        String text = Files.readString(file.path());
        assertThat(text).isEqualTo(token.inputValue());

        Someone stranger = crowd.atLaptop();
        stranger.open("/verify");
        stranger.page().getByLabel("Or paste the badge here").fill(text);
        stranger.button("Check").click();
        assertThat(stranger.page().getByText("This badge is valid")).isVisible();
        assertThat(crowd.violations()).isEmpty();
    }

    @Test
    void it_fits_a_phone_in_the_dark_and_in_spanish() {
        String bo = "bo-" + UUID.randomUUID() + "@north.example";
        Badge badge = awarded(bo, Locale.of("es"));
        Someone earner = crowd.at(PHONE, 740, "es", ColorScheme.DARK).signIn(bo, PASSWORD);
        earner.open("/badges/" + badge.id().value());
        Locator walletId = earner.page().getByLabel("Mi identificador en la cartera");
        walletId.fill("nadie");
        earner.button("Crear el token").click();
        assertThat(earner.page().getByText("Un identificador empieza por did:")).isVisible();
        walletId.fill(WALLET_ID);
        earner.button("Crear el token").click();
        assertThat(earner.page().getByText("El token está creado.")).isVisible();
        assertThat(earner.pageWidth()).isLessThanOrEqualTo(PHONE);
        earner.picture("badge-token-phone");
        earner.isAccessible("a badge with a token on a phone");
        assertThat(crowd.violations()).isEmpty();
    }

    private Badge awarded(String email, Locale language) {
        PersonId earner = accounts.addPerson(
                new PersonDraft(accounts.addDistrict("North"), null, "Ana Marisol", email, language, PASSWORD));
        Credential credential =
                credentials.membersOf(credentials.stacks().getFirst()).getFirst();
        Badge badge = badges.award(new Award(
                earner,
                credential.ref(),
                credential.rubric().stream()
                        .map(row -> new Award.RowResult(
                                row.id(), credential.levels().getFirst().id()))
                        .toList(),
                "a".repeat(64),
                List.of(new Award.Narrative("Three meetings", "The earner led three meetings.", "facilitation")),
                now().minus(Duration.ofHours(1)),
                Optional.empty()));
        // the first makes the district's key, which takes seconds on a busy machine
        assertThat(badges.token(badge.id(), earner, WALLET_ID)).isInstanceOf(TokenAnswer.Made.class);
        return badge;
    }

    private static Instant now() {
        return InstantSource.system().instant();
    }
}
