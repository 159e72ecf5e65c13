package org.tessera.assessment;

/**
 * Something that is missing, so that nothing is scored: what the check before handing in looks for, and what only a reader
 * sees. Each has a name under {@code assessment.lack.<name>}.
 */
public enum Lack {
    /** A part is not answered. */
    ANSWER,
    /** A requirement has no evidence, or not enough. */
    EVIDENCE,
    /** A document or picture cannot be read. */
    ILLEGIBLE,
    /** Nothing says what a piece of evidence shows. */
    ANNOTATION,
    /** Work was done with others, and nothing says so. */
    COLLABORATION,
    /** Words are quoted without a source. */
    SOURCE,
    /** A text is longer or shorter than asked for. */
    LENGTH,
    /** A link stands in the place of evidence. */
    LINK,
    /** A text is hardly the earner’s own. */
    ALIKE,
    /** Somebody can be recognised: the earner, a colleague, a school. */
    NAMED,
    /** A student can be recognised. */
    STUDENT_PRIVACY
}
