package org.tessera.nodes;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.amqp.AmqpConnectException;
import org.tessera.account.PersonId;
import org.tessera.account.SignInEnded;
import org.tessera.account.SignInId;
import org.tessera.room.MemberId;
import org.tessera.room.RoomId;
import org.tessera.support.StoreTest;

/** What a node tells, whatever the broker does. */
@StoreTest
@Timeout(60)
class TellingTest {

    private static final RoomId ROOM = new RoomId(UUID.randomUUID());

    private final NodeStore store;
    private final DSLContext db;
    private final Node node = new Node("jdbc:mariadb://db.example.org/tessera");
    private final List<News> told = new CopyOnWriteArrayList<>();
    private volatile Post broker = told::add;
    private Telling telling;

    TellingTest(DSLContext db) {
        this.db = db;
        this.store = new NodeStore(db);
    }

    @BeforeEach
    void begin() {
        db.execute("alter table node_room drop foreign key if exists node_room_room_fk");
        telling = new Telling(node, store, news -> broker.send(news));
        store.lives(node.node());
    }

    @AfterEach
    void end() throws InterruptedException {
        telling.destroy();
    }

    @Test
    void a_node_without_a_common_database_does_not_start() {
        assertThatThrownBy(() -> new Node("")).hasMessageContaining("spring.datasource.url");
    }

    @Test
    void a_broker_that_hangs_holds_nobody_up_and_hears_only_the_latest_of_each_room() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        broker = news -> {
            try {
                hangs.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            told.add(news);
        };

        for (long seq = 1; seq <= 100_000; seq++) {
            node.written(ROOM, seq);
        }
        hangs.countDown();

        await().atMost(10, SECONDS)
                .until(() -> !told.isEmpty() && told.getLast().number() == 100_000);
        assertThat(told).hasSizeLessThanOrEqualTo(3);
        assertThat(told).allMatch(news -> news.kind() == News.Kind.WRITTEN);
    }

    @Test
    void a_broker_that_was_away_is_told_what_comes_next() {
        broker = _ -> {
            throw new AmqpConnectException(new java.net.ConnectException("away"));
        };
        node.written(ROOM, 1);
        telling.on(new SignInEnded(new SignInId(UUID.randomUUID()), new PersonId(UUID.randomUUID())));
        await().atMost(10, SECONDS).until(() -> node.takeWritten().isEmpty());
        broker = told::add;

        node.written(ROOM, 2);

        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(told).anyMatch(news -> news.number() == 2));
    }

    @Test
    void who_is_there_is_kept_before_it_is_told_and_only_when_it_changes() {
        Set<MemberId> line = Set.of(new MemberId(UUID.randomUUID()));
        List<List<Set<MemberId>>> kept = new ArrayList<>();
        broker = news -> {
            kept.add(store.present("another", List.of(ROOM)).getOrDefault(ROOM, List.of()));
            told.add(news);
        };

        node.attended(ROOM, List.of(line));
        await().atMost(10, SECONDS).until(() -> told.size() == 1);
        node.attended(ROOM, List.of(line));
        node.attended(ROOM, List.of());
        await().atMost(10, SECONDS).until(() -> told.size() == 2);

        assertThat(kept).containsExactly(List.of(line), List.of());
    }

    @Test
    void news_is_understood_and_what_a_later_version_says_is_passed_over() {
        News news = new News("one", News.Kind.SIGN_IN_ENDED, UUID.randomUUID(), 0, Optional.of(UUID.randomUUID()));

        assertThat(News.read(news.bytes())).hasValue(news);
        assertThat(News.read("{\"kind\":\"SOMETHING_NEW\"}".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(News.read("no json".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
}
