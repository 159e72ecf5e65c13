package org.tessera.account;

/**
 * Published, in the transaction that stores it, when somebody is given a link to set a password by.
 *
 * @param first whether the person has never had a password
 */
public record PersonInvited(Person person, WelcomeLink link, boolean first) {}
