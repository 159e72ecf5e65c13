package org.tessera.room;

/** What a command got for an answer. */
public sealed interface Outcome {

    /** It happened, and is durable. */
    record Done() implements Outcome {}

    /** It did not, and why. */
    record No(Refusal reason) implements Outcome {}
}
