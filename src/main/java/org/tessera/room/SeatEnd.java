package org.tessera.room;

import java.util.List;

/** Where a seat's frames go: a WebSocket, an event stream, or a page. Called from one thread at a time. */
public interface SeatEnd {

    /**
     * Takes frames, each a complete JSON text, in order.
     *
     * @throws java.io.IOException if they cannot be delivered; the seat is then given up
     */
    void deliver(List<String> frames) throws java.io.IOException;

    /** The seat is over: it fell too far behind, the sign-in ended, or the room let go of it. */
    void close();
}
