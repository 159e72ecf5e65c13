package org.tessera.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tessera.room.RoomCommand.CancelMeeting;
import org.tessera.room.RoomCommand.OfSeat;
import org.tessera.room.RoomCommand.Undo;
import org.tessera.room.SimulatedLedger.Death;
import org.tessera.room.SimulatedLedger.Fault;

/**
 * A whole meeting in one thread, from one seed: the product's own {@link LiveRoom}, {@link Mailbox} and {@link Seat} without
 * their threads, a ledger that survives, people with an outbox each, and between them a network that delays, cuts and loses.
 * The server dies and comes back, the database fails, another server writes first, the clock is set ten minutes forward or
 * back. What happens next is always drawn from the seed, so whatever two connections and the server do comes in any order;
 * on one connection nothing is overtaken. What a client had sent before it was cut off arrives before it is back, or never.
 */
final class Simulation {

    /** What the network, the server, the database and the clock did to everybody. */
    enum Trouble {
        CUT("a line was cut"),
        SENT_TWICE("everything was sent twice"),
        DEATH("the server died"),
        DATABASE("the database failed or another server was first"),
        CLOCK_SET("the clock was set by ten minutes");

        final String inWords;

        Trouble(String inWords) {
            this.inWords = inWords;
        }
    }

    private static final int MOST_CLIENTS = 7;
    private static final int IN_QUEUE = 120;
    private static final Duration JUMP = Duration.ofMinutes(10);

    private final Leading whims;
    private final SimulatedClock clock;
    private final SimulatedLedger ledger;
    private final List<SimulatedClient> clients = new ArrayList<>();
    /** Lines whose client is gone, which the server has not noticed. */
    private final List<SimulatedLine> ghosts = new ArrayList<>();

    private final List<Yielded> yields = new ArrayList<>();
    private final Map<Trouble, Integer> troubles = new EnumMap<>(Trouble.class);
    private final int begun;
    private @Nullable LiveRoom server;
    private boolean away;
    private int waiting;

    Simulation(String pack, long seed) {
        whims = new Leading(seed);
        Rehearsal prepared =
                new RandomPlay(whims).gathered(RehearsalPlan.aRoom().of(pack));
        clock = new SimulatedClock(prepared.now());
        ledger = new SimulatedLedger(prepared, seed);
        ledger.whenOvertaken(() -> ledger.happens(whims.material(), clock.instant()));
        begun = ledger.moments().size();
        opens();
        people();
    }

    /** Plays {@code steps} steps, and then until nothing is on its way any more. */
    Simulation play(int steps) {
        if (whims.chance(0.03)) {
            facilitator().ifPresent(who -> who.gives(whims.uuid(), new CancelMeeting("Snow.")));
        }
        for (int step = 0; step < steps; step++) {
            survives(this::step);
        }
        settles();
        new SimulationVerdict(this, ledger, clients).holds();
        return this;
    }

    // What there is

    SimulatedLedger ledger() {
        return ledger;
    }

    List<Yielded> yields() {
        return yields;
    }

    Map<Trouble, Integer> troubles() {
        return troubles;
    }

    /** How many steps there were before anybody came. */
    int begun() {
        return begun;
    }

    Leading whims() {
        return whims;
    }

    /** The room as the server has it. */
    Room live() {
        List<Room> seen = new ArrayList<>();
        server().look(seen::add);
        server().turn();
        return seen.getFirst();
    }

    private LiveRoom server() {
        return Objects.requireNonNull(server, "the server is down");
    }

    // What happens

    private void step() {
        int lot = whims.below(1000);
        if (lot < 170) {
            acts();
        } else if (lot < 400) {
            someLine(SimulatedLine::hasUp).ifPresent(this::arrivesUp);
        } else if (lot < 570) {
            turns();
        } else if (lot < 740) {
            someLine(_ -> true).ifPresent(SimulatedLine::write);
        } else if (lot < 920) {
            whims.some(clients).ifPresent(this::arrivesDown);
        } else if (lot < 950) {
            whims.some(clients).ifPresent(this::comes);
        } else if (lot < 970) {
            passes(Duration.ofMillis(whims.below(60_000)));
        } else {
            trouble(lot);
        }
    }

    private void trouble(int lot) {
        switch (lot) {
            case 970, 971, 972 -> passes(nextAlarm());
            case 973, 974, 975 -> {
                had(Trouble.CLOCK_SET);
                if (whims.chance(0.5)) {
                    passes(nextAlarm());
                }
                passes(whims.chance(0.5) ? JUMP : JUMP.negated());
            }
            case 976, 977 -> house();
            case 978, 979, 980 -> {
                had(Trouble.DATABASE);
                ledger.failsNext(whims.some(List.of(Fault.LOST, Fault.UNKNOWN, Fault.OVERTAKEN))
                        .orElseThrow());
            }
            case 981 -> {
                had(Trouble.DATABASE);
                away = !away;
                ledger.isReachable(!away);
            }
            case 982 -> ledger.failsNext(whims.chance(0.5) ? Fault.DEATH_BEFORE : Fault.DEATH_AFTER);
            case 983 -> {
                if (whims.chance(0.3)) {
                    throw new Death();
                }
            }
            case 984, 985, 986 -> {
                had(Trouble.SENT_TWICE);
                whims.some(clients).ifPresent(SimulatedClient::repeats);
            }
            case 987, 988 ->
                whims.some(ghosts).ifPresent(ghost -> {
                    ghosts.remove(ghost);
                    ghost.leave();
                });
            case 989, 990 -> {
                away = false;
                ledger.isReachable(true);
            }
            default -> whims.some(clients).ifPresent(this::cuts);
        }
    }

    private void had(Trouble trouble) {
        troubles.merge(trouble, 1, Integer::sum);
    }

    /** If the server dies of it, it comes back with what the ledger kept. */
    private void survives(Runnable what) {
        try {
            what.run();
        } catch (Death _) {
            had(Trouble.DEATH);
            clients.forEach(client -> client.line().ifPresent(line -> {
                line.cut(0);
                client.isGone();
            }));
            ghosts.clear();
            clock.forget();
            away = false;
            ledger.isReachable(true);
            opens();
        }
    }

    private void opens() {
        server = ledger.opened(clock, List.of(yields::add));
        waiting = 0;
    }

    // People

    private void people() {
        ledger.room().facilitator().ifPresent(leader -> clients.add(new SimulatedClient(leader.id(), ledger)));
        joined();
        if (whims.chance(0.3)) {
            clients.add(new SimulatedClient(clients.getFirst().member(), ledger));
        }
        clients.forEach(this::comes);
    }

    private void joined() {
        ledger.room().members().stream()
                .map(Entity.Member::id)
                .filter(id ->
                        clients.stream().noneMatch(client -> client.member().equals(id)))
                .limit(Math.max(0, MOST_CLIENTS - clients.size()))
                .forEach(id -> clients.add(new SimulatedClient(id, ledger)));
    }

    private Optional<SimulatedClient> facilitator() {
        return ledger.room()
                .facilitator()
                .flatMap(leader -> whims.some(clients.stream()
                        .filter(client -> client.member().equals(leader.id()))
                        .toList()));
    }

    private void acts() {
        clock.goes(Duration.ofMillis(whims.below(12_000)));
        clock.ring();
        Room room = ledger.room();
        Optional<SimulatedClient> leader = facilitator();
        SimulatedClient who = whims.chance(0.2) && leader.isPresent()
                ? leader.get()
                : whims.some(clients).orElseThrow();
        if (who.unanswered() < 6) {
            who.gives(whims.uuid(), idea(room, who));
        }
    }

    private OfSeat idea(Room room, SimulatedClient who) {
        boolean leads = facilitator().filter(leader -> leader == who).isPresent();
        if (whims.chance(leads ? room.current().isEmpty() ? 0.6 : 0.2 : 0.03)) {
            return whims.starting(room);
        }
        if (whims.chance(leads ? 0.4 : 0.03)) {
            return whims.chance(0.05)
                    ? new RoomCommand.FitAgenda(
                            1 + whims.below(120), room.members().size())
                    : whims.conducting(room, clock.instant());
        }
        if (whims.chance(0.15)) {
            List<AcceptedCommand> latest = ledger.accepted().values().stream()
                    .filter(each -> each.key().member().equals(who.member()) && each.from() <= each.to())
                    .toList()
                    .reversed();
            return whims.some(latest.subList(0, Math.min(latest.size(), whims.chance(0.7) ? 1 : 4)))
                    .map(deed -> new Undo(deed.key().command()))
                    .orElseGet(() -> new Undo(whims.uuid()));
        }
        return whims.chance(0.75) ? whims.fitting(room, who.member()) : whims.writing(room, who.member());
    }

    private void house() {
        server().give(whims.ofHouse(ledger.room()), _ -> {});
        waits();
        joined();
    }

    // The network

    private Optional<SimulatedLine> someLine(java.util.function.Predicate<SimulatedLine> which) {
        return whims.some(java.util.stream.Stream.concat(
                        clients.stream().flatMap(client -> client.line().stream()), ghosts.stream())
                .filter(which)
                .toList());
    }

    private void comes(SimulatedClient client) {
        if (client.line().isEmpty()) {
            if (whims.chance(0.1)) {
                client.forgets();
            }
            client.comes(new SimulatedLine(server(), client.member(), client.cursor(), clock));
            waits();
        }
    }

    private void cuts(SimulatedClient client) {
        client.line().ifPresent(line -> {
            had(Trouble.CUT);
            line.cut(whims.below(4));
            waits();
            client.isGone();
            ghosts.add(line);
        });
    }

    private void arrivesUp(SimulatedLine line) {
        line.arriveUp();
        waits();
    }

    private void arrivesDown(SimulatedClient client) {
        client.line().ifPresent(line -> {
            if (line.hasDown()) {
                client.gets(line.arriveDown());
            } else if (line.isOver()) {
                client.isGone();
            }
        });
    }

    // The server

    /** One more thing waits for the server, which has to turn to it before its queue is full: nobody else does here. */
    private void waits() {
        if (++waiting > IN_QUEUE) {
            turns();
        }
    }

    private void turns() {
        waiting = 0;
        server().turn();
    }

    private void passes(Duration time) {
        clock.goes(time);
        clock.ring();
    }

    private Duration nextAlarm() {
        return clock.next()
                .map(when -> Duration.between(clock.instant(), when))
                .filter(wait -> !wait.isNegative() && wait.compareTo(Duration.ofHours(4)) < 0)
                .orElse(Duration.ZERO);
    }

    /** No trouble any more: everybody comes, hears all there is, and has an answer to everything. */
    private void settles() {
        ledger.failsNext(Fault.NONE);
        ledger.isReachable(true);
        away = false;
        ghosts.forEach(SimulatedLine::leave);
        for (int round = 0; round < 40; round++) {
            clients.forEach(this::comes);
            passes(Duration.ofSeconds(2));
            for (SimulatedClient client : clients) {
                client.line().ifPresent(line -> {
                    while (line.hasUp()) {
                        arrivesUp(line);
                    }
                });
            }
            // What an alarm looks at first comes a turn later.
            turns();
            turns();
            turns();
            everybodyHears();
            if (round > 2 && clients.stream().allMatch(client -> client.unanswered() == 0)) {
                return;
            }
            clients.forEach(SimulatedClient::sendsAgain);
        }
    }

    private void everybodyHears() {
        clients.forEach(client -> client.line().ifPresent(line -> {
            while (line.isWriting()) {
                line.write();
            }
            while (line.hasDown()) {
                client.gets(line.arriveDown());
            }
            if (line.isOver()) {
                client.isGone();
            }
        }));
    }

    /** One client closes its page for good, and the others hear of it. */
    void somebodyLeaves() {
        SimulatedClient client = whims.some(clients).orElseThrow();
        client.line().ifPresent(SimulatedLine::leave);
        client.isGone();
        turns();
        everybodyHears();
    }

    /** Time goes on until {@code when}, and everybody hears what comes of it. */
    void waitsUntil(Instant when) {
        passes(Duration.between(clock.instant(), when));
        settles();
    }
}
