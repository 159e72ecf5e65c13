package org.tessera.privacy;

/** How likely a finding is what it is taken for. */
public enum Sureness {
    CERTAIN,
    LIKELY,
    POSSIBLE
}
