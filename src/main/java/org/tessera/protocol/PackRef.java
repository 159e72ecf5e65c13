package org.tessera.protocol;

/** The exact pack a room runs: its id and version. A room keeps this for life. */
public record PackRef(String id, String version) {

    @Override
    public String toString() {
        return id + "@" + version;
    }
}
