package org.tessera.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tessera.bench.fault.Toxics.Deaf;

/** Before a server that says back what it hears. */
@Tag("long")
class FaultyLineTest {

    private ServerSocket echo;
    private FaultyLine line;
    private final Set<Socket> served = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void open() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!echo.isClosed()) {
                try {
                    Socket socket = echo.accept();
                    served.add(socket);
                    Thread.ofVirtual().start(() -> sayBack(socket));
                } catch (IOException closed) {
                    return;
                }
            }
        });
        line = new FaultyLine(URI.create("http://localhost:" + echo.getLocalPort()), 7);
    }

    private static void sayBack(Socket socket) {
        try (socket;
                InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException cut) {
            // whoever called is gone
        }
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        echo.close();
        for (Socket socket : served) {
            socket.close();
        }
    }

    private Socket call() throws IOException {
        Socket socket = new Socket("localhost", line.address().getPort());
        socket.setSoTimeout(5_000);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String hear(Socket socket, int length) throws IOException {
        return new String(socket.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
    }

    private static long millis(Timed what) throws IOException {
        long begin = System.nanoTime();
        what.run();
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private interface Timed {
        void run() throws IOException;
    }

    @Test
    void a_good_line_carries_everything_as_it_is() throws IOException {
        try (Socket call = call()) {
            say(call, "a word");
            assertThat(hear(call, 6)).isEqualTo("a word");
            call.shutdownOutput();
            assertThat(call.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void a_slow_line_delays_both_ways_and_lets_nothing_overtake() throws IOException {
        line.suffers(Toxics.NONE.slow(Duration.ofMillis(100), Duration.ofMillis(60)));
        try (Socket call = call()) {
            long took = millis(() -> {
                for (int i = 0; i < 10; i++) {
                    say(call, String.valueOf(i));
                }
                assertThat(hear(call, 10)).isEqualTo("0123456789");
            });
            assertThat(took).isBetween(80L, 2_000L);
        }
    }

    @Test
    void a_narrow_line_carries_so_many_bytes_a_second() throws IOException {
        line.suffers(Toxics.NONE.narrow(10_000));
        try (Socket call = call()) {
            long took = millis(() -> {
                say(call, "x".repeat(4_000));
                assertThat(hear(call, 4_000)).hasSize(4_000);
            });
            assertThat(took).isBetween(390L, 3_000L);
        }
    }

    @Test
    void a_slicing_line_delivers_small_pieces() throws IOException {
        line.suffers(Toxics.NONE.slicing(3));
        try (Socket call = call()) {
            say(call, "abcdefghij");
            List<Integer> sizes = new ArrayList<>();
            byte[] buffer = new byte[100];
            int all = 0;
            while (all < 10) {
                int read = call.getInputStream().read(buffer);
                sizes.add(read);
                all += read;
            }
            assertThat(sizes).hasSizeGreaterThan(1);
            assertThat(all).isEqualTo(10);
        }
    }

    @Test
    void a_resetting_line_breaks_some_connections_and_the_same_ones_from_the_same_seed() throws IOException {
        List<Boolean> first = survivors();
        line.close();
        line = new FaultyLine(URI.create("http://localhost:" + echo.getLocalPort()), 7);
        assertThat(first).contains(true, false);
        assertThat(survivors()).isEqualTo(first);
    }

    private List<Boolean> survivors() throws IOException {
        line.suffers(Toxics.NONE.resetting(0.3));
        List<Boolean> survived = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            try (Socket call = call()) {
                say(call, "x");
                survived.add(hear(call, 1).equals("x"));
            } catch (SocketException reset) {
                survived.add(false);
            }
        }
        assertThat(line.resets())
                .isEqualTo((int) survived.stream().filter(there -> !there).count());
        return survived;
    }

    @Test
    void a_half_open_line_swallows_one_way_and_tells_nobody() throws IOException {
        try (Socket call = call()) {
            say(call, "a");
            assertThat(hear(call, 1)).isEqualTo("a");
            line.suffers(Toxics.NONE.halfOpen(Deaf.CLIENT));
            say(call, "b");
            call.setSoTimeout(300);
            assertThatThrownBy(() -> hear(call, 1)).isInstanceOf(SocketTimeoutException.class);
            line.suffers(Toxics.NONE);
            say(call, "c");
            assertThatThrownBy(() -> hear(call, 1))
                    .as("what has lost something stays silent")
                    .isInstanceOf(SocketTimeoutException.class);
        }
        try (Socket again = call()) {
            say(again, "d");
            assertThat(hear(again, 1)).isEqualTo("d");
        }
    }

    @Test
    void a_filter_turns_websockets_away_and_nothing_else() throws IOException {
        line.suffers(Toxics.NONE.withoutSockets());
        try (Socket call = call()) {
            say(call, "GET / HTTP/1.1\r\nUpgrade: WebSocket\r\n\r\n");
            assertThat(hear(call, 12)).isEqualTo("HTTP/1.1 403");
        }
        try (Socket call = call()) {
            say(call, "GET / HTTP/1.1\r\n\r\n");
            assertThat(hear(call, 18)).isEqualTo("GET / HTTP/1.1\r\n\r\n");
        }
        assertThat(line.blocked()).isEqualTo(1);
    }

    @Test
    void a_line_that_goes_down_cuts_what_is_open_and_comes_back() throws IOException {
        try (Socket call = call()) {
            say(call, "a");
            assertThat(hear(call, 1)).isEqualTo("a");
            line.suffers(Toxics.NONE.gone());
            assertThatThrownBy(() -> {
                        if (call.getInputStream().read() < 0) {
                            throw new SocketException("the end");
                        }
                    })
                    .isInstanceOf(SocketException.class);
        }
        line.suffers(Toxics.NONE);
        try (Socket call = call()) {
            say(call, "b");
            assertThat(hear(call, 1)).isEqualTo("b");
        }
    }
}
