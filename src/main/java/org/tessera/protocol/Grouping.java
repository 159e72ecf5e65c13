package org.tessera.protocol;

/** In what company a phase is worked in. */
public enum Grouping {
    ALL(1, 1, Integer.MAX_VALUE),
    PAIR(2, 2, 3),
    TRIAD(3, 3, 4),
    QUAD(3, 4, 5),
    /** Everybody who chose the same, be it one person. */
    DIRECTION(1, 1, Integer.MAX_VALUE);

    private final int least;
    private final int usual;
    private final int most;

    Grouping(int least, int usual, int most) {
        this.least = least;
        this.usual = usual;
        this.most = most;
    }

    /**
     * Whether a group may have {@code size} people where {@code people} are grouped in all. Where they cannot be
     * divided otherwise, as five cannot into triads, one less is right too; but nobody is alone.
     */
    public boolean fits(int size, int people) {
        int enough = isDivisible(people) ? least : Math.max(Math.min(least, 2), least - 1);
        return size >= enough && size <= most;
    }

    private boolean isDivisible(int people) {
        int fewest = (int) Math.ceilDiv((long) people, most);
        return people >= least && fewest * (long) least <= people;
    }

    /** How many groups {@code people} make when the sizes are as usual and as equal as can be. */
    public int groupsOf(int people) {
        return Math.max(1, Math.max(people / usual, (int) Math.ceilDiv((long) people, most)));
    }
}
