package org.tessera.account;

import java.time.Instant;

/**
 * One of several people at a device.
 *
 * @param guest whether it is a guest of the room
 * @param hasLeftWords whether the person was typing when the device was handed on
 */
public record DeviceSeat(PersonId person, boolean guest, Instant since, boolean hasLeftWords) {}
