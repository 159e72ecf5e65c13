package org.tessera.room;

import org.tessera.account.PersonId;

/**
 * Somebody who sits at a device with others.
 *
 * @param hasLeftWords whether the person was typing when the device was handed on
 */
public record Sitter(MemberId member, PersonId person, String name, boolean guest, boolean hasLeftWords) {}
