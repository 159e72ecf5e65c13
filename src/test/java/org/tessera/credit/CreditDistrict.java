package org.tessera.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.db.Tables.ROOM;
import static org.tessera.db.Tables.ROOM_PRESENCE;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Officers;
import org.tessera.account.Person;
import org.tessera.account.PersonDraft;
import org.tessera.account.TeamId;
import org.tessera.badge.Award;
import org.tessera.badge.Badge;
import org.tessera.badge.Badges;
import org.tessera.credential.Credential;
import org.tessera.credential.Credentials;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.room.MemberId;
import org.tessera.room.Outcome;
import org.tessera.room.RoomCommand;
import org.tessera.room.RoomDraft;
import org.tessera.room.RoomId;
import org.tessera.room.Rooms;

/** A district with an officer, an earner and what they did, on the running application. */
public final class CreditDistrict {

    private final ApplicationContext application;
    private final Accounts accounts;
    private final TeamId team;
    public final DistrictId district;
    public final Person officer;
    public final Person ana;

    public CreditDistrict(ApplicationContext application, String name) {
        this.application = application;
        accounts = application.getBean(Accounts.class);
        district = accounts.addDistrict(name);
        team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        officer = person("Otis Officer");
        ana = person("Ana Zubizarreta");
        accounts.join(team, ana.id());
        application.getBean(Officers.class).install(district, officer.id());
    }

    public Person person(String name) {
        return accounts.person(accounts.addPerson(new PersonDraft(
                        district,
                        null,
                        name,
                        UUID.randomUUID() + "@example.org",
                        Locale.ENGLISH,
                        "correct horse battery")))
                .orElseThrow();
    }

    /** The first credential there is. */
    public Credential credential() {
        Credentials credentials = application.getBean(Credentials.class);
        return credentials.membersOf(credentials.stacks().getFirst()).getFirst();
    }

    /** A rule for it: 10 clock hours and 200 dollars. */
    public RuleTerms terms(boolean needsRegistration) {
        return new RuleTerms(
                new Counts.OfCredential(credential().ref().id()),
                Optional.of(new Hours(BigDecimal.TEN, "clock hours")),
                Optional.of(new Money(new BigDecimal("200"), Currency.getInstance("USD"))),
                needsRegistration,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Rounding.QUARTER,
                LocalDate.parse("2020-07-01"),
                Optional.empty());
    }

    /** A rule that gives a point for every full half hour in meetings. */
    public RuleTerms meetingTerms() {
        return new RuleTerms(
                new Counts.OfMeetings(Optional.empty(), 30),
                Optional.of(new Hours(BigDecimal.ONE, "points")),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Rounding.WHOLE,
                LocalDate.parse("2020-07-01"),
                Optional.empty());
    }

    public Rule write(RuleTerms terms) {
        return ((RuleAnswer.Written) application.getBean(Credits.class).write(officer.id(), terms)).rule();
    }

    /** Awards the credential to Ana. */
    public Badge award() {
        Credential credential = credential();
        return application
                .getBean(Badges.class)
                .award(new Award(
                        ana.id(),
                        credential.ref(),
                        credential.rubric().stream()
                                .map(row -> new Award.RowResult(
                                        row.id(), credential.levels().getFirst().id()))
                                .toList(),
                        "a".repeat(64),
                        List.of(new Award.Narrative(
                                "Three meetings", "The earner led three meetings.", "facilitation")),
                        now().minus(Duration.ofHours(1)),
                        Optional.empty()));
    }

    /** A meeting that ended a minute ago, in which Ana was for so many minutes. */
    public RoomId meeting(String title, int minutes) {
        Rooms rooms = application.getBean(Rooms.class);
        RoomId room = rooms.prepare(
                new RoomDraft(
                        team,
                        title,
                        application
                                .getBean(Protocols.class)
                                .latest("post-it-vision")
                                .ref(),
                        Map.of(ana.id(), Role.FACILITATOR),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of()),
                ana.id());
        MemberId member = rooms.pseudonymOf(room, ana.id()).orElseThrow();
        assertThat(rooms.give(room, member, new RoomCommand.StartPhase("words")))
                .isEqualTo(new Outcome.Done());
        assertThat(rooms.give(room, member, new RoomCommand.CloseRoom("The bell rang.")))
                .isEqualTo(new Outcome.Done());
        // the meeting is put back in time, for nobody waits an hour in a test
        DSLContext db = application.getBean(DSLContext.class);
        Instant end = now().minus(Duration.ofMinutes(1));
        Instant begin = end.minus(Duration.ofMinutes(90));
        db.update(ROOM)
                .set(ROOM.STARTED_AT, begin)
                .set(ROOM.CLOSED_AT, end)
                .where(ROOM.ID.eq(room.value()))
                .execute();
        db.insertInto(ROOM_PRESENCE)
                .set(ROOM_PRESENCE.ROOM_ID, room.value())
                .set(ROOM_PRESENCE.MEMBER_ID, member.value())
                .set(ROOM_PRESENCE.FROM_AT, begin)
                .set(ROOM_PRESENCE.UNTIL_AT, begin.plus(Duration.ofMinutes(minutes)))
                .execute();
        return room;
    }

    public static Instant now() {
        return InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
