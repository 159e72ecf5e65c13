package org.tessera.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"protocol.properties", "protocol_es.properties"})
    void every_word_a_pack_can_use_has_a_name(String bundle) throws IOException {
        assertThat(messages(bundle).stringPropertyNames()).containsAll(words());
    }

    @ParameterizedTest
    @ValueSource(strings = {"artifact.properties", "artifact_es.properties"})
    void every_kind_of_note_has_a_name_on_what_a_meeting_leaves_behind(String bundle) throws IOException {
        assertThat(messages(bundle).stringPropertyNames())
                .containsAll(Stream.of(NoteKind.values())
                        .map(kind -> "artifact.kind." + kind.word())
                        .toList());
    }

    @Test
    void the_page_on_writing_protocols_tells_of_every_tool_company_and_moment() throws IOException {
        Stream<String> words = Stream.of(
                        Stream.of(Instrument.values()).map(Instrument::word),
                        Stream.of(Action.values()).map(Action::word),
                        names("", Visibility.values()),
                        names("", Grouping.values()),
                        names("", Layout.values()),
                        names("", Mistake.Moment.values()).map(word -> word.replace('_', '-')))
                .flatMap(all -> all);

        String page = Files.readString(Path.of("docs/how-to/write-a-protocol.md"));

        assertThat(words.filter(word -> !page.contains("`" + word + "`"))).isEmpty();
    }

    private static Iterable<String> words() {
        return Stream.of(
                        Stream.of(Role.values())
                                .flatMap(role -> Stream.of("role." + role.word(), "role." + role.word() + ".does")),
                        Stream.of(Mode.values())
                                .flatMap(mode -> Stream.of("mode." + mode.code(), "mode." + mode.code() + ".means")),
                        Stream.of(Action.values()).map(action -> "action." + action.word()),
                        Stream.of(NoteKind.values()).map(kind -> "kind." + kind.word()),
                        names("grouping.", Grouping.values()),
                        names("instrument.", Instrument.values()),
                        names("visibility.", Visibility.values()),
                        names("expiry.", Expiry.values()),
                        SeedPacksTest.packs().map(pack -> "aspect." + pack.aspect()))
                .flatMap(keys -> keys)
                .toList();
    }

    private static Stream<String> names(String prefix, Enum<?>... constants) {
        return Stream.of(constants).map(constant -> prefix + constant.name().toLowerCase(Locale.ROOT));
    }

    private static Properties messages(String bundle) throws IOException {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ProtocolWordsTest.class.getResourceAsStream("/messages/" + bundle)),
                StandardCharsets.UTF_8)) {
            Properties messages = new Properties();
            messages.load(reader);
            return messages;
        }
    }
}
