package org.tessera.proof;

/** The first thing in a package that does not hold, in a sentence. */
final class BadLink extends Exception {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    BadLink(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    BadLink(String sentence, Exception cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
