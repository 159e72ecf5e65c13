package org.tessera.needs;

import java.util.List;

/** Text in which each line is something of its own. */
final class Lines {

    private Lines() {}

    /** The lines that say something. */
    static List<String> of(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
