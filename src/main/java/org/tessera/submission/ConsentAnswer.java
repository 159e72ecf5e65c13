package org.tessera.submission;

/** What comes of asking for consent, giving it or taking it back. Each has a sentence under {@code consent.answer.<name>}. */
public enum ConsentAnswer {
    DONE,
    /** No such artifact, or none this person may open; or no such question to this person. */
    UNKNOWN,
    /** The colleague wrote nothing in it under a name, so there is nothing to ask for. */
    NO_WORDS,
    /** The colleague was a guest and cannot be asked; the words stay out. */
    GUEST,
    /** The evidence has been handed in; the words cannot be taken out of it any more. */
    HANDED_IN
}
