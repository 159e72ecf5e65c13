package org.tessera.account;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What people, schools and teams may be called, and what an e-mail address looks like. */
final class Named {

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@,;:<>()\"\\\\]+@[^\\s@,;:<>()\"\\\\]+\\.[^\\s@,;:<>()\"\\\\.]{2,}");
    private static final int LONGEST_EMAIL = 254;

    private Named() {}

    /** The name as it is stored: without spaces around it, composed. */
    static String cleaned(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
    }

    /** What is wrong with a cleaned name, or {@link OfficeAnswer#DONE} if nothing is. */
    static OfficeAnswer fault(String name) {
        if (name.isEmpty()) {
            return OfficeAnswer.NAME_MISSING;
        }
        if (name.codePointCount(0, name.length()) > Office.LONGEST_NAME) {
            return OfficeAnswer.NAME_TOO_LONG;
        }
        return GuestName.isReadable(name) ? OfficeAnswer.DONE : OfficeAnswer.NAME_INVALID;
    }

    /** Whether mail could be sent there; only the mail itself can prove it. */
    static boolean isEmail(String normal) {
        return normal.length() <= LONGEST_EMAIL && EMAIL.matcher(normal).matches() && GuestName.isReadable(normal);
    }
}
