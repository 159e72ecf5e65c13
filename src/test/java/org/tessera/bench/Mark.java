package org.tessera.bench;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;

/** What makes an update findable in whatever frame it arrives: a number of fixed length between signs that stand nowhere else. */
final class Mark {

    private static final byte SIGN = '~';
    private static final byte SECOND = 'm';
    private static final int DIGITS = 9;
    private static final int LENGTH = DIGITS + 3;

    /** An update is about as long as a note that says something. */
    static final int UPDATE = 200;

    private static final String WORDS =
            "We see the student draw a table first and only then a graph; on the second page the scale has changed, and "
                    + "nobody says why. What would the next question be, and whom would we ask it in which order, and when?";

    private Mark() {}

    /** The text of an update, {@link #UPDATE} bytes long. */
    static String update(int number) {
        String mark = "~m" + String.format("%0" + DIGITS + "d", number) + "~";
        return mark + WORDS.substring(0, UPDATE - LENGTH);
    }

    /** Finds the marks of all updates in a message. */
    static void find(ByteBuf message, IntConsumer found) {
        int at = message.readerIndex();
        int end = message.writerIndex();
        while (at < end) {
            int sign = message.indexOf(at, end, SIGN);
            if (sign < 0 || sign + LENGTH > end) {
                return;
            }
            if (message.getByte(sign + 1) == SECOND && message.getByte(sign + LENGTH - 1) == SIGN) {
                found.accept(number(message, sign + 2));
                at = sign + LENGTH;
            } else {
                at = sign + 1;
            }
        }
    }

    private static int number(ByteBuf message, int from) {
        int number = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            number = number * 10 + (message.getByte(from + digit) - '0');
        }
        return number;
    }

    /** Where {@code words} begin in a message, or -1. */
    static int find(ByteBuf message, String words) {
        byte[] wanted = words.getBytes(StandardCharsets.US_ASCII);
        int end = message.writerIndex();
        for (int at = message.readerIndex(); at + wanted.length <= end; at++) {
            at = message.indexOf(at, end, wanted[0]);
            if (at < 0 || at + wanted.length > end) {
                return -1;
            }
            if (isAt(message, at, wanted)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isAt(ByteBuf message, int at, byte[] wanted) {
        for (int i = 1; i < wanted.length; i++) {
            if (message.getByte(at + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
