package org.tessera.room.ui;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tessera.protocol.Grouping;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;
import org.tessera.room.MemberId;
import org.tessera.room.RoomSummary.Status;

/**
 * The room as one person's page shows it, made anew from each batch of frames. Parts of the page compare it with the one
 * before and change only what differs.
 *
 * @param you who looks
 * @param room the room's id, as its address names it
 * @param phases in the order of the protocol
 * @param people in the order of their coming
 * @param mayTakeBack whether who looks was away while the facilitation went to somebody else, and may lead again
 * @param checkFailed whether the last check was counted and not passed
 * @param plannedMinutes how long the meeting is to be; a half at the finest
 * @param startedAt when the meeting began; work alone before it does not count
 * @param closedAt when it ended; that the room stayed open afterwards does not count
 * @param texts how many existing texts were brought to react to
 * @param asking how many people ask for more time in the running phase
 * @param unnamedReady how many are done in a running phase of notes without names
 * @param talk what was said so far
 * @param order in which turns go round
 * @param arranged what was arranged beforehand
 */
record RoomPicture(
        MemberId you,
        String room,
        String title,
        Text protocol,
        Status status,
        Optional<String> meetingUrl,
        Optional<String> focus,
        List<Text> norms,
        double plannedMinutes,
        Optional<Instant> startedAt,
        Optional<Instant> closedAt,
        Optional<String> current,
        List<PhasePicture> phases,
        List<PersonPicture> people,
        List<GroupPicture> groups,
        List<ArtifactPicture> artifacts,
        boolean mayTakeBack,
        boolean checkFailed,
        int texts,
        int asking,
        Optional<Integer> unnamedReady,
        Talk talk,
        TurnOrder order,
        Arranged arranged) {

    RoomPicture {
        norms = List.copyOf(norms);
        phases = List.copyOf(phases);
        people = List.copyOf(people);
        groups = List.copyOf(groups);
        artifacts = List.copyOf(artifacts);
    }

    /** The same room where this was said; the very same picture where nothing else was. */
    RoomPicture saying(Talk other) {
        return talk.equals(other) ? this : among(people, other, order);
    }

    /**
     * Whether it is another picture than {@code before} and what sets the two apart is only who is done and whose hand is up:
     * what changes most often in a meeting, and shows in few places.
     */
    boolean onlySignalsSince(RoomPicture before) {
        return !people.equals(before.people)
                && PersonPicture.areSameButForSignals(people, before.people)
                && among(before.people, talk, order).equals(before);
    }

    /** The same room where people and what they said are these. */
    RoomPicture among(List<PersonPicture> others, Talk said, TurnOrder turns) {
        return new RoomPicture(
                you,
                room,
                title,
                protocol,
                status,
                meetingUrl,
                focus,
                norms,
                plannedMinutes,
                startedAt,
                closedAt,
                current,
                phases,
                others,
                groups,
                artifacts,
                mayTakeBack,
                checkFailed,
                texts,
                asking,
                unnamedReady,
                said,
                turns,
                arranged);
    }

    /** The phase that runs now. */
    Optional<PhasePicture> phase() {
        return current.flatMap(this::phase);
    }

    Optional<PhasePicture> phase(String id) {
        return phases.stream().filter(phase -> phase.id().equals(id)).findFirst();
    }

    Optional<PersonPicture> person(MemberId id) {
        return people.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    /** How a person is called here; empty for nobody. */
    String nameOf(MemberId id) {
        return person(id).map(PersonPicture::name).orElse("");
    }

    Optional<PersonPicture> me() {
        return person(you);
    }

    /** Whether who looks conducts the room, as its facilitator or beside one. */
    boolean isFacilitator() {
        return me().filter(me -> me.role() == Role.FACILITATOR || me.co()).isPresent();
    }

    /** Whether who looks is the facilitator, who alone hands the facilitation on. */
    boolean isFacilitatorAlone() {
        return me().filter(me -> me.role() == Role.FACILITATOR).isPresent();
    }

    /** Whether the facilitator is there. */
    boolean isLed() {
        return facilitator().filter(PersonPicture::here).isPresent();
    }

    Optional<PersonPicture> facilitator() {
        return withRole(Role.FACILITATOR).findFirst();
    }

    Stream<PersonPicture> withRole(Role role) {
        return people.stream().filter(person -> person.role() == role);
    }

    /** The phases that may be started next: the one that follows, and those behind optional ones; the first is usual. */
    List<PhasePicture> startable() {
        if (status == Status.CLOSED) {
            return List.of();
        }
        List<PhasePicture> ahead = phases.subList(position() + 1, phases.size());
        int reach = 0;
        while (reach < ahead.size() && ahead.get(reach).optional()) {
            reach++;
        }
        List<PhasePicture> reachable = ahead.subList(0, Math.min(ahead.size(), reach + 1));
        // What the plan leaves out can still be held, but it is not what comes next.
        return Stream.concat(
                        reachable.stream().filter(phase -> !phase.isLeftOut()),
                        reachable.stream().filter(PhasePicture::isLeftOut))
                .toList();
    }

    /** The phase to go back to because a check has not passed. */
    Optional<PhasePicture> rework() {
        return checkFailed && status == Status.RUNNING && position() >= 0
                ? phases.get(position()).rework().flatMap(this::phase)
                : Optional.empty();
    }

    /** Whether {@code phase} cannot start before small groups are formed. */
    boolean lacksGroups(PhasePicture phase) {
        int grouped = groups.stream().mapToInt(group -> group.people().size()).sum();
        boolean ready = !groups.isEmpty()
                && groups.stream()
                        .allMatch(group -> phase.grouping().fits(group.people().size(), grouped));
        return phase.grouping() != Grouping.ALL && !ready;
    }

    /** The others of somebody's small group. */
    List<PersonPicture> partnersOf(MemberId person) {
        return groups.stream()
                .map(GroupPicture::people)
                .filter(people -> people.contains(person))
                .flatMap(List::stream)
                .filter(other -> !other.equals(person))
                .flatMap(other -> person(other).stream())
                .toList();
    }

    /** How often {@code phase} is held in all, with its repetitions; 1 where it does not repeat. */
    int turnsOf(PhasePicture phase) {
        return phase.turn() == 0
                ? 1
                : (int) phases.stream()
                        .filter(each -> each.turn() > 0 && each.written().equals(phase.written()))
                        .filter(each -> !each.isLeftOut() && each.state() != PhasePicture.State.SKIPPED)
                        .count();
    }

    /** How many are done; where notes are written without a name only the number is known. */
    int done() {
        return unnamedReady.orElseGet(
                () -> (int) awaited().stream().filter(PersonPicture::ready).count());
    }

    /** The phase in people's own time that runs, if one does. */
    Optional<PhasePicture> ownTime() {
        return phase().filter(phase -> !phase.inMeeting());
    }

    /** The phase in people's own time that somebody may open now, or that was opened: its work and date are told. */
    Optional<PhasePicture> ownTimeNow() {
        return ownTime()
                .or(() -> status == Status.WAITING
                        ? startable().stream().findFirst().filter(PhasePicture::isBefore)
                        : Optional.empty());
    }

    /** Whether the meeting is still to begin; people may work alone before it. */
    boolean isAhead() {
        return status == Status.WAITING || (status == Status.RUNNING && startedAt.isEmpty());
    }

    /** Whether a meeting is being held, and not work before or after it. */
    boolean isMeeting() {
        return status == Status.RUNNING
                && position() >= 0
                && phases.get(position()).inMeeting();
    }

    /** Whether the meeting would begin with {@code phase}. */
    boolean beginsWith(PhasePicture phase) {
        return phase.inMeeting() && startedAt.isEmpty();
    }

    /** The people whose readiness counts: whoever takes part and is here, or works when it suits. */
    Set<PersonPicture> awaited() {
        boolean anytime = ownTime().isPresent();
        return people.stream()
                .filter(person -> (anytime || person.here()) && person.role() != Role.COACH)
                .collect(toUnmodifiableSet());
    }

    /** Where the room stands: the running phase, or else the last one that is behind it; -1 before the first. */
    private int position() {
        for (int i = phases.size() - 1; i >= 0; i--) {
            PhasePicture phase = phases.get(i);
            boolean stands = current.map(phase.id()::equals).orElse(phase.state() != PhasePicture.State.AHEAD);
            if (stands) {
                return i;
            }
        }
        return -1;
    }
}
