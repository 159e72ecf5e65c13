package org.tessera.room;

import java.io.IOException;
import java.util.List;

/** An end that takes its time, on a thread of its own. */
public interface PatientEnd extends SeatEnd {

    /**
     * Takes frames, each a complete JSON text, in order. Called from one thread at a time.
     *
     * @throws IOException if they cannot be delivered; the seat is then given up
     */
    void deliver(List<String> frames) throws IOException;

    @Override
    default void deliver(List<Utf8> frames, Taken taken) {
        Thread.ofVirtual().name("seat-end").start(() -> {
            try {
                deliver(frames.stream().map(Utf8::toString).toList());
            } catch (IOException | RuntimeException e) {
                taken.failed(e);
                return;
            }
            taken.all();
        });
    }
}
