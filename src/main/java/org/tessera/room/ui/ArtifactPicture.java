package org.tessera.room.ui;

import org.tessera.protocol.Text;

/**
 * Something a phase has left behind.
 *
 * @param id the artifact's id, as its address names it
 * @param phase id of the phase
 */
record ArtifactPicture(String id, String phase, Text name) {}
