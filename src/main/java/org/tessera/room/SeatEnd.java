package org.tessera.room;

import java.util.List;

/** Where a seat's frames go: a WebSocket, an event stream, or a page. Gets the next frames when it has taken the last. */
public interface SeatEnd {

    /** Hears what has become of frames, once, on any thread, be it before they have been handed over. */
    interface Taken {

        /** The next may come. */
        void all();

        /** They could not be delivered; the seat is given up. */
        void failed(Exception cause);
    }

    /**
     * Takes frames, each a complete JSON text, in order. Does not hold up the caller, who is the room itself: what takes
     * time goes on elsewhere, and {@code taken} hears of it.
     */
    void deliver(List<Utf8> frames, Taken taken);

    /** Whether a snapshot may say once what the entities of a collection have in common; it says all of each otherwise. */
    default boolean isTerse() {
        return false;
    }

    /** The seat is over: it fell too far behind, the sign-in ended, or the room let go of it. */
    void close();
}
