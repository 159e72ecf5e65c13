package org.tessera.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tessera.support.AppTest;

/** That the bench puts load on the product and counts what arrives; how fast it was is nobody’s business here. */
@AppTest
class BenchTest {

    private static final FanOut LOAD = new FanOut(2, 5, 40, Duration.ofSeconds(1), Duration.ofSeconds(3));

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext application;

    /** The server of the tests, which runs in their own process. */
    private final class Running implements Subject {

        private final Meetings meetings = new Meetings(
                URI.create("http://localhost:" + port),
                List.of(
                        Preparation.prepare(application, LOAD.people(), Meetings.PACK),
                        Preparation.prepare(application, LOAD.people(), Meetings.PACK)));

        @Override
        public String name() {
            return "Tessera";
        }

        @Override
        public void seat(int rooms, int people, Score score, Sockets sockets) throws Exception {
            meetings.seat(rooms, people, score, sockets);
        }

        @Override
        public void send(int room, int person, int number) {
            meetings.send(room, person, number);
        }

        @Override
        public List<Watched> processes() {
            return List.of(new Watched("server", ProcessHandle.current().pid()));
        }

        @Override
        public void close() {}
    }

    @Test
    void everything_arrives_once_and_in_one_order_and_is_acknowledged() throws Exception {
        Figures figures = LOAD.run("relay", new Running());

        assertThat(figures.of("lost")).isZero();
        assertThat(figures.of("out of order")).isZero();
        assertThat(figures.of("refused")).isZero();
        assertThat(figures.of("rooms in one order")).isEqualTo(2);
        assertThat(figures.of("deliveries")).isEqualTo(3 * 40 * 4);
        assertThat(figures.of("p95 ms")).isPositive();
        assertThat(figures.of("acknowledged p95 ms")).isPositive();
    }
}
