package org.tessera.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.tessera.support.hostile.HostileFile;
import org.tessera.support.hostile.HostileFiles;
import org.tessera.support.wire.Visitor;

/**
 * Hostile files at every door of a started server, judged from outside: each is refused in words or kept, nothing that is
 * served can run, nothing asks an address, nothing lies outside the folder of files, and other people are answered meanwhile.
 */
final class Siege implements AutoCloseable {

    /** What no answer may hold: how the product is made inside. */
    private static final Pattern INSIDES = Pattern.compile(
            "(?is)(exception|stack ?trace|\\bat org\\.|org\\.tessera|com\\.vaadin\\.flow|java\\.(lang|util|io)|jdbc:|root:x:0|broke on our side|"
                    + Pattern.quote(System.getProperty("user.dir")) + ")");

    private final String mark = "canary" + UUID.randomUUID().toString().replace("-", "");
    private final HttpServer trap;
    private final AtomicInteger asked = new AtomicInteger();
    private final Map<String, int[]> counts = new TreeMap<>();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final AtomicInteger others = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();
    private final Thread bystander;
    private final List<String> failed = new ArrayList<>();
    private int served;
    private long longest;
    private String longestWhat = "";
    private long most;

    Siege(URI server) throws IOException {
        trap = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        trap.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        trap.start();
        Visitor visitor = Visitor.stranger(server);
        bystander = Thread.ofVirtual().start(() -> standBy(visitor));
    }

    /** The files of this siege. */
    List<HostileFile> files() {
        return HostileFiles.all(
                mark, URI.create("http://127.0.0.1:" + trap.getAddress().getPort()));
    }

    /** Somebody who has nothing to do with it and wants to sign in. */
    private void standBy(Visitor visitor) {
        while (!isOver.get()) {
            long began = System.nanoTime();
            int status = visitor.get("/login").statusCode();
            slowest.accumulateAndGet(System.nanoTime() - began, Math::max);
            if (status == 200) {
                others.incrementAndGet();
            } else {
                synchronized (failed) {
                    failed.add("somebody else was answered " + status);
                }
            }
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
    }

    /** Hands one file in at one door and judges what becomes of it. */
    void bring(UploadDoor door, HostileFile file, Visitor owner) {
        String what = door.called() + ": " + file;
        long began = System.nanoTime();
        UploadDoor.Brought brought = door.bring(file);
        long took = System.nanoTime() - began;
        if (took > longest) {
            longest = took;
            longestWhat = what;
        }
        assertThat(brought.status()).as(what).matches(status -> status == 200 || (status >= 400 && status < 500));
        assertThat(brought.said()).as("%s: what it is told", what).doesNotContainPattern(INSIDES);
        if (brought.status() != 200) {
            assertThat(brought.said()).as("%s: why", what).isNotBlank();
        }
        for (String address : brought.served()) {
            HttpResponse<byte[]> whole = owner.bytes(owner.request(address).GET());
            Served.isHarmless(whole, mark, what + " at " + address);
            if (address.endsWith("/file")) {
                Served.isHarmless(
                        owner.bytes(owner.request(address)
                                .header("Range", "bytes=0-40")
                                .GET()),
                        mark,
                        what);
            }
            served++;
        }
        int[] count = counts.computeIfAbsent(door.called(), _ -> new int[2]);
        count[brought.isKept() ? 1 : 0]++;
    }

    /** Notes how much the server holds now. */
    void weigh(LongSupplier held) {
        most = Math.max(most, held.getAsLong());
    }

    /**
     * Judges what can only be seen afterwards.
     *
     * @param outside folders in which nothing may have appeared
     */
    void isWithstood(Path... outside) throws IOException {
        isOver.set(true);
        assertThat(asked).as("what asked the trap").hasValue(0);
        synchronized (failed) {
            assertThat(failed).isEmpty();
        }
        assertThat(others).as("others answered meanwhile").hasPositiveValue();
        for (Path folder : outside) {
            try (var lies = Files.list(folder)) {
                assertThat(lies.filter(path -> path.getFileName().toString().contains(mark)))
                        .as("left in %s", folder)
                        .isEmpty();
            }
        }
    }

    /** How often each door refused and kept. */
    String told() {
        StringBuilder told = new StringBuilder();
        counts.forEach((door, count) -> told.append(told.isEmpty() ? "" : ", ")
                .append(door)
                .append(' ')
                .append(count[0])
                .append(" not kept and ")
                .append(count[1])
                .append(" kept"));
        return told.toString();
    }

    int brought() {
        return counts.values().stream().mapToInt(count -> count[0] + count[1]).sum();
    }

    int served() {
        return served;
    }

    long most() {
        return most;
    }

    /** The file that kept its door busy longest. */
    String longest() {
        return longest / 1_000_000 + " ms for " + longestWhat;
    }

    int others() {
        return others.get();
    }

    long slowestMillis() {
        return slowest.get() / 1_000_000;
    }

    @Override
    public void close() {
        isOver.set(true);
        trap.stop(0);
        bystander.interrupt();
    }
}
