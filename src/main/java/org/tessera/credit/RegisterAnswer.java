package org.tessera.credit;

/** What came of registering. */
public enum RegisterAnswer {
    REGISTERED,
    /** There is no such rule in the person's district. */
    NOT_FOUND,
    /** The rule needs none, is over, or its last day for that has passed. */
    NOT_OPEN,
    /** The person has begun what it is for. */
    ALREADY_BEGUN,
    ALREADY_REGISTERED
}
