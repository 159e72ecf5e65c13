package org.tessera.conversation;

import org.tessera.entry.EntryId;

/** A question that waits to be taken up; {@code from} is the conversation that left it open. */
public record OpenQuestion(EntryId from, String fromTitle, Raised question) {}
