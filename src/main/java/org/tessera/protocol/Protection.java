package org.tessera.protocol;

import java.util.List;

/** A rule over several phases: together they keep at least {@code minMinutes}, whatever else is shortened. */
public record Protection(List<String> phases, int minMinutes) {

    public Protection {
        phases = List.copyOf(phases);
    }
}
