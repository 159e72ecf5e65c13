package org.tessera.plan;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.credential.CredentialId;

/** A team of six in a running product; Eli reads Spanish. */
record TestTeam(TeamId id, List<PersonId> members) {

    static final ZoneId ZONE = ZoneId.of("America/New_York");

    static TestTeam in(Accounts accounts) {
        DistrictId district = accounts.addDistrict("North");
        TeamId team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        List<PersonId> members = Stream.of("Ana", "Ben", "Cho", "Dee", "Eli", "Fay")
                .map(name -> accounts.addPerson(new PersonDraft(
                        district,
                        null,
                        name,
                        UUID.randomUUID() + "@example.org",
                        name.equals("Eli") ? Locale.of("es") : Locale.ENGLISH,
                        "correct horse battery")))
                .toList();
        members.forEach(member -> accounts.join(team, member));
        return new TestTeam(team, members);
    }

    /** A plan of so many weeks, Tuesdays at half past three, which Ana earns. */
    PlanDraft draft(InstantSource clock, int weeks) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        return new PlanDraft(
                id,
                new CredentialId("leading-a-pa-community"),
                List.of(members.getFirst()),
                new Term(
                        today.plusDays(1),
                        today.plusWeeks(weeks),
                        Set.of(),
                        new Rhythm(Set.of(DayOfWeek.TUESDAY), 1, LocalTime.of(15, 30), 75),
                        ZONE));
    }

    static PlanPicture done(PlanAnswer answer) {
        return switch (answer) {
            case PlanAnswer.Done(var picture, var _) -> picture;
            case PlanAnswer.Refused(var why) -> throw new AssertionError(why);
        };
    }
}
