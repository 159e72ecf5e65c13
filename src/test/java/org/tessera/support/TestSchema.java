package org.tessera.support;

/**
 * A migrated schema of its own for one test class.
 *
 * @param name the schema's name
 * @param jdbcUrl where a driver finds it
 * @param user who may use it
 * @param password that user's password
 */
public record TestSchema(String name, String jdbcUrl, String user, String password) {}
