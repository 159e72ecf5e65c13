package org.tessera.proof;

import java.util.regex.Pattern;

/** What the parts of a package may be called: a name that is the same, and harmless, wherever it is unpacked. */
final class PartName {

    private static final int LONGEST = 180;
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._ -]{0,119}(/[A-Za-z0-9][A-Za-z0-9._ -]{0,119}){0,7}");
    private static final Pattern TRAILING = Pattern.compile("[. ](/|$)");

    private PartName() {}

    /** Whether {@code name} stays inside the folder it is unpacked into, on every system. */
    static boolean isPlain(String name) {
        return name.length() <= LONGEST
                && PLAIN.matcher(name).matches()
                && !TRAILING.matcher(name).find();
    }
}
