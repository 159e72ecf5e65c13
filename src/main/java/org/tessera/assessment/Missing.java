package org.tessera.assessment;

/**
 * One thing that is missing.
 *
 * @param place id of the part or row it is about; empty for the whole
 * @param words what exactly, to the earner
 */
public record Missing(Lack what, String place, String words) {}
