package org.tessera.room.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FoldedTest {

    private static final JsonMapper FRAMES = JsonMapper.builder().build();

    private static final String SNAPSHOT = """
        {"frame":"snapshot","n":0,"cursor":"c","now":"2026-03-01T15:30:00Z","you":"me",
         "room":{"notes":{"a":{"id":"a","text":"one"},"b":{"id":"b","text":"two"}},"goals":{}}}\
        """;

    private final Folded folded = new Folded();

    @Test
    void knows_nothing_before_the_snapshot() {
        assertThat(folded.isReady()).isFalse();
        assertThat(texts("notes")).isEmpty();
    }

    @Test
    void knows_too_little_before_it_is_told_who_is_there() {
        take(SNAPSHOT);
        assertThat(folded.isReady()).isFalse();

        take("{\"frame\":\"presence\",\"here\":[]}");
        assertThat(folded.isReady()).isTrue();
    }

    @Test
    void drops_first_then_puts_whole_entities() {
        take(SNAPSHOT);

        take("""
            {"frame":"events","n":1,"cursor":"d","events":[{"event":"e1","at":"2026-03-01T15:31:00Z","by":"me",
             "type":"note-edited","drop":{"notes":["a","b"]},"put":{"notes":[{"id":"a","text":"new"}],
             "goals":[{"id":"g","text":"goal"}]}}]}\
            """);

        assertThat(texts("notes")).containsExactly("new");
        assertThat(texts("goals")).containsExactly("goal");
    }

    @Test
    void a_new_snapshot_replaces_everything() {
        take(SNAPSHOT);
        take("""
            {"frame":"snapshot","n":2,"cursor":"c","now":"2026-03-01T15:30:00Z","you":"me","room":{"goals":{}}}\
            """);

        assertThat(texts("notes")).isEmpty();
        assertThat(folded.you()).isEqualTo("me");
    }

    @Test
    void keeps_who_is_here_and_passes_over_what_it_does_not_know() {
        take("{\"frame\":\"presence\",\"here\":[\"me\",\"you\"]}");
        take("{\"frame\":\"gesture\",\"by\":\"you\"}");
        take("{\"frame\":\"something-new\"}");

        assertThat(folded.here()).containsExactlyInAnyOrder("me", "you");
    }

    @Test
    void says_once_in_which_collections_something_has_changed() {
        take(SNAPSHOT);
        assertThat(folded.takeTouched()).contains("snapshot", "notes");
        assertThat(folded.takeTouched()).isEmpty();

        take("""
            {"frame":"events","events":[{"event":"e1","at":"2026-03-01T15:31:00Z","by":"me","type":"note-edited",
             "put":{"notes":[{"id":"a","text":"new"}]}}]}\
            """);
        assertThat(folded.takeTouched()).containsExactly("notes");

        take("""
            {"frame":"events","events":[{"event":"e2","at":"2026-03-01T15:31:00Z","by":"me","type":"note-edited",
             "put":{"notes":[{"id":"a","text":"newer"}]},"drop":{"goals":["g"]}}]}\
            """);
        assertThat(folded.takeTouched()).containsExactlyInAnyOrder("notes", "goals");

        take("{\"frame\":\"presence\",\"here\":[\"me\"]}");
        assertThat(folded.takeTouched()).containsExactly("presence");
        assertThat(folded.takeTouched()).isEmpty();
    }

    @Test
    void hands_out_what_has_happened_once() {
        take(SNAPSHOT);
        take("""
            {"frame":"events","n":1,"cursor":"d","events":[{"event":"e1","at":"2026-03-01T15:31:00Z","by":null,
             "type":"role-assigned","person":"you","role":"facilitator","why":"succession"}]}\
            """);

        List<Happening> news = folded.takeNews();

        assertThat(news).hasSize(1);
        assertThat(news.getFirst().by()).isEmpty();
        assertThat(news.getFirst().why()).isEqualTo("succession");
        assertThat(folded.takeNews()).isEmpty();
    }

    private void take(String frame) {
        folded.take(FRAMES.readTree(frame));
    }

    private List<String> texts(String collection) {
        return folded.all(collection)
                .map(entity -> entity.path("text"))
                .map(JsonNode::asString)
                .toList();
    }
}
