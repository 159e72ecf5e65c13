package org.tessera.room;

import org.tessera.account.SignInId;

/** A browser in a room: what people round one laptop share. */
public record Device(RoomId room, SignInId signIn) {}
