package org.tessera.privacy;

/** How far something is on its way to being evidence. Only what is {@link #CONFIRMED} is. */
public enum ClearanceState {
    /** Its owner said that no name is visible or that there is consent; nobody has looked yet. */
    STATED,
    /** It was searched; whatever was found is covered or dismissed one by one. */
    FOUND,
    /** Nothing is open any more, and what had to be covered is part of the pages now; a second person has to look. */
    BURNED_IN,
    /** A second person has looked at all of it: it may be evidence. */
    CONFIRMED,
    /** Somebody reported it: nobody is shown it, until its owner takes it up again. */
    QUARANTINED,
    /** Whoever permitted it does not any more. */
    WITHDRAWN
}
