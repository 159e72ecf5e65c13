package org.tessera.account;

import java.text.Normalizer;

/** What a guest may be called: something everybody in the room can read. */
public final class GuestName {

    /** The longest name, in characters as people count them. */
    public static final int LONGEST = 60;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private GuestName() {}

    /** The name as it is stored: without spaces around it, composed. */
    static String cleaned(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
    }

    static boolean isTooLong(String name) {
        return name.codePointCount(0, name.length()) > LONGEST;
    }

    /** False for control characters, line breaks and marks that turn the direction of the text around them. */
    static boolean isReadable(String name) {
        return name.codePoints().allMatch(GuestName::isReadable);
    }

    private static boolean isReadable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            case Character.FORMAT -> character == ZERO_WIDTH_JOINER || character == ZERO_WIDTH_NON_JOINER;
            default -> true;
        };
    }
}
