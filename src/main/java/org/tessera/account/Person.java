package org.tessera.account;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an account.
 *
 * @param school the school the person works at; null for people of the district
 * @param email lower case; unique in the whole installation
 */
public record Person(
        PersonId id, DistrictId district, @Nullable SchoolId school, String name, String email, Locale locale) {}
