package org.tessera.protocol.ui;

import java.util.List;
import org.tessera.account.PersonId;
import org.tessera.protocol.DraftAnswer;
import org.tessera.protocol.DraftEdit;
import org.tessera.protocol.OwnProtocols;
import org.tessera.protocol.PackDraft;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One person's page and the draft behind it. It remembers what the page shows: a change says what stood there before, and so
 * is never put over something the person has not seen.
 */
final class Desk {

    private final OwnProtocols protocols;
    private final PersonId me;
    private final Watcher watcher;
    private ObjectNode shown;
    private PackDraft draft;

    /** Who puts on the page what has become of changes. */
    interface Watcher {

        /** A change is stored. */
        void saved();

        /** Nothing was stored: somebody has changed the same place. */
        void overtaken(DraftEdit.Put mine, JsonNode theirs);

        /** Nothing was stored: the place is gone. */
        void gone();
    }

    Desk(OwnProtocols protocols, PackDraft draft, PersonId me, Watcher watcher) {
        this.protocols = protocols;
        this.draft = draft;
        this.shown = draft.tree();
        this.me = me;
        this.watcher = watcher;
    }

    /** The draft as it is stored. */
    PackDraft draft() {
        return draft;
    }

    /** The draft as the page shows it, which others may have changed since. */
    ObjectNode shown() {
        return shown;
    }

    /** Whether others have changed something the page does not show yet. */
    boolean isBehind() {
        return !shown.equals(draft.tree());
    }

    /** What the page shows at {@code path}; missing if nothing. */
    JsonNode at(String path) {
        return PackDraft.at(shown, path);
    }

    void put(String path, JsonNode becomes) {
        JsonNode was = at(path);
        if (!was.equals(becomes)) {
            make(List.of(new DraftEdit.Put(path, was.deepCopy(), becomes)));
        }
    }

    void clear(String path) {
        put(path, MissingNode.getInstance());
    }

    /** Puts {@code mine} although somebody else has put {@code theirs} there meanwhile: the person has seen both. */
    void insist(DraftEdit.Put mine, JsonNode theirs) {
        catchUp();
        make(List.of(new DraftEdit.Put(mine.path(), theirs, mine.becomes())));
    }

    /** Makes changes, all of them or none; true if they are stored. */
    boolean make(List<DraftEdit> edits) {
        switch (protocols.edit(draft.id(), me, edits)) {
            case DraftAnswer.Saved(var now) -> {
                shown = PackDraft.changed(shown, edits);
                draft = now;
                watcher.saved();
                return true;
            }
            case DraftAnswer.Overtaken(var now, var mine, var theirs) -> {
                draft = now;
                watcher.overtaken(mine, theirs);
            }
            case DraftAnswer.Gone(var now) -> {
                draft = now;
                watcher.gone();
            }
            default -> watcher.gone();
        }
        return false;
    }

    /** Reads the draft as it is stored now; the page must show it then. */
    void catchUp() {
        protocols.draft(draft.id(), me).ifPresent(now -> draft = now);
        shown = draft.tree();
    }

    /** Looks how the draft is stored now, without showing it. */
    void look() {
        protocols.draft(draft.id(), me).ifPresent(now -> draft = now);
    }
}
