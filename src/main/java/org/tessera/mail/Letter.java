package org.tessera.mail;

import java.util.Optional;
import org.tessera.account.PersonId;

/**
 * What is to be written to a person.
 *
 * @param occasion what it is about; about the same nothing is written twice to the same person
 * @param calendar an iCalendar file that goes with it
 */
public record Letter(PersonId to, String occasion, String subject, String body, Optional<String> calendar) {}
