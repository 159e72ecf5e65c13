package org.tessera.room.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.support.AppTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The wording of the board, which anybody may have and browsers keep. */
@AppTest
class BoardWordsApiTest {

    @LocalServerPort
    private int port;

    @Test
    void is_handed_out_in_the_language_of_the_page_and_kept_for_good() throws Exception {
        HttpResponse<String> english = ask(BoardWords.address(Locale.CANADA));
        HttpResponse<String> spanish = ask(BoardWords.address(Locale.of("es", "MX")));

        assertThat(english.statusCode()).isEqualTo(200);
        assertThat(english.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(english.headers().firstValue("Cache-Control")).contains("max-age=31536000, public, immutable");
        assertThat(words(english).path("messages").path("board.act.answer").asString())
                .isEqualTo("Answer");
        assertThat(words(spanish).path("messages").path("board.act.answer").asString())
                .isEqualTo("Responder");
        assertThat(words(english).path("messages").size())
                .isEqualTo(words(spanish).path("messages").size());
        assertThat(words(english).path("undertones").path("advice").values())
                .extracting(JsonNode::asString)
                .contains("have you thought of");
    }

    @Test
    void that_is_not_what_was_asked_for_is_not_kept() throws Exception {
        HttpResponse<String> other = ask("words/board/en/0123456789abcdef");

        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(words(other).path("messages").isEmpty()).isFalse();
    }

    @Test
    void is_in_no_language_we_do_not_speak() throws Exception {
        assertThat(ask("words/board/xx/0123456789abcdef").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> ask(String address) throws Exception {
        try (HttpClient stranger = HttpClient.newHttpClient()) {
            return stranger.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + address))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static JsonNode words(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
