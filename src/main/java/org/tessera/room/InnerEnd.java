package org.tessera.room;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A seat's end in the server's own process: what it hears was never written down as a text. It is told no gestures. */
public interface InnerEnd extends SeatEnd {

    /**
     * Hears frames in order, in the shape in which clients read them, with the entities of a snapshot whole. What is heard is
     * shared with other seats: nobody changes it. Does not hold up the caller, who is the room itself.
     */
    void hear(List<JsonNode> frames);

    @Override
    default void deliver(List<Utf8> frames, Taken taken) {
        throw new IllegalStateException("an inner end hears trees");
    }
}
