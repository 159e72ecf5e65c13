package org.tessera.room;

import java.util.UUID;

/** A command's identity: ids of different people never meet. */
record CommandKey(MemberId member, UUID command) {}
