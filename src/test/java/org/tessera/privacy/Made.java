package org.tessera.privacy;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Set;

/**
 * One file of the corpus and what a careful person would say about it.
 *
 * @param what one line for the page of figures
 * @param pages where somebody is named on each page; visible or in the text layer only
 * @param words what must not be readable any more, page by page together
 * @param beside where beside the pages somebody is named, each once
 */
record Made(
        String what,
        String fileName,
        byte[] bytes,
        List<List<Rectangle2D>> pages,
        List<String> words,
        Set<Origin> beside) {

    int signs() {
        return pages.stream().mapToInt(List::size).sum() + beside.size();
    }
}
