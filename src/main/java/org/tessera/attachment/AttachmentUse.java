package org.tessera.attachment;

import org.springframework.stereotype.Component;
import org.tessera.account.PersonId;
import org.tessera.exhibit.Exhibit;
import org.tessera.exhibit.ExhibitUse;

/** What stands beside texts. Who may open it there is for those to say who show the texts. */
@Component
class AttachmentUse implements ExhibitUse {

    private final AttachmentStore store;

    AttachmentUse(AttachmentStore store) {
        this.store = store;
    }

    @Override
    public Degree of(Exhibit exhibit) {
        return store.find(exhibit.id()).isPresent() ? Degree.LINKED : Degree.FREE;
    }

    @Override
    public void letGo(Exhibit exhibit) {
        store.delete(exhibit.id());
    }

    @Override
    public boolean shows(Exhibit exhibit, PersonId reader) {
        return false;
    }
}
