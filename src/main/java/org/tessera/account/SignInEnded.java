package org.tessera.account;

/**
 * Published once a sign-in has ended in the database: whoever holds pages or sockets of it closes them now.
 *
 * @param person the person or guest it belonged to
 */
public record SignInEnded(SignInId signIn, PersonId person) {}
