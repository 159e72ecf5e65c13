package org.tessera.badge;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a badge says about what was achieved, in one language.
 *
 * @param key names the achievement for ever, whatever language it is told in
 * @param language a language tag
 * @param description what somebody who has it can do
 * @param criteria what had to be shown for it
 * @param aligned where the credential it is aligned to was published, if that is known
 */
record BadgeText(
        String key,
        String version,
        String language,
        String name,
        String description,
        String criteria,
        Optional<URI> aligned,
        List<Row> rows) {

    BadgeText {
        rows = List.copyOf(rows);
    }

    /**
     * A row of the rubric and what was found in it.
     *
     * @param levels from the lowest to the highest
     * @param required the id of the level that was needed
     * @param achieved the id of the level that was reached
     */
    record Row(String id, String name, List<Level> levels, String required, String achieved) {

        Row {
            levels = List.copyOf(levels);
        }
    }

    /** A level of a row. */
    record Level(String id, String name) {}
}
