package org.tessera.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkTest {

    private static ByteBuf message(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    }

    private static List<Integer> found(String text) {
        List<Integer> found = new ArrayList<>();
        Mark.find(message(text), found::add);
        return found;
    }

    @Test
    void is_found_in_whatever_it_stands() {
        assertThat(found("{\"text\":\"" + Mark.update(42) + "\"}")).containsExactly(42);
        assertThat(found(Mark.update(1) + "ñ~" + Mark.update(999_999_999))).containsExactly(1, 999_999_999);
    }

    @Test
    void is_not_found_where_there_is_none() {
        assertThat(found("")).isEmpty();
        assertThat(found("~m00000001~, ~x000000001~ and ~m00000000")).isEmpty();
    }

    @Test
    void an_update_is_as_long_as_the_peers_are_measured_with() {
        assertThat(Mark.update(7)).hasSize(200);
    }

    @Test
    void words_are_found_where_they_begin() {
        assertThat(Mark.find(message("{\"frame\":\"ack\"}"), "\"ack\"")).isEqualTo(9);
        assertThat(Mark.find(message("ackac"), "ackk")).isEqualTo(-1);
    }
}
