package org.tessera.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that are looked for. Of everybody the whole name is; of those who are close, the students and the people of the
 * team, a first or last name alone is, too.
 */
final class People {

    /** Shorter parts are too many other words. */
    private static final int SHORTEST_ALONE = 3;
    /** From here on a part may be one letter off. */
    private static final int LONG_IN_A_NAME = 5;

    private static final int LONG_ALONE = 6;
    /** What stands within a name and is none. */
    private static final Set<String> PARTICLES = Set.of(
            "de", "del", "la", "las", "los", "y", "e", "da", "dos", "di", "van", "von", "der", "den", "bin", "al",
            "el");

    /** By the first letter of a last name, folded: what a word is compared with at all. */
    private final Map<Character, List<Name>> byLast = new HashMap<>();

    private final Set<String> alone = new HashSet<>();
    private final List<String> longAlone = new ArrayList<>();
    private final Set<String> joined = new HashSet<>();

    /** A name in its parts: the first, and all that may follow. */
    private record Name(List<String> first, List<String> last) {}

    /**
     * @param everybody full names
     * @param close full names, or first names alone, that are looked for word by word
     */
    People(Collection<String> everybody, Collection<String> close) {
        everybody.forEach(this::add);
        close.forEach(name -> {
            add(name);
            for (String part : withoutParticles(Spelling.parts(name))) {
                if (part.length() >= SHORTEST_ALONE) {
                    alone.add(part);
                    if (part.length() >= LONG_ALONE) {
                        longAlone.add(Spelling.folded(part));
                    }
                }
            }
        });
    }

    private void add(String fullName) {
        String[] words = fullName.strip().split("\\s+", -1);
        List<String> first = Spelling.parts(words[0]);
        List<String> last = withoutParticles(Spelling.parts(fullName));
        last = last.subList(Math.min(first.size(), last.size()), last.size());
        if (first.isEmpty() || last.isEmpty()) {
            return;
        }
        Name name = new Name(first, List.copyOf(last));
        for (String part : last) {
            byLast.computeIfAbsent(Spelling.folded(part).charAt(0), one -> new ArrayList<>())
                    .add(name);
            joined.add(first.getFirst() + part);
            joined.add(part + first.getFirst());
            joined.add(first.getFirst().charAt(0) + part);
        }
    }

    private static List<String> withoutParticles(List<String> parts) {
        return parts.stream().filter(part -> !PARTICLES.contains(part)).toList();
    }

    static boolean isParticle(String part) {
        return PARTICLES.contains(part);
    }

    /** How sure it is that {@code given} and {@code family} together are somebody's name. */
    Match whole(String given, String family) {
        if (family.isEmpty() || given.isEmpty()) {
            return Match.NO;
        }
        Match best = Match.NO;
        String folded = Spelling.folded(family);
        for (Name name : near(folded)) {
            for (String last : name.last()) {
                if (last.equals(family)) {
                    if (name.first().contains(given)) {
                        return Match.EXACT;
                    }
                    if (given.length() == 1
                            && name.first().getFirst().charAt(0) == given.charAt(0)
                            && last.length() > 2) {
                        best = Match.INITIAL;
                    }
                }
                if (isNear(last, family) && name.first().stream().anyMatch(first -> isNear(first, given))) {
                    best = Match.NEAR;
                }
            }
        }
        return best;
    }

    private List<Name> near(String foldedFamily) {
        List<Name> names = new ArrayList<>(byLast.getOrDefault(foldedFamily.charAt(0), List.of()));
        // The first letter itself may be the one that is off.
        if (foldedFamily.length() >= LONG_IN_A_NAME) {
            byLast.forEach((letter, others) -> {
                if (letter != foldedFamily.charAt(0)) {
                    names.addAll(others);
                }
            });
        }
        return names;
    }

    private static boolean isNear(String listed, String read) {
        if (listed.equals(read)) {
            return true;
        }
        String one = Spelling.folded(listed);
        String other = Spelling.folded(read);
        return one.equals(other) || (listed.length() >= LONG_IN_A_NAME && Spelling.isNear(one, other));
    }

    /** How sure it is that a word by itself is the first or last name of somebody close. */
    Match alone(String part) {
        if (part.length() < SHORTEST_ALONE) {
            return Match.NO;
        }
        if (alone.contains(part)) {
            return Match.EXACT;
        }
        String folded = Spelling.folded(part);
        return part.length() >= LONG_ALONE - 1 && longAlone.stream().anyMatch(listed -> Spelling.isNear(listed, folded))
                ? Match.NEAR
                : Match.NO;
    }

    /** Whether a word is a first and a last name written together, as in an address or a file's name. */
    boolean isJoined(String part) {
        return part.length() >= LONG_ALONE && joined.contains(part);
    }

    /** How well something fits. */
    enum Match {
        NO,
        /** One letter off, or confused as a reader of pictures confuses. */
        NEAR,
        /** A last name after the right initial. */
        INITIAL,
        EXACT
    }
}
