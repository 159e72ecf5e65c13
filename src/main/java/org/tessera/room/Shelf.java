package org.tessera.room;

import java.util.Locale;

/** The collections a room is made of; their words are the collection names of the wire. */
public enum Shelf {
    ROOM,
    PEOPLE,
    PHASES,
    NOTES,
    GROUPS,
    PAIRS,
    BALLOTS,
    TALLIES,
    STATEMENTS,
    ANSWERS,
    CHECKS,
    GOALS,
    MATERIALS,
    ARTIFACTS,
    AGENDA,
    WISHES,
    CIRCLE,
    ATTENDANCE,
    TURNS,
    VOICES,
    ITEMS,
    OPINIONS,
    CONSENSUS,
    SCORES,
    GRIDS,
    SETTLED,
    WORDINGS,
    GROUND,
    NORMS,
    FLAGS,
    LOOKBACKS,
    DEBRIEFS,
    PICKS,
    LEADING,
    READINESS,
    CLAIMS,
    EXTENSIONS,
    LINKS,
    DUES;

    /** The collection's name on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
