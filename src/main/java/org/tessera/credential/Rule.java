package org.tessera.credential;

import java.util.List;
import java.util.Optional;

/** A condition of a requirement that can be computed from what rooms recorded. */
public sealed interface Rule {

    /**
     * The earner facilitated discussions.
     *
     * @param atLeast how many
     * @param distinctAspects on how many different aspects
     * @param samePlc whether all of them must belong to one team
     * @param aspects the aspects that count
     */
    record Facilitated(int atLeast, int distinctAspects, boolean samePlc, List<Aspect> aspects) implements Rule {

        public Facilitated {
            aspects = List.copyOf(aspects);
        }

        /** The aspect with this id, if it counts. */
        public Optional<Aspect> aspect(String id) {
            return aspects.stream().filter(aspect -> aspect.id().equals(id)).findFirst();
        }
    }
}
