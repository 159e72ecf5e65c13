package org.tessera.badge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketImpl;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.tessera.badge.Report.Outcome;

/**
 * A program of its own, so that its memory has a bound and so that every way to another machine can be watched: checks made
 * inputs, and says how many, how slow the slowest was, and whether anything wanted to go out.
 */
public final class UnderFire {

    private static final AtomicInteger OUTWARD = new AtomicInteger();
    private static final byte[] ZEROS = packed(new byte[64 << 20]);

    private final Random chance;
    private final byte[] json;
    private final byte[] png;
    private final byte[] svg;

    private UnderFire(long seed) throws Exception {
        chance = new Random(seed);
        KeyPair pair = Samples.pair();
        String badge = Samples.signed(pair).toString();
        json = badge.getBytes(StandardCharsets.UTF_8);
        png = BakedPng.bake(BadgePicture.png(Samples.BADGE), badge);
        svg = BakedSvg.bake(BadgePicture.svg(Samples.BADGE), badge).getBytes(StandardCharsets.UTF_8);
    }

    /** @param args how many inputs, and the seed they follow from */
    public static void main(String[] args) throws Exception {
        watch();
        int many = Integer.parseInt(args[0]);
        UnderFire fire = new UnderFire(Long.parseLong(args[1]));
        Verifier verifier = new Samples.Ours().verifier();
        int[] outcomes = new int[Outcome.values().length];
        long slowest = 0;
        long began = System.nanoTime();
        for (int i = 0; i < many; i++) {
            byte[] input = fire.input(i);
            long start = System.nanoTime();
            outcomes[verifier.check(input, Samples.NOW).outcome().ordinal()]++;
            slowest = Math.max(slowest, System.nanoTime() - start);
        }
        System.out.printf(
                "checked=%d valid=%d invalid=%d undecided=%d slowest=%d all=%d outward=%d%n",
                many,
                outcomes[Outcome.VALID.ordinal()],
                outcomes[Outcome.INVALID.ordinal()],
                outcomes[Outcome.UNDECIDED.ordinal()],
                Duration.ofNanos(slowest).toMillis(),
                Duration.ofNanos(System.nanoTime() - began).toMillis(),
                OUTWARD.get());
    }

    /** Every connection of Java's own goes through one of these; and that they notice is tried first. */
    private static void watch() throws Exception {
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI address) {
                OUTWARD.incrementAndGet();
                throw new IllegalStateException("wanted to reach " + address);
            }

            @Override
            public void connectFailed(URI address, SocketAddress proxy, IOException why) {}
        });
        Socket.setSocketImplFactory(Unconnectable::new);
        tryIt(() -> new Socket("127.0.0.1", 9).close());
        tryIt(() -> URI.create("http://127.0.0.1:9/").toURL().openStream().close());
        tryIt(() -> {
            try (HttpClient client =
                    HttpClient.newBuilder().proxy(ProxySelector.getDefault()).build()) {
                client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:9/"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        });
        OUTWARD.set(0);
    }

    /** A socket that can be made, as Java does to see what sockets can do, and notices when it is to be connected. */
    private static final class Unconnectable extends SocketImpl {

        @Override
        protected void create(boolean stream) {}

        @Override
        protected void connect(String host, int port) throws IOException {
            connect(InetSocketAddress.createUnresolved(host, port), 0);
        }

        @Override
        protected void connect(InetAddress address, int port) throws IOException {
            connect(new InetSocketAddress(address, port), 0);
        }

        @Override
        protected void connect(SocketAddress address, int timeout) throws IOException {
            OUTWARD.incrementAndGet();
            throw new IOException("wanted to reach " + address);
        }

        @Override
        protected void bind(InetAddress host, int port) {}

        @Override
        protected void listen(int backlog) {}

        @Override
        protected void accept(SocketImpl socket) throws IOException {
            throw new IOException("nobody comes in");
        }

        @Override
        protected InputStream getInputStream() {
            return InputStream.nullInputStream();
        }

        @Override
        protected OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        protected int available() {
            return 0;
        }

        @Override
        protected void close() {}

        @Override
        protected void sendUrgentData(int data) {}

        @Override
        public void setOption(int option, Object value) {}

        @Override
        public Object getOption(int option) {
            return 0;
        }
    }

    /** Something that would go out. */
    private interface Outward {
        void go() throws Exception;
    }

    private static void tryIt(Outward outward) {
        int before = OUTWARD.get();
        try {
            outward.go();
        } catch (Exception expected) {
            if (OUTWARD.get() > before) {
                return;
            }
        }
        throw new AssertionError("the guard does not notice what goes out");
    }

    private byte[] input(int i) {
        return switch (i % 16) {
            case 0 -> random(chance.nextInt(4_000));
            case 1, 2, 3 -> mutated(json);
            case 4, 5 -> mutated(png);
            case 6 -> mutated(svg);
            case 7, 8, 9 -> replaced();
            case 10 -> huge();
            case 11 -> deep();
            case 12 -> contexts();
            case 13 -> pictureBomb();
            case 14 -> drawingBomb();
            default -> knot();
        };
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        chance.nextBytes(bytes);
        return bytes;
    }

    private byte[] mutated(byte[] from) {
        byte[] bytes = from.clone();
        for (int changes = 1 + chance.nextInt(4); changes > 0; changes--) {
            int at = chance.nextInt(bytes.length);
            switch (chance.nextInt(5)) {
                case 0 -> bytes[at] ^= (byte) (1 << chance.nextInt(8));
                case 1 -> bytes[at] = (byte) chance.nextInt(256);
                case 2 -> bytes = Arrays.copyOf(bytes, at + 1);
                case 3 -> bytes = spliced(bytes, at, random(chance.nextInt(20)));
                default -> bytes = spliced(bytes, at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 200)));
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int at, byte[] more) {
        return ByteBuffer.allocate(bytes.length + more.length)
                .put(bytes, 0, at)
                .put(more)
                .put(bytes, at, bytes.length - at)
                .array();
    }

    /** One text of the badge put in place of by another value. */
    private byte[] replaced() {
        String text = new String(json, StandardCharsets.UTF_8);
        String[] parts = text.split("\"", -1);
        int at = 1 + 2 * chance.nextInt(parts.length / 2);
        String[] values = {
            "{\"id\":\"_:b0\"}",
            "[[[[[]]]]]",
            "1e30",
            "-0",
            "true",
            "null",
            "\"\\ud83d\"",
            "\"http://127.0.0.1:9/" + chance.nextInt() + "\"",
            "{\"@context\":\"http://127.0.0.1:9/context\",\"a\":1}",
            "\"" + "x".repeat(chance.nextInt(100_000)) + "\"",
            "{\"@value\":\"x\",\"@language\":\"a b\"}",
            "[" + "\"a\",".repeat(chance.nextInt(5_000)) + "\"b\"]"
        };
        String value = values[chance.nextInt(values.length)];
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            if (i == at) {
                out.setLength(out.length() - 1);
                out.append(value);
            } else {
                out.append(parts[i]);
                if (i < parts.length - 1 && i + 1 != at + 1) {
                    out.append('"');
                }
            }
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] huge() {
        int size = (1 << 16) << chance.nextInt(6);
        return switch (chance.nextInt(4)) {
            case 0 -> ("{\"a\":\"" + "x".repeat(size) + "\"}").getBytes(StandardCharsets.UTF_8);
            case 1 -> ("{\"a\":" + "9".repeat(size) + "}").getBytes(StandardCharsets.UTF_8);
            case 2 -> ("{" + "\"a\":1,".repeat(size / 6) + "\"b\":1}").getBytes(StandardCharsets.UTF_8);
            default -> ("{\"a\":[" + "{\"b\":1},".repeat(size / 8) + "1]}").getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] deep() {
        int depth = 10 + chance.nextInt(100_000);
        return switch (chance.nextInt(3)) {
            case 0 -> "[".repeat(depth).getBytes(StandardCharsets.UTF_8);
            case 1 -> ("{\"a\":".repeat(depth) + "1" + "}".repeat(depth)).getBytes(StandardCharsets.UTF_8);
            default -> ("{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}").getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] contexts() {
        String text = new String(json, StandardCharsets.UTF_8);
        String badges = "\"" + Contexts.OPEN_BADGES + "\"";
        String instead =
                switch (chance.nextInt(5)) {
                    case 0 -> "\"" + Samples.ADDRESS + "/badges/" + Samples.BADGE + "\"," + badges;
                    case 1 -> "{\"@import\":" + badges + "}," + badges;
                    case 2 -> "{\"a\":{\"@context\":{\"a\":{\"@context\":" + badges + "}}}}," + badges;
                    case 3 -> (badges + ",").repeat(1 + chance.nextInt(400)) + badges;
                    default -> "\"http://127.0.0.1:9/" + chance.nextInt() + "\"," + badges;
                };
        return text.replace(badges, instead).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] pictureBomb() {
        byte[] head = Arrays.copyOf(png, 33);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head);
        switch (chance.nextInt(4)) {
            case 0 -> out.writeBytes(chunk("iTXt", joined("openbadgecredential\0\1\0\0\0", ZEROS)));
            case 1 -> out.writeBytes(chunk("IDAT", ZEROS));
            case 2 -> {
                byte[] small = chunk("tEXt", new byte[] {'a', 0});
                for (int i = 0; i < 20_000; i++) {
                    out.writeBytes(small);
                }
            }
            default -> {
                out.writeBytes(ByteBuffer.allocate(8)
                        .putInt(Integer.MAX_VALUE - chance.nextInt(3))
                        .array());
                out.writeBytes(random(chance.nextInt(1_000)));
            }
        }
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    private byte[] drawingBomb() {
        int many = 1 + chance.nextInt(50_000);
        String drawing =
                switch (chance.nextInt(5)) {
                    case 0 -> "<!DOCTYPE s [<!ENTITY a \"aaaaaaaa\">" + entities() + "]><svg>&z;</svg>";
                    case 1 -> "<!DOCTYPE s SYSTEM \"http://127.0.0.1:9/s.dtd\"><svg/>";
                    case 2 -> "<svg>".repeat(many);
                    case 3 -> "<svg " + "a='x' ".repeat(Math.min(many, 5_000)) + "/>";
                    default ->
                        "<svg xmlns:o=\"https://purl.imsglobal.org/ob/v3p0\"><o:credential>" + "x".repeat(many)
                                + "</o:credential></svg>";
                };
        return drawing.getBytes(StandardCharsets.UTF_8);
    }

    private static String entities() {
        StringBuilder all = new StringBuilder();
        for (char c = 'b'; c <= 'z'; c++) {
            all.append("<!ENTITY ")
                    .append(c)
                    .append(" \"")
                    .append(("&" + (char) (c - 1) + ";").repeat(10))
                    .append("\">");
        }
        return all.toString();
    }

    /** Many nodes without names that look alike, which is what makes canonical order hard. */
    private byte[] knot() {
        int many = 2 + chance.nextInt(30);
        StringBuilder pieces = new StringBuilder();
        for (int i = 0; i < many; i++) {
            pieces.append("{\"id\":\"_:n").append(i).append("\",\"type\":[\"Evidence\"],\"urn:x:next\":[");
            for (int j = 0; j < many; j++) {
                pieces.append(j == 0 ? "" : ",")
                        .append("{\"id\":\"_:n")
                        .append((i + j + 1) % many)
                        .append("\"}");
            }
            pieces.append("]},");
        }
        String text = new String(json, StandardCharsets.UTF_8);
        return text.replace("\"evidence\":[", "\"evidence\":[" + pieces).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] chunk(String name, byte[] content) {
        byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(letters);
        sum.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(letters)
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] joined(String text, byte[] more) {
        return spliced(text.getBytes(StandardCharsets.US_ASCII), text.length(), more);
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(packed, new Deflater(9))) {
            deflate.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return packed.toByteArray();
    }
}
