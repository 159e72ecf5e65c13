package org.tessera.protocol;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What comes of fitting a protocol to a group and a meeting's length: a plan, or the plain reasons why there is none. */
public sealed interface Fit {

    /**
     * A plan that keeps every minimum of the protocol.
     *
     * @param pack the protocol with its repetitions written out
     * @param times how often each of the written pack's repetitions is held, in their order
     * @param lengths the length of every phase of the meeting, by its id, in their order; nothing for one that is left
     *     out. Together with {@code spare} they are the meeting.
     * @param leftOut the optional phases there is no time for, by id
     * @param spare time that is left because no phase may grow any further: the meeting can end so much earlier
     */
    record Planned(Pack pack, List<Integer> times, Map<String, Duration> lengths, List<String> leftOut, Duration spare)
            implements Fit {

        public Planned {
            times = List.copyOf(times);
            lengths = Collections.unmodifiableMap(new LinkedHashMap<>(lengths));
            leftOut = List.copyOf(leftOut);
        }

        /** What the phases take together. */
        public Duration taken() {
            return lengths.values().stream().reduce(Duration.ZERO, Duration::plus);
        }
    }

    /**
     * The protocol does not fit.
     *
     * @param obstacles everything that stands against it, at least one
     * @param shortest the shortest meeting in which this group can hold the protocol; empty if it can in none
     * @param largest the largest group that can hold it in the meeting asked for; empty if none can
     */
    record Impossible(List<Obstacle> obstacles, Optional<Duration> shortest, Optional<Integer> largest) implements Fit {

        public Impossible {
            obstacles = List.copyOf(obstacles);
        }
    }

    /** What stands against a plan. */
    sealed interface Obstacle {

        /** The protocol is meant for {@code meant}. */
        record Size(int people, GroupSize meant) implements Obstacle {}

        /**
         * So many people do not divide into the small groups of the protocol.
         *
         * @param possible the nearest numbers of people that do, below and above, within the protocol's group size
         */
        record Division(int people, Grouping grouping, List<Integer> possible) implements Obstacle {

            public Division {
                possible = List.copyOf(possible);
            }
        }

        /** There is too little time: what may not be shortened takes {@code needed}. */
        record Time(Duration meeting, Duration needed) implements Obstacle {}
    }
}
