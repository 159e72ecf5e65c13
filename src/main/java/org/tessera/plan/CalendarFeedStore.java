package org.tessera.plan;

import static org.tessera.db.Tables.CALENDAR_FEED;

import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;

/** Calendar addresses in their table. */
@Repository
class CalendarFeedStore {

    private final DSLContext db;

    CalendarFeedStore(DSLContext db) {
        this.db = db;
    }

    /** Whose meetings an address leads to: all the person's, or those of one team. */
    record Feed(PersonId person, Optional<TeamId> team) {}

    void add(byte[] tokenHash, Feed feed, Instant at) {
        db.insertInto(CALENDAR_FEED)
                .set(CALENDAR_FEED.TOKEN_HASH, tokenHash)
                .set(CALENDAR_FEED.PERSON_ID, feed.person().value())
                .set(CALENDAR_FEED.TEAM_ID, feed.team().map(TeamId::value).orElse(null))
                .set(CALENDAR_FEED.MADE_AT, at)
                .execute();
    }

    Optional<Feed> find(byte[] tokenHash) {
        return db.selectFrom(CALENDAR_FEED)
                .where(CALENDAR_FEED.TOKEN_HASH.eq(tokenHash))
                .fetchOptional(row -> new Feed(
                        new PersonId(row.getPersonId()),
                        Optional.ofNullable(row.getTeamId()).map(TeamId::new)));
    }

    boolean exists(Feed feed) {
        return db.fetchExists(CALENDAR_FEED, is(feed));
    }

    void remove(Feed feed) {
        db.deleteFrom(CALENDAR_FEED).where(is(feed)).execute();
    }

    private static Condition is(Feed feed) {
        return CALENDAR_FEED
                .PERSON_ID
                .eq(feed.person().value())
                .and(feed.team()
                        .map(team -> CALENDAR_FEED.TEAM_ID.eq(team.value()))
                        .orElseGet(CALENDAR_FEED.TEAM_ID::isNull));
    }
}
