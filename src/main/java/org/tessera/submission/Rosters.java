package org.tessera.submission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.account.School;
import org.tessera.account.Team;
import org.tessera.account.TeamId;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.Participant;
import org.tessera.room.MeetingRecords;
import org.tessera.room.RoomId;

/** The names that must not stand in somebody's submission. */
@Service
public class Rosters {

    /** What stands between the words of a name and is a word of many sentences. */
    private static final Set<String> PARTICLES =
            Set.of("das", "de", "del", "den", "der", "dos", "la", "las", "los", "san", "van", "von", "y");

    private final Accounts accounts;
    private final MeetingRecords records;

    Rosters(Accounts accounts, MeetingRecords records) {
        this.accounts = accounts;
        this.records = records;
    }

    /**
     * The names around an earner: everybody in a team with them or in a meeting the evidence comes from, guests too, by each
     * part of the name; everybody else of the district by the whole name; schools, district and teams.
     */
    public Roster of(PersonId earner, Collection<Artifact> evidence) {
        Map<PersonId, Roster.Known> people = new LinkedHashMap<>();
        close(earner, evidence).forEach(person -> people.put(person, known(person, accounts.nameOf(person), true)));
        Optional<DistrictId> district = accounts.person(earner).map(Person::district);
        district.map(accounts::peopleOf)
                .orElse(List.of())
                .forEach(person -> people.computeIfAbsent(person.id(), id -> known(id, person.name(), false)));
        return new Roster(Stream.concat(
                        people.values().stream(), district.map(this::places).orElseGet(Stream::empty))
                .filter(known -> !known.name().isBlank())
                .toList());
    }

    /**
     * The same for texts that are cleaned and not asked about: names of close people by every part, and of the earner's own
     * teams, schools and district by each word that tells which one is meant. It takes a word too many rather than one too
     * few.
     */
    public Roster strict(PersonId earner, Collection<Artifact> evidence) {
        List<Roster.Known> parts = new ArrayList<>();
        for (PersonId person : close(earner, evidence)) {
            String[] words = accounts.nameOf(person).strip().split("[\\s\\u00A0-]+", -1);
            for (int i = 1; i < words.length; i++) {
                if (!PARTICLES.contains(words[i].toLowerCase(Locale.ROOT))) {
                    parts.add(known(person, words[0] + " " + words[i], true));
                }
            }
        }
        Set<TeamId> at = evidence.stream().map(Artifact::team).collect(Collectors.toSet());
        Optional<DistrictId> district = accounts.person(earner).map(Person::district);
        district.map(accounts::nameOf).ifPresent(name -> parts.addAll(words(Roster.Kind.DISTRICT, name)));
        Set<TeamId> own = accounts.teamsOf(earner).stream().map(Team::id).collect(Collectors.toSet());
        district.map(accounts::teamsIn).orElse(List.of()).stream()
                .filter(team -> own.contains(team.id()) || at.contains(team.id()))
                .forEach(team -> {
                    parts.addAll(words(Roster.Kind.TEAM, team.name()));
                    accounts.school(team.school())
                            .ifPresent(school -> parts.addAll(words(Roster.Kind.SCHOOL, school.name())));
                });
        return of(earner, evidence).with(parts);
    }

    /** The words of a place that tell which one is meant. */
    private static List<Roster.Known> words(Roster.Kind kind, String name) {
        return Stream.of(name.strip().split("[\\s\\u00A0-]+", -1))
                .filter(Roster::isTelling)
                .map(word -> place(kind, word))
                .toList();
    }

    private Set<PersonId> close(PersonId earner, Collection<Artifact> evidence) {
        Set<PersonId> close = new LinkedHashSet<>();
        close.add(earner);
        for (Team team : accounts.teamsOf(earner)) {
            accounts.membersOf(team.id()).forEach(member -> close.add(member.id()));
        }
        Set<RoomId> rooms = new LinkedHashSet<>();
        for (Artifact artifact : evidence) {
            artifact.people().stream().map(Participant::person).forEach(close::add);
            rooms.add(artifact.room());
        }
        rooms.forEach(room -> close.addAll(records.peopleOf(room).values()));
        return close;
    }

    private Stream<Roster.Known> places(DistrictId district) {
        List<Team> teams = accounts.teamsIn(district);
        return Stream.of(
                        Stream.of(place(Roster.Kind.DISTRICT, accounts.nameOf(district))),
                        teams.stream()
                                .map(Team::school)
                                .distinct()
                                .flatMap(school -> accounts.school(school).stream())
                                .map(School::name)
                                .map(name -> place(Roster.Kind.SCHOOL, name)),
                        teams.stream().map(team -> place(Roster.Kind.TEAM, team.name())))
                .flatMap(places -> places);
    }

    private static Roster.Known known(PersonId person, String name, boolean isClose) {
        return new Roster.Known(Roster.Kind.PERSON, Optional.of(person), name, isClose);
    }

    private static Roster.Known place(Roster.Kind kind, String name) {
        return new Roster.Known(kind, Optional.empty(), name, false);
    }
}
