package org.tessera.room;

/** A command that was accepted, with the log positions of what it did; {@code to < from} where it did nothing. */
record AcceptedCommand(CommandKey key, long from, long to) {}
