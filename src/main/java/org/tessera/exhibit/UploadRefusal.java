package org.tessera.exhibit;

import java.util.Locale;

/** Why a file is not taken, or not taken further. Each has a sentence that says what to do instead. */
public enum UploadRefusal {
    /** Nobody confirmed that student privacy is kept. */
    NOT_STATED,
    NOT_YOUR_TEAM,
    TITLE_MISSING,
    TITLE_TOO_LONG,
    /** Only documents, pictures and recordings come as files. */
    KIND_UNKNOWN,
    /** The file has no bytes. */
    EMPTY,
    TOO_LARGE,
    /** The team has used its space. */
    QUOTA_SPENT,
    /** This machine's disk has no room left. Nothing that came is lost. */
    DISK_FULL,
    /** No such upload, or somebody else's, or one that expired: the answer does not tell which. */
    UNKNOWN,
    /** What came does not go on where the last ended. */
    WRONG_OFFSET,
    /** More came than the file was said to have. */
    WRONG_LENGTH,
    /** What is inside is not what was announced, or no format that browsers play or draw. */
    NOT_WHAT_IT_SAYS,
    /** Broken, protected, or too much to be drawn. */
    DAMAGED;

    /** The key of the sentence for people; its arguments are {@link UploadLimits#forSentences()}. */
    public String key() {
        return "exhibit.upload.refused." + name().toLowerCase(Locale.ROOT);
    }
}
