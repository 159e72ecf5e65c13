package org.tessera.bench.fault;

import java.util.ArrayList;
import java.util.List;

/** What a page knows of the server’s clock: what {@code frontend/room/clock-offset.ts} does. Times in milliseconds. */
final class Watch {

    private static final int KEPT = 16;
    private static final double DRIFT = 250;

    /** Between what the offset lies. */
    private record Sample(double least, double most) {

        boolean agreesWith(Sample other) {
            return least - other.most <= DRIFT && other.least - most <= DRIFT;
        }
    }

    private final List<Sample> samples = new ArrayList<>();

    void measured(long sentAt, long serverNow, long receivedAt) {
        if (receivedAt < sentAt) {
            return;
        }
        Sample sample = new Sample(serverNow - receivedAt, serverNow - sentAt);
        samples.removeIf(other -> !other.agreesWith(sample));
        samples.add(sample);
        if (samples.size() > KEPT) {
            samples.removeFirst();
        }
    }

    /** What is to be added to the device’s time; NaN before anything was measured. */
    double offset() {
        double least = samples.stream().mapToDouble(Sample::least).max().orElse(Double.NaN);
        double most = samples.stream().mapToDouble(Sample::most).min().orElse(Double.NaN);
        return (least + most) / 2;
    }
}
