package org.tessera.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.account.PersonDraft;
import org.tessera.support.AppTest;
import org.tessera.support.wire.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the browser's keeper relies on. */
@AppTest
class WritingApiTest {

    private static final String PASSWORD = "correct horse battery";
    private static final String PLACE = "/api/writings/building-a-pa-learning-community/1/reflection";

    @Autowired
    Accounts accounts;

    @LocalServerPort
    int port;

    private String email;
    private Visitor ana;

    @BeforeEach
    void sign_in() {
        email = UUID.randomUUID() + "@example.org";
        accounts.addPerson(
                new PersonDraft(accounts.addDistrict("North"), null, "Ana", email, Locale.ENGLISH, PASSWORD));
        ana = Visitor.person(server(), email, PASSWORD);
    }

    @Test
    void a_text_is_kept_and_read_again_after_signing_in_anew() {
        assertThat(kept(put(ana, PLACE, 0, "I learned ñ 學"))).isEqualTo("1: I learned ñ 學");
        assertThat(kept(Visitor.person(server(), email, PASSWORD).get(PLACE))).isEqualTo("1: I learned ñ 學");
    }

    @Test
    void a_window_that_was_overtaken_is_told_so_with_the_other_text() {
        put(ana, PLACE, 0, "From here");
        HttpResponse<String> answer = put(ana, PLACE, 0, "From there");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(kept(answer)).isEqualTo("1: From here");
        assertThat(kept(put(ana, PLACE, 1, "Both"))).isEqualTo("2: Both");
    }

    @Test
    void an_unknown_part_and_a_text_too_long_are_told_apart() {
        assertThat(put(ana, PLACE + "-unknown", 0, "x").statusCode()).isEqualTo(404);
        assertThat(ana.get(PLACE + "-unknown").statusCode()).isEqualTo(404);
        assertThat(put(ana, PLACE, 0, "x".repeat(Writing.MOST + 1)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void somebody_signed_out_is_told_so_and_nothing_is_kept() {
        Visitor stranger = Visitor.stranger(server());
        assertThat(stranger.get(PLACE).statusCode()).isEqualTo(401);
        assertThat(put(stranger, PLACE, 0, "x").statusCode()).isEqualTo(401);
    }

    @Test
    void words_of_a_page_that_stayed_open_never_become_those_of_who_signs_in_beside_it() {
        String page = PLACE + "?owner=" + UUID.randomUUID();
        assertThat(put(ana, page, 0, "Somebody else’s").statusCode()).isEqualTo(403);
        assertThat(ana.get(page).statusCode()).isEqualTo(403);
        assertThat(kept(ana.get(PLACE))).isEqualTo("0: ");
    }

    @Test
    void without_the_token_of_the_session_nothing_is_kept() {
        HttpResponse<String> answer = ana.send(ana.request(PLACE)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body(0, "x"))));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(kept(ana.get(PLACE))).isEqualTo("0: ");
    }

    private static HttpResponse<String> put(Visitor visitor, String place, int base, String text) {
        JsonNode csrf = visitor.csrf();
        return visitor.send(visitor.request(place)
                .header("Content-Type", "application/json")
                .header(csrf.path("headerName").asString(), csrf.path("token").asString())
                .PUT(HttpRequest.BodyPublishers.ofString(body(base, text))));
    }

    private static String body(int base, String text) {
        return JsonMapper.builder()
                .build()
                .createObjectNode()
                .put("base", base)
                .put("tab", UUID.randomUUID().toString())
                .put("text", text)
                .toString();
    }

    private static String kept(HttpResponse<String> answer) {
        JsonNode kept = JsonMapper.builder().build().readTree(answer.body());
        return kept.path("version").asInt() + ": " + kept.path("text").asString();
    }

    private URI server() {
        return URI.create("http://localhost:" + port);
    }
}
