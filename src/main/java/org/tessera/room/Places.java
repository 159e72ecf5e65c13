package org.tessera.room;

/** Where on the board a note lands that nobody has placed: rows of five, in board units. */
final class Places {

    private static final int ACROSS = 5;

    private Places() {}

    static double x(int place) {
        return 40 + (place % ACROSS) * 200;
    }

    static double y(int place) {
        return 40 + (place / ACROSS) * 140;
    }
}
