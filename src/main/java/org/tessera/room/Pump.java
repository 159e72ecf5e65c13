package org.tessera.room;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Hands things on, one after the other: the next when the one before has been taken, at once or later, by whichever thread.
 * It has no thread of its own, so that a room of forty wakes nobody to tell all; and it does not call itself, so that a
 * long queue needs no deep stack.
 */
final class Pump<T> {

    private final Supplier<Optional<T>> next;
    private final BiConsumer<T, Runnable> hand;
    private boolean going;

    /**
     * @param next the next thing, if there is one. Never called twice at once
     * @param hand begins to hand it on, and runs its task once it has been taken; one that never does stops the pump
     */
    Pump(Supplier<Optional<T>> next, BiConsumer<T, Runnable> hand) {
        this.next = next;
        this.hand = hand;
    }

    /** Hands on what there is, if nobody is doing so. Called whenever something new has come. */
    void wake() {
        synchronized (this) {
            if (going) {
                return;
            }
            going = true;
        }
        go();
    }

    private void go() {
        while (true) {
            Optional<T> thing;
            synchronized (this) {
                thing = next.get();
                if (thing.isEmpty()) {
                    going = false;
                    return;
                }
            }
            // Whoever comes second goes on: the one who was told that it is taken, or the one who handed it over.
            AtomicBoolean first = new AtomicBoolean(true);
            hand.accept(thing.get(), () -> {
                if (!first.getAndSet(false)) {
                    go();
                }
            });
            if (first.getAndSet(false)) {
                return;
            }
        }
    }
}
