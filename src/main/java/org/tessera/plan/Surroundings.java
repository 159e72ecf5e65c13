package org.tessera.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tessera.account.Accounts;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.Artifacts;
import org.tessera.clock.AlarmClock;
import org.tessera.credential.Credentials;
import org.tessera.protocol.OwnProtocols;
import org.tessera.protocol.Pack;
import org.tessera.protocol.PackRef;
import org.tessera.protocol.Protocols;
import org.tessera.room.RoomId;
import org.tessera.room.Rooms;

/** Finds out in what circumstances a plan is made. */
@Component
class Surroundings {

    private final Accounts accounts;
    private final Credentials credentials;
    private final OwnProtocols own;
    private final Protocols protocols;
    private final Artifacts artifacts;
    private final Rooms rooms;
    private final AlarmClock clock;

    Surroundings(
            Accounts accounts,
            Credentials credentials,
            OwnProtocols own,
            Protocols protocols,
            Artifacts artifacts,
            Rooms rooms,
            AlarmClock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.own = own;
        this.protocols = protocols;
        this.artifacts = artifacts;
        this.rooms = rooms;
        this.clock = clock;
    }

    Circumstances of(Plan plan) {
        List<Pack> offered = own.offeredTo(plan.team());
        Map<PackRef, Pack> known = new HashMap<>();
        offered.forEach(pack -> known.put(pack.ref(), pack));
        plan.meetings().stream()
                .flatMap(meeting -> meeting.sessions().stream())
                .map(Session::pack)
                .filter(ref -> !known.containsKey(ref))
                .distinct()
                .forEach(ref -> protocols.find(ref).ifPresent(pack -> known.put(ref, pack)));
        return new Circumstances(
                plan.credentials().stream()
                        .flatMap(ref -> credentials.find(ref).stream())
                        .toList(),
                accounts.membersOf(plan.team()).stream().map(Person::id).toList(),
                offered,
                known,
                history(plan.team()),
                rooms.calledOff(plan.meetings().stream()
                        .flatMap(meeting -> meeting.sessions().stream())
                        .flatMap(session -> session.room().stream())
                        .toList()),
                clock.instant());
    }

    /** What the team has held, by what its rooms left behind. Whoever facilitated longest led. */
    private List<Held> history(TeamId team) {
        Map<RoomId, Artifact> rooms = new LinkedHashMap<>();
        artifacts.ofTeam(team).stream()
                .sorted(Comparator.comparing(Artifact::at))
                .forEach(artifact -> rooms.putIfAbsent(artifact.room(), artifact));
        Map<RoomId, Map<PersonId, Duration>> facilitation = artifacts.facilitation(rooms.keySet());
        List<Held> held = new ArrayList<>();
        rooms.forEach((room, artifact) -> facilitation.getOrDefault(room, Map.of()).entrySet().stream()
                .filter(led -> led.getValue().isPositive())
                .max(Map.Entry.comparingByValue())
                .ifPresent(led -> held.add(
                        new Held(room, artifact.at(), artifact.roomTitle(), artifact.aspect(), led.getKey()))));
        return held;
    }
}
