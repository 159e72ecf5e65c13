package org.tessera.bench.fault;

import java.time.Duration;

/**
 * What a line does to what it carries.
 *
 * @param latency how long everything is on its way, in each direction
 * @param jitter by so much longer or shorter, at random; nothing overtakes anything
 * @param bytesPerSecond in each direction; 0 for as many as there are
 * @param slice the largest piece that arrives at once, in bytes; 0 for whatever came
 * @param reset how likely a piece is to reset its connection instead of arriving, 0 to 1
 * @param deaf the direction in which nothing arrives any more; a connection that has lost something loses all that follows
 * @param socketsBlocked whether requests for a WebSocket are answered with 403
 * @param down whether nobody gets through at all: callers are hung up on
 */
public record Toxics(
        Duration latency,
        Duration jitter,
        long bytesPerSecond,
        int slice,
        double reset,
        Deaf deaf,
        boolean socketsBlocked,
        boolean down) {

    /** Which way is silent. Nobody is told: no end of stream, no reset. */
    public enum Deaf {
        NEITHER,
        SERVER,
        CLIENT,
        BOTH;

        boolean isToServer() {
            return this == SERVER || this == BOTH;
        }

        boolean isToClient() {
            return this == CLIENT || this == BOTH;
        }
    }

    /** A line with nothing wrong. */
    public static final Toxics NONE = new Toxics(Duration.ZERO, Duration.ZERO, 0, 0, 0, Deaf.NEITHER, false, false);

    /** A line that takes its time. */
    public Toxics slow(Duration mean, Duration more) {
        return new Toxics(mean, more, bytesPerSecond, slice, reset, deaf, socketsBlocked, down);
    }

    /** A narrow line. */
    public Toxics narrow(long bytes) {
        return new Toxics(latency, jitter, bytes, slice, reset, deaf, socketsBlocked, down);
    }

    /** A line that carries only small pieces. */
    public Toxics slicing(int bytes) {
        return new Toxics(latency, jitter, bytesPerSecond, bytes, reset, deaf, socketsBlocked, down);
    }

    /** A line that resets connections. */
    public Toxics resetting(double chance) {
        return new Toxics(latency, jitter, bytesPerSecond, slice, chance, deaf, socketsBlocked, down);
    }

    /** A line on which nobody hears one end, or either, and nobody is told so. */
    public Toxics halfOpen(Deaf which) {
        return new Toxics(latency, jitter, bytesPerSecond, slice, reset, which, socketsBlocked, down);
    }

    /** A line behind a filter that knows no WebSockets. */
    public Toxics withoutSockets() {
        return new Toxics(latency, jitter, bytesPerSecond, slice, reset, deaf, true, down);
    }

    /** No line. */
    public Toxics gone() {
        return new Toxics(latency, jitter, bytesPerSecond, slice, reset, deaf, socketsBlocked, true);
    }
}
