package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.tessera.Tessera;
import org.tessera.account.Accounts;
import org.tessera.account.PersonDraft;
import org.tessera.account.SignIns;
import org.tessera.material.MaterialKind;
import org.tessera.material.Materials;
import org.tessera.protocol.Protocols;
import org.tessera.support.AppTest;
import org.tessera.support.wire.Flood;
import org.tessera.support.wire.FlowPage;
import org.tessera.support.wire.Visitor;
import org.tessera.support.wire.Wire;
import tools.jackson.databind.JsonNode;

/**
 * Everything bad that can be brought to the running product, by the ways on which it really comes in: each gets a clear
 * refusal, and nothing is lost or leaked.
 */
@AppTest
class BadInputTest {

    /** What no answer may hold: how the product is made inside. */
    private static final String INSIDES =
            "(?is).*(exception|stack ?trace|\\bat org\\.|org\\.tessera|com\\.vaadin\\.flow|java\\.(lang|util)|"
                    + "select .* from|jdbc:|test-files|" + Pattern.quote(System.getProperty("user.dir")) + ").*";

    private static final byte[] GOOD = read("seeds/demo/water-student-work.pdf");

    @LocalServerPort
    private int port;

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
    private Materials materials;

    @Autowired
    private SignIns signIns;

    @Autowired
    private Environment environment;

    private Meeting m;

    @BeforeEach
    void a_meeting_runs() {
        m = new Meeting.Preparing(rooms, live, store, accounts, protocols)
                .with("ana", FACILITATOR)
                .with("ben", PARTICIPANT)
                .running("post-it-vision");
        m.does("ana", new RoomCommand.StartPhase("react"));
        m.does("ana", new RoomCommand.StartPhase("words"));
        m.does("ana", new RoomCommand.StartPhase("post"));
    }

    private URI server() {
        return URI.create("http://localhost:" + port);
    }

    private static byte[] read(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Object> note(UUID id, String text) {
        return Map.of("note", id.toString(), "text", text);
    }

    private static void tellsNothingOfTheInside(String answer) {
        assertThat(answer).doesNotMatch(INSIDES);
    }

    /** The page on which a meeting is prepared, with its place for student work. */
    private final class Bringing implements AutoCloseable {

        final FlowPage page;

        Bringing(Visitor visitor, Locale language) {
            page = visitor.flow("/rooms/new?team=" + m.team.value());
            boolean spanish = language.getLanguage().equals("es");
            page.set(
                    "vaadin-checkbox",
                    spanish
                            ? "No se ve el nombre de ningún estudiante, o tengo autorización"
                            : "No student name is visible, or I have consent",
                    "checked",
                    true);
            page.set(
                    "vaadin-text-field",
                    spanish
                            ? "Cómo lo llamará su equipo. Sin nombres de estudiantes."
                            : "What your team will call it. No student names.",
                    "value",
                    "River essay");
        }

        String target() {
            return page.address("vaadin-upload", "target");
        }

        HttpResponse<String> bring(String name, byte[] bytes) {
            return page.visitor()
                    .send(page.visitor()
                            .request(target())
                            .header("Content-Type", "application/octet-stream")
                            .header("X-Filename", name)
                            .POST(BodyPublishers.ofByteArray(bytes)));
        }

        /** Brings something bad and expects this sentence, in the answer and on the page. */
        void isRefused(String name, byte[] bytes, String sentence) {
            HttpResponse<String> answer = bring(name, bytes);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains(sentence);
            tellsNothingOfTheInside(answer.body());
            says(sentence);
            assertThat(materials.of(m.team)).isEmpty();
        }

        void says(String sentence) {
            Wire.await("the page says " + sentence, () -> page.textOf("role", "alert")
                    .contains(sentence));
        }

        /** The same page goes on to take a good file. */
        void stillTakesGoodFiles() {
            assertThat(bring("work.pdf", GOOD).statusCode()).isEqualTo(200);
            assertThat(materials.of(m.team)).singleElement().satisfies(material -> assertThat(material.pages())
                    .isEqualTo(3));
        }

        @Override
        public void close() {
            page.close();
        }
    }

    private Bringing bringing(String name) {
        return new Bringing(m.visitor(server(), name), Locale.ENGLISH);
    }

    private Bringing inSpanish() {
        var ana = accounts.person(m.person("ana")).orElseThrow();
        String email = "lucia-" + m.run() + "@example.org";
        accounts.join(
                m.team,
                accounts.addPerson(
                        new PersonDraft(ana.district(), ana.school(), "Lucía", email, Locale.of("es"), m.password())));
        return new Bringing(Visitor.person(server(), email, m.password()), Locale.of("es"));
    }

    @Nested
    class A_file {

        @Test
        void that_is_a_corrupt_pdf() {
            byte[] torn = new byte[50_000];
            new Random(4).nextBytes(torn);
            System.arraycopy(GOOD, 0, torn, 0, "%PDF-1.7\n".length());
            try (Bringing ana = bringing("ana");
                    Bringing lucia = inSpanish()) {
                ana.isRefused("work.pdf", torn, "This file is damaged or incomplete.");
                lucia.isRefused("trabajo.pdf", torn, "Este archivo está dañado o incompleto.");
                ana.stillTakesGoodFiles();
            }
        }

        @Test
        void that_is_html_and_named_png() {
            byte[] html = "<!doctype html><html><body><script>alert(1)</script></body></html>"
                    .getBytes(StandardCharsets.UTF_8);
            try (Bringing ana = bringing("ana");
                    Bringing lucia = inSpanish()) {
                ana.isRefused("drawing.png", html, "What is inside this file does not match its name.");
                lucia.isRefused("dibujo.png", html, "El contenido de este archivo no corresponde a su nombre.");
                ana.isRefused("../../drawing.html", html, "Tessera takes PDF, PNG and JPEG files.");
                ana.stillTakesGoodFiles();
            }
        }

        @Test
        void of_500_megabytes_is_cut_off_while_another_arrives() throws Exception {
            try (Bringing ana = bringing("ana");
                    Bringing ben = bringing("ben")) {
                CompletableFuture<Void> half = new CompletableFuture<>();
                CompletableFuture<HttpResponse<String>> slow = ben.page
                        .visitor()
                        .sendLater(ben.page
                                .visitor()
                                .request(ben.target())
                                .header("X-Filename", "work.pdf")
                                .POST(BodyPublishers.ofInputStream(() -> new Halting(GOOD, half))));
                for (boolean sized : List.of(true, false)) {
                    Flood flood = Flood.to(server(), ana.target(), ana.page.visitor(), sized);
                    assertThat(flood.sent())
                            .as("what a file of 500 MB makes the server read")
                            .isLessThan(64L << 20);
                    assertThat(flood.answer())
                            .satisfiesAnyOf(
                                    answer -> assertThat(answer).startsWith("HTTP/1.1 422"),
                                    // the server need not wait until the sender has noticed
                                    answer -> assertThat(answer).isEmpty());
                    tellsNothingOfTheInside(flood.answer());
                    ana.says("This file is larger than 25 MB.");
                    ana.isRefused("work.txt", new byte[] {1}, "Tessera takes PDF, PNG and JPEG files.");
                }
                half.complete(null);
                assertThat(slow.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
                assertThat(materials.of(m.team)).hasSize(1);
            }
        }

        @Test
        void for_a_place_that_is_not_there_any_more() {
            try (Bringing ana = bringing("ana")) {
                String gone = ana.target()
                        .replaceFirst("[0-9a-f-]{36}", UUID.randomUUID().toString());
                HttpResponse<String> answer = ana.page
                        .visitor()
                        .send(ana.page
                                .visitor()
                                .request(gone)
                                .header("X-Filename", "work.pdf")
                                .POST(BodyPublishers.ofByteArray(GOOD)));
                assertThat(answer.statusCode()).isEqualTo(404);
                tellsNothingOfTheInside(answer.body());
                HttpResponse<String> stranger = m.visitor(server(), "ben")
                        .send(ana.page
                                .visitor()
                                .request(ana.target())
                                .header("X-Filename", "work.pdf")
                                .POST(BodyPublishers.ofByteArray(GOOD)));
                assertThat(stranger.statusCode()).isNotEqualTo(200);
                assertThat(materials.of(m.team)).isEmpty();
                ana.stillTakesGoodFiles();
            }
        }
    }

    @Nested
    class A_pack {

        @Test
        void with_an_impossible_phase_keeps_the_server_from_starting_and_costs_nothing(@TempDir Path folder)
                throws Exception {
            Path packs = Files.createDirectories(folder.resolve("seeds/protocols"));
            for (String file : List.of("looking-at-student-work.yaml", "protocol.schema.json")) {
                Files.copy(Path.of("seeds/protocols", file), packs.resolve(file));
            }
            Files.writeString(
                    packs.resolve("post-it-vision.yaml"),
                    Files.readString(Path.of("seeds/protocols/post-it-vision.yaml"))
                            .replaceFirst("minutes: *\\{ *min: *\\d+", "minutes: {min: 90"));
            Path log = folder.resolve("log");
            Process second = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-Duser.timezone=UTC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            folder + ":" + System.getProperty("java.class.path"),
                            Tessera.class.getName(),
                            "--server.port=0",
                            "--tessera.files=" + folder.resolve("files"),
                            "--spring.datasource.url=" + environment.getProperty("spring.datasource.url"),
                            "--spring.datasource.username=" + environment.getProperty("spring.datasource.username"),
                            "--spring.datasource.password=" + environment.getProperty("spring.datasource.password"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = second.waitFor(300, TimeUnit.SECONDS);
            second.destroyForcibly();

            assertThat(ended).isTrue();
            assertThat(second.exitValue()).isNotZero();
            assertThat(Files.readString(log))
                    .contains("Files that Tessera starts with are not right:")
                    .containsPattern("seeds/protocols/post-it-vision\\.yaml:\\d+: /phases/\\d+/minutes: "
                            + "minutes must rise from min over target to max, not 90")
                    .contains("docs/how-to/write-a-protocol.md")
                    .doesNotContain("\tat org.tessera");
            UUID id = UUID.randomUUID();
            Wire ana = m.visitor(server(), "ana").open(m.id.value());
            ana.does("add-note", note(id, "still here"));
            assertThat(ana.collection("notes")).containsKey(id.toString());
            m.isConsistent();
        }
    }

    @Nested
    class Somebody_elses {

        private final Meeting other = new Meeting.Preparing(rooms, live, store, accounts, protocols)
                .with("olga", FACILITATOR)
                .bringing(materials, MaterialKind.WORK, "water-student-work.pdf", "Secret work")
                .running("looking-at-student-work");

        @Test
        void room_artifact_material_and_team_are_answered_like_what_is_not_there() {
            other.live().pack().phases().forEach(phase -> other.does("olga", new RoomCommand.StartPhase(phase.id())));
            other.does("olga", new RoomCommand.CloseRoom("it never began in earnest"));
            String artifact = other.live()
                    .shelf(Shelf.ARTIFACTS)
                    .keySet()
                    .iterator()
                    .next()
                    .toString();
            String material = other.live()
                    .materials()
                    .findFirst()
                    .orElseThrow()
                    .material()
                    .toString();
            Visitor ana = m.visitor(server(), "ana");
            List<String> kept = List.of(
                    other.id.toString(), artifact, material, other.team.value().toString());
            for (String id : kept) {
                for (String path : List.of(
                        "/api/rooms/{}",
                        "/api/artifacts/{}",
                        "/api/artifacts/{}?download",
                        "/live/rooms/{}",
                        "/live/rooms/{}/frames",
                        "/rooms/" + m.id + "/materials/{}/pages/1.png",
                        "/rooms/{}/materials/" + material + "/pages/1.png",
                        "/rooms/{}",
                        "/rooms/{}/wall",
                        "/artifacts/{}",
                        "/teams/{}",
                        "/evidence?artifact={}",
                        "/rooms/new?team={}")) {
                    String missing = UUID.randomUUID().toString();
                    for (String language : List.of("en", "es")) {
                        assertThat(answer(ana, path, id, language))
                                .as("%s of somebody else", path)
                                .isEqualTo(answer(ana, path, missing, language));
                    }
                }
            }
            for (String path : List.of("/api/rooms/", "/api/artifacts/")) {
                HttpResponse<String> refused = ana.get(path + other.id);
                assertThat(refused.statusCode()).isEqualTo(404);
                assertThat(refused.body())
                        .isEqualTo("{\"reason\":\"NOT_FOUND\",\"message\":\"There is nothing at this address.\"}");
            }
            assertThat(ana.mayOpen(other.id.value())).isFalse();
            for (String path :
                    List.of("/rooms/{}", "/rooms/{}/wall", "/artifacts/{}", "/teams/{}", "/rooms/new?team={}")) {
                for (String id : kept) {
                    try (FlowPage theirs = ana.flow(path.replace("{}", id));
                            FlowPage nobodys = ana.flow(
                                    path.replace("{}", UUID.randomUUID().toString()))) {
                        assertThat(theirs.words())
                                .as(path)
                                .isEqualTo(nobodys.words())
                                .contains("nothing at this address");
                        assertThat(theirs.everything())
                                .doesNotContain("Secret work")
                                .doesNotContain("olga");
                    }
                }
            }
            assertThat(other.reloaded()).isEqualTo(other.live());
            assertThat(m.visitor(server(), "ana").get("/api/rooms/" + m.id).statusCode())
                    .isEqualTo(200);
        }

        @Test
        void room_takes_no_commands_and_loses_nothing() {
            Room before = other.live();
            Visitor ana = m.visitor(server(), "ana");
            String command = "{\"id\":\"" + UUID.randomUUID() + "\",\"type\":\"close-room\"}";
            for (String id : List.of(other.id.toString(), UUID.randomUUID().toString(), "not-a-room")) {
                HttpResponse<String> answer = ana.json("/live/rooms/" + id + "/commands", command);
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(answer.body())
                        .isEqualTo("{\"reason\":\"NOT_FOUND\",\"message\":\"There is nothing at this address.\"}");
            }
            assertThat(other.live()).isEqualTo(before);
        }

        /** Status, headers and body, without what is new in every answer or was in the question. */
        private String answer(Visitor visitor, String path, String id, String language) {
            String asked = path.replace("{}", id);
            StringBuilder all = new StringBuilder();
            for (String accept : List.of("text/html", "application/json")) {
                HttpResponse<String> answer = visitor.send(visitor.request(asked)
                        .header("Accept", accept)
                        .header("Accept-Language", language)
                        .GET());
                Map<String, List<String>> headers =
                        new TreeMap<>(answer.headers().map());
                // the line to the server, not the answer
                headers.keySet().removeAll(List.of("date", "connection", "keep-alive"));
                tellsNothingOfTheInside(answer.body().replaceAll("(?s)<head>.*</head>", ""));
                all.append(answer.statusCode())
                        .append(headers)
                        .append(answer.body().replaceAll("name=\"_csrf\" content=\"[^\"]+\"", ""))
                        .append('\n');
            }
            return all.toString().replace(id, "{}");
        }
    }

    @Nested
    class A_guest {

        @Test
        void is_refused_every_other_room_in_the_language_of_the_door() {
            String code = rooms.openToGuests(m.id, m.member("ana")).orElseThrow();
            Visitor guest = Visitor.stranger(server());
            guest.form("/join", "code", code, "name", "Noor", "language", "es");

            HttpResponse<String> forged = guest.get("/api/rooms/" + UUID.randomUUID());
            assertThat(forged.statusCode()).isEqualTo(403);
            assertThat(forged.body()).isEqualTo("{\"reason\":\"NOT_ALLOWED\",\"message\":\"No puede hacer esto.\"}");
            Wire wire = guest.open(m.id.value());
            assertThat(wire.ask("dance", Map.of()).path("message").asString())
                    .isEqualTo("La sala no conoce esta petición. Recarga la página.");
            wire.does("ready", Map.of());
        }
    }

    @Nested
    class A_frame {

        private final String id = UUID.randomUUID().toString();

        @Test
        void that_cannot_be_read_is_refused_and_the_seat_stays() {
            Wire ana = m.visitor(server(), "ana").open(m.id.value());
            Wire ben = m.visitor(server(), "ben").open(m.id.value());
            UUID kept = UUID.randomUUID();
            ana.does("add-note", note(kept, "kept"));
            Room before = m.live();
            String head = "{\"id\":\"" + id + "\",\"type\":";
            String note = head + "\"add-note\",\"note\":\"" + UUID.randomUUID() + "\",\"text\":";
            Map<String, String> bad = new TreeMap<>(Map.ofEntries(
                    Map.entry("not json", "not json"),
                    Map.entry("nothing", ""),
                    Map.entry("[" + head + "\"ready\"}]", "MALFORMED"),
                    Map.entry("{\"id\":\"" + id + "\"}", "COMMAND_UNKNOWN"),
                    Map.entry("{\"type\":\"ready\"}", "MALFORMED"),
                    Map.entry(head + "\"dance\"}", "COMMAND_UNKNOWN"),
                    Map.entry(head + "7}", "COMMAND_UNKNOWN"),
                    Map.entry("{\"id\":\"not-a-uuid\",\"type\":\"ready\"}", "MALFORMED"),
                    Map.entry("{\"id\":7,\"type\":\"ready\"}", "MALFORMED"),
                    Map.entry("{\"id\":\"" + id + "\",\"type\":\"close-room\",\"type\":\"ready\"}", "MALFORMED"),
                    Map.entry(head + "\"add-note\",\"note\":\"x\",\"text\":\"t\"}", "MALFORMED"),
                    Map.entry(note + "7}", "MALFORMED"),
                    Map.entry(note + "null}", "MALFORMED"),
                    Map.entry(note + "{\"a\":1}}", "MALFORMED"),
                    Map.entry(note + "\"t\",\"private\":\"yes\"}", "MALFORMED"),
                    Map.entry(note + "\"t\",\"private\":false,\"private\":true}", "MALFORMED"),
                    Map.entry(note + "\"half a pair \\ud800\"}", "MALFORMED"),
                    Map.entry(note + "\"nothing \\u0000 inside\"}", "MALFORMED"),
                    Map.entry(note + "\"raw \u0000 inside\"}", "MALFORMED"),
                    Map.entry(note + "[".repeat(8_000), "MALFORMED"),
                    Map.entry("{\"a\":".repeat(3_000), "MALFORMED"),
                    Map.entry(head + "\"ready\"} " + head + "\"ready\"}", "MALFORMED"),
                    Map.entry(
                            head + "\"extend-phase\",\"phase\":\"post\",\"minutes\":9223372036854775808}", "MALFORMED"),
                    Map.entry(head + "\"extend-phase\",\"phase\":\"post\",\"minutes\":1e400}", "MALFORMED"),
                    Map.entry(head + "\"ready\",\"x\":\"" + "x".repeat(16 * 1024) + "\"}", "TOO_LARGE"),
                    Map.entry("x".repeat(10 << 20), "TOO_LARGE")));
            bad.put("not json", "MALFORMED");
            bad.put("nothing", "MALFORMED");
            bad.forEach((frame, reason) -> {
                JsonNode refused = ana.refusalOf(frame);
                String what = frame.substring(0, Math.min(120, frame.length()));
                assertThat(refused.path("reason").asString()).as(what).isEqualTo(reason);
                assertThat(refused.path("message").asString())
                        .as(what)
                        .endsWith(".")
                        .contains(
                                switch (reason) {
                                    case "TOO_LARGE" -> "too large to send at once";
                                    case "COMMAND_UNKNOWN" -> "does not know this request";
                                    default -> "could not read this request";
                                });
                tellsNothingOfTheInside(refused.toString());
            });
            assertThat(m.live()).as("nothing has changed").isEqualTo(before);
            assertThat(ana.isClosed()).isFalse();
            assertThat(ben.received()).noneMatch(frame -> frame.contains(id));
            ana.does("add-note", note(UUID.randomUUID(), "the next good one"));
            m.isConsistent();
        }

        @Test
        void that_is_no_number_reaches_nobody() {
            Wire ana = m.visitor(server(), "ana").open(m.id.value());
            Wire ben = m.visitor(server(), "ben").open(m.id.value());
            UUID kept = UUID.randomUUID();
            ana.does("add-note", note(kept, "kept"));
            ana.does("start-phase", Map.of("phase", "sort"));
            JsonNode refused = ana.refusalOf(
                    "{\"id\":\"" + id + "\",\"type\":\"move-note\",\"note\":\"" + kept + "\",\"x\":1e400,\"y\":0}");
            assertThat(refused.path("reason").asString()).isEqualTo("MALFORMED");
            ana.raw("{\"type\":\"beat\",\"t0\":1e400}");
            ana.raw("{\"type\":\"gesture\",\"kind\":\"cursor\",\"x\":1e400,\"y\":-1e999999999}");
            ana.raw("{\"type\":\"gesture\",\"kind\":\"cursor\",\"x\":1,\"y\":2}");
            Wire.await("the good gesture", () -> ben.received().stream()
                    .anyMatch(frame -> frame.contains("\"gesture\"") && frame.contains("\"x\":1,")));
            Wire.await("the clock", () -> ana.received().stream().anyMatch(frame -> frame.contains("\"clock\"")));
            assertThat(Stream.concat(ana.received().stream(), ben.received().stream()))
                    .noneMatch(frame -> frame.contains("Infinity") || frame.contains("NaN"));
            ana.does("move-note", Map.of("note", kept.toString(), "x", 10, "y", 20));
            m.isConsistent();
        }

        @Test
        void of_bytes_closes_the_socket_with_a_reason_and_loses_nothing() {
            Visitor visitor = m.visitor(server(), "ana");
            Wire ana = visitor.open(m.id.value());
            UUID kept = UUID.randomUUID();
            ana.does("add-note", note(kept, "kept"));
            ana.rawBytes(ByteBuffer.wrap(new byte[] {1, 2, 3}));
            Wire.await("the close", ana::isClosed);
            assertThat(ana.closedWith()).startsWith("1003");
            Wire back = visitor.open(m.id.value(), ana.cursor());
            assertThat(back.folded()).isEmpty();
            back.does("edit-note", note(kept, "kept and changed"));
            m.isConsistent();
        }

        @Test
        void by_post_is_answered_alike() {
            Visitor ana = m.visitor(server(), "ana");
            String path = "/live/rooms/" + m.id;
            try (var stream = ana.stream(path + "/frames")) {
                Wire.await("the snapshot", () -> stream.text().contains("\"snapshot\""));
                Map<String, String> bad = Map.of(
                        "not json",
                        "MALFORMED",
                        "[]",
                        "MALFORMED",
                        "{\"id\":\"" + id + "\",\"type\":\"dance\"}",
                        "COMMAND_UNKNOWN",
                        "{\"id\":\"" + id + "\",\"id\":\"" + id + "\",\"type\":\"ready\"}",
                        "MALFORMED",
                        "x".repeat(16 * 1024 + 1),
                        "TOO_LARGE");
                bad.forEach((frame, reason) -> {
                    HttpResponse<String> answer = ana.json(path + "/commands", frame);
                    assertThat(answer.statusCode()).isEqualTo(200);
                    assertThat(answer.body()).contains("\"frame\":\"refused\"", "\"reason\":\"" + reason + "\"");
                    tellsNothingOfTheInside(answer.body());
                });
                String flood = flood(ana, path + "/commands");
                assertThat(flood).contains("TOO_LARGE");
                assertThat(ana.json(path + "/commands", "{\"id\":\"" + id + "\",\"type\":\"ready\"}")
                                .body())
                        .contains("\"ack\"");
            }
        }

        private String flood(Visitor visitor, String path) {
            return visitor.json(path, "x".repeat(10 << 20)).body();
        }
    }

    @Nested
    class A_session_that_has_ended {

        @Test
        void closes_socket_stream_and_page_and_the_resent_command_has_one_effect() {
            Visitor ana = m.visitor(server(), "ana");
            Wire socket = ana.open(m.id.value());
            Wire ben = m.visitor(server(), "ben").open(m.id.value());
            UUID id = UUID.randomUUID();
            String command = UUID.randomUUID().toString();
            Map<String, Object> note = note(id, "said before the session ended");
            try (FlowPage page = ana.flow("/rooms/" + m.id);
                    var stream = m.visitor(server(), "ana").stream("/live/rooms/" + m.id + "/frames")) {
                Wire.await("the snapshot", () -> stream.text().contains("\"snapshot\""));
                socket.send(command, "add-note", note);
                socket.answer(command);

                signIns.endAll(m.person("ana"));

                Wire.await("the socket is closed", socket::isClosed);
                assertThat(socket.closedWith()).startsWith("1008");
                Wire.await("the page goes to the door", () -> page.pushed().stream()
                        .anyMatch(sent -> sent.contains("login?out")));
                Wire.await("the stream is closed", stream::hasEnded);
                ben.does("add-note", note(UUID.randomUUID(), "said to those who are still here"));
                assertThat(page.everything() + stream.text() + socket.received())
                        .doesNotContain("said to those who are still here");
                HttpResponse<String> refused = ana.json(
                        "/live/rooms/" + m.id + "/commands",
                        "{\"id\":\"" + UUID.randomUUID() + "\",\"type\":\"close-room\"}");
                assertThat(refused.statusCode()).isIn(401, 403);
                HttpResponse<String> asked = ana.get("/api/rooms/" + m.id);
                assertThat(asked.statusCode()).isEqualTo(401);
                assertThat(asked.body()).isEqualTo("{\"reason\":\"NOT_SIGNED_IN\",\"message\":\"Sign in first.\"}");
                assertThat(ana.send(ana.request("/api/rooms").header("Accept-Language", "es"))
                                .body())
                        .isEqualTo("{\"reason\":\"NOT_SIGNED_IN\",\"message\":\"Primero inicie sesión.\"}");
                String clicked = page.knock();
                tellsNothingOfTheInside(clicked);
            }
            assertThat(m.live().setting().status()).isNotEqualTo(Entity.Status.CLOSED);

            Wire back = m.visitor(server(), "ana").open(m.id.value(), socket.cursor());
            back.send(command, "add-note", note);
            assertThat(back.answer(command).path("frame").asString()).isEqualTo("ack");
            assertThat(m.live().notes().stream()
                            .filter(each -> each.id().value().equals(id)))
                    .hasSize(1);
            m.isConsistent();
        }
    }
}
