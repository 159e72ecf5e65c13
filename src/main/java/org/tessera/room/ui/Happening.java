package org.tessera.room.ui;

import java.time.Instant;

/**
 * An event as far as the page makes a sentence of it; fields an event does not have are empty.
 *
 * @param type the wire's name of the event, for example {@code role-assigned}
 * @param by pseudonym of who did it
 * @param person pseudonym of whom it is about
 * @param role the role it is about, as the wire writes it
 * @param why the reason, as the wire writes it
 */
record Happening(String type, Instant at, String by, String person, String role, String why) {}
