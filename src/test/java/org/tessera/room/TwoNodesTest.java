package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tessera.Tessera;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Office;
import org.tessera.account.OfficeAnswer;
import org.tessera.account.Officers;
import org.tessera.account.SignIns;
import org.tessera.clock.HandClock;
import org.tessera.protocol.Protocols;
import org.tessera.support.AppTest;
import org.tessera.support.Rabbit;
import org.tessera.support.wire.EventStream;
import org.tessera.support.wire.FlowPage;
import org.tessera.support.wire.Visitor;
import org.tessera.support.wire.Wire;

/**
 * Two applications in the profile {@code cluster} on one database, and between them a RabbitMQ that this test starts. People
 * have their pages at the second; what ends their sign-ins happens at the first. The second's clock stands, so that it looks
 * for itself only when it is put forward, and what it knows before then it was told.
 */
@AppTest
@ActiveProfiles("cluster")
@DirtiesContext
@Tag("long")
@EnabledIf(
        value = "org.tessera.support.Rabbit#isInstalled",
        disabledReason = "There is no RabbitMQ on this machine (apt-get install rabbitmq-server)")
class TwoNodesTest {

    private static final Duration ROUND = Duration.ofSeconds(1);

    private static @Nullable Rabbit rabbit;

    @LocalServerPort
    private int port;

    @Autowired
    private Environment environment;

    @Autowired
    private Rooms rooms;

    @Autowired
    private LiveRooms live;

    @Autowired
    private RoomStore store;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Protocols protocols;

    @Autowired
    private SignIns signIns;

    @Autowired
    private Office office;

    @Autowired
    private Officers officers;

    private ConfigurableApplicationContext second;
    private HandClock clock;
    private Meeting m;

    /** The clock of the second node. No configuration by name, which other applications of this JVM would find. */
    static class Standing {
        @Bean
        @Primary
        HandClock standingClock() {
            return HandClock.at(InstantSource.system().instant());
        }
    }

    @DynamicPropertySource
    static void broker(DynamicPropertyRegistry properties) throws IOException, InterruptedException {
        Rabbit started = Rabbit.start(
                Path.of("target/test-files/" + ProcessHandle.current().pid() + "/rabbitmq")
                        .toAbsolutePath());
        rabbit = started;
        properties.add("spring.rabbitmq.host", () -> "127.0.0.1");
        properties.add("spring.rabbitmq.port", started::port);
    }

    @AfterAll
    static void no_broker() throws InterruptedException {
        if (rabbit != null) {
            rabbit.close();
        }
    }

    @BeforeEach
    void a_meeting_and_a_second_node() {
        second = new SpringApplicationBuilder(Tessera.class, Standing.class)
                .profiles("cluster")
                .run(Stream.concat(
                                Stream.of(
                                                "spring.datasource.url",
                                                "spring.datasource.username",
                                                "spring.datasource.password",
                                                "spring.rabbitmq.host",
                                                "spring.rabbitmq.port",
                                                "tessera.claim-key",
                                                "tessera.package-key",
                                                "tessera.files")
                                        .map(key -> "--" + key + "=" + environment.getRequiredProperty(key)),
                                Stream.of("--server.port=0", "--spring.datasource.hikari.maximum-pool-size=10"))
                        .toArray(String[]::new));
        clock = second.getBean(HandClock.class);
        m = new Meeting.Preparing(rooms, live, store, accounts, protocols)
                .with("ana", FACILITATOR)
                .with("ben", PARTICIPANT)
                .running("post-it-vision");
        DistrictId district = accounts.person(m.person("ana")).orElseThrow().district();
        officers.install(district, m.person("ana"));
        officers.install(district, m.person("ben"));
    }

    @AfterEach
    void no_second_node() {
        second.close();
    }

    @Test
    void what_ends_a_sign_in_at_one_node_closes_everything_at_the_other() throws Exception {
        // what is written at one is told at the other: the broker carries, and the clock of the other stands
        Wire there = m.visitor(second(), "ben").open(m.id.value());
        Wire here = m.visitor(first(), "ana").open(m.id.value());
        here.does("start-phase", Map.of("phase", "words"));
        Wire.await("the step at the other node", () -> there.phase().equals("words"));
        there.close();
        here.close();

        for (Runnable deed : deeds()) {
            assertEnds(deed, () -> {});
        }

        Objects.requireNonNull(rabbit).dies();
        for (Runnable deed : deeds()) {
            assertEnds(deed, () -> clock.advance(ROUND));
        }
    }

    /**
     * Signing out, being switched off, losing the office; each on the first node. It is asked for the first as its door does, and
     * not at the door: Spring Security knows one application of a JVM only, the one that was started last.
     */
    private List<Runnable> deeds() {
        return List.of(
                () -> signIns.endAll(m.person("ana")),
                () -> {
                    assertThat(office.suspend(m.person("ben"), m.person("ana"))).isEqualTo(OfficeAnswer.DONE);
                    assertThat(office.resume(m.person("ben"), m.person("ana"))).isEqualTo(OfficeAnswer.DONE);
                    officers.install(
                            accounts.person(m.person("ana")).orElseThrow().district(), m.person("ana"));
                },
                () -> {
                    assertThat(officers.dismiss(m.person("ben"), m.person("ana")))
                            .isEqualTo(OfficeAnswer.DONE);
                    officers.install(
                            accounts.person(m.person("ana")).orElseThrow().district(), m.person("ana"));
                });
    }

    private void assertEnds(Runnable deed, Runnable afterwards) {
        Visitor ana = m.visitor(second(), "ana");
        Wire socket = ana.open(m.id.value());
        Wire ben = m.visitor(second(), "ben").open(m.id.value());
        try (FlowPage page = ana.flow("/rooms/" + m.id);
                EventStream stream = ana.stream("/live/rooms/" + m.id + "/frames")) {
            Wire.await("the snapshot", () -> stream.text().contains("\"snapshot\""));

            deed.run();
            afterwards.run();

            Wire.await("the end of the socket", socket::isClosed);
            Wire.await("the end of the stream", stream::hasEnded);
            Wire.await("the door", () -> page.pushed().stream().anyMatch(sent -> sent.contains("login?out")));
            assertThat(socket.closedWith()).startsWith("1008");
            assertThat(ana.mayOpen(m.id.value())).isFalse();
            assertThat(ben.isClosed()).isFalse();
        } finally {
            ben.close();
        }
    }

    private URI first() {
        return URI.create("http://localhost:" + port);
    }

    private URI second() {
        return URI.create("http://127.0.0.1:" + second.getEnvironment().getRequiredProperty("local.server.port"));
    }
}
