package org.tessera.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tessera.account.PersonId;
import org.tessera.credential.Aspect;
import org.tessera.credential.Criterion;
import org.tessera.credential.Rule;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Role;

/**
 * What a requirement's rule asks of the meetings of an earner.
 *
 * @param atLeast in how many sessions
 * @param distinctAspects on how many different aspects
 * @param aspects the aspects that count
 * @param as what the earner does in them
 * @param people how many people must be there at least, the earner too
 * @param leaves id of the yield that each must leave behind, if one must
 */
record Wanted(int atLeast, int distinctAspects, List<String> aspects, As as, int people, Optional<String> leaves) {

    /** What an earner does in a session. */
    enum As {
        FACILITATING,
        PRESENTING,
        /** Takes part while somebody else presents. */
        LOOKING_ON_ANOTHERS
    }

    Wanted {
        aspects = List.copyOf(aspects);
    }

    /** What the requirement asks; nothing where no meeting can be computed from it and people say how they will meet it. */
    static Optional<Wanted> of(Criterion requirement) {
        return requirement.rule().flatMap(rule -> switch (rule) {
            case Rule.Facilitated facilitated ->
                Optional.of(new Wanted(
                        facilitated.atLeast(),
                        facilitated.distinctAspects(),
                        facilitated.aspects().stream().map(Aspect::id).toList(),
                        As.FACILITATING,
                        0,
                        Optional.empty()));
            case Rule.TookPart tookPart ->
                Optional.of(
                        switch (tookPart.work()) {
                            // the earner presents, beside so many others
                            case OWN -> inMeetingsOf(tookPart, As.PRESENTING, tookPart.others() + 1);
                            // the earner and whoever presents, beside so many others
                            case COLLEAGUE -> inMeetingsOf(tookPart, As.LOOKING_ON_ANOTHERS, tookPart.others() + 2);
                        });
            case Rule.Pieces _, Rule.Items _ -> Optional.empty();
        });
    }

    private static Wanted inMeetingsOf(Rule.TookPart rule, As as, int people) {
        return new Wanted(rule.atLeast(), 1, List.of(rule.aspect().id()), as, people, rule.leaves());
    }

    /** Whether {@code earner} does in {@code session} what is asked for. */
    boolean takes(Session session, PersonId earner) {
        return aspects.contains(session.aspect())
                && switch (as) {
                    case FACILITATING -> session.lead().equals(earner);
                    case PRESENTING ->
                        session.presenter().filter(earner::equals).isPresent();
                    case LOOKING_ON_ANOTHERS ->
                        session.presenter()
                                .filter(person -> !person.equals(earner))
                                .isPresent();
                };
    }

    /** Whether a session by {@code pack} can be what is asked for. */
    boolean allows(Pack pack) {
        boolean leavesIt = leaves.isEmpty()
                || pack.phases().stream()
                        .flatMap(phase -> phase.yields().stream())
                        .anyMatch(yield -> yield.id().equals(leaves.get()));
        boolean hasPlace = as == As.FACILITATING || pack.roles().contains(Role.PRESENTER);
        return aspects.contains(pack.aspect()) && leavesIt && hasPlace;
    }

    /** Those of {@code offered} that count, in their order: the first on each aspect, and as many others as may repeat. */
    <T> List<T> counting(List<T> offered, Function<T, String> aspectOf) {
        List<T> counted = new ArrayList<>();
        Set<String> firsts = new HashSet<>();
        int mayRepeat = atLeast - distinctAspects;
        for (T each : offered) {
            String aspect = aspectOf.apply(each);
            if (counted.size() == atLeast || !aspects.contains(aspect)) {
                continue;
            }
            if (firsts.add(aspect)) {
                counted.add(each);
            } else if (mayRepeat > 0) {
                mayRepeat--;
                counted.add(each);
            }
        }
        return counted;
    }
}
