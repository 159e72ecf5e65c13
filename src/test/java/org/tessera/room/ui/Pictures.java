package org.tessera.room.ui;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.tessera.protocol.Grouping;
import org.tessera.protocol.Mode;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;
import org.tessera.protocol.Visibility;
import org.tessera.room.MemberId;
import org.tessera.room.RoomSummary.Status;

/** Pictures of rooms that read aloud: {@code running("second").phase("first", DONE, 5).phase("second", RUNNING, 10)}. */
final class Pictures {

    static final Instant START = Instant.parse("2026-03-02T15:30:00Z");

    private final Status status;
    private final Optional<String> current;
    private final List<PhasePicture> phases = new ArrayList<>();
    private final List<PersonPicture> people = new ArrayList<>();
    private final List<List<MemberId>> pairs = new ArrayList<>();
    private boolean checkFailed;
    private int asking;
    private Talk talk = Talk.NONE;
    private Script script = Script.NONE;

    private Pictures(Status status, Optional<String> current) {
        this.status = status;
        this.current = current;
    }

    static Pictures waiting() {
        return new Pictures(Status.WAITING, Optional.empty());
    }

    static Pictures running(String phase) {
        return new Pictures(Status.RUNNING, Optional.of(phase));
    }

    static Pictures between() {
        return new Pictures(Status.RUNNING, Optional.empty());
    }

    static MemberId id(String name) {
        return new MemberId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    Pictures phase(String id, PhasePicture.State state, int minutes) {
        return phase(id, state, minutes, false, Grouping.ALL, Optional.empty());
    }

    Pictures optional(String id, PhasePicture.State state, int minutes) {
        return phase(id, state, minutes, true, Grouping.ALL, Optional.empty());
    }

    Pictures paired(String id, PhasePicture.State state, int minutes) {
        return phase(id, state, minutes, false, Grouping.PAIR, Optional.empty());
    }

    Pictures checking(String id, PhasePicture.State state, String rework) {
        return phase(id, state, 2, false, Grouping.ALL, Optional.of(rework));
    }

    /** What the facilitator is told of the phases that are added from now on. */
    Pictures scripted(Script other) {
        script = other;
        return this;
    }

    Pictures saying(Talk said) {
        talk = said;
        return this;
    }

    Pictures failed() {
        checkFailed = true;
        return this;
    }

    Pictures askingForTime(int people) {
        asking = people;
        return this;
    }

    Pictures person(String name, Role role, boolean here, boolean agreed) {
        people.add(new PersonPicture(
                id(name),
                name,
                role,
                role,
                false,
                false,
                false,
                agreed,
                false,
                Optional.empty(),
                here,
                false,
                List.of()));
        return this;
    }

    Pictures pair(String... names) {
        pairs.add(Stream.of(names).map(Pictures::id).toList());
        return this;
    }

    RoomPicture seenBy(String name) {
        return new RoomPicture(
                id(name),
                "room",
                "Looking at fractions",
                Text.of("Protocol"),
                status,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                phases.stream().mapToDouble(PhasePicture::planned).sum(),
                status == Status.WAITING ? Optional.empty() : Optional.of(START),
                Optional.empty(),
                current,
                phases,
                people,
                pairs.stream()
                        .map(people -> new GroupPicture(UUID.randomUUID(), people, Optional.empty()))
                        .toList(),
                List.of(),
                false,
                checkFailed,
                0,
                asking,
                Optional.empty(),
                talk,
                TurnOrder.NONE,
                Arranged.NOTHING);
    }

    private Pictures phase(
            String id,
            PhasePicture.State state,
            int minutes,
            boolean optional,
            Grouping grouping,
            Optional<String> rework) {
        double before = phases.stream()
                .filter(phase -> phase.state() != PhasePicture.State.SKIPPED)
                .mapToDouble(PhasePicture::planned)
                .sum();
        Instant start = START.plus(Duration.ofSeconds(Math.round(before * 60)));
        boolean begun = state == PhasePicture.State.RUNNING || state == PhasePicture.State.DONE;
        phases.add(new PhasePicture(
                id,
                Text.of(id),
                Mode.OPEN,
                grouping,
                Visibility.OPEN,
                true,
                Set.of(Role.values()),
                Set.of(),
                Set.of(),
                Text.of("task"),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                optional,
                false,
                rework,
                state,
                minutes,
                begun ? Optional.of(start) : Optional.empty(),
                begun ? Optional.of(start.plus(Duration.ofMinutes(minutes))) : Optional.empty(),
                Optional.empty(),
                false,
                PhaseTiming.MEETING,
                0,
                script));
        return this;
    }
}
