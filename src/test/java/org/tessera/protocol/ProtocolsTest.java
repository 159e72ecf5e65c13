package org.tessera.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tessera.db.Tables.PROTOCOL_VERSION;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tessera.support.StoreTest;
import org.tessera.yaml.InvalidYamlException;

@StoreTest
class ProtocolsTest {

    private static final Instant NOW = Instant.parse("2026-03-29T01:30:00Z");
    private static final PackRef ONE = new PackRef("small", "1");
    private static final PackRef TWO = new PackRef("small", "2");

    private final DSLContext db;
    private final ProtocolStore store;

    ProtocolsTest(DSLContext db) {
        this.db = db;
        store = new ProtocolStore(db, InstantSource.fixed(NOW));
    }

    @BeforeEach
    void nothing_is_stored() {
        db.deleteFrom(PROTOCOL_VERSION).execute();
    }

    @Nested
    class At_start {

        @Test
        void the_shipped_packs_are_offered_and_stored() {
            Protocols protocols = new Protocols(store);

            assertThat(protocols.all())
                    .extracting(pack -> pack.ref().id())
                    .contains("looking-at-student-work", "post-it-vision");
            assertThat(db.fetchCount(PROTOCOL_VERSION))
                    .isEqualTo(protocols.all().size());
        }

        @Test
        void a_version_is_stored_once_as_it_was_written() {
            new Protocols(store, List.of(SmallPack.version("1")));
            new Protocols(store, List.of(SmallPack.version("1")));

            var row = db.selectFrom(PROTOCOL_VERSION).fetchSingle();
            assertThat(row.getYaml()).isEqualTo(SmallPack.TEXT);
            assertThat(row.getStoredAt()).isEqualTo(NOW);
        }

        @Test
        void a_pack_may_change_its_comments() {
            new Protocols(store, List.of(SmallPack.version("1")));

            assertThat(new Protocols(store, List.of(SmallPack.shipped("# why\n" + SmallPack.TEXT))).latest("small"))
                    .isEqualTo(SmallPack.version("1").pack());
        }

        @Test
        void a_pack_that_changed_and_kept_its_version_is_refused() {
            new Protocols(store, List.of(SmallPack.version("1")));
            ShippedPack changed = SmallPack.shipped(SmallPack.TEXT.replace("Small", "Smaller"));

            assertThatExceptionOfType(InvalidYamlException.class)
                    .isThrownBy(() -> new Protocols(store, List.of(changed)))
                    .withMessage("small.yaml:2: /version: rooms may be running version 1 with other content: "
                            + "raise the version, or take the change back");
            assertThat(store.yaml(ONE)).contains(SmallPack.TEXT);
        }
    }

    @Nested
    class A_newer_version {

        @Test
        void is_the_one_offered() {
            Protocols protocols = shippedAfterTheFirst();

            assertThat(protocols.latest("small").ref()).isEqualTo(TWO);
            assertThat(protocols.all()).extracting(Pack::ref).containsExactly(TWO);
        }

        @Test
        void leaves_the_older_one_readable() {
            Protocols protocols = shippedAfterTheFirst();

            assertThat(protocols.find(ONE)).contains(SmallPack.version("1").pack());
            assertThat(protocols.find(ONE).orElseThrow().name().in(Locale.of("es")))
                    .isEqualTo("Pequeño");
        }

        private Protocols shippedAfterTheFirst() {
            new Protocols(store, List.of(SmallPack.version("1")));
            return new Protocols(store, List.of(SmallPack.version("2")));
        }
    }

    @Nested
    class Looking_up {

        @Test
        void a_version_nobody_stored_finds_nothing() {
            assertThat(new Protocols(store, List.of(SmallPack.version("1"))).find(TWO))
                    .isEmpty();
        }

        @Test
        void the_latest_of_an_unknown_protocol_is_a_mistake_of_the_caller() {
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> new Protocols(store, List.of()).latest("small"))
                    .withMessage("no protocol is called small");
        }
    }
}
