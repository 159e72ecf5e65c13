package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tessera.protocol.Expiry;
import org.tessera.room.Entity.PhaseRun;
import org.tessera.room.SimulatedLedger.Moment;

/** What must be so when a simulated meeting has come to rest. */
final class SimulationVerdict {

    /** The most events that are put on a snapshot: in a meeting that went on for long it would be all there is to do. */
    private static final int LONGEST = 200;

    private final Simulation meeting;
    private final SimulatedLedger ledger;
    private final List<SimulatedClient> clients;

    SimulationVerdict(Simulation meeting, SimulatedLedger ledger, List<SimulatedClient> clients) {
        this.meeting = meeting;
        this.ledger = ledger;
        this.clients = clients;
    }

    void holds() {
        everythingIsAnswered();
        everybodySeesEverybody();
        itIsOneRoom();
        timeRunsOut();
        everythingIsAnswered();
        itIsOneRoom();
        commandsHappenedOnce();
        phasesEndedOnce();
        deadlinesStood();
        artifactsAreKeptOnce();
        snapshotsAndEventsAddUp();
        meeting.somebodyLeaves();
        everybodySeesEverybody();
    }

    private void everythingIsAnswered() {
        clients.forEach(client -> {
            assertThat(client.unanswered())
                    .as("without an answer, of %s", client.member())
                    .isZero();
            client.isUpToDate();
        });
    }

    private void everybodySeesEverybody() {
        List<SimulatedClient> there =
                clients.stream().filter(client -> client.line().isPresent()).toList();
        Set<String> all =
                there.stream().map(client -> client.member().toString()).collect(Collectors.toSet());
        there.forEach(client -> assertThat(client.here())
                .as("who is there, as %s sees it", client.member())
                .isEqualTo(all));
        assertThat(ledger.present())
                .as("whose hours are counted")
                .allMatch(member ->
                        ledger.room().member(member).filter(one -> !one.guest()).isPresent());
    }

    /** Live, kept, replayed and told: the same. */
    private void itIsOneRoom() {
        Room room = ledger.room();
        assertThat(meeting.live()).as("the live room").isEqualTo(room);
        assertThat(ledger.asKept()).as("the room as it is kept").isEqualTo(room);
        Room replayed = Room.blank(room.id(), room.written());
        for (Recorded recorded : ledger.log()) {
            replayed = replayed.apply(recorded);
        }
        List<Entity> claimed = room.everything()
                .filter(entity -> entity instanceof Entity.Claim
                        || (entity instanceof Entity.Note note && note.state() == Entity.Note.State.ANONYMOUS))
                .toList();
        assertThat(replayed.exchanging(List.of(), claimed))
                .as("the log, replayed")
                .isEqualTo(room);
    }

    /** A step that closes by its clock does so. */
    private void timeRunsOut() {
        Optional<PhaseRun> closing = closing();
        Optional<Instant> end = closing.flatMap(PhaseRun::endsAt);
        if (end.isPresent()) {
            meeting.waitsUntil(end.get().plus(Rulebook.GRACE).plusSeconds(1));
            assertThat(closing()).as("the step whose time is up").isNotEqualTo(closing);
        }
    }

    private Optional<PhaseRun> closing() {
        Room room = ledger.room();
        return room.current()
                .filter(run -> run.pausedAt().isEmpty() && !run.locked())
                .filter(run -> room.phaseOf(run).expiry() != Expiry.SIGNAL);
    }

    private void commandsHappenedOnce() {
        Set<Long> places = new HashSet<>();
        ledger.accepted().values().forEach(command -> {
            for (long seq = command.from(); seq <= command.to(); seq++) {
                assertThat(places.add(seq))
                        .as("place %s belongs to one command", seq)
                        .isTrue();
            }
            ledger.between(command.from(), command.to())
                    .forEach(moment -> assertThat(moment.step().recorded().by())
                            .as("who did %s", moment.event())
                            .satisfiesAnyOf(by -> assertThat(by).isEmpty(), by -> assertThat(by)
                                    .contains(command.key().member())));
        });
        ledger.moments().stream()
                .filter(moment -> moment.event() instanceof RoomEvent.NoteAdded)
                .forEach(moment -> assertThat(moment.before().notes())
                        .as("a note is there once")
                        .noneMatch(note -> note.id().equals(((RoomEvent.NoteAdded) moment.event()).note())));
        for (SimulatedClient client : clients) {
            client.refused().forEach(id -> assertThat(ledger.accepted())
                    .as("what was refused did not happen")
                    .doesNotContainKey(new CommandKey(client.member(), id)));
        }
    }

    private void phasesEndedOnce() {
        Set<String> running = new HashSet<>();
        Map<String, Instant> ranOut = new HashMap<>();
        for (Moment moment : ledger.moments()) {
            switch (moment.event()) {
                case RoomEvent.PhaseStarted e ->
                    assertThat(running.add(e.phase()))
                            .as("%s starts once", e.phase())
                            .isTrue();
                case RoomEvent.PhaseEnded e -> {
                    assertThat(running.remove(e.phase()))
                            .as("%s ends once", e.phase())
                            .isTrue();
                    if (moment.step().recorded().by().isEmpty()) {
                        isTimeFor(moment, due(moment).plus(Rulebook.GRACE));
                    }
                }
                case RoomEvent.TimeRanOut e -> {
                    isTimeFor(moment, due(moment).plus(Rulebook.GRACE));
                    assertThat(ranOut.put(e.phase(), due(moment))).as("once").isNotEqualTo(due(moment));
                }
                case RoomEvent.TurnCame _ -> {
                    if (moment.step().recorded().by().isEmpty()) {
                        isTimeFor(
                                moment,
                                moment.before()
                                        .turns()
                                        .flatMap(Entity.Turns::until)
                                        .orElseThrow());
                    }
                }
                default -> {}
            }
        }
    }

    private static Instant due(Moment moment) {
        return moment.before().current().flatMap(PhaseRun::endsAt).orElseThrow();
    }

    /** What the clock brings about comes when it shows that time, and not when so much of it has passed. */
    private static void isTimeFor(Moment moment, Instant due) {
        assertThat(moment.step().recorded().at())
                .as("not before its time: %s", moment.event())
                .isAfterOrEqualTo(due);
    }

    /** A deadline moves when somebody moves it, and never because a clock was set. */
    private void deadlinesStood() {
        for (Moment moment : ledger.moments()) {
            Optional<PhaseRun> before =
                    moment.before().isPrepared() ? moment.before().current() : Optional.empty();
            Optional<PhaseRun> after = before.flatMap(run -> moment.after().run(run.id()));
            boolean moved = before.isPresent()
                    && after.isPresent()
                    && !before.get().endsAt().equals(after.get().endsAt());
            if (moved) {
                assertThat(moment.event())
                        .as("what moves a deadline")
                        .isInstanceOfAny(
                                RoomEvent.PhaseExtended.class,
                                RoomEvent.PhaseResumed.class,
                                RoomEvent.PhasePaused.class,
                                RoomEvent.PhaseStarted.class,
                                RoomEvent.PhaseEnded.class,
                                RoomEvent.GroupExtended.class,
                                RoomEvent.AgendaFitted.class);
            }
        }
    }

    private void artifactsAreKeptOnce() {
        List<String> told = ledger.moments().stream()
                .skip(meeting.begun())
                .flatMap(moment -> moment.event() instanceof RoomEvent.ArtifactYielded e
                        ? java.util.stream.Stream.of(e.artifact().toString())
                        : java.util.stream.Stream.empty())
                .toList();
        assertThat(meeting.yields().stream().map(yielded -> yielded.artifact().toString()))
                .as("artifacts kept")
                .containsExactlyElementsOf(told);
    }

    /** A snapshot at any moment, and what was told from there to any other, are that moment's snapshot: for every type of event. */
    private void snapshotsAndEventsAddUp() {
        List<Moment> moments = ledger.moments();
        Map<Class<?>, List<Integer>> places = new HashMap<>();
        for (int i = meeting.begun(); i < moments.size(); i++) {
            places.computeIfAbsent(moments.get(i).event().getClass(), _ -> new java.util.ArrayList<>())
                    .add(i);
        }
        List<Class<?>> types = places.keySet().stream()
                .sorted(java.util.Comparator.comparing(Class::getName))
                .collect(Collectors.toList());
        for (Class<?> type : types) {
            int at = meeting.whims().some(places.getOrDefault(type, List.of())).orElseThrow();
            addsUp(
                    Math.max(meeting.begun(), at - meeting.whims().below(12)),
                    Math.min(moments.size() - 1, at + meeting.whims().below(12)));
        }
        if (moments.size() > meeting.begun()) {
            int from = meeting.begun() + meeting.whims().below(moments.size() - meeting.begun());
            addsUp(from, from + meeting.whims().below(Math.min(LONGEST, moments.size() - from)));
        }
    }

    /** Of one member, from before one moment until after another. */
    private void addsUp(int from, int to) {
        List<Moment> moments = ledger.moments();
        Room first = moments.get(from).before();
        MemberId member = meeting.whims().someone(first).id();
        Onlooker onlooker = new Onlooker(member, first, ledger.names());
        for (Moment moment : moments.subList(from, to + 1)) {
            moment.step()
                    .telling()
                    .to(member)
                    .ifPresent(text -> onlooker.hears(
                            text.toString(), moment.before(), moment.step().recorded(), moment.after()));
        }
        onlooker.isUpToDate(moments.get(to).after());
    }
}
