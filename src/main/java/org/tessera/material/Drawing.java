package org.tessera.material;

import java.util.List;

/** What came of drawing a file. */
sealed interface Drawing {

    /** All pages, in order. */
    record Drawn(List<DrawnPage> pages) implements Drawing {}

    record Refused(IntakeRefusal why) implements Drawing {}
}
