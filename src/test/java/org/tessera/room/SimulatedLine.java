package org.tessera.room;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tessera.clock.AlarmClock;

/**
 * A connection with what is on its way in both directions. Nothing on it overtakes anything; whether and when something
 * arrives is the network's affair.
 */
final class SimulatedLine implements SeatEnd {

    private final Deque<String> up = new ArrayDeque<>();
    private final Deque<List<String>> down = new ArrayDeque<>();

    private record Writing(List<Utf8> frames, Taken taken) {}

    private Optional<Writing> writing = Optional.empty();
    private final Seat seat;
    /** The client is gone, which the server does not know yet. */
    private boolean cut;

    private boolean letGo;

    SimulatedLine(LiveRoom server, MemberId member, Optional<String> since, AlarmClock clock) {
        seat = new Seat(server, server.sit(member, this, since, true), Locale.ENGLISH, clock);
    }

    @Override
    public void deliver(List<Utf8> frames, Taken taken) {
        writing = Optional.of(new Writing(frames, taken));
    }

    @Override
    public void close() {
        letGo = true;
    }

    void send(String frame) {
        up.add(frame);
    }

    boolean hasUp() {
        return !up.isEmpty();
    }

    /** The next frame reaches the server. */
    void arriveUp() {
        seat.say(up.removeFirst());
    }

    boolean hasDown() {
        return !down.isEmpty();
    }

    /** What the client gets next, all at once. */
    List<String> arriveDown() {
        return down.removeFirst();
    }

    /** What the server has begun to write for this seat is written; it begins with what has come since. */
    void write() {
        Optional<Writing> written = writing;
        writing = Optional.empty();
        written.ifPresent(each -> {
            if (cut) {
                each.taken().failed(new IOException("nobody is there"));
            } else {
                down.add(each.frames().stream().map(Utf8::toString).toList());
                each.taken().all();
            }
        });
    }

    /** Whether the server is about to write something. */
    boolean isWriting() {
        return writing.isPresent();
    }

    boolean isOver() {
        return letGo || !seat.isOpen();
    }

    /** The network is gone for the client: {@code arriving} of what it had sent still comes to the server. */
    void cut(int arriving) {
        for (int i = 0; i < arriving && hasUp(); i++) {
            arriveUp();
        }
        up.clear();
        down.clear();
        cut = true;
    }

    /** The server learns that nobody is there. */
    void leave() {
        seat.close();
        letGo = true;
    }
}
