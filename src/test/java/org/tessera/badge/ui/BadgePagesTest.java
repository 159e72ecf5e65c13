package org.tessera.badge.ui;

import static com.github.mvysny.kaributesting.v10.DownloadKt._download;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Person;
import org.tessera.account.PersonDraft;
import org.tessera.badge.Award;
import org.tessera.badge.Badge;
import org.tessera.badge.Badges;
import org.tessera.badge.Deed;
import org.tessera.badge.Report;
import org.tessera.badge.Standing;
import org.tessera.credential.Credential;
import org.tessera.credential.Credentials;
import org.tessera.support.AppTest;
import org.tessera.support.OpenPage;

/** The pages of badges, made by the real application. */
@AppTest
@TestPropertySource(
        properties = {
            "tessera.public-address=https://badges.north.example",
            "tessera.officers=issuer@north.example",
            "tessera.badge-key=target/badge-wire.key"
        })
class BadgePagesTest {

    private static final Locale SPANISH = Locale.of("es");

    @Autowired
    ApplicationContext application;

    @Autowired
    Accounts accounts;

    @Autowired
    Badges badges;

    @Autowired
    Credentials credentials;

    private Person ana;
    private Person issuer;
    private OpenPage page;

    @BeforeEach
    void people() {
        issuer = accounts.personByEmail("issuer@north.example")
                .orElseGet(() -> aPerson(accounts.addDistrict("North"), "Iris", "issuer@north.example"));
        ana = aPerson(issuer.district(), "Ana Marisol", "ana-" + UUID.randomUUID() + "@north.example");
    }

    @AfterEach
    void leave() {
        page.close();
    }

    @Test
    void who_has_earned_nothing_reads_how_badges_come_about() {
        page = OpenPage.of(application, ana, Locale.ENGLISH).go("badges");
        assertThat(page.visible()).contains("No badges yet.").contains("See what you are handing in");
    }

    @Test
    void an_earner_shows_a_badge_and_hides_it_again() {
        Badge badge = awarded();
        page = OpenPage.of(application, ana, Locale.ENGLISH).go("badges");
        assertThat(page.visible()).contains(badge.name()).contains("Only you see it here.");
        _click(_get(Button.class, spec -> spec.withText("Let everybody see it")));
        assertThat(badges.shown(badge.id())).isPresent();
        assertThat(page.visible()).contains("Everybody who has the address can see it until");
        _click(_get(Button.class, spec -> spec.withText("Show it to nobody from now on")));
        assertThat(badges.shown(badge.id())).isEmpty();
    }

    @Test
    void a_stranger_reads_a_shown_badge_and_checks_it_there_and_then() {
        Badge badge = awarded();
        badges.show(badge.id(), ana.id(), false, now().plus(Duration.ofDays(9)));
        page = OpenPage.ofStranger(application, Locale.ENGLISH)
                .go("badges/" + badge.id().value());
        assertThat(page.visible())
                .contains(
                        badge.name(),
                        "District-issued by",
                        "aligned to CCE",
                        badge.rows().getFirst().level())
                .doesNotContain("Ana Marisol")
                .doesNotContain("!badge.");
        _click(_get(Button.class, spec -> spec.withText("Check this badge now")));
        assertThat(page.visible()).contains("This badge is valid", "Its issuer stands by it.");
        badges.act(badge.id(), issuer.id(), Deed.Kind.REVOKED, "a mistake");
        _click(_get(Button.class, spec -> spec.withText("Check this badge now")));
        assertThat(page.visible()).contains("This badge is not valid", "Its issuer has revoked it.");
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref))
                .anyMatch(link -> link.startsWith("https://www.linkedin.com/profile/add?")
                        && link.contains(badge.id().value().toString()));
    }

    @Test
    void a_shown_badge_names_its_earner_only_if_the_earner_wants_that() {
        Badge badge = awarded();
        badges.show(badge.id(), ana.id(), true, now().plus(Duration.ofDays(9)));
        page = OpenPage.ofStranger(application, SPANISH)
                .go("badges/" + badge.id().value());
        assertThat(page.visible()).contains("Obtenida por Ana Marisol").doesNotContain("!badge.");
    }

    @Test
    void a_badge_that_is_not_shown_looks_like_one_that_never_was() {
        Badge badge = awarded();
        page = OpenPage.ofStranger(application, Locale.ENGLISH)
                .go("badges/" + badge.id().value());
        String hidden = page.visible();
        page.go("badges/" + UUID.randomUUID());
        assertThat(hidden).isEqualTo(page.visible()).doesNotContain(badge.name());
    }

    @Test
    void an_officer_signs_with_a_new_key_and_earlier_badges_stay_good() {
        Badge before = awarded();
        String signedBefore =
                badges.credential(before.id(), Optional.of(ana.id())).orElseThrow();
        page = OpenPage.of(application, issuer, Locale.ENGLISH).go("issued-badges");
        _click(_get(Button.class, spec -> spec.withText("Sign with a new key")));
        _click(_get(Button.class, spec -> spec.withText("Yes, make a new key now")));
        assertThat(page.visible()).contains("From now on a new key signs your badges.");

        ana = aPerson(issuer.district(), "Bo Lindgren", "bo-" + UUID.randomUUID() + "@north.example");
        Badge after = awarded();
        String signedAfter =
                badges.credential(after.id(), Optional.of(ana.id())).orElseThrow();
        assertThat(method(signedAfter)).isNotEqualTo(method(signedBefore));
        assertThat(badges.verify(signedBefore.getBytes(StandardCharsets.UTF_8)).outcome())
                .isEqualTo(Report.Outcome.VALID);
        assertThat(badges.renewKey(ana.id())).as("an earner’s wish").isFalse();
    }

    @Test
    void an_earner_takes_a_badge_along_as_a_token_with_the_id_of_their_wallet() throws Exception {
        Badge badge = awarded();
        page = OpenPage.of(application, ana, Locale.ENGLISH)
                .go("badges/" + badge.id().value());
        assertThat(page.visible())
                .contains("For a wallet that wants a token", "Whoever receives the token can read this id in it.");
        TextField walletId = _get(TextField.class, spec -> spec.withLabel("My id in the wallet"));
        Button make = _get(Button.class, spec -> spec.withText("Make the token"));
        _click(make);
        assertThat(walletId.getErrorMessage()).startsWith("Give the id first.");

        walletId.setValue("ana@north.example");
        _click(make);
        assertThat(walletId.isInvalid()).isTrue();
        assertThat(walletId.getErrorMessage()).startsWith("An id begins with did:, https:, urn:uuid: or mailto:");
        assertThat(walletId.getValue()).as("what was typed").isEqualTo("ana@north.example");
        assertThat(_find(TextArea.class, spec -> spec.withLabel("Token"))).isEmpty();

        walletId.setValue("mailto:ana@north.example");
        _click(make);
        assertThat(walletId.isInvalid()).isFalse();
        String token = _get(TextArea.class, spec -> spec.withLabel("Token")).getValue();
        assertThat(badges.verify(token.getBytes(StandardCharsets.UTF_8)).outcome())
                .isEqualTo(Report.Outcome.VALID);
        assertThat(page.visible()).contains("It is not kept here").doesNotContain("!badge.");
        Anchor file = _get(Anchor.class, spec -> spec.withText("Token as a file (.jwt)"));
        assertThat(file.getHref()).doesNotContain("ana").doesNotContain(token.substring(0, 20));
        assertThat(new String(_download(file), StandardCharsets.US_ASCII)).isEqualTo(token);

        badges.act(badge.id(), issuer.id(), Deed.Kind.SUSPENDED, "a question");
        _click(make);
        assertThat(page.visible()).contains("Your district does not stand by this badge at the moment");
        assertThat(_find(TextArea.class, spec -> spec.withLabel("Token"))).isEmpty();
        page.go("badges/" + badge.id().value());
        assertThat(_get(TextField.class, spec -> spec.withLabel("My id in the wallet"))
                        .getValue())
                .as("kept nowhere")
                .isEmpty();
    }

    @Test
    void a_token_is_offered_in_spanish_and_to_nobody_but_the_earner() {
        Badge badge = awarded();
        badges.show(badge.id(), ana.id(), true, now().plus(Duration.ofDays(9)));
        page = OpenPage.of(application, ana, SPANISH).go("badges/" + badge.id().value());
        assertThat(page.visible())
                .contains("Para una cartera que pide un token")
                .doesNotContain("!badge.");
        page.close();
        page = OpenPage.of(application, issuer, Locale.ENGLISH)
                .go("badges/" + badge.id().value());
        assertThat(page.visible()).contains(badge.name()).doesNotContain("token");
        page.close();
        page = OpenPage.ofStranger(application, Locale.ENGLISH)
                .go("badges/" + badge.id().value());
        assertThat(page.visible()).contains(badge.name()).doesNotContain("token");
    }

    private static String method(String signed) {
        int at = signed.indexOf("\"verificationMethod\"");
        return signed.substring(at, signed.indexOf(',', at));
    }

    @Test
    void anybody_checks_what_they_paste() {
        Badge badge = awarded();
        page = OpenPage.ofStranger(application, Locale.ENGLISH).go("verify");
        Button check = _get(Button.class, spec -> spec.withText("Check"));
        _click(check);
        assertThat(page.visible()).contains("Paste a badge or choose a file first.");
        _get(TextArea.class)
                .setValue(badges.credential(badge.id(), Optional.of(ana.id())).orElseThrow());
        _click(check);
        assertThat(page.visible()).contains("This badge is valid").contains("Holds");
        _get(TextArea.class).setValue("{\"a\":null}");
        _click(check);
        assertThat(page.visible())
                .contains("This badge is not valid", "It holds an empty value (null)")
                .doesNotContain("!badge.");
    }

    @Test
    void an_issuer_suspends_with_a_reason_that_the_earner_reads_and_nobody_else_gets_there() {
        Badge badge = awarded();
        page = OpenPage.of(application, issuer, Locale.ENGLISH).go("issued-badges");
        _click(_find(Button.class, spec -> spec.withText("Suspend")).getFirst());
        assertThat(page.visible()).contains("Say why first.");
        // the newest stands first
        _find(TextField.class).getFirst().setValue("a question is open");
        _click(_find(Button.class, spec -> spec.withText("Suspend")).getFirst());
        assertThat(badges.find(badge.id(), ana.id()).orElseThrow().standing()).isEqualTo(Standing.SUSPENDED);
        page.close();
        page = OpenPage.of(application, ana, Locale.ENGLISH).go("badges");
        assertThat(page.visible()).contains("a question is open");
        page.go("issued-badges");
        assertThat(page.visible()).doesNotContain("Issued badges");
    }

    private Badge awarded() {
        Credential credential =
                credentials.membersOf(credentials.stacks().getFirst()).getFirst();
        return badges.award(new Award(
                ana.id(),
                credential.ref(),
                credential.rubric().stream()
                        .map(row -> new Award.RowResult(
                                row.id(), credential.levels().getFirst().id()))
                        .toList(),
                "a".repeat(64),
                List.of(new Award.Narrative("Three meetings", "The earner led three meetings.", "facilitation")),
                now().minus(Duration.ofHours(1)),
                Optional.empty()));
    }

    private static Instant now() {
        return InstantSource.system().instant();
    }

    private Person aPerson(DistrictId district, String name, String email) {
        return accounts.person(accounts.addPerson(
                        new PersonDraft(district, null, name, email, Locale.ENGLISH, "a long enough password")))
                .orElseThrow();
    }
}
