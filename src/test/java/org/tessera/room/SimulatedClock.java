package org.tessera.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tessera.clock.AlarmClock;

/** A clock that shows what it is told to, earlier times too, and rings when it is asked whether something is due. */
final class SimulatedClock implements AlarmClock {

    private record Order(Instant when, Runnable what) {}

    private final List<Order> orders = new ArrayList<>();
    private Instant now;

    SimulatedClock(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Alarm at(Instant when, Runnable what) {
        Order order = new Order(when, what);
        orders.add(order);
        return () -> orders.removeIf(each -> each == order);
    }

    /** Time passes, or the clock is set: it may be negative. */
    void goes(Duration by) {
        now = now.plus(by);
    }

    Optional<Instant> next() {
        return orders.stream().map(Order::when).min(Comparator.naturalOrder());
    }

    /** Rings what is due, the earliest first. */
    void ring() {
        List<Order> due = orders.stream()
                .filter(order -> !order.when().isAfter(now))
                .sorted(Comparator.comparing(Order::when))
                .toList();
        for (Order order : due) {
            if (orders.removeIf(each -> each == order)) {
                order.what().run();
            }
        }
    }

    /** Whoever had ordered alarms is dead. */
    void forget() {
        orders.clear();
    }
}
