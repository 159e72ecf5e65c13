package org.tessera.protocol;

import java.util.List;
import org.tessera.yaml.YamlProblem;

/** What comes of taking a protocol in from a file. */
public sealed interface ImportAnswer {

    /** It is sound and published, as a first or a next version. */
    record Taken(PackRef ref) implements ImportAnswer {}

    /** It breaks rules and stands as a draft now, where its writer can mend it. */
    record AsDraft(String id, List<YamlProblem> problems) implements ImportAnswer {

        public AsDraft {
            problems = List.copyOf(problems);
        }
    }

    /** It cannot be read. */
    record Unreadable(List<YamlProblem> problems) implements ImportAnswer {

        public Unreadable {
            problems = List.copyOf(problems);
        }
    }

    /** The protocol it was meant to go on from is not this person's to change. */
    record Unknown() implements ImportAnswer {}
}
