package org.tessera.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tessera.credential.CredentialFiles.Shipped;
import org.tessera.db.Tables;
import org.tessera.support.StoreTest;
import org.tessera.yaml.InvalidYamlException;

@StoreTest
class CredentialsTest {

    private static final String PLAN = "developing-a-plan-to-implement-pas.yaml";
    private static final CredentialId PLAN_ID = new CredentialId("developing-a-plan-to-implement-pas");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-10-01T12:00:00Z"));

    private final DSLContext db;
    private final CredentialStore store;

    CredentialsTest(DSLContext db) {
        this.db = db;
        store = new CredentialStore(db);
    }

    @BeforeEach
    void forget_what_other_tests_shipped() {
        db.deleteFrom(Tables.CREDENTIAL_VERSION).execute();
    }

    @Test
    void offer_the_members_of_the_stack_in_its_order() {
        Credentials credentials = new Credentials(store, CLOCK);
        Stack stack = credentials.stacks().getFirst();
        assertThat(credentials.membersOf(stack))
                .extracting(credential -> credential.ref().id())
                .isEqualTo(stack.members());
    }

    @Test
    void offer_the_stack_for_leading_a_community_first_and_the_others_in_their_places() {
        Credentials credentials = new Credentials(store, CLOCK);
        assertThat(credentials.stacks())
                .extracting(stack -> stack.ref().id().value())
                .containsExactly("leading-a-pa-community", "basic-pa-design", "advanced-pa-design", "pa-for-equity");
    }

    @Test
    void know_which_stack_a_credential_belongs_to() {
        Credentials credentials = new Credentials(store, CLOCK);
        assertThat(credentials.stackOf(PLAN_ID).orElseThrow().ref().id())
                .isEqualTo(new CredentialId("leading-a-pa-community"));
        assertThat(credentials.stackOf(new CredentialId("driving"))).isEmpty();
    }

    @Test
    void keep_a_pinned_version_readable_after_a_new_one_was_shipped() {
        new Credentials(store, CLOCK);
        Credentials later = new Credentials(
                store, CLOCK, changed(text -> asVersion2(text).replace("Evidence of the need", "Proof of the need")));

        assertThat(later.current(PLAN_ID).orElseThrow().ref().version()).isEqualTo("2");
        assertThat(wordsOfNeed(later, "2")).startsWith("Proof of the need");
        assertThat(wordsOfNeed(later, "1")).startsWith("Evidence of the need");
    }

    @Test
    void start_again_with_the_same_files() {
        new Credentials(store, CLOCK);
        new Credentials(store, CLOCK);
        assertThat(db.fetchCount(Tables.CREDENTIAL_VERSION)).isEqualTo(16);
    }

    @Test
    void start_after_a_change_of_comments_only() {
        new Credentials(store, CLOCK);
        Credentials again = new Credentials(store, CLOCK, changed(text -> "# a remark\n" + text));
        assertThat(again.current(PLAN_ID)).isPresent();
    }

    @Test
    void refuse_to_start_with_a_version_that_was_shipped_with_other_words() {
        new Credentials(store, CLOCK);
        List<Shipped> changed = changed(text -> text.replace("Evidence of the need", "Proof of the need"));
        assertThatThrownBy(() -> new Credentials(store, CLOCK, changed))
                .isInstanceOf(InvalidYamlException.class)
                .hasMessageContaining(PLAN + ":3:")
                .hasMessageContaining("new version");
    }

    @Test
    void know_no_version_that_was_never_shipped() {
        Credentials credentials = new Credentials(store, CLOCK);
        assertThat(credentials.find(new CredentialRef(PLAN_ID, "7"))).isEmpty();
        assertThat(credentials.current(new CredentialId("driving"))).isEmpty();
    }

    @Test
    void do_not_hand_out_a_stack_as_a_credential() {
        Credentials credentials = new Credentials(store, CLOCK);
        CredentialRef stack = credentials.stacks().getFirst().ref();
        assertThat(credentials.find(stack)).isEmpty();
    }

    private static String wordsOfNeed(Credentials credentials, String version) {
        return credentials
                .find(new CredentialRef(PLAN_ID, version))
                .flatMap(credential -> credential.criterion("need"))
                .orElseThrow()
                .wording()
                .en();
    }

    private static String asVersion2(String text) {
        return text.replace("version: \"1\"", "version: \"2\"");
    }

    private static List<Shipped> changed(UnaryOperator<String> change) {
        Map<String, String> texts = new HashMap<>();
        CredentialFiles.shipped().forEach(shipped -> texts.put(shipped.file().name(), shipped.text()));
        texts.compute(PLAN, (name, text) -> change.apply(String.valueOf(text)));
        return CredentialFiles.checked(texts, CredentialFilesTest.schema());
    }
}
