package org.tessera.portfolio;

import java.util.Set;
import org.tessera.submission.Platform;

/**
 * What somebody wants to have packed.
 *
 * @param platform for which platform
 * @param editable whether the texts come as Word documents, too
 * @param words words that could be names, of which the earner says that they are none here
 */
public record PackageOrder(Platform platform, boolean editable, Set<String> words) {

    public PackageOrder {
        words = Set.copyOf(words);
    }

    /** For a platform, with nothing else said. */
    public static PackageOrder of(Platform platform) {
        return new PackageOrder(platform, false, Set.of());
    }
}
