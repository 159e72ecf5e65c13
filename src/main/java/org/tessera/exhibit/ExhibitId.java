package org.tessera.exhibit;

import java.util.UUID;

/** Identity of an exhibit. */
public record ExhibitId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
