package org.tessera.badge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Officers;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.credential.Credential;
import org.tessera.credential.Credentials;
import org.tessera.support.StoreTest;
import org.tessera.support.TestBinaries;
import org.tessera.support.TestSchema;

/**
 * A district takes a backup, goes on, loses its server, and starts again from the backup: a dump of the database by MariaDB's
 * own program, and a copy of the key file.
 */
@StoreTest
@ExtendWith(OutputCaptureExtension.class)
@Tag("long")
class RestoredBackupTest {

    private static final String WEB = "https://badges.north.example";
    private static final String NO_WEB = "http://localhost:8080";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {WEB, NO_WEB})
    void after_a_restored_backup_every_badge_is_as_it_was_when_the_backup_was_made(String address, TestSchema first)
            throws Exception {
        Path key = folder.resolve("badge.key");
        Path saved = folder.resolve("saved.key");
        Path dump = folder.resolve("dump.sql");
        List<String> later = new ArrayList<>();
        Set<Integer> placesLater = new HashSet<>();
        Map<String, String> before;
        People people;
        String suspended;
        String revoked;
        String kept;
        String token;
        String laterToken;
        try (Product live = new Product(first, address, key)) {
            people = live.people();
            suspended = live.award(people, 1);
            revoked = live.award(people, 2);
            kept = live.award(people, 3);
            live.act(people, suspended, Deed.Kind.SUSPENDED);
            live.act(people, revoked, Deed.Kind.REVOKED);
            live.badges.renewKey(people.district());
            String afterRotation = live.award(people, 4);
            before = Map.of(suspended, "suspended", revoked, "revoked", kept, "valid", afterRotation, "valid");
            assertStandings(live, before);
            token = live.token(people, afterRotation);

            dump(first, dump);
            Files.copy(key, saved);

            live.act(people, kept, Deed.Kind.REVOKED);
            later.add(live.award(people, 5));
            live.badges.renewKey(people.district());
            laterToken = live.token(people, afterRotation);
            assertThat(live.outcome(laterToken)).isEqualTo("valid");
            later.add(live.award(people, 6));
            later.forEach(json -> {
                assertThat(live.outcome(json)).isEqualTo("valid");
                placesLater.add(place(json));
            });
            assertThat(live.outcome(kept)).isEqualTo("revoked");
        }

        try (Product restored = new Product(restored(first, dump), address, saved)) {
            assertThat(restored.unopened()).doesNotContainAnyElementsOf(issuers(before.keySet()));
            assertStandings(restored, before);
            assertLists(restored, people, before);
            assertThat(restored.outcome(token)).isEqualTo("valid");
            assertThat(restored.outcome(laterToken)).isEqualTo("key_not_ours");

            assertThat(restored.step(later.getFirst(), Report.Kind.SIGNATURE)).isEqualTo(new Report.State.Holds());
            if (address.equals(WEB)) {
                // signed with a key that the backup has, and unknown; and with one that was made since
                assertThat(restored.outcome(later.getFirst())).isEqualTo("unregistered");
                assertThat(restored.outcome(later.getLast())).isEqualTo("key_not_ours");
            } else {
                assertThat(restored.outcome(later.getFirst())).isEqualTo("unregistered");
                // an issuer of its own that nobody here knows: its status would have to be asked for
                assertThat(restored.outcome(later.getLast())).isEqualTo("foreign_status");
            }

            // what is done again after the restore, and what is new
            restored.act(people, kept, Deed.Kind.REVOKED);
            assertThat(restored.outcome(kept)).isEqualTo("revoked");
            List<String> again = new ArrayList<>();
            for (int i = 100; i < 164; i++) {
                again.add(restored.award(people, i));
            }
            assertThat(restored.outcome(again.getFirst())).isEqualTo("valid");
            assertDrawnFromTheWholeList(again, before.keySet(), placesLater);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WEB, NO_WEB})
    void without_the_key_file_it_says_so_and_still_checks_every_badge(
            String address, TestSchema first, CapturedOutput output) throws Exception {
        Path dump = folder.resolve("dump.sql");
        Map<String, String> before;
        People people;
        String good;
        String token;
        try (Product live = new Product(first, address, folder.resolve("badge.key"))) {
            people = live.people();
            good = live.award(people, 1);
            String revoked = live.award(people, 2);
            live.act(people, revoked, Deed.Kind.REVOKED);
            before = Map.of(good, "valid", revoked, "revoked");
            token = live.token(people, good);
            dump(first, dump);
            assertThat(live.unopened()).doesNotContainAnyElementsOf(issuers(before.keySet()));
        }
        Path other = folder.resolve("new").resolve("badge.key");
        try (Product restored = new Product(restored(first, dump), address, other)) {
            String issuer = issuer(good);
            assertThat(restored.unopened()).contains(issuer);
            restored.context.getBean(SealWatch.class).look();
            assertThat(output).contains("The file " + other + " does not open").contains(issuer);

            assertStandings(restored, before);
            assertThat(restored.list(people, good, StatusPurpose.REVOCATION)).isEmpty();
            assertThat(restored.context.getBean(TokenRing.class).unopened())
                    .extracting(TokenKey::controller)
                    .contains(issuer);
            assertThat(restored.outcome(token)).isEqualTo("valid");
            // a did:web can say that it has another key; a did:key is its key
            assertThat(restored.answer(people, good))
                    .isInstanceOf(address.equals(WEB) ? TokenAnswer.Made.class : TokenAnswer.Refused.class);

            String fresh = restored.award(people, 3);
            assertThat(output).contains("was sealed with another file than " + other);
            assertThat(restored.outcome(fresh)).isEqualTo("valid");
            assertThat(restored.outcome(restored.token(people, fresh))).isEqualTo("valid");
            assertThat(restored.outcome(token)).isEqualTo("valid");
            assertStandings(restored, before);
            // a did:web has a key again, which signs the lists of its old badges; a did:key is its key
            assertThat(restored.list(people, good, StatusPurpose.REVOCATION).isPresent())
                    .isEqualTo(address.equals(WEB));
        }
    }

    private static void assertStandings(Product product, Map<String, String> expected) {
        expected.forEach((json, outcome) -> assertThat(product.outcome(json)).isEqualTo(outcome));
    }

    /** The published lists say the same as the check. */
    private static void assertLists(Product product, People people, Map<String, String> expected) throws Exception {
        for (Map.Entry<String, String> badge : expected.entrySet()) {
            for (StatusPurpose purpose : StatusPurpose.values()) {
                JsonObject list =
                        object(product.list(people, badge.getKey(), purpose).orElseThrow());
                String bits = list.getJsonObject("credentialSubject").getString("encodedList");
                boolean isMeant = badge.getValue().equals("revoked") && purpose == StatusPurpose.REVOCATION
                        || badge.getValue().equals("suspended") && purpose == StatusPurpose.SUSPENSION;
                assertThat(isSet(bits, place(badge.getKey()))).isEqualTo(isMeant);
            }
        }
    }

    private static boolean isSet(String encoded, int place) throws IOException {
        byte[] packed = Base64.getUrlDecoder().decode(encoded.substring(1));
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] bits = gzip.readAllBytes();
            assertThat(bits).hasSize(StatusList.LENGTH / Byte.SIZE);
            return (bits[place / Byte.SIZE] & (0x80 >> (place % Byte.SIZE))) != 0;
        }
    }

    /**
     * Of 64 places by lot, an eighth of the list is left out once in 5,000 times, a quarter once in a hundred million; and two of
     * them are among the two that earners hold already less than once in a hundred million.
     */
    private static void assertDrawnFromTheWholeList(List<String> again, Set<String> before, Set<Integer> later) {
        Set<Integer> places = new HashSet<>();
        again.forEach(json -> places.add(place(json)));
        assertThat(places).hasSameSizeAs(again);
        assertThat(places)
                .doesNotContainAnyElementsOf(before.stream()
                        .filter(json -> isOnListOf(json, again.getFirst()))
                        .map(RestoredBackupTest::place)
                        .toList());
        for (int quarter = 0; quarter < 4; quarter++) {
            int from = quarter * StatusList.LENGTH / 4;
            assertThat(places).anyMatch(place -> place >= from && place < from + StatusList.LENGTH / 4);
        }
        assertThat(places.stream().filter(later::contains)).hasSizeLessThan(2);
    }

    private static boolean isOnListOf(String one, String other) {
        return status(one)
                .getString("statusListCredential")
                .equals(status(other).getString("statusListCredential"));
    }

    private static String issuer(String json) {
        return object(json).getJsonObject("issuer").getString("id");
    }

    private static List<String> issuers(Set<String> badges) {
        return badges.stream().map(RestoredBackupTest::issuer).toList();
    }

    private static int place(String json) {
        return Integer.parseInt(status(json).getString("statusListIndex"));
    }

    private static JsonObject status(String json) {
        return object(json).getJsonArray("credentialStatus").getJsonObject(0);
    }

    private static JsonObject object(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    // ---- the backup, as a district makes it
    // --------------------------------------------------------------------------

    private static void dump(TestSchema schema, Path file) throws Exception {
        run(
                command("mariadb-dump", schema, "--single-transaction", schema.name())
                        .redirectOutput(file.toFile()),
                schema);
        assertThat(file).content().contains("INSERT INTO `badge_key`");
    }

    /** The dump in a schema of its own, on a server that has never seen it. */
    private static TestSchema restored(TestSchema from, Path dump) throws Exception {
        String name = "tessera_restored_"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        try (Connection connection = DriverManager.getConnection(from.jdbcUrl(), from.user(), from.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " character set utf8mb4");
        }
        run(command("mariadb", from, name).redirectInput(dump.toFile()), from);
        return new TestSchema(
                name, from.jdbcUrl().replace("/" + from.name() + "?", "/" + name + "?"), from.user(), from.password());
    }

    private static ProcessBuilder command(String program, TestSchema schema, String... more) {
        Path home = TestBinaries.unpacked().folder();
        URI at = URI.create(schema.jdbcUrl().substring("jdbc:".length()));
        List<String> words = new ArrayList<>(List.of(
                home.resolve("bin").resolve(program).toString(),
                "--no-defaults",
                "--protocol=tcp",
                "--skip-ssl",
                "--host=" + at.getHost(),
                "--port=" + at.getPort(),
                "--user=" + schema.user()));
        words.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("LD_LIBRARY_PATH", home.resolve("libs").toString());
        return builder;
    }

    private static void run(ProcessBuilder builder, TestSchema schema) throws Exception {
        builder.environment().put("MYSQL_PWD", schema.password());
        Process process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(builder.command().getFirst()).isZero();
    }

    // ---- the product, as far as badges need it
    // -----------------------------------------------------------------------

    private record People(DistrictId district, PersonId earner, PersonId officer) {}

    /** Transactions as in the product. */
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}

    private static final class Product implements AutoCloseable {

        final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        final Badges badges;

        Product(TestSchema schema, String address, Path key) {
            DataSource source = new DriverManagerDataSource(schema.jdbcUrl(), schema.user(), schema.password());
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "restored",
                            Map.of("tessera.public-address", address, "tessera.badge-key", key.toString())));
            context.register(Transactions.class);
            context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(source));
            context.registerBean(
                    DSLContext.class,
                    () -> DSL.using(new DefaultConfiguration()
                            .set(new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(source)))
                            .set(SQLDialect.MARIADB)));
            context.registerBean("clock", InstantSource.class, InstantSource::system);
            context.scan("org.tessera.account", "org.tessera.badge", "org.tessera.credential");
            // only what badges need is made: no pages, no server
            context.addBeanFactoryPostProcessor(lazily());
            context.refresh();
            badges = context.getBean(Badges.class);
        }

        private static BeanFactoryPostProcessor lazily() {
            return factory -> {
                for (String name : factory.getBeanDefinitionNames()) {
                    BeanDefinition bean = factory.getBeanDefinition(name);
                    if (Objects.requireNonNullElse(bean.getBeanClassName(), "").startsWith("org.tessera.")) {
                        bean.setLazyInit(true);
                    }
                }
            };
        }

        /** The issuers of which a key cannot be opened; other tests have left theirs in the same schema. */
        List<String> unopened() {
            return context.getBean(KeyRing.class).unopened().stream()
                    .map(PublishedKey::controller)
                    .toList();
        }

        People people() {
            Accounts accounts = context.getBean(Accounts.class);
            DistrictId district = accounts.addDistrict("North");
            PersonId officer = person(accounts, district);
            context.getBean(Officers.class).install(district, officer);
            return new People(district, person(accounts, district), officer);
        }

        private static PersonId person(Accounts accounts, DistrictId district) {
            return accounts.addPerson(new PersonDraft(
                    district,
                    null,
                    "Ana Marisol",
                    UUID.randomUUID() + "@north.example",
                    Locale.ENGLISH,
                    "a long enough password"));
        }

        /** The file that the earner takes away. */
        String award(People people, int number) {
            Credentials credentials = context.getBean(Credentials.class);
            Credential credential =
                    credentials.membersOf(credentials.stacks().getFirst()).getFirst();
            Instant now = InstantSource.system().instant();
            Badge badge = badges.award(new Award(
                    people.earner(),
                    credential.ref(),
                    credential.rubric().stream()
                            .map(row -> new Award.RowResult(
                                    row.id(), credential.levels().getFirst().id()))
                            .toList(),
                    "%064x".formatted(number),
                    List.of(),
                    now.minus(Duration.ofHours(1)),
                    Optional.empty()));
            return badges.credential(badge.id(), Optional.of(people.earner())).orElseThrow();
        }

        /** The same for a wallet that wants a token. */
        String token(People people, String json) {
            return ((TokenAnswer.Made) answer(people, json)).token();
        }

        TokenAnswer answer(People people, String json) {
            return badges.token(id(json), people.earner(), "did:web:ana.example");
        }

        void act(People people, String json, Deed.Kind kind) {
            assertThat(badges.act(id(json), people.officer(), kind, "a reason")).isInstanceOf(DeedAnswer.Done.class);
        }

        private static BadgeId id(String json) {
            String id = object(json).getString("id");
            return BadgeId.read(id.substring(id.lastIndexOf('/') + 1)).orElseThrow();
        }

        Report.State step(String json, Report.Kind kind) {
            return badges.verify(json.getBytes(StandardCharsets.UTF_8)).steps().stream()
                    .filter(step -> step.kind() == kind)
                    .findFirst()
                    .orElseThrow()
                    .state();
        }

        /** Valid, or the reason of the first step that does not hold. */
        String outcome(String json) {
            Report report = badges.verify(json.getBytes(StandardCharsets.UTF_8));
            String outcome = report.steps().stream()
                    .map(step -> switch (step.state()) {
                        case Report.State.Holds _ -> "";
                        case Report.State.Fails fails -> fails.reason().code();
                        case Report.State.NotChecked unknown -> unknown.reason().code();
                    })
                    .filter(reason -> !reason.isEmpty())
                    .findFirst()
                    .orElse("valid");
            assertThat(report.outcome() == Report.Outcome.VALID).isEqualTo(outcome.equals("valid"));
            return outcome;
        }

        Optional<String> list(People people, String json, StatusPurpose purpose) {
            String address = status(json).getString("statusListCredential");
            return badges.statusList(
                    people.district(), purpose, Integer.parseInt(address.substring(address.lastIndexOf('/') + 1)));
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
