package org.tessera.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/**
 * As much of Yjs’s update encoding (version 1) as it takes to append to a shared array: one client, one structure that
 * holds one value, no deletions.
 */
final class Yjs {

    private static final int ANY = 8;
    private static final int HAS_LEFT = 0x80;
    private static final int TEXT = 119;

    private Yjs() {}

    /** Puts a text after the last one the same client put into the array {@code name}. */
    static ByteBuf append(int client, int clock, String name, String text) {
        ByteBuf update = Unpooled.buffer(256);
        number(update, 1);
        number(update, 1);
        number(update, client);
        number(update, clock);
        if (clock == 0) {
            update.writeByte(ANY);
            number(update, 1);
            bytes(update, name.getBytes(StandardCharsets.UTF_8));
        } else {
            update.writeByte(ANY | HAS_LEFT);
            number(update, client);
            number(update, clock - 1);
        }
        number(update, 1);
        update.writeByte(TEXT);
        bytes(update, text.getBytes(StandardCharsets.UTF_8));
        number(update, 0);
        return update;
    }

    static void number(ByteBuf into, int number) {
        int rest = number;
        while (rest > 0x7f) {
            into.writeByte(0x80 | (rest & 0x7f));
            rest >>>= 7;
        }
        into.writeByte(rest);
    }

    static void bytes(ByteBuf into, byte[] bytes) {
        number(into, bytes.length);
        into.writeBytes(bytes);
    }
}
