package org.tessera.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.db.Tables.NODE;
import static org.tessera.db.Tables.NODE_ROOM;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tessera.room.MemberId;
import org.tessera.room.RoomId;
import org.tessera.support.StoreTest;

/** Who lives, and who is where over whom. */
@StoreTest
class NodeStoreTest {

    private static final RoomId ROOM = new RoomId(UUID.randomUUID());
    private static final MemberId ANA = new MemberId(UUID.randomUUID());
    private static final MemberId BEN = new MemberId(UUID.randomUUID());

    private final DSLContext db;
    private final NodeStore store;

    NodeStoreTest(DSLContext db) {
        this.db = db;
        this.store = new NodeStore(db);
    }

    /** The rooms of these tests are nobody's. */
    @BeforeEach
    void without_rooms() {
        db.execute("alter table node_room drop foreign key if exists node_room_room_fk");
    }

    @AfterEach
    void nobody_is_left() {
        db.deleteFrom(NODE_ROOM).execute();
        db.deleteFrom(NODE).execute();
    }

    @Test
    void a_node_is_new_once() {
        assertThat(store.lives("one")).isTrue();
        assertThat(store.lives("one")).isFalse();
        assertThat(store.dead()).isEmpty();
    }

    @Test
    void the_other_nodes_people_are_there_line_by_line_and_ones_own_are_known_anyway() {
        store.lives("one");
        store.lives("two");
        store.attend("one", ROOM, List.of(Set.of(ANA, BEN)));
        store.attend("two", ROOM, List.of(Set.of(ANA)));

        assertThat(store.present("two", List.of(ROOM))).isEqualTo(Map.of(ROOM, List.of(Set.of(ANA, BEN))));
        assertThat(store.present("three", List.of(ROOM)).get(ROOM)).containsExactly(Set.of(ANA, BEN), Set.of(ANA));

        store.attend("one", ROOM, List.of());
        assertThat(store.present("two", List.of(ROOM))).isEmpty();
    }

    @Test
    void who_was_at_a_node_that_has_died_is_gone_until_it_says_that_it_lives() {
        store.lives("one");
        store.attend("one", ROOM, List.of(Set.of(ANA)));
        Instant seen = Instant.parse("2026-01-01T00:00:00Z");
        db.update(NODE).set(NODE.SEEN_AT, seen).execute();

        assertThat(store.present("two", List.of(ROOM))).isEmpty();
        assertThat(store.dead()).containsExactly(new NodeStore.Dead("one", seen));

        store.lives("one");
        assertThat(store.dead()).isEmpty();
        assertThat(store.present("two", List.of(ROOM))).containsKey(ROOM);

        store.forget("one");
        assertThat(store.lives("one")).isTrue();
        assertThat(store.present("two", List.of(ROOM))).isEmpty();
    }
}
