package org.tessera.bench;

import java.util.List;

/** A server under load. */
interface Subject extends AutoCloseable {

    String name();

    /** Seats everybody, in rooms of equal size, and tells {@code score} what arrives at each seat. */
    void seat(int rooms, int people, Score score, Sockets sockets) throws Exception;

    /** Sends an update of somebody to everybody else in the room; called by one thread. */
    void send(int room, int person, int number);

    /** Its processes, the server first. */
    List<Watched> processes();

    @Override
    void close() throws Exception;
}
