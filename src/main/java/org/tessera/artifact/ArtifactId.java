package org.tessera.artifact;

import java.util.UUID;

/** Identity of an artifact: of one immutable version. */
public record ArtifactId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
