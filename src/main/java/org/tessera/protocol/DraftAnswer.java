package org.tessera.protocol;

import java.util.List;
import org.tessera.yaml.YamlProblem;
import tools.jackson.databind.JsonNode;

/** What comes of working on an own protocol. */
public sealed interface DraftAnswer {

    /** The draft as it is now, with this change and everybody else's. */
    record Saved(PackDraft draft) implements DraftAnswer {}

    /**
     * Somebody has changed the very same place meanwhile, so nothing was saved.
     *
     * @param draft as it is now
     * @param theirs what stands in that place now
     */
    record Overtaken(PackDraft draft, DraftEdit.Put edit, JsonNode theirs) implements DraftAnswer {}

    /** What was to be changed is gone; nothing was saved. */
    record Gone(PackDraft draft) implements DraftAnswer {}

    /** A new version is out. */
    record Published(PackRef ref) implements DraftAnswer {}

    /** What breaks a rule is not published. */
    record Broken(List<YamlProblem> problems) implements DraftAnswer {

        public Broken {
            problems = List.copyOf(problems);
        }
    }

    /** The draft has changed since it was looked at, so nothing was published. */
    record Changed(PackDraft draft) implements DraftAnswer {}

    /** The draft says what the latest version says. */
    record NothingNew() implements DraftAnswer {}

    /** There is no such protocol, or it is nothing this person may work on; which of the two is not told. */
    record Unknown() implements DraftAnswer {}
}
