package org.tessera.bench.fault;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a page knows of the server’s clock: what {@code frontend/room/clock-offset.ts} does. Times in milliseconds. */
final class Watch {

    private static final int KEPT = 16;
    private static final double DRIFT = 250;

    private record Sample(double way, double offset) {

        boolean agreesWith(Sample other) {
            return Math.abs(offset - other.offset) <= (way + other.way) / 2 + DRIFT;
        }
    }

    private final List<Sample> samples = new ArrayList<>();

    void measured(long sentAt, long serverNow, long receivedAt) {
        double way = receivedAt - sentAt;
        if (way < 0) {
            return;
        }
        Sample sample = new Sample(way, serverNow + way / 2 - receivedAt);
        samples.removeIf(other -> !other.agreesWith(sample));
        samples.add(sample);
        if (samples.size() > KEPT) {
            samples.removeFirst();
        }
    }

    /** What is to be added to the device’s time; NaN before anything was measured. */
    double offset() {
        return samples.stream()
                .min(Comparator.comparingDouble(Sample::way))
                .map(Sample::offset)
                .orElse(Double.NaN);
    }
}
