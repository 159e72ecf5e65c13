package org.tessera.material;

import java.util.Locale;

/** Why a file was not taken in. Each has a sentence in the message bundle that says what to do instead. */
public enum IntakeRefusal {
    /** Nobody confirmed that student privacy is kept. */
    NOT_STATED,
    /** The person does not belong to the team. */
    NOT_YOUR_TEAM,
    TITLE_MISSING,
    TITLE_TOO_LONG,
    /** The file has no bytes. */
    EMPTY,
    TOO_LARGE,
    /** By its name not a PDF, PNG or JPEG. */
    KIND_NOT_ACCEPTED,
    /** What is inside is not what the name says. */
    NOT_WHAT_IT_SAYS,
    /** A PDF that is protected in any way. */
    ENCRYPTED,
    /** Broken or cut off. */
    DAMAGED,
    NO_PAGES,
    TOO_MANY_PAGES,
    /** A picture, alone or inside a PDF, with more pixels than can be opened safely. */
    TOO_MANY_PIXELS,
    /** A picture of a sort that cannot be drawn, so a page would look empty. */
    PICTURE_UNREADABLE,
    /** Drawing it needs more time or memory than one file may have. */
    TOO_COMPLICATED,
    /** The team has used its space. */
    QUOTA_SPENT,
    /** Too many files are being drawn at this moment. */
    BUSY,
    /** The connection broke before the file had arrived. */
    INTERRUPTED,
    /** The person cancelled. */
    CANCELLED;

    /** The key of the sentence for people; its arguments are {@link IntakeLimits#forSentences()}. */
    public String key() {
        return "material.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
