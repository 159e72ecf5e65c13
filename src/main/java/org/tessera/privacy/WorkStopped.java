package org.tessera.privacy;

/** A piece of work was reported, or its permission was withdrawn: from now on it is shown to nobody but its owner. */
public record WorkStopped(Clearance clearance, Stop.Why why) {}
