package org.tessera.privacy;

import static org.tessera.db.Tables.TEAM_ROSTER;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;

/** Sealed lists of names, one a team. */
@Repository
class NameListStore {

    private final DSLContext db;

    NameListStore(DSLContext db) {
        this.db = db;
    }

    void put(TeamId team, byte[] sealed, int names, PersonId by, Instant at) {
        db.insertInto(TEAM_ROSTER)
                .set(TEAM_ROSTER.TEAM_ID, team.value())
                .set(TEAM_ROSTER.SEALED, sealed)
                .set(TEAM_ROSTER.NAMES, names)
                .set(TEAM_ROSTER.PERSON_ID, by.value())
                .set(TEAM_ROSTER.AT, at)
                .onDuplicateKeyUpdate()
                .set(TEAM_ROSTER.SEALED, sealed)
                .set(TEAM_ROSTER.NAMES, names)
                .set(TEAM_ROSTER.PERSON_ID, by.value())
                .set(TEAM_ROSTER.AT, at)
                .execute();
    }

    Optional<byte[]> sealed(TeamId team) {
        return db.select(TEAM_ROSTER.SEALED)
                .from(TEAM_ROSTER)
                .where(TEAM_ROSTER.TEAM_ID.eq(team.value()))
                .fetchOptional(TEAM_ROSTER.SEALED);
    }

    int count(TeamId team) {
        return db.select(TEAM_ROSTER.NAMES)
                .from(TEAM_ROSTER)
                .where(TEAM_ROSTER.TEAM_ID.eq(team.value()))
                .fetchOptional(TEAM_ROSTER.NAMES)
                .orElse(0);
    }

    void delete(TeamId team) {
        db.deleteFrom(TEAM_ROSTER).where(TEAM_ROSTER.TEAM_ID.eq(team.value())).execute();
    }
}
