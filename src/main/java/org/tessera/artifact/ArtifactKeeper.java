package org.tessera.artifact;

import org.springframework.stereotype.Component;
import org.tessera.room.YieldKeeper;
import org.tessera.room.Yielded;

/** Takes over what a closing phase leaves behind, inside the room's own transaction. */
@Component
class ArtifactKeeper implements YieldKeeper {

    private final ArtifactStore store;

    ArtifactKeeper(ArtifactStore store) {
        this.store = store;
    }

    @Override
    public void keep(Yielded yielded) {
        store.insert(yielded);
    }
}
