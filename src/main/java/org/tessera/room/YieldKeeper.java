package org.tessera.room;

/** Keeps what rooms leave behind. */
public interface YieldKeeper {

    /** Keeps {@code yielded} as part of the caller's transaction: both are there afterwards, or neither. */
    void keep(Yielded yielded);
}
