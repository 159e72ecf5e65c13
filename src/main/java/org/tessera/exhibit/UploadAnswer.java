package org.tessera.exhibit;

/** What comes of a file, or of a part of one. */
sealed interface UploadAnswer {

    /** It goes on; {@code offset} bytes are on disk. */
    record Going(Upload upload, long offset) implements UploadAnswer {}

    record Refused(UploadRefusal why) implements UploadAnswer {}
}
