package org.tessera.exhibit;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.tessera.support.hostile.HostileFile;
import org.tessera.support.wire.FlowPage;
import org.tessera.support.wire.Visitor;

/** A door at which somebody can hand in a file, from outside, by the requests a browser would send. */
interface UploadDoor extends AutoCloseable {

    /** What it is called in figures. */
    String called();

    /** Hands a file in. */
    Brought bring(HostileFile file);

    @Override
    default void close() {}

    /**
     * What became of a file.
     *
     * @param status of the answer
     * @param said everything the person is told of it
     * @param served addresses at which something of it can be fetched now
     */
    record Brought(int status, String said, List<String> served) {

        boolean isKept() {
            return !served.isEmpty();
        }
    }

    /** Student work, as it is brought where a meeting is prepared. */
    record Work(FlowPage page, Map<String, Boolean> known) implements UploadDoor {

        Work(Visitor visitor, String team) {
            this(visitor.flow("/rooms/new?team=" + team), new TreeMap<>());
        }

        @Override
        public String called() {
            return "student work";
        }

        @Override
        public Brought bring(HostileFile file) {
            page.set("vaadin-checkbox", "No student name is visible, or I have consent", "checked", true);
            page.set("vaadin-text-field", "What your team will call it. No student names.", "value", "Brought");
            HttpResponse<String> answer = posted(page, file);
            if (answer.statusCode() != 200) {
                return new Brought(answer.statusCode(), answer.body(), List.of());
            }
            Awaitility.await("its pages").atMost(Duration.ofSeconds(30)).until(() -> fresh() > 0);
            List<String> served = page.addresses("img", "src").stream()
                    .filter(address -> known.put(address, true) == null)
                    .toList();
            return new Brought(200, answer.body() + page.words(), served);
        }

        private long fresh() {
            page.look();
            return page.addresses("img", "src").stream()
                    .filter(address -> !known.containsKey(address))
                    .count();
        }

        @Override
        public void close() {
            page.close();
        }
    }

    /** Evidence, by the tus protocol. */
    record Evidence(Tus tus, String team, String kind) implements UploadDoor {

        @Override
        public String called() {
            return kind;
        }

        @Override
        public Brought bring(HostileFile file) {
            byte[] bytes = file.bytes();
            String name = file.name().substring(0, Math.min(900, file.name().length()));
            HttpResponse<String> begun = tus.begin(
                    bytes.length,
                    Map.of(
                            "team",
                            team,
                            "title",
                            "Brought",
                            "kind",
                            kind,
                            "stated",
                            "yes",
                            "filename",
                            name,
                            "filetype",
                            file.type()));
            if (begun.statusCode() != 201) {
                return new Brought(begun.statusCode(), begun.body(), List.of());
            }
            String upload = begun.headers().firstValue("Location").orElseThrow();
            HttpResponse<String> sent = tus.patch(upload, 0, bytes);
            if (sent.statusCode() != 204) {
                return new Brought(sent.statusCode(), sent.body(), List.of());
            }
            HttpResponse<String> standing = Awaitility.await("what becomes of " + file)
                    .atMost(Duration.ofSeconds(150))
                    .pollInterval(Duration.ofMillis(20))
                    .until(
                            () -> tus.visitor().get(upload),
                            answer -> answer.body().contains("\"kept\"")
                                    || answer.body().contains("\"refused\""));
            if (standing.body().contains("\"refused\"")) {
                tus.discard(upload);
                return new Brought(422, standing.body(), List.of());
            }
            String exhibit = upload.replace("/uploads/", "/exhibits/");
            return new Brought(
                    200,
                    standing.body(),
                    kind.equals("picture") || kind.equals("document") ? pages(exhibit) : List.of(exhibit + "/file"));
        }

        private List<String> pages(String exhibit) {
            return IntStream.rangeClosed(1, 3)
                    .mapToObj(n -> exhibit + "/pages/" + n)
                    .filter(page -> tus.visitor().get(page).statusCode() != 404)
                    .toList();
        }
    }

    /** The check of a badge, which is open to everybody. It takes four a second. */
    record Check(FlowPage page) implements UploadDoor {

        private static final String BUSY = "Many badges are being checked";

        Check(Visitor visitor) {
            this(visitor.flow("/verify"));
        }

        @Override
        public String called() {
            return "check of a badge";
        }

        @Override
        public Brought bring(HostileFile file) {
            return Awaitility.await("a place to check " + file)
                    .atMost(Duration.ofSeconds(150))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> tried(file), brought -> !brought.said().contains(BUSY));
        }

        private Brought tried(HostileFile file) {
            HttpResponse<String> answer = posted(page, file);
            page.look();
            return new Brought(answer.statusCode(), answer.body() + page.words(), List.of());
        }

        @Override
        public void close() {
            page.close();
        }
    }

    /** A file read into a page's field, and what a button then makes of it. */
    record Read(String called, FlowPage page, String button) implements UploadDoor {

        @Override
        public Brought bring(HostileFile file) {
            HttpResponse<String> answer = posted(page, file);
            page.look();
            page.press(button);
            page.look();
            return new Brought(answer.statusCode(), answer.body() + page.words(), List.of());
        }

        @Override
        public void close() {
            page.close();
        }
    }

    private static HttpResponse<String> posted(FlowPage page, HostileFile file) {
        HttpRequest.Builder request = page.visitor()
                .request(page.address("vaadin-upload", "target"))
                .header(
                        "X-Filename",
                        URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20"))
                .header("Content-Type", file.type());
        try {
            // drawing has two minutes, and the server says no when they are over
            return page.visitor()
                    .sendLater(request.POST(BodyPublishers.ofByteArray(file.bytes())))
                    .get(3, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
