package org.tessera.material;

import java.util.List;

/** What came of drawing a file. */
sealed interface Drawing {

    /**
     * All pages, in order.
     *
     * @param traces what was in the file in words; what is read on the drawn pages is not among them
     */
    record Drawn(List<DrawnPage> pages, List<Trace> traces) implements Drawing {}

    record Refused(IntakeRefusal why) implements Drawing {}
}
