package org.tessera.protocol;

/** For how many people a protocol is meant. */
public record GroupSize(int min, int max) {

    /** Whether {@code people} are neither too few nor too many. */
    public boolean includes(int people) {
        return people >= min && people <= max;
    }

    /** This size, or just so much wider that {@code people} are no other size. */
    GroupSize upTo(int people) {
        return new GroupSize(Math.min(min, people), Math.max(max, people));
    }
}
