package org.tessera.record;

import java.time.ZoneId;
import java.util.Locale;

/**
 * How a copy is to be read.
 *
 * @param locale the language of the words that are ours
 * @param zone the time zone of days and times
 */
public record Reading(Copy copy, Locale locale, ZoneId zone) {}
