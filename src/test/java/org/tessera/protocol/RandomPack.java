package org.tessera.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small sound packs of every kind that matters to time. */
final class RandomPack {

    private RandomPack() {}

    static Pack of(Random random) {
        int size = 2 + random.nextInt(3);
        int smallest = 2 + random.nextInt(2);
        int repeated = random.nextInt(3) == 0 ? -1 : random.nextInt(size);
        List<PlannedPhase> phases = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            phases.add(phase("p" + i, i == 0 && repeated != 0, random));
        }
        StringBuilder rules = new StringBuilder();
        if (random.nextBoolean()) {
            protect(phases, repeated, random, rules);
        }
        if (repeated >= 0) {
            int least = 1 + random.nextInt(2);
            int planned = least + random.nextInt(2);
            String per = random.nextBoolean()
                    ? "per: person"
                    : "per: round, min: " + least + ", target: " + planned + ", max: " + (planned + random.nextInt(2));
            rules.append(rules.isEmpty() ? "" : "\n").append("repeats: [{phases: [p%d], %s}]".formatted(repeated, per));
        }
        return PlannedPhase.pack(
                smallest, smallest + random.nextInt(5), rules.toString(), phases.toArray(PlannedPhase[]::new));
    }

    /** Phases of a length of their own that are neither optional nor repeated get a minute or two more than their least. */
    private static void protect(List<PlannedPhase> phases, int repeated, Random random, StringBuilder rules) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < phases.size(); i++) {
            if (i != repeated && random.nextBoolean()) {
                PlannedPhase talk = PlannedPhase.talk("p" + i, random.nextInt(2), 1.5, 1.5 + random.nextInt(3) * 0.5);
                phases.set(i, talk);
                ids.add(talk.id());
            }
        }
        if (!ids.isEmpty()) {
            int most = (int) (1.5 * ids.size());
            rules.append("protect: [{phases: %s, minMinutes: %d}]".formatted(ids, 1 + random.nextInt(most)));
        }
    }

    private static PlannedPhase phase(String id, boolean mayBeBefore, Random random) {
        double least = random.nextInt(4) * 0.5;
        double wished = Math.max(0.5, least + random.nextInt(3) * 0.5);
        double most = wished + random.nextInt(3) * 0.5;
        PlannedPhase talk = PlannedPhase.talk(id, least, wished, most);
        return switch (random.nextInt(9)) {
            case 0 -> PlannedPhase.round(id, 20);
            case 1 -> PlannedPhase.roundOfOthers(id, 25);
            case 2 -> PlannedPhase.roundInGroups(id, 20, "triad");
            case 3 -> PlannedPhase.talkInGroups(id, "pair", least, wished, most);
            case 4 -> mayBeBefore ? talk.beforeTheMeeting() : talk;
            case 5, 6 -> talk.thatMayBeLeftOut();
            default -> talk;
        };
    }
}
