package org.tessera.room.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.protocol.Role;
import org.tessera.room.Scene;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Where only notes have changed, or only people, the picture is the one that somebody would make who knows nothing of the one before. */
class PicturingTest {

    private static final JsonMapper FRAMES = JsonMapper.builder().build();

    private static final List<String> WORDS =
            List.of("Three of them count", "You should try groups", "The axes are messy");

    static Stream<ShippedStep> written() {
        return ShippedStep.all().filter(step -> !step.phase().kinds().isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("written")
    void notes_alone_make_the_same_picture(ShippedStep step) {
        Scene begun = step.begun();
        for (String words : WORDS) {
            begun.noting(words).forEach(scene -> {
                Folded folded = new Folded();
                Picturing picturing = new Picturing(folded);
                frames(begun).forEach(folded::take);
                RoomPicture before = picturing.picture().orElseThrow();
                JsonNode notes = notes(scene);

                folded.take(event(notes, List.of()));
                RoomPicture with = picturing.picture().orElseThrow();
                assertThat(with).isEqualTo(Picturing.of(folded).orElseThrow());

                folded.take(event(JsonNodeFactory.instance.objectNode(), List.copyOf(notes.propertyNames())));
                assertThat(picturing.picture()).contains(before);
                assertThat(picturing.picture()).isEqualTo(Picturing.of(folded));
            });
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("written")
    void a_phase_is_drawn_anew_only_when_it_has_changed(ShippedStep step) {
        Folded folded = new Folded();
        Picturing picturing = new Picturing(folded);
        List<JsonNode> frames = frames(step.begun()).toList();
        frames.forEach(folded::take);
        RoomPicture before = picturing.picture().orElseThrow();

        // who is there is told again
        folded.take(frames.getLast());
        RoomPicture after = picturing.picture().orElseThrow();
        assertThat(after.phases()).hasSameSizeAs(before.phases());
        for (int at = 0; at < before.phases().size(); at++) {
            assertThat(after.phases().get(at)).isSameAs(before.phases().get(at));
        }

        ObjectNode running = (ObjectNode) frames.getFirst()
                .path("room")
                .path("phases")
                .path(before.current().orElseThrow())
                .deepCopy();
        folded.take(event("phases", List.of(running.put("locked", true))));
        RoomPicture locked = picturing.picture().orElseThrow();
        assertThat(locked.phase().orElseThrow().locked()).isTrue();
        assertThat(locked).isEqualTo(Picturing.of(folded).orElseThrow());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("written")
    void people_alone_make_the_same_picture(ShippedStep step) {
        Folded folded = new Folded();
        Picturing picturing = new Picturing(folded);
        List<JsonNode> frames = frames(step.begun()).toList();
        frames.forEach(folded::take);
        RoomPicture before = picturing.picture().orElseThrow();
        List<JsonNode> people =
                frames.getFirst().path("room").path("people").valueStream().toList();
        int ordinal = people.size();

        folded.take(event("people", List.of(((ObjectNode) people.getLast().deepCopy()).put("ready", true))));
        assertThat(picturing.picture().equals(Optional.of(before))).isFalse();
        for (JsonNode person : people.reversed()) {
            for (UnaryOperator<ObjectNode> change : List.<UnaryOperator<ObjectNode>>of(
                    now -> now.put("hand", "2026-03-02T15:31:00Z"),
                    now -> now.put("ready", true),
                    now -> now.put("role", Role.COACH.word()),
                    now -> now.put("ordinal", ordinal + 1))) {
                folded.take(event("people", List.of(change.apply((ObjectNode) person.deepCopy()))));
                assertThat(picturing.picture().equals(Picturing.of(folded))).isTrue();
                folded.take(event("people", List.of(person)));
                assertThat(picturing.picture().equals(Optional.of(before))).isTrue();
            }
        }
    }

    /** A person depends on more than the entity of theirs. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("written")
    void people_are_drawn_anew_after_anything_else(ShippedStep step) {
        Folded folded = new Folded();
        Picturing picturing = new Picturing(folded);
        List<JsonNode> frames = frames(step.begun()).toList();
        frames.forEach(folded::take);
        String you = picturing.picture().orElseThrow().you().toString();

        ObjectNode alone = (ObjectNode) frames.getLast().deepCopy();
        alone.putArray("here").add(you);
        folded.take(alone);
        assertThat(picturing.picture()).isEqualTo(Picturing.of(folded));

        alone.putArray("here");
        folded.take(alone);
        assertThat(picturing.picture()).isEqualTo(Picturing.of(folded));
    }

    private static Stream<JsonNode> frames(Scene scene) {
        return scene.frames().stream().map(FRAMES::readTree);
    }

    /** The notes the facilitator sees; before, there were none. */
    private static JsonNode notes(Scene scene) {
        return frames(scene).findFirst().orElseThrow().path("room").path("notes");
    }

    private static ObjectNode event(String collection, List<JsonNode> put) {
        ObjectNode frame = event(JsonNodeFactory.instance.objectNode(), List.of());
        ArrayNode written = ((ObjectNode) frame.path("events").path(0).path("put")).putArray(collection);
        put.forEach(written::add);
        return frame;
    }

    private static ObjectNode event(JsonNode put, List<String> drop) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("event", "e")
                .put("at", "2026-03-02T15:31:00Z")
                .put("type", "note-added");
        ArrayNode dropped = event.putObject("drop").putArray("notes");
        drop.forEach(dropped::add);
        ArrayNode written = event.putObject("put").putArray("notes");
        put.values().forEach(written::add);
        ObjectNode frame = JsonNodeFactory.instance.objectNode().put("frame", "events");
        frame.putArray("events").add(event);
        return frame;
    }
}
