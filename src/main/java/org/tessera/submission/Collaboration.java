package org.tessera.submission;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tessera.account.PersonId;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.Participant;
import org.tessera.protocol.PackRef;
import org.tessera.protocol.Role;
import org.tessera.room.RoomId;

/**
 * With how many colleagues, in which meetings and roles somebody worked: what can be said of it without naming anybody.
 *
 * @param colleagues how many different people there were beside the earner
 * @param meetings in the order in which they were held
 */
public record Collaboration(int colleagues, List<Meeting> meetings) {

    public Collaboration {
        meetings = List.copyOf(meetings);
    }

    /**
     * A meeting. Its title is left out: people put names into titles.
     *
     * @param mine the earner's role, if the earner was there
     * @param others the roles colleagues had
     */
    public record Meeting(Instant at, PackRef protocol, int colleagues, Optional<Role> mine, Set<Role> others) {
        public Meeting {
            others = Set.copyOf(others);
        }
    }

    /** What the artifacts of the evidence tell. */
    static Collaboration of(PersonId earner, Collection<Artifact> evidence) {
        Map<RoomId, List<Artifact>> rooms = evidence.stream()
                .sorted(Comparator.comparing(Artifact::at))
                .collect(Collectors.groupingBy(Artifact::room, LinkedHashMap::new, Collectors.toList()));
        Set<PersonId> everybody = new HashSet<>();
        evidence.forEach(artifact -> artifact.people().forEach(person -> everybody.add(person.person())));
        everybody.remove(earner);
        return new Collaboration(
                everybody.size(),
                rooms.values().stream().map(room -> meeting(earner, room)).toList());
    }

    private static Meeting meeting(PersonId earner, List<Artifact> artifacts) {
        Artifact first = artifacts.getFirst();
        Set<PersonId> others = new HashSet<>();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Optional<Role> mine = Optional.empty();
        for (Artifact artifact : artifacts) {
            for (Participant person : artifact.people()) {
                if (person.person().equals(earner)) {
                    mine = mine.or(() -> Optional.of(person.role()));
                } else {
                    others.add(person.person());
                    roles.add(person.role());
                }
            }
        }
        return new Meeting(first.at(), first.pack(), others.size(), mine, roles);
    }
}
