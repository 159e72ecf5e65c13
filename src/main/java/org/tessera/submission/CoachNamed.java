package org.tessera.submission;

import org.tessera.account.PersonId;

/**
 * An earner named somebody as a coach.
 *
 * @param version of the earner's sheet, in which the coach stands for the first time
 */
public record CoachNamed(PersonId earner, PersonId coach, int version) {}
