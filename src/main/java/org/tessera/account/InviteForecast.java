package org.tessera.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tessera.account.InviteLine.Fault;
import org.tessera.account.InviteStep.Outcome;

/**
 * What a list of people would come to in a district.
 *
 * @param holders who has which address, in whatever district
 * @param members who is in which team
 */
record InviteForecast(
        DistrictId district,
        List<School> schools,
        List<Team> teams,
        Map<String, Person> holders,
        Map<PersonId, List<TeamId>> members) {

    List<InviteStep> of(List<InviteLine> lines) {
        return lines.stream().map(line -> new InviteStep(line, outcome(line))).toList();
    }

    private Outcome outcome(InviteLine line) {
        List<Fault> faults = new ArrayList<>(line.faults());
        Optional<School> school = schools.stream()
                .filter(one -> one.name().equalsIgnoreCase(line.school()))
                .findFirst();
        if (!line.school().isEmpty() && school.isEmpty()) {
            faults.add(Fault.SCHOOL_UNKNOWN);
        }
        List<Team> fitting = teams.stream()
                .filter(one -> one.name().equalsIgnoreCase(line.team()))
                .filter(one -> line.school().isEmpty()
                        || school.isEmpty()
                        || one.school().equals(school.get().id()))
                .toList();
        if (!line.team().isEmpty() && fitting.isEmpty()) {
            faults.add(Fault.TEAM_UNKNOWN);
        } else if (line.school().isEmpty() && fitting.size() > 1) {
            faults.add(Fault.TEAM_UNCLEAR);
        }
        if (!faults.isEmpty()) {
            return new Outcome.Faulty(faults);
        }
        Optional<Team> team = fitting.stream().findFirst();
        Person holder = holders.get(line.email());
        if (holder == null) {
            return new Outcome.Fresh(school.or(() -> team.flatMap(this::schoolOf)), team);
        }
        if (!holder.district().equals(district)) {
            return new Outcome.Elsewhere();
        }
        Set<TeamId> own = Set.copyOf(members.getOrDefault(holder.id(), List.of()));
        return new Outcome.Known(holder, team.filter(one -> !own.contains(one.id())));
    }

    private Optional<School> schoolOf(Team team) {
        return schools.stream().filter(one -> one.id().equals(team.school())).findFirst();
    }
}
