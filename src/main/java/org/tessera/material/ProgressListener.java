package org.tessera.material;

/** Follows the intake of one file, on the thread that takes it in. */
public interface ProgressListener {

    /** Hears nothing and never cancels. */
    ProgressListener NONE = (done, pages) -> {};

    /**
     * Pages are being drawn.
     *
     * @param done how many are drawn, from zero on
     * @param pages how many there will be
     */
    void drawn(int done, int pages);

    /** Whether the person has cancelled; asked many times a second. A cancelled intake leaves nothing behind. */
    default boolean cancelled() {
        return false;
    }
}
