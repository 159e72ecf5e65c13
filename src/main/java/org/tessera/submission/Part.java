package org.tessera.submission;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which part of an artifact is meant. Each has one form in which it is stored, its {@link #word}. */
public sealed interface Part {

    /** All of it. */
    Part WHOLE = new Whole();

    /** The form in which it is stored. */
    String word();

    /** All of it. */
    record Whole() implements Part {
        @Override
        public String word() {
            return "whole";
        }
    }

    /**
     * A place on a page of the material that was on the table.
     *
     * @param page from 1
     * @param x left edge, as a fraction of the page's width; likewise the others
     * @throws IllegalArgumentException for a place that is on no page
     */
    record Region(UUID material, int page, double x, double y, double w, double h) implements Part {

        public Region {
            boolean onPage = page >= 1 && isFraction(x) && isFraction(y) && isFraction(w) && isFraction(h);
            if (!onPage) {
                throw new IllegalArgumentException("No place on a page");
            }
        }

        @Override
        public String word() {
            return "page:" + material + ":" + page + ":" + x + "," + y + "," + w + "," + h;
        }

        private static boolean isFraction(double value) {
            return value >= 0 && value <= 1;
        }
    }

    /**
     * A stretch of a recording, in whole seconds from its beginning.
     *
     * @throws IllegalArgumentException for a stretch that begins before the recording or ends before it begins
     */
    record TimeRange(Duration from, Duration to) implements Part {

        private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,2}):)?(\\d{1,2}):([0-5]\\d)");

        public TimeRange {
            if (from.isNegative() || to.compareTo(from) <= 0) {
                throw new IllegalArgumentException("No stretch of time");
            }
        }

        /** Reads what a person typed, for example {@code 7:45-8:03}; nothing if that is no stretch of time. */
        public static Optional<TimeRange> read(String typed) {
            String[] ends = typed.strip().split("\\s*[-–]\\s*", -1);
            if (ends.length != 2) {
                return Optional.empty();
            }
            Optional<Duration> from = clock(ends[0]);
            Optional<Duration> to = clock(ends[1]);
            boolean sound = from.isPresent() && to.isPresent() && to.get().compareTo(from.get()) > 0;
            return sound ? Optional.of(new TimeRange(from.get(), to.get())) : Optional.empty();
        }

        private static Optional<Duration> clock(String text) {
            Matcher found = CLOCK.matcher(text);
            if (!found.matches()) {
                return Optional.empty();
            }
            long hours =
                    Optional.ofNullable(found.group(1)).map(Long::parseLong).orElse(0L);
            return Optional.of(Duration.ofHours(hours)
                    .plusMinutes(Long.parseLong(found.group(2)))
                    .plusSeconds(Long.parseLong(found.group(3))));
        }

        @Override
        public String word() {
            return "time:" + from.toSeconds() + "-" + to.toSeconds();
        }
    }

    /**
     * The part with this stored form.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Part of(String word) {
        String[] fields = word.split("[:,]", -1);
        return switch (fields[0]) {
            case "whole" -> WHOLE;
            case "page" ->
                new Region(
                        UUID.fromString(fields[1]),
                        Integer.parseInt(fields[2]),
                        Double.parseDouble(fields[3]),
                        Double.parseDouble(fields[4]),
                        Double.parseDouble(fields[5]),
                        Double.parseDouble(fields[6]));
            case "time" -> {
                String[] ends = fields[1].split("-", -1);
                yield new TimeRange(
                        Duration.ofSeconds(Long.parseLong(ends[0])), Duration.ofSeconds(Long.parseLong(ends[1])));
            }
            default -> throw new IllegalArgumentException("No part of an artifact: " + word);
        };
    }
}
