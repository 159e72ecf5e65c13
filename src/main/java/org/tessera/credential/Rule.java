package org.tessera.credential;

import java.util.List;
import java.util.Optional;

/**
 * A condition of a requirement that can be checked. {@link Facilitated} and {@link TookPart} are computed from what rooms
 * recorded; {@link Pieces} and {@link Items} only count what the earner declares, and are told apart from the others.
 */
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

    /**
     * The earner took part in meetings on a certain aspect, in whatever role.
     *
     * @param atLeast how many
     * @param work whose work lay on the table
     * @param others how many people at least were there besides the earner and whoever presented; coaches only watch
     * @param leaves id of the yield each of them must have left behind
     */
    record TookPart(int atLeast, Aspect aspect, Work work, int others, Optional<String> leaves) implements Rule {}

    /** Whose work a meeting was on: whoever presents it. */
    enum Work {
        OWN,
        COLLEAGUE
    }

    /** The earner has so many different pieces of evidence; whether each is what it should be only the earner can say. */
    record Pieces(int atLeast) implements Rule {}

    /** The earner has a package of certain parts; which piece is which only the earner can say. */
    record Items(List<Item> items) implements Rule {

        public Items {
            items = List.copyOf(items);
        }

        /** The part with this id, if the package has one. */
        public Optional<Item> item(String id) {
            return items.stream().filter(item -> item.id().equals(id)).findFirst();
        }
    }

    /** A part of a package. */
    record Item(String id, Wording name) {}
}
