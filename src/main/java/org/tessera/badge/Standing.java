package org.tessera.badge;

/** Whether a badge's issuer still stands by it. */
public enum Standing {
    ACTIVE,
    /** For a while; it can be lifted. */
    SUSPENDED,
    /** For good. */
    REVOKED
}
