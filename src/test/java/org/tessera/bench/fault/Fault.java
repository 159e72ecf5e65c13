package org.tessera.bench.fault;

/**
 * Something the server did that it must not.
 *
 * @param who on whose evidence
 */
public record Fault(Kind kind, String who, String what) {

    /** What the product promises, turned round. */
    public enum Kind {
        /** Something that was acknowledged is not there. */
        LOST,
        /** Something given once happened twice, or was told twice. */
        TWICE,
        /** Two people were told the same things in different order. */
        ORDER,
        /** What somebody has folded is not what a fresh snapshot says, or two people’s boards differ. */
        UNEQUAL,
        /** Somebody was sent what only its writer may know. */
        LEAK,
        /** A frame’s number was missing on a connection. */
        HOLE,
        /** The acknowledged was refused later. */
        TAKEN_BACK,
        /** A command that breaks no rule was refused. */
        REFUSED,
        /** A command was never answered, though the line was good for long enough. */
        UNANSWERED
    }

    @Override
    public String toString() {
        return kind + " " + who + ": " + what;
    }
}
