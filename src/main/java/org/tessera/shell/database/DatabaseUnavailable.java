package org.tessera.shell.database;

/** The embedded database cannot run; the message is one sentence for the person who started the server. */
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With a sentence that says what is wrong and what to do. */
    public DatabaseUnavailable(String sentence) {
        super(sentence);
    }

    /** With a sentence that says what is wrong and what to do, and what led to it. */
    public DatabaseUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
