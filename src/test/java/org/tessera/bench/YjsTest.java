package org.tessera.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufUtil;
import org.junit.jupiter.api.Test;

/** Against bytes that Yjs 13.6.33 itself made: two texts pushed into the array “notes” by client 5, an update each. */
class YjsTest {

    @Test
    void the_first_text_stands_at_the_beginning_of_the_array() {
        assertThat(ByteBufUtil.hexDump(Yjs.append(5, 0, "notes", "a"))).isEqualTo("010105000801056e6f7465730177016100");
    }

    @Test
    void the_next_one_stands_behind_it() {
        assertThat(ByteBufUtil.hexDump(Yjs.append(5, 1, "notes", "bc"))).isEqualTo("01010501880500017702626300");
    }
}
