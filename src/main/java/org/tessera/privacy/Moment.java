package org.tessera.privacy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment of a recording at which something tells who somebody is.
 *
 * @param second from the beginning, in whole seconds
 * @param words what helps to find it, at most {@value #LONGEST} characters; may be blank
 * @throws IllegalArgumentException before the beginning, or with too many words
 */
public record Moment(int second, Heard heard, String words) {

    /** The most characters that describe a moment. */
    public static final int LONGEST = 200;

    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,2}):)?(\\d{1,3}):([0-5]\\d)");

    public Moment {
        words = words.strip();
        if (second < 0 || words.length() > LONGEST) {
            throw new IllegalArgumentException("No moment of a recording");
        }
    }

    /** When it is, as players write it: {@code 7:05}, {@code 1:07:05}. */
    public String clock() {
        return clock(second);
    }

    /** Seconds as players write them. */
    public static String clock(int second) {
        return second >= 3600
                ? "%d:%02d:%02d".formatted(second / 3600, second / 60 % 60, second % 60)
                : "%d:%02d".formatted(second / 60, second % 60);
    }

    /** The second that {@code clock} says, if it can be read. */
    public static Optional<Integer> second(String clock) {
        Matcher read = CLOCK.matcher(clock.strip());
        return read.matches()
                ? Optional.of((read.group(1) == null ? 0 : Integer.parseInt(read.group(1)) * 3600)
                        + Integer.parseInt(read.group(2)) * 60
                        + Integer.parseInt(read.group(3)))
                : Optional.empty();
    }
}
