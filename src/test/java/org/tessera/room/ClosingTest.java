package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.COACH;
import static org.tessera.protocol.Role.FACILITATOR;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.tessera.Tessera;
import org.tessera.account.Accounts;
import org.tessera.protocol.Protocols;
import org.tessera.support.AppTest;
import org.tessera.support.wire.FlowPage;
import org.tessera.support.wire.Visitor;

/** A server, the second one on its database, is closed in the middle of a meeting. */
@AppTest
class ClosingTest {

    @Autowired
    private Environment environment;

    @TempDir
    private Path files;

    @Test
    void open_pages_do_not_keep_the_server_from_ending() throws InterruptedException {
        ConfigurableApplicationContext server = SpringApplication.run(
                Tessera.class,
                Stream.concat(
                                Stream.of("--server.port=0", "--tessera.files=" + files),
                                Stream.of("datasource.url", "datasource.username", "datasource.password")
                                        .map(key -> "--spring." + key + "="
                                                + environment.getRequiredProperty("spring." + key)))
                        .toArray(String[]::new));
        List<FlowPage> open = openPagesOf(server);
        Thread closing = Thread.ofVirtual().start(server::close);

        assertThat(closing.join(Duration.ofSeconds(30))).isTrue();
        open.forEach(FlowPage::close);
    }

    private static List<FlowPage> openPagesOf(ConfigurableApplicationContext server) {
        Meeting m = new Meeting.Preparing(
                        server.getBean(Rooms.class),
                        server.getBean(LiveRooms.class),
                        server.getBean(RoomStore.class),
                        server.getBean(Accounts.class),
                        server.getBean(Protocols.class))
                .with("ana", FACILITATOR)
                .with("cleo", COACH)
                .running("post-it-vision");
        URI address = URI.create("http://localhost:" + server.getEnvironment().getProperty("local.server.port"));
        List<FlowPage> open = new ArrayList<>();
        for (String name : m.names()) {
            Visitor visitor = m.visitor(address, name);
            for (int i = 0; i < 4; i++) {
                open.add(visitor.flow("/rooms/" + m.id));
                open.add(visitor.flow("/rooms/" + m.id + "/wall"));
            }
        }
        return open;
    }
}
