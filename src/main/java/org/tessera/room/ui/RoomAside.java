package org.tessera.room.ui;

import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.tessera.account.SignedIn;
import org.tessera.room.RoomSummary;

/**
 * A panel at the side of a room's page, private to whoever the page belongs to. Every feature may give one, as a Spring
 * bean; the room knows nothing of what stands in it. Several people at one screen get none.
 */
@FunctionalInterface
public interface RoomAside {

    /** The panel as this person sees it in this room; nothing where it would only be in the way. */
    Optional<Panel> forPerson(SignedIn person, RoomSummary room);

    /** What stands there. It stays for as long as the page is open, and changes only what differs. */
    abstract class Panel extends Div {

        private static final long serialVersionUID = 1L;

        /** The room has changed, or a minute has gone by: show how it is. */
        public abstract void show(RoomMoment moment);
    }
}
