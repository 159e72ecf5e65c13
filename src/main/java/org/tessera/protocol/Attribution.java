package org.tessera.protocol;

import java.util.List;

/**
 * Where a protocol comes from.
 *
 * @param credit whose work it follows, in a sentence
 * @param licence on what terms this wording is given, and what is not taken over
 * @param sources where the steps and minutes were read
 * @param verified whether the steps were read in a source; false marks a draft
 */
public record Attribution(Text credit, Text licence, List<String> sources, boolean verified) {

    public Attribution {
        sources = List.copyOf(sources);
    }
}
