package org.tessera.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tessera.protocol.Action;
import org.tessera.protocol.Grouping;
import org.tessera.protocol.Instrument;
import org.tessera.protocol.NoteKind;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Role;
import org.tessera.protocol.Timing;
import org.tessera.room.Entity.Member;
import org.tessera.room.Entity.Note;
import org.tessera.room.Entity.Statement;
import org.tessera.room.RoomCommand.*;

/**
 * Five to twelve people who do whatever comes to their mind, allowed or not, from the first phase to the last. All they
 * write carries a word nobody has used before, {@code secret-…}, so that it can be found wherever it should not be.
 */
final class RandomPlay {

    private static final List<String> KINDS = List.of(
            "note", "observation", "question", "interpretation", "works", "doubt", "helped", "change", "praise");

    private final Random random;
    private final Set<Class<?>> accepted = new HashSet<>();
    private final Set<Class<?>> refused = new HashSet<>();
    private int secrets;

    RandomPlay(long seed) {
        random = new Random(seed);
    }

    /** The types of commands that were followed by something, or by nothing where it already was so. */
    Set<Class<?>> accepted() {
        return Set.copyOf(accepted);
    }

    /** The types of commands that were refused at least once. */
    Set<Class<?>> refused() {
        return Set.copyOf(refused);
    }

    /** A room with people in every role of its pack, a guest, material and an old text, before its first phase. */
    Rehearsal gathered(RehearsalPlan plan) {
        Rehearsal meeting = plan.with(Part.facilitator("0")).waiting();
        for (Role role : meeting.room().pack().roles()) {
            if (role != Role.FACILITATOR) {
                meeting = tried(meeting.when(new Admit(new MemberId(uuid()), role, false)));
            }
        }
        meeting = tried(meeting.when(new Admit(new MemberId(uuid()), Role.PARTICIPANT, true)));
        int more = random.nextInt(5);
        for (int i = 0; i < more; i++) {
            meeting = tried(meeting.when(admission()));
        }
        for (int i = 0; i < 3; i++) {
            meeting = tried(meeting.when(material()));
        }
        BringMaterial mistaken = material();
        meeting = tried(meeting.when(mistaken));
        meeting = tried(meeting.when(new TakeAwayMaterial(mistaken.material(), false)));
        meeting = tried(meeting.when(
                changing(meeting), meeting.room().facilitator().orElseThrow().id()));
        meeting = tried(meeting.when(
                new FitAgenda(1 + random.nextInt(120), meeting.room().members().size()),
                meeting.room().facilitator().orElseThrow().id()));
        return tried(meeting.when(new BringText(uuid(), "Our " + secret(), secret() + ".")));
    }

    /** The meeting after its facilitator tried to call it off. */
    Rehearsal calledOff(Rehearsal meeting) {
        return tried(meeting.when(
                new CancelMeeting("Snow."),
                meeting.room().facilitator().orElseThrow().id()));
    }

    /** The meeting after one more thing somebody tried. */
    Rehearsal next(Rehearsal before) {
        Rehearsal meeting = before.after(Duration.ofSeconds(random.nextInt(25)));
        MemberId facilitator = meeting.room().facilitator().orElseThrow().id();
        MemberId who = someone(meeting).id();
        if (chance(0.02)) {
            MemberId stranger = new MemberId(uuid());
            return tried(meeting.when(writing(meeting.room(), stranger), stranger));
        }
        if (chance(0.15)) {
            return takingBack(meeting, lastActor(meeting).orElse(who));
        }
        if (meeting.room().current().isEmpty() && chance(0.3)) {
            return tried(meeting.when(starting(meeting.room()), facilitator));
        }
        return switch (random.nextInt(40)) {
            case 0, 1 -> tried(meeting.when(ofHouse(meeting)));
            case 2, 3 -> chance(0.8) ? timeUp(meeting) : takingOver(meeting, who);
            case 4, 5 -> tried(meeting.when(conducting(meeting), facilitator));
            case 6 -> tried(meeting.when(chance(0.7) ? conducting(meeting) : starting(meeting.room()), who));
            case 7 -> tried(starting(meeting, facilitator));
            case 8, 9 -> takingBack(meeting, who);
            default -> tried(meeting.when(chance(0.75) ? fitting(meeting, who) : writing(meeting.room(), who), who));
        };
    }

    /** The time of the running phase is up, if it is not paused. */
    private Rehearsal timeUp(Rehearsal meeting) {
        Optional<Instant> end = meeting.room().current().flatMap(Entity.PhaseRun::endsAt);
        if (end.isEmpty()) {
            return meeting;
        }
        Instant due = end.get().plus(Rulebook.GRACE);
        return tried((due.isAfter(meeting.now()) ? meeting.at(due) : meeting)
                .when(new TimeUp(phase(meeting.room()), end.get())));
    }

    /** As the shell asks it, with who is there, or without. */
    private Verdict starting(Rehearsal meeting, MemberId facilitator) {
        OfSeat command = starting(meeting.room());
        if (chance(0.3)) {
            return meeting.when(command, facilitator);
        }
        Among among = new Among(
                command,
                meeting.room().members().stream()
                        .map(Entity.Member::id)
                        .filter(_ -> chance(0.8))
                        .collect(Collectors.toSet()));
        Actor actor = new Actor.Person(facilitator);
        return new Verdict(meeting, among, actor, Rulebook.decide(meeting.room(), among, actor, meeting.now()));
    }

    private Rehearsal takingOver(Rehearsal meeting, MemberId who) {
        TakeOver command = new TakeOver(chance(0.5) ? Set.of(who) : Set.of());
        Actor actor = new Actor.Person(who);
        return tried(
                new Verdict(meeting, command, actor, Rulebook.decide(meeting.room(), command, actor, meeting.now())));
    }

    private Rehearsal tried(Verdict verdict) {
        // A TakeBack is how the rulebook is asked for an Undo, and a TakeOver for a TakeFacilitation.
        Class<?> type =
                switch (verdict.command()) {
                    case TakeBack back -> Undo.class;
                    case TakeOver over -> TakeFacilitation.class;
                    case Among among -> among.command().getClass();
                    case RoomCommand other -> other.getClass();
                };
        return switch (verdict.decision()) {
            case Decision.Accepted yes -> {
                accepted.add(type);
                yield verdict.meeting();
            }
            case Decision.Refused no -> {
                refused.add(type);
                yield verdict.before();
            }
        };
    }

    private static Optional<MemberId> lastActor(Rehearsal meeting) {
        return meeting.done().reversed().stream()
                .flatMap(done -> done.by().stream())
                .findFirst();
    }

    /** The very last thing more often than one before it. */
    private Rehearsal takingBack(Rehearsal meeting, MemberId who) {
        List<AcceptedCommand> latest = meeting.latestFirst(who);
        List<AcceptedCommand> reach = latest.subList(0, Math.min(latest.size(), chance(0.7) ? 1 : 4));
        return some(reach)
                .map(deed -> tried(meeting.whenUndoing(who, deed.key().command())))
                .orElse(meeting);
    }

    // What everybody tries

    /** Something the protocol is about just now, if it is about anything for this person. */
    private OfSeat fitting(Rehearsal meeting, MemberId who) {
        Room room = meeting.room();
        if (room.turns().filter(turns -> turns.speaking().contains(who)).isPresent() && chance(0.4)) {
            return chance(0.5) ? new PassTurn() : new EndTurn();
        }
        Role role = room.actingAs(room.member(who).orElseThrow());
        // What a protocol has nothing of changes nothing in how its meetings go.
        boolean asks = room.notes().stream().anyMatch(note -> QuestionLog.isOfLog(room, note));
        if (asks && role == Role.FACILITATOR && chance(0.2)) {
            return retagging(room);
        }
        if (!room.norms().isEmpty() && chance(0.1)) {
            return looking(room);
        }
        List<Action> granted = room.current().stream()
                .flatMap(run -> Stream.of(Action.values())
                        .filter(action -> room.phaseOf(run).grants(role, action)))
                .toList();
        if (granted.contains(Action.SETTLE) && chance(0.6)) {
            return settling(room);
        }
        return some(granted).map(action -> doing(action, room, who)).orElseGet(() -> noting(room, who));
    }

    private OfSeat doing(Action action, Room room, MemberId who) {
        return switch (action) {
            case POST -> noting(room, who);
            case ARRANGE -> arranging(room, who);
            case VOTE -> voting(room, who);
            case STATEMENT -> editing(room, who);
            case ANSWER -> answering(room);
            case GOAL ->
                chance(0.5)
                        ? new AddGoal(uuid(), text())
                        : new EditGoal(some(room.goals()).map(Entity.Goal::id).orElseGet(this::uuid), text());
            case ITEM ->
                switch (random.nextInt(4)) {
                    case 0, 1 -> new AddItem(uuid(), text());
                    case 2 -> new EditItem(item(room), text());
                    default -> new RemoveItem(item(room));
                };
            case SCORE -> new SubmitScore(item(room), 1 + random.nextInt(chance(0.9) ? 4 : 6), some(text()));
            case SETTLE -> settling(room);
            case REPLY -> chance(0.8) ? new ReplyNote(uuid(), question(room), text()) : noting(room, who);
            case ADOPT ->
                chance(room.norms().isEmpty() ? 0.9 : 0.5)
                        ? new AdoptNorm(draft(room), text())
                        : new DropNorm(some(room.norms()).map(Entity.Norm::id).orElseGet(this::uuid));
            case CHOOSE ->
                new Choose(room.current()
                        .flatMap(run -> some(room.phaseOf(run).tools().choices()))
                        .map(choice -> chance(0.9) ? choice.id() : "nowhere")
                        .orElse("nowhere"));
        };
    }

    private OfSeat answering(Room room) {
        if (isRunning(room, Instrument.CHECKLIST)) {
            return new AnswerItem(item(room), chance(0.9) ? chance(0.8) ? "yes" : "no" : "perhaps", some(text()));
        }
        return new AnswerCheck(
                room.groupStatement().map(Statement::id).orElseGet(this::uuid),
                chance(0.9) ? 3 + random.nextInt(3) : random.nextInt(7));
    }

    private OfSeat settling(Room room) {
        if (isRunning(room, Instrument.AGREEMENT) || chance(0.1)) {
            return new SettleScore(item(room), 1 + random.nextInt(chance(0.9) ? 4 : 6), some(text()));
        }
        UUID item = item(room);
        return chance(0.2) ? new OpenItem(item) : new SettleItem(item, outcome(room, item), some(text()));
    }

    /** What the room would take, more often than not. */
    private String outcome(Room room, UUID item) {
        return room.consensus(phase(room), item)
                .filter(consensus -> chance(0.9))
                .map(consensus -> consensus.percent() < 80 ? "none" : consensus.yes() > consensus.no() ? "yes" : "no")
                .orElseGet(() -> some(List.of("yes", "no", "none", "maybe")).orElseThrow());
    }

    private static boolean isRunning(Room room, Instrument instrument) {
        return room.current()
                .filter(run -> room.phaseOf(run).instrument() == instrument)
                .isPresent();
    }

    /** One of the running phase more often than one of another. */
    private UUID item(Room room) {
        List<Entity.Item> here = room.current()
                .map(run -> Items.itemsOf(room, room.phaseOf(run)))
                .orElse(List.of());
        return some(chance(0.9) && !here.isEmpty() ? here : room.items())
                .map(Entity.Item::id)
                .orElseGet(this::uuid);
    }

    private @org.jspecify.annotations.Nullable String some(String text) {
        return chance(0.7) ? text : null;
    }

    private OfSeat writing(Room room, MemberId who) {
        return switch (random.nextInt(11)) {
            case 0 -> chance(0.5) ? new Ready() : new NotReady();
            case 2 ->
                some(List.<OfSeat>of(
                                new TakeFacilitation(), new PassTurn(), new EndTurn(), new ShareVoice(chance(0.8))))
                        .orElseThrow();
            case 3 -> looking(room);
            case 1 ->
                some(List.<OfSeat>of(
                                new RaiseHand(), new LowerHand(), new AskTime(), new AgreeNorms(), new Undo(uuid())))
                        .orElseThrow();
            default -> doing(some(List.of(Action.values())).orElseThrow(), room, who);
        };
    }

    /** Back at the norms: how they were kept, or which of them is hard. */
    private OfSeat looking(Room room) {
        return chance(0.5)
                ? new CheckNorms(
                        some(List.of("all", "most", "few", "none")).orElseThrow(),
                        chance(0.5) ? null : Integer.valueOf(random.nextInt(3)))
                : new FlagNorm(some(room.norms()).map(Entity.Norm::id).orElseGet(this::uuid), chance(0.6));
    }

    private OfSeat noting(Room room, MemberId who) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> new AddNote(uuid(), text(), kind(), anchor(room), group(room, 0.2), chance(0.3));
            case 3, 4 -> new AddNote(uuid(), text(), null, null, null, chance(0.3), null, null, earlier(room));
            case 5 -> new EditNote(note(room, who), text());
            case 6 -> new RemoveNote(note(room, who));
            case 7, 8 -> new PostNote(note(room, who));
            default -> new KeepNote(note(room, who));
        };
    }

    /** Sometimes a step that people should have worked on before, where there is one. */
    private @org.jspecify.annotations.Nullable String earlier(Room room) {
        List<Phase> before = room.pack().phases().stream()
                .filter(phase -> phase.timing() == Timing.BEFORE)
                .toList();
        return !before.isEmpty() && chance(0.3) ? some(before).map(Phase::id).orElse(null) : null;
    }

    private OfSeat arranging(Room room, MemberId who) {
        UUID group = group(room, 0.5) instanceof UUID there ? there : uuid();
        return switch (random.nextInt(6)) {
            case 3 -> new JoinNote(note(room, who), chance(0.6) ? note(room, who) : null);
            case 4 -> new LinkNotes(note(room, who), note(room, who));
            case 5 -> unlinking(room);
            case 0 -> new MoveNote(note(room, who), random.nextInt(900), random.nextInt(900), group(room, 0.5));
            case 1 -> new GroupNotes(group, List.of(note(room, who), note(room, who)));
            default -> new NameGroup(group, secret());
        };
    }

    private OfSeat unlinking(Room room) {
        return some(room.links().toList())
                .map(link -> new UnlinkNotes(link.from().value(), link.to().value()))
                .orElseGet(() -> new UnlinkNotes(uuid(), uuid()));
    }

    private OfSeat voting(Room room, MemberId who) {
        Optional<UUID> marked = room.ballot(who, phase(room))
                .flatMap(ballot -> some(List.copyOf(ballot.marks().keySet())));
        return chance(marked.isPresent() ? 0.6 : 0.1)
                ? new RetractVote(marked.orElseGet(() -> note(room, who)))
                : new CastVote(group(room, 0.5) instanceof UUID group ? group : note(room, who));
    }

    /** Puts something in front, behind, or in the place of a text; sometimes from a version that is gone. */
    private OfSeat editing(Room room, MemberId who) {
        List<Statement> own = room.statements().stream()
                .filter(s -> s.people().contains(who) || s.phase().equals(phase(room)))
                .toList();
        Optional<Statement> found = chance(0.7) ? some(own) : some(room.statements());
        if (found.isEmpty()) {
            return Commands.write(uuid(), text());
        }
        Statement statement = found.get();
        int length = statement.text().length();
        String insertion = CanonicalJson.write(List.of(0, text() + " "));
        String changes =
                switch (random.nextInt(10)) {
                    case 0, 1, 2 -> "[" + insertion + "," + length + "]";
                    case 3, 4, 5, 6 -> "[" + length + "," + insertion + "]";
                    case 7, 8 -> "[" + CanonicalJson.write(List.of(length, text())) + "]";
                    default -> "[" + random.nextInt(40) + "," + insertion + "]";
                };
        return new EditStatement(statement.id(), statement.version() - (chance(0.1) ? 1 : 0), changes);
    }

    // What the facilitator, and sometimes somebody else, tries

    private OfSeat conducting(Rehearsal meeting) {
        Room room = meeting.room();
        String phase = phase(room);
        UUID person = someone(meeting).id().value();
        if (chance(room.current().flatMap(Entity.PhaseRun::pausedAt).isPresent() ? 0.5 : 0.1)) {
            return new ResumePhase(phase);
        }
        boolean apart =
                room.current().map(room::phaseOf).filter(Phase::isInGroups).isPresent();
        List<Phase> ownTime = room.pack().phases().stream()
                .filter(each -> !each.isInMeeting())
                .toList();
        if (!ownTime.isEmpty() && chance(0.2)) {
            return new SetDue(
                    some(chance(0.8) ? ownTime : room.pack().phases())
                            .orElseThrow()
                            .id(),
                    chance(0.2) ? null : meeting.now().plusSeconds(random.nextInt(600) - 60));
        }
        if (apart && chance(0.3)) {
            return new ExtendPhase(
                    phase,
                    1 + random.nextInt(3),
                    some(room.pairs()).map(Entity.Pair::id).orElse(null));
        }
        return switch (random.nextInt(17)) {
            case 13 -> new RoomCommand.NameCofacilitator(person, chance(0.7));
            case 14 -> new RoomCommand.NameDeputy(chance(0.7) ? person : null);
            case 10 -> new GiveFloor(chance(0.5) ? person : null);
            case 11 -> new OrderTurns(shuffled(room.circle()));
            case 12 -> retagging(room);
            case 15 ->
                new RoomCommand.Rebalance(
                        some(List.of(WayOn.Kind.values())).orElseThrow().word());
            case 0 ->
                new ExtendPhase(
                        phase,
                        random.nextInt(12),
                        chance(0.5) ? some(room.pairs()).map(Entity.Pair::id).orElse(null) : null);
            case 1 -> new PausePhase(phase);
            case 2 -> new EndPhase(phase, reason());
            case 3 -> chance(0.1) ? changing(meeting) : new FocusQuestion(text());
            case 4, 5 ->
                new AssignRole(
                        person, some(List.of(Role.values())).orElseThrow().word());
            case 6 -> new RoomCommand.Override(person, "end", text());
            case 7 -> pairs(room);
            case 16 ->
                new AddToGroup(person, some(room.pairs()).map(Entity.Pair::id).orElseGet(this::uuid));
            default ->
                new RoomCommand.Override(
                        person, some(List.of(Action.values())).orElseThrow().word(), text());
        };
    }

    private static ChangeMeeting changing(Rehearsal meeting) {
        return new ChangeMeeting(
                "Friday, room 14",
                "https://meet.example.org/friday",
                List.of("We listen."),
                meeting.now().plus(Duration.ofDays(2)));
    }

    private RetagNote retagging(Room room) {
        return new RetagNote(
                question(room),
                some(List.of("clarifying", "probing", "feedback", "praise")).orElseThrow());
    }

    /** A drafted norm more often than another note. */
    private UUID draft(Room room) {
        return some(room.notes().stream()
                        .filter(note -> chance(0.1) || (note.kind() == NoteKind.NORM && note.onBoard()))
                        .toList())
                .map(note -> note.id().value())
                .orElseGet(this::uuid);
    }

    /** A note of the question log more often than another. */
    private UUID question(Room room) {
        return some(room.notes().stream()
                        .filter(note -> chance(0.1) || QuestionLog.isOfLog(room, note))
                        .toList())
                .map(note -> note.id().value())
                .orElseGet(this::uuid);
    }

    private OfSeat starting(Room room) {
        List<Phase> phases = room.pack().phases();
        int next = Rulebook.positionOf(room) + 1;
        if (chance(0.1)) {
            return new StartPhase(some(phases).orElseThrow().id(), reason());
        }
        if (next > 0 && phases.get(next - 1).rework().isPresent() && chance(0.5)) {
            return new StartPhase(phases.get(next - 1).rework().get(), reason());
        }
        if (next == phases.size()) {
            return chance(0.5)
                    ? new EndPhase(phase(room), reason())
                    : chance(0.3) ? new CloseRoom(reason()) : new AskTime();
        }
        Phase phase = phases.get(phases.get(next).optional() && chance(0.2) ? next + 1 : next);
        return phase.grouping() == Grouping.PAIR && room.pairs().isEmpty()
                ? pairs(room)
                : new StartPhase(phase.id(), reason());
    }

    private OfSeat pairs(Room room) {
        List<UUID> people =
                new ArrayList<>(room.members().stream().map(m -> m.id().value()).toList());
        java.util.Collections.shuffle(people, random);
        if (chance(0.3)) {
            return new FormGroups(List.of(), true);
        }
        return new FormGroups(Stream.iterate(0, i -> i + 1 < people.size(), i -> i + 2)
                .map(i -> people.subList(i, i + 2))
                .toList());
    }

    private List<UUID> shuffled(List<MemberId> people) {
        List<UUID> ids = new ArrayList<>(people.stream().map(MemberId::value).toList());
        java.util.Collections.shuffle(ids, random);
        return chance(0.8) ? ids : ids.subList(1, ids.size());
    }

    // What the house does

    private OfHouse ofHouse(Rehearsal meeting) {
        Room room = meeting.room();
        return switch (random.nextInt(4)) {
            case 0 -> room.members().size() < 12 && chance(0.3) ? admission() : material();
            case 1 -> material();
            case 2 -> new BringText(uuid(), "Another " + secret(), secret());
            default -> {
                Member facilitator = room.facilitator().orElseThrow();
                Set<MemberId> present = room.members().stream()
                        .map(Member::id)
                        .filter(member -> !member.equals(facilitator.id()) && chance(0.5))
                        .collect(Collectors.toSet());
                yield new Succeed(facilitator.id(), present);
            }
        };
    }

    private Admit admission() {
        List<Role> roles = List.of(Role.PRESENTER, Role.RECORDER, Role.TIMEKEEPER, Role.PARTICIPANT, Role.COACH);
        return new Admit(new MemberId(uuid()), some(roles).orElseThrow(), chance(0.2));
    }

    private BringMaterial material() {
        return new BringMaterial(uuid(), chance(0.5) ? "work" : "context", secret(), 1 + random.nextInt(9));
    }

    // Where things come from

    private UUID uuid() {
        byte[] name = new byte[16];
        random.nextBytes(name);
        return UUID.nameUUIDFromBytes(name);
    }

    private String secret() {
        return "secret-" + ++secrets;
    }

    private String text() {
        return switch (random.nextInt(8)) {
            case 0 -> "\"" + secret() + "\" \\ ñ\n\uD83D\uDE00";
            case 1 -> chance(0.3) ? " " : secret();
            default -> secret() + " and more";
        };
    }

    private @org.jspecify.annotations.Nullable String reason() {
        return chance(0.3) ? secret() : null;
    }

    private @org.jspecify.annotations.Nullable String kind() {
        return chance(0.5) ? null : some(KINDS).orElseThrow();
    }

    private @org.jspecify.annotations.Nullable AnchorDraft anchor(Room room) {
        return chance(0.8)
                ? null
                : some(room.materials().toList())
                        .map(material -> new AnchorDraft(material.material(), 1, 0.1, 0.2, 0.3, 0.4))
                        .orElse(null);
    }

    /** One's own more often than another's, on the board or not. */
    private UUID note(Room room, MemberId who) {
        List<Note> own =
                room.notes().stream().filter(note -> note.by().equals(who)).toList();
        return some(chance(0.5) && !own.isEmpty() ? own : room.notes())
                .map(note -> note.id().value())
                .orElseGet(this::uuid);
    }

    private @org.jspecify.annotations.Nullable UUID group(Room room, double likely) {
        return chance(likely) ? some(room.groups()).map(Entity.Group::id).orElse(null) : null;
    }

    private static String phase(Room room) {
        return room.setting().phase().orElse("none");
    }

    private Member someone(Rehearsal meeting) {
        return some(meeting.room().members()).orElseThrow();
    }

    private boolean chance(double likely) {
        return random.nextDouble() < likely;
    }

    private <E> Optional<E> some(List<E> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
    }
}
