package org.tessera.submission;

/** What an earner says about a submission before handing it in. All of them must be said. */
public enum Attestation {
    /** It is complete and ready to be looked at. */
    READY,
    /** Whoever can be seen or heard in it has agreed, or cannot be told from it. */
    RELEASED,
    /** The work is the earner's own; what was made together is marked so. */
    ORIGINAL
}
