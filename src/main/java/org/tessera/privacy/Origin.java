package org.tessera.privacy;

/** Where in a file something was found. */
public enum Origin {
    /** The text a PDF carries, visible or not. */
    TEXT_LAYER,
    /** What was read off the drawn page. */
    READING,
    /** A comment or mark in a PDF. */
    COMMENT,
    /** A form's field. */
    FIELD,
    /** A file inside the file, a bookmark, a link. */
    ATTACHMENT,
    /** What the file says about itself. */
    METADATA,
    FILE_NAME,
    /** What its owner calls it. */
    TITLE,
    /** A person's eyes. */
    PERSON
}
