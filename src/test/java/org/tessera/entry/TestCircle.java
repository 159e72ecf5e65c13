package org.tessera.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Person;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.submission.PickSheet;
import org.tessera.submission.Picks;

/**
 * A team of Ana and Ben, whom Gil coaches; Noe is of the same district and of no team, Zoe of another district, where she has
 * a team of her own.
 */
public record TestCircle(TeamId team, Person ana, Person ben, Person gil, Person noe, Person zoe) {

    public static final String PASSWORD = "correct horse battery";

    public static TestCircle in(Accounts accounts, Picks picks) {
        DistrictId district = accounts.addDistrict("North");
        TeamId team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        Person ana = person(accounts, district, "Ana");
        Person ben = person(accounts, district, "Ben");
        Person gil = person(accounts, district, "Gil");
        Person noe = person(accounts, district, "Noe");
        accounts.join(team, ana.id());
        accounts.join(team, ben.id());
        picks.save(new PickSheet(ana.id(), Optional.of(gil.id()), "", List.of(), Map.of(), 0), ana.id());
        DistrictId other = accounts.addDistrict("South");
        Person zoe = person(accounts, other, "Zoe");
        accounts.join(accounts.addTeam(accounts.addSchool(other, "South High"), "Grade 9"), zoe.id());
        return new TestCircle(team, ana, ben, gil, noe, zoe);
    }

    /** Everybody for whom the team does not exist. */
    public List<PersonId> strangers() {
        return List.of(noe.id(), zoe.id());
    }

    private static Person person(Accounts accounts, DistrictId district, String name) {
        return accounts.person(accounts.addPerson(new PersonDraft(
                        district, null, name, UUID.randomUUID() + "@example.org", Locale.ENGLISH, PASSWORD)))
                .orElseThrow();
    }
}
