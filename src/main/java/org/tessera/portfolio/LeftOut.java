package org.tessera.portfolio;

/**
 * Something that is not in a package although the evidence has it.
 *
 * @param evidence the number of the evidence, or 0 where it is about the whole package
 * @param count of how much
 */
public record LeftOut(int evidence, Why why, int count) {

    /** Why; each has a sentence under {@code portfolio.left.<name>}. */
    public enum Why {
        /** Notes of colleagues who have not agreed. */
        COLLEAGUES,
        /** Notes without a name that are not the earner's. */
        UNNAMED,
        /** Scores and reasons that colleagues gave for themselves. */
        SINGLE,
        /** Goals and texts that colleagues wrote. */
        ALONE,
        /** What lies outside of the part that was linked. */
        OUTSIDE,
        /** The earner cannot open it any more. */
        CLOSED,
        /** It is not what was handed in any more. */
        ALTERED,
        /** Pages that are not cleared, or no longer: they may show who a student is. */
        NOT_CLEARED,
        /** A recording: nobody can look into a file for names, so it is handed over by itself. */
        RECORDING,
        /** Addresses on the web, which this platform does not take. */
        LINKS
    }
}
