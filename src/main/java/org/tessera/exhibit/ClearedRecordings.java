package org.tessera.exhibit;

import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tessera.account.PersonId;
import org.tessera.material.MaterialId;
import org.tessera.privacy.RecordingShelf;
import org.tessera.privacy.Subject;
import org.tessera.privacy.Titled;

/** Tells those who clear recordings what these are. */
@Component
class ClearedRecordings implements RecordingShelf, Titled {

    private final ExhibitStore store;
    private final ObjectProvider<Exhibits> exhibits;

    ClearedRecordings(ExhibitStore store, ObjectProvider<Exhibits> exhibits) {
        this.store = store;
        this.exhibits = exhibits;
    }

    @Override
    public Optional<Recording> find(UUID id) {
        return store.find(new ExhibitId(id))
                .filter(exhibit -> exhibit.kind().isRecording())
                .map(exhibit -> new Recording(
                        id,
                        exhibit.title(),
                        exhibit.kind() == ExhibitKind.VIDEO,
                        "api/exhibits/" + exhibit.id() + "/file",
                        exhibit.length()));
    }

    @Override
    public void rename(Subject subject, String title) {
        switch (subject.kind()) {
            case RECORDING -> store.rename(new ExhibitId(subject.id()), title);
            case MATERIAL -> store.rename(new MaterialId(subject.id()), title);
        }
    }

    @Override
    public boolean remove(PersonId owner, UUID id) {
        return exhibits.getObject().remove(owner, new ExhibitId(id)) instanceof ExhibitAnswer.Removed;
    }
}
