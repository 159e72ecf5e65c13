package org.tessera.artifact;

import static org.tessera.db.Tables.DISTRICT;
import static org.tessera.db.Tables.SCHOOL;
import static org.tessera.db.Tables.TEAM;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonId;
import org.tessera.account.SchoolId;
import org.tessera.account.TeamId;
import org.tessera.protocol.PackRef;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;
import org.tessera.room.Contributor;
import org.tessera.room.MemberId;
import org.tessera.room.RoomId;
import org.tessera.room.Yielded;

/** What a phase hands over, for tests: {@code aYield(team).by(ana, FACILITATOR, …).handedOver()}. */
public final class YieldedFixture {

    private static final Instant AT = Instant.parse("2026-10-14T20:15:30.123456Z");

    private final TeamId team;
    private final List<Contributor> people = new ArrayList<>();
    private RoomId room = new RoomId(UUID.randomUUID());
    private String title = "Lab reports";
    private String yield = "observations";
    private String aspect = "student-work";
    private String content = "{\"notes\":[{\"id\":\"n1\",\"kind\":\"observation\",\"text\":\"Two graphs\"}]}";
    private Instant at = AT;
    private int planned = 9;

    private YieldedFixture(TeamId team) {
        this.team = team;
    }

    public static YieldedFixture aYield(TeamId team) {
        return new YieldedFixture(team);
    }

    /** A team in a school in a district of its own. */
    public static TeamId aTeam(DSLContext db) {
        DistrictId district = new DistrictId(UUID.randomUUID());
        SchoolId school = new SchoolId(UUID.randomUUID());
        TeamId team = new TeamId(UUID.randomUUID());
        db.insertInto(DISTRICT, DISTRICT.ID, DISTRICT.NAME, DISTRICT.MADE_AT)
                .values(district, "North", AT)
                .execute();
        db.insertInto(SCHOOL, SCHOOL.ID, SCHOOL.DISTRICT_ID, SCHOOL.NAME, SCHOOL.MADE_AT)
                .values(school, district, "High", AT)
                .execute();
        db.insertInto(TEAM, TEAM.ID, TEAM.SCHOOL_ID, TEAM.NAME, TEAM.MADE_AT)
                .values(team, school, "Grade 9", AT)
                .execute();
        return team;
    }

    public YieldedFixture in(RoomId where) {
        room = where;
        return this;
    }

    public YieldedFixture titled(String name) {
        title = name;
        return this;
    }

    public YieldedFixture yield(String id) {
        yield = id;
        return this;
    }

    public YieldedFixture on(String aspectId) {
        aspect = aspectId;
        return this;
    }

    public YieldedFixture content(String json) {
        content = json;
        return this;
    }

    /** From work that was done in people's own time. */
    public YieldedFixture inOwnTime() {
        planned = 0;
        return this;
    }

    public YieldedFixture daysLater(int days) {
        at = AT.plus(Duration.ofDays(days));
        return this;
    }

    public YieldedFixture by(PersonId person, Role role, Duration facilitated) {
        people.add(new Contributor(person, new MemberId(UUID.randomUUID()), false, role, facilitated));
        return this;
    }

    public YieldedFixture byGuest(PersonId guest, Role role, Duration facilitated) {
        people.add(new Contributor(guest, new MemberId(UUID.randomUUID()), true, role, facilitated));
        return this;
    }

    public Yielded handedOver() {
        return new Yielded(
                UUID.randomUUID(),
                room,
                team,
                title,
                "describe",
                yield,
                new Text(Map.of("en", "Observations", "es", "Observaciones")),
                new PackRef("looking-at-student-work", "1.0"),
                aspect,
                12,
                57,
                planned,
                Duration.ofSeconds(552),
                people,
                content,
                Sha256.of(content),
                at);
    }
}
