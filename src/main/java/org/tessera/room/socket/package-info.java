/** The room's wire: WebSocket, its way around for networks that block it, and the pages of materials. */
@NullMarked
package org.tessera.room.socket;

import org.jspecify.annotations.NullMarked;
