package org.tessera.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MaterialKindTest {

    @Test
    void everything_a_protocol_can_open_can_be_brought() throws IOException {
        JsonNode schema = JsonMapper.shared().readTree(Path.of("seeds/protocols/protocol.schema.json"));
        JsonNode unlocks = schema.findValue("unlocks").path("items").path("enum");

        assertThat(unlocks.valueStream().map(JsonNode::stringValue))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(Stream.of(MaterialKind.values())
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
