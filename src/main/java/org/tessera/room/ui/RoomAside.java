package org.tessera.room.ui;

import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tessera.account.SignedIn;
import org.tessera.failure.Failures;
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

        private static final Logger LOG = LoggerFactory.getLogger(Panel.class);

        /** The room has changed, or a minute has gone by: show how it is. */
        public abstract void show(RoomMoment moment);

        /**
         * Reads something without holding the page, and goes on with the page held; with nothing where it could not be read,
         * and not at all where the page is gone.
         */
        protected final <T> void readAside(Supplier<T> read, Consumer<Optional<T>> then) {
            getUI().ifPresent(ui -> PageSeat.aside(() -> {
                Optional<T> result = Optional.empty();
                try {
                    result = Optional.of(read.get());
                } catch (RuntimeException e) {
                    LOG.warn("what a panel shows could not be read: {}", Failures.told(e));
                }
                Optional<T> known = result;
                PageSeat.access(ui, () -> then.accept(known));
            }));
        }
    }
}
