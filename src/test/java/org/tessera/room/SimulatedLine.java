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
    private final Mailbox mailbox;
    private final Seat seat;
    /** The client is gone, which the server does not know yet. */
    private boolean cut;

    private boolean letGo;

    SimulatedLine(LiveRoom server, MemberId member, Optional<String> since, AlarmClock clock) {
        mailbox = server.sit(member, this, since, true);
        seat = new Seat(server, mailbox, Locale.ENGLISH, clock);
    }

    @Override
    public void deliver(List<String> frames) throws IOException {
        if (cut) {
            throw new IOException("nobody is there");
        }
        down.add(frames);
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

    /** The server writes what waits for this seat. */
    void write() {
        try {
            mailbox.turn();
        } catch (IOException e) {
            leave();
        }
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
