package org.tessera.assessment;

/** What comes of doing something on a case. */
public sealed interface CaseAnswer {

    /** Done; the case has gone on. */
    record Done() implements CaseAnswer {}

    /** Not done, and why. */
    record Refused(CaseRefusal why) implements CaseAnswer {}
}
