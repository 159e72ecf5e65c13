package org.tessera.portfolio;

import java.util.List;
import org.tessera.submission.Spot;

/** What comes of asking for a package. */
public sealed interface PackageAnswer {

    /** Here it is. */
    record Ready(SubmissionPackage file) implements PackageAnswer {}

    /** There is no such submission of this person. */
    record Unknown() implements PackageAnswer {}

    /** Nothing has been handed in yet, and drafts are not packed. */
    record NotHandedIn() implements PackageAnswer {}

    /** What the earner wrote names somebody, or may do so. The earner says which it is; nothing is rewritten. */
    record Named(List<Name> names) implements PackageAnswer {
        public Named {
            names = List.copyOf(names);
        }

        /** Whether the earner can settle all of it by saying that these words are no names here. */
        public boolean canBeSettled() {
            return names.stream().noneMatch(Name::isCertain);
        }
    }

    /** The content of an artifact is not the one that was handed in. */
    record Altered() implements PackageAnswer {}

    /**
     * A name in the earner's own words.
     *
     * @param isCertain it is the whole name of somebody the earner works with
     */
    record Name(Spot where, String name, boolean isCertain) {}
}
