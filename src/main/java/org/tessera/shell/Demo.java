package org.tessera.shell;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tessera.account.Accounts;
import org.tessera.account.DemoDistrict;
import org.tessera.account.DemoPart;
import org.tessera.account.DistrictId;
import org.tessera.account.Officers;
import org.tessera.account.Person;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.SchoolId;
import org.tessera.account.Team;
import org.tessera.account.TeamId;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills an empty installation with a district one can walk around in, when {@code tessera.demo} is true. Everything goes
 * through the services; a second start finds what the first one made.
 */
@Component
@ConditionalOnBooleanProperty("tessera.demo")
class Demo {

    /** One password for everybody in the demo, where there is nothing to protect. */
    static final String PASSWORD = "cedar-valley-demo";

    private static final Logger log = LoggerFactory.getLogger(Demo.class);

    private final Accounts accounts;
    private final Officers officers;
    private final ObjectProvider<DemoPart> parts;
    private final TransactionOperations transaction;
    private final Environment environment;
    private final DemoFile file;

    Demo(
            Accounts accounts,
            Officers officers,
            ObjectProvider<DemoPart> parts,
            TransactionOperations transaction,
            Environment environment,
            JsonMapper json) {
        this.accounts = accounts;
        this.officers = officers;
        this.parts = parts;
        this.transaction = transaction;
        this.environment = environment;
        this.file = DemoFile.read(json);
    }

    @EventListener(ApplicationReadyEvent.class)
    void fill() {
        // All of the people or none: whoever stops a first start finds it whole at the next.
        transaction.executeWithoutResult(_ -> {
            List<String> missing = file.people().keySet().stream()
                    .filter(name -> accounts.personByEmail(email(name)).isEmpty())
                    .toList();
            if (missing.size() == file.people().size()) {
                addPeople();
            } else {
                addLater(missing);
            }
        });
        DemoDistrict demo = found();
        parts.orderedStream().forEach(part -> part.addTo(demo));
        greet(demo);
    }

    /** The address a person of the demo signs in with. */
    static String email(String firstName) {
        return firstName + "@cedarvalley.example";
    }

    private void addPeople() {
        DistrictId district = accounts.addDistrict(file.district());
        Map<String, SchoolId> schools = new HashMap<>();
        file.schools().forEach(school -> schools.put(school.name(), accounts.addSchool(district, school.name())));
        Map<String, PersonId> people = new HashMap<>();
        file.people().keySet().forEach(name -> people.put(name, add(district, name, schools)));
        file.officers().forEach(name -> officers.install(district, Objects.requireNonNull(people.get(name))));
        for (DemoFile.SchoolSeed school : file.schools()) {
            for (DemoFile.TeamSeed seed : school.teams()) {
                TeamId team = accounts.addTeam(Objects.requireNonNull(schools.get(school.name())), seed.name());
                seed.members().forEach(name -> accounts.join(team, Objects.requireNonNull(people.get(name))));
            }
        }
    }

    /** Who came to the demo after this one was first filled; such people belong to the district alone. */
    private void addLater(List<String> missing) {
        if (!missing.isEmpty()) {
            DistrictId district = found(missing).district();
            Map<String, PersonId> added = new HashMap<>();
            missing.forEach(name -> added.put(name, add(district, name, Map.of())));
            file.officers().stream()
                    .flatMap(name -> Optional.ofNullable(added.get(name)).stream())
                    .forEach(officer -> officers.install(district, officer));
        }
    }

    private PersonId add(DistrictId district, String name, Map<String, SchoolId> schools) {
        DemoFile.PersonSeed seed = Objects.requireNonNull(file.people().get(name));
        SchoolId school = seed.school() == null ? null : schools.get(seed.school());
        return accounts.addPerson(
                new PersonDraft(district, school, seed.name(), email(name), Locale.of(seed.language()), PASSWORD));
    }

    private DemoDistrict found() {
        return found(List.of());
    }

    private DemoDistrict found(List<String> butNot) {
        Map<String, Person> people = new LinkedHashMap<>();
        file.people().keySet().stream()
                .filter(name -> !butNot.contains(name))
                .forEach(name ->
                        people.put(name, accounts.personByEmail(email(name)).orElseThrow()));
        DemoFile.TeamSeed first = file.schools().getFirst().teams().getFirst();
        Person facilitator = Objects.requireNonNull(people.get(first.members().getFirst()));
        Team team = accounts.teamsOf(facilitator.id()).stream()
                .filter(candidate -> candidate.name().equals(first.name()))
                .findFirst()
                .orElseThrow();
        return new DemoDistrict(facilitator.district(), team, people);
    }

    private void greet(DemoDistrict demo) {
        StringBuilder lines = new StringBuilder(System.lineSeparator())
                .append("  Tessera is ready: http://localhost:")
                .append(environment.getProperty("local.server.port", environment.getProperty("server.port", "8080")))
                .append(System.lineSeparator())
                .append("  Demo sign-ins, all with the password ")
                .append(PASSWORD)
                .append(System.lineSeparator());
        file.people().keySet().forEach(name -> lines.append("    ")
                .append(email(name))
                .append("  ")
                .append(demo.person(name).name())
                .append(System.lineSeparator()));
        log.info("{}", lines);
    }
}
