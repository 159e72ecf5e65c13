package org.tessera.assessment;

import java.util.List;
import java.util.Optional;
import org.tessera.credential.SubmissionPart.Title;

/**
 * The levels a row of a rubric is rated on.
 *
 * @param id of the scale, in lower-case words joined by hyphens
 * @param version of it; a case keeps the version it was opened with
 * @param levels from the highest to the lowest
 */
public record Scale(String id, String version, Title name, List<Level> levels) {

    public Scale {
        levels = List.copyOf(levels);
    }

    /**
     * A level.
     *
     * @param passes whether a row at this level is met
     * @param meaning when it is given, in a sentence
     */
    public record Level(String id, Title name, Title meaning, boolean passes) {}

    /** The level with this id, if the scale has it. */
    public Optional<Level> level(String wanted) {
        return levels.stream().filter(level -> level.id().equals(wanted)).findFirst();
    }

    /** Whether a row at this level is met. */
    public boolean passes(String level) {
        return level(level).filter(Level::passes).isPresent();
    }

    /** The lowest level at which a row is met. */
    public Level least() {
        return levels.reversed().stream().filter(Level::passes).findFirst().orElseThrow();
    }

    /** How high a level is, from 0 for the lowest: neighbours are one apart. */
    public int heightOf(String level) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).id().equals(level)) {
                return levels.size() - 1 - i;
            }
        }
        throw new IllegalArgumentException("no level " + level + " in " + id);
    }
}
