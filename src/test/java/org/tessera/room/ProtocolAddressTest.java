package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.protocol.OwnProtocols;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Text;
import org.tessera.support.AppTest;
import org.tessera.support.wire.Visitor;

/** Who gets a protocol at its address, and that everybody else hears the same as of one that is not there. */
@AppTest
class ProtocolAddressTest {

    private static final String NOT_THERE =
            "{\"reason\":\"NOT_FOUND\",\"message\":\"There is nothing at this address.\"}";

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
    private OwnProtocols own;

    private Meeting ours;
    private String published;
    private String draft;

    @BeforeEach
    void a_team_with_a_protocol_of_its_own() {
        ours = new Meeting.Preparing(rooms, live, store, accounts, protocols)
                .with("ana", FACILITATOR)
                .with("ben", PARTICIPANT)
                .running("post-it-vision");
        published = own.copy(
                        protocols.latest("tuning").ref(),
                        ours.team,
                        ours.person("ana"),
                        Text.of("Secret protocol"),
                        Text.of("Adapted."))
                .orElseThrow();
        own.publish(published, ours.person("ana"), 0, "");
        draft = own.copy(
                        protocols.latest("tuning").ref(),
                        ours.team,
                        ours.person("ana"),
                        Text.of("Secret draft"),
                        Text.of("Adapted."))
                .orElseThrow();
    }

    private URI server() {
        return URI.create("http://localhost:" + port);
    }

    private static String at(String id, String version) {
        return "/api/protocols/" + id + "?version=" + URLEncoder.encode(version, StandardCharsets.UTF_8);
    }

    private static void isNotThere(HttpResponse<String> answer, String what) {
        assertThat(answer.statusCode()).as(what).isEqualTo(404);
        assertThat(answer.body()).as(what).isEqualTo(NOT_THERE);
    }

    @Test
    void its_team_reads_it() {
        HttpResponse<String> answer = ours.visitor(server(), "ben").get(at(published, "1"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Secret protocol");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
    }

    @Test
    void a_stranger_of_another_district_hears_what_is_said_of_one_that_does_not_exist() {
        Meeting others = new Meeting.Preparing(rooms, live, store, accounts, protocols)
                .with("zoe", FACILITATOR)
                .running("post-it-vision");
        Visitor zoe = others.visitor(server(), "zoe");

        isNotThere(zoe.get(at(published, "1")), "another district's protocol");
        isNotThere(zoe.get(at(published, "1") + "&download"), "another district's protocol as a file");
        isNotThere(zoe.get(at(draft, "draft")), "another district's draft");
        isNotThere(zoe.get(at("no-such-protocol", "1")), "none");
        assertThat(zoe.get(at("tuning", protocols.latest("tuning").ref().version()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_guest_reads_none_not_even_a_shipped_one() {
        String code = rooms.openToGuests(ours.id, ours.member("ana")).orElseThrow();
        Visitor guest = Visitor.guest(server(), code, "Noor");
        assertThat(guest.get("/api/rooms/" + ours.id).statusCode()).isEqualTo(200);

        for (String path : List.of(
                at(published, "1"),
                at("tuning", protocols.latest("tuning").ref().version()),
                at("no-such-protocol", "1"),
                "/api/protocols/" + published)) {
            HttpResponse<String> answer = guest.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body())
                    .as(path)
                    .isEqualTo("{\"reason\":\"NOT_ALLOWED\",\"message\":\"You may not do this.\"}");
        }
    }

    @Test
    void who_has_signed_out_is_asked_to_sign_in_and_never_sent_elsewhere() {
        Visitor ben = ours.visitor(server(), "ben");
        assertThat(ben.get(at(published, "1")).statusCode()).isEqualTo(200);
        ben.form("/logout");

        for (Visitor nobody : List.of(ben, Visitor.stranger(server()))) {
            for (String path :
                    List.of(at(published, "1"), at("no-such-protocol", "1"), "/api/protocols/" + published)) {
                HttpResponse<String> answer = nobody.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(401);
                assertThat(answer.body()).as(path).contains("\"NOT_SIGNED_IN\"").doesNotContain("Secret");
            }
        }
    }

    @Test
    void a_version_that_is_missing_is_malformed_and_an_odd_one_is_not_there() {
        Visitor ben = ours.visitor(server(), "ben");

        HttpResponse<String> missing = ben.get("/api/protocols/" + published);
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(missing.body()).contains("\"MALFORMED\"").doesNotContain("Exception", "version", "org.");
        for (String odd : List.of(
                "",
                " ",
                "0",
                "2",
                "-1",
                "1.0",
                "1 or 1=1",
                "../1",
                "1\u0000",
                "😀",
                "v".repeat(2_000),
                "draft",
                "1\n")) {
            HttpResponse<String> answer = ben.get(at(published, odd));
            assertThat(answer.statusCode()).as("version <%s>", odd).isEqualTo(404);
            assertThat(answer.body()).as("version <%s>", odd).isEqualTo(NOT_THERE);
        }
        HttpResponse<String> twice = ben.get(at(published, "1") + "&version=2");
        assertThat(twice.statusCode()).isEqualTo(404);
        for (String id : List.of("%2e%2e", "x".repeat(2_000), "%F0%9F%98%80", "Tuning", "%20")) {
            HttpResponse<String> answer = ben.get("/api/protocols/" + id + "?version=1");
            assertThat(answer.statusCode()).as(id).isIn(400, 404);
            assertThat(Objects.requireNonNull(answer.body())).as(id).doesNotContain("Exception", "org.tessera");
        }
    }
}
