package org.tessera.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A clock that goes with the system's and can be put forward by hand, for tests and the {@code test} profile. Alarms ring
 * when their time comes, by itself or by hand.
 */
public final class HandClock implements AlarmClock, AutoCloseable {

    private static final class Order {
        final Instant when;
        final Runnable what;
        /** The system's alarm for it, ordered anew whenever the clock is put forward. */
        Alarm system = () -> {};

        Order(Instant when, Runnable what) {
            this.when = when;
            this.what = what;
        }
    }

    private final SystemAlarmClock system = new SystemAlarmClock();
    private final List<Order> orders = new ArrayList<>();
    private Duration ahead = Duration.ZERO;
    private final boolean stopped;
    private final Instant start;

    private HandClock(boolean stopped, Instant start) {
        this.stopped = stopped;
        this.start = start;
    }

    /** A clock that goes on by itself and can be put forward. */
    public static HandClock going() {
        return new HandClock(false, Instant.EPOCH);
    }

    /** A clock that stands at {@code start} until it is put forward. */
    public static HandClock at(Instant start) {
        return new HandClock(true, start);
    }

    @Override
    public synchronized Instant instant() {
        InstantSource source = stopped ? InstantSource.fixed(start) : system;
        return source.instant().plus(ahead);
    }

    /** Puts the clock forward by {@code by} and rings what is due, in order, on the caller's thread. */
    public void advance(Duration by) {
        List<Order> due = new ArrayList<>();
        synchronized (this) {
            ahead = ahead.plus(by);
            Instant now = instant();
            orders.stream().filter(order -> !order.when.isAfter(now)).forEach(due::add);
            orders.removeAll(due);
            orders.forEach(this::orderFromSystem);
        }
        due.sort(Comparator.comparing(order -> order.when));
        due.forEach(order -> {
            order.system.cancel();
            order.what.run();
        });
    }

    @Override
    public synchronized Alarm at(Instant when, Runnable what) {
        Order order = new Order(when, what);
        orders.add(order);
        orderFromSystem(order);
        return () -> {
            order.system.cancel();
            take(order);
        };
    }

    private void orderFromSystem(Order order) {
        if (!stopped) {
            order.system.cancel();
            order.system = system.at(order.when.minus(ahead), () -> ring(order));
        }
    }

    private void ring(Order order) {
        if (take(order)) {
            order.what.run();
        }
    }

    /** Takes an order off the list; false if it has rung or was cancelled. */
    private synchronized boolean take(Order order) {
        return orders.remove(order);
    }

    @Override
    public void close() {
        system.close();
    }
}
