package org.tessera.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tessera.protocol.Action;
import org.tessera.protocol.Instrument;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Role;
import org.tessera.room.Entity.Agenda;
import org.tessera.room.Entity.Answer;
import org.tessera.room.Entity.Attendance;
import org.tessera.room.Entity.Ballot;
import org.tessera.room.Entity.Brought;
import org.tessera.room.Entity.Check;
import org.tessera.room.Entity.Circle;
import org.tessera.room.Entity.Consensus;
import org.tessera.room.Entity.Debrief;
import org.tessera.room.Entity.Due;
import org.tessera.room.Entity.Flag;
import org.tessera.room.Entity.Goal;
import org.tessera.room.Entity.Grid;
import org.tessera.room.Entity.Ground;
import org.tessera.room.Entity.Group;
import org.tessera.room.Entity.Item;
import org.tessera.room.Entity.Leading;
import org.tessera.room.Entity.Left;
import org.tessera.room.Entity.Lookback;
import org.tessera.room.Entity.Member;
import org.tessera.room.Entity.Norm;
import org.tessera.room.Entity.Note;
import org.tessera.room.Entity.Opinion;
import org.tessera.room.Entity.Pair;
import org.tessera.room.Entity.PhaseRun;
import org.tessera.room.Entity.Pick;
import org.tessera.room.Entity.Ref;
import org.tessera.room.Entity.Score;
import org.tessera.room.Entity.Setting;
import org.tessera.room.Entity.Settled;
import org.tessera.room.Entity.Statement;
import org.tessera.room.Entity.Status;
import org.tessera.room.Entity.Tally;
import org.tessera.room.Entity.Turns;
import org.tessera.room.Entity.Voice;
import org.tessera.room.Entity.Wish;
import org.tessera.room.Entity.Wording;
import org.tessera.room.RoomEvent.*;

/**
 * A room at one moment: immutable shelves of entities. {@link #apply} is total and pure, so everybody who applies the
 * same log holds the same room; it never asks whether something is allowed, that was {@link Rulebook}'s part.
 */
final class Room {

    private final RoomId id;
    private final Pack written;
    private final Pack pack;
    private final long seq;
    private final Map<Shelf, Map<String, Entity>> shelves;
    private final Lots lots;

    private Room(RoomId id, Pack written, Pack pack, long seq, Map<Shelf, Map<String, Entity>> shelves, Lots lots) {
        this.id = id;
        this.written = written;
        this.pack = pack;
        this.seq = seq;
        this.shelves = shelves;
        this.lots = lots;
    }

    /** A room of which nothing is recorded yet. */
    static Room blank(RoomId id, Pack pack) {
        return new Room(id, pack, pack, 0, Map.of(), Lots.OPEN);
    }

    /** The room as its tables hold it. */
    static Room of(RoomId id, Pack pack, long seq, Collection<? extends Entity> entities) {
        Map<Shelf, Map<String, Entity>> shelves = new EnumMap<>(Shelf.class);
        for (Entity entity : entities) {
            Ref ref = entity.ref();
            shelves.computeIfAbsent(ref.shelf(), shelf -> new HashMap<>()).put(ref.id(), entity);
        }
        Room room = new Room(id, pack, pack, seq, shelves, Lots.OPEN);
        return room.agenda().map(agenda -> room.following(agenda)).orElse(room).placed();
    }

    /** What is not stored because it follows: where each phase stands in the protocol. */
    private Room placed() {
        List<PhaseRun> runs = new ArrayList<>();
        for (int ordinal = 0; ordinal < pack.phases().size(); ordinal++) {
            int place = ordinal;
            run(pack.phases().get(ordinal).id())
                    .map(run -> Runs.placed(run, place))
                    .ifPresent(runs::add);
        }
        return runs.isEmpty() ? this : put(runs);
    }

    private Room following(Agenda agenda) {
        return new Room(id, written, written.unfolded(agenda.times()), seq, shelves, lots);
    }

    RoomId id() {
        return id;
    }

    /** The same room, in which what is left to chance is drawn from {@code others}. */
    Room drawing(Lots others) {
        return new Room(id, written, pack, seq, shelves, others);
    }

    /** What decides where the rules leave something to chance; no part of what has happened. */
    Lots lots() {
        return lots;
    }

    /** The room with {@code gone} put away and {@code fresh} in its place. */
    Room exchanging(Collection<Ref> gone, List<? extends Entity> fresh) {
        Room room = this;
        for (Ref ref : gone) {
            room = room.drop(ref);
        }
        return room.put(fresh);
    }

    /** The protocol as this room holds it: whatever repeats is written out. */
    Pack pack() {
        return pack;
    }

    /** The protocol as its pack is written. */
    Pack written() {
        return written;
    }

    Optional<Agenda> agenda() {
        return Optional.ofNullable((Agenda) find(Shelf.AGENDA, id));
    }

    /** The order in which turns go round: as it was fixed, or as people came in, without the coach. */
    List<MemberId> circle() {
        return Optional.ofNullable((Circle) find(Shelf.CIRCLE, id))
                .map(Circle::people)
                .orElseGet(() -> members().stream()
                        .filter(member -> member.role() != Role.COACH)
                        .map(Member::id)
                        .toList());
    }

    /** The norms the room began with, where it has taken up norms of its own since. */
    Optional<Ground> ground() {
        return Optional.ofNullable((Ground) find(Shelf.GROUND, id));
    }

    /** Who has taken part in the meeting so far, where that is known. */
    Attendance attendance() {
        Attendance known = (Attendance) find(Shelf.ATTENDANCE, id);
        return known == null ? new Attendance(id, List.of()) : known;
    }

    /** Whose turn it is in the running phase, where somebody has or had one. */
    Optional<Turns> turns() {
        return setting().phase().flatMap(phase -> Optional.ofNullable((Turns) find(Shelf.TURNS, phase)));
    }

    Stream<Voice> voices() {
        return all(Voice.class, Shelf.VOICES);
    }

    /** How much voice {@code member} has had so far. */
    Voice voice(MemberId member) {
        Voice known = (Voice) find(Shelf.VOICES, member);
        return known == null ? new Voice(member, 0, Duration.ZERO, false, false) : known;
    }

    /** Who leads beside the facilitator. */
    Leading leading() {
        Leading known = (Leading) find(Shelf.LEADING, id);
        return known == null ? new Leading(id, List.of(), Optional.empty(), Optional.empty()) : known;
    }

    /** Whether {@code member} may conduct: start and end phases, and everything else a facilitator does. */
    boolean conducts(Member member) {
        return member.role() == Role.FACILITATOR || leading().co().contains(member.id());
    }

    /** As what {@code member} acts in the running phase: whoever holds it in turn is its presenter, and nobody else. */
    Role actingAs(Member member) {
        return acting(member, current().flatMap(PhaseRun::holder));
    }

    /** As what {@code member} acts where {@code holder} holds the phase. */
    static Role acting(Member member, Optional<MemberId> holder) {
        if (holder.isEmpty()) {
            return member.role();
        }
        if (holder.get().equals(member.id())) {
            return Role.PRESENTER;
        }
        return member.role() == Role.PRESENTER ? Role.PARTICIPANT : member.role();
    }

    /** The number of events this room has applied. */
    long seq() {
        return seq;
    }

    // What stands on the shelves

    Map<String, Entity> shelf(Shelf shelf) {
        return Collections.unmodifiableMap(shelves.getOrDefault(shelf, Map.of()));
    }

    /** Whether {@code shelf} is the very same in both rooms, which is how most shelves stay from event to event. */
    boolean holdsSame(Room other, Shelf shelf) {
        return shelves.get(shelf) == other.shelves.get(shelf);
    }

    Stream<Entity> everything() {
        return shelves.values().stream().flatMap(shelf -> shelf.values().stream());
    }

    Setting setting() {
        return (Setting) Objects.requireNonNull(find(Shelf.ROOM, id), "the room is not prepared");
    }

    boolean isPrepared() {
        return find(Shelf.ROOM, id) != null;
    }

    Optional<Member> member(MemberId member) {
        return Optional.ofNullable((Member) find(Shelf.PEOPLE, member));
    }

    List<Member> members() {
        return all(Member.class, Shelf.PEOPLE)
                .sorted(Comparator.comparingInt(Member::ordinal))
                .toList();
    }

    Optional<Member> facilitator() {
        return members().stream()
                .filter(member -> member.role() == Role.FACILITATOR)
                .findFirst();
    }

    Optional<PhaseRun> run(String phase) {
        return Optional.ofNullable((PhaseRun) find(Shelf.PHASES, phase));
    }

    /** The phase that is running, if one is. */
    Optional<PhaseRun> current() {
        return setting().phase().flatMap(this::run);
    }

    /** The protocol's text for a run. */
    Phase phaseOf(PhaseRun run) {
        return pack.phase(run.id()).orElseThrow();
    }

    Optional<Note> note(NoteId note) {
        return Optional.ofNullable((Note) find(Shelf.NOTES, note));
    }

    List<Note> notes() {
        return all(Note.class, Shelf.NOTES)
                .sorted(Comparator.comparingInt(Note::ordinal)
                        .thenComparing(note -> note.id().value()))
                .toList();
    }

    Optional<Group> group(UUID group) {
        return Optional.ofNullable((Group) find(Shelf.GROUPS, group));
    }

    List<Group> groups() {
        return all(Group.class, Shelf.GROUPS)
                .sorted(Comparator.comparingInt(Group::ordinal))
                .toList();
    }

    /** The small groups as they are now. */
    List<Pair> pairs() {
        return all(Pair.class, Shelf.PAIRS)
                .filter(pair -> !pair.over())
                .sorted(Comparator.comparing(Pair::id))
                .toList();
    }

    Optional<Ballot> ballot(MemberId voter, String phase) {
        return Optional.ofNullable((Ballot) find(Shelf.BALLOTS, voter + ":" + phase));
    }

    List<Ballot> ballots(String phase) {
        return all(Ballot.class, Shelf.BALLOTS)
                .filter(ballot -> ballot.phase().equals(phase))
                .toList();
    }

    /** The ballots of every phase that have a dot on {@code target}. */
    Stream<Ballot> ballotsOn(UUID target) {
        return all(Ballot.class, Shelf.BALLOTS).filter(ballot -> ballot.marks().containsKey(target));
    }

    Stream<Tally> tallies() {
        return all(Tally.class, Shelf.TALLIES);
    }

    Optional<Statement> statement(UUID statement) {
        return Optional.ofNullable((Statement) find(Shelf.STATEMENTS, statement));
    }

    List<Statement> statements() {
        return all(Statement.class, Shelf.STATEMENTS)
                .sorted(Comparator.comparingInt(Statement::ordinal))
                .toList();
    }

    Stream<Answer> answers() {
        return all(Answer.class, Shelf.ANSWERS);
    }

    Stream<Check> checks() {
        return all(Check.class, Shelf.CHECKS);
    }

    Optional<Goal> goal(UUID goal) {
        return Optional.ofNullable((Goal) find(Shelf.GOALS, goal));
    }

    List<Goal> goals() {
        return all(Goal.class, Shelf.GOALS)
                .sorted(Comparator.comparingInt(Goal::ordinal))
                .toList();
    }

    Optional<Brought> material(UUID material) {
        return Optional.ofNullable((Brought) find(Shelf.MATERIALS, material));
    }

    Stream<Brought> materials() {
        return all(Brought.class, Shelf.MATERIALS);
    }

    Optional<Item> item(UUID item) {
        return Optional.ofNullable((Item) find(Shelf.ITEMS, item));
    }

    List<Item> items() {
        return all(Item.class, Shelf.ITEMS)
                .sorted(Comparator.comparingInt(Item::ordinal).thenComparing(Item::id))
                .toList();
    }

    Stream<Opinion> opinions() {
        return all(Opinion.class, Shelf.OPINIONS);
    }

    Optional<Consensus> consensus(String phase, UUID item) {
        return Optional.ofNullable((Consensus) find(Shelf.CONSENSUS, phase + ":" + item));
    }

    Stream<Consensus> consensus() {
        return all(Consensus.class, Shelf.CONSENSUS);
    }

    Stream<Score> scores() {
        return all(Score.class, Shelf.SCORES);
    }

    Optional<Grid> grid(String phase) {
        return Optional.ofNullable((Grid) find(Shelf.GRIDS, phase));
    }

    Stream<Settled> settledScores() {
        return all(Settled.class, Shelf.SETTLED);
    }

    /** The wordings of the focus question, the first one first. */
    List<Wording> wordings() {
        return all(Wording.class, Shelf.WORDINGS)
                .sorted(Comparator.comparingInt(Wording::version))
                .toList();
    }

    Optional<Norm> norm(UUID norm) {
        return Optional.ofNullable((Norm) find(Shelf.NORMS, norm));
    }

    /** The norms the group has taken up in this room, in the order in which it did. */
    List<Norm> norms() {
        return all(Norm.class, Shelf.NORMS)
                .sorted(Comparator.comparingInt(Norm::ordinal))
                .toList();
    }

    Stream<Flag> flags() {
        return all(Flag.class, Shelf.FLAGS);
    }

    Stream<Lookback> lookbacks(String phase) {
        return all(Lookback.class, Shelf.LOOKBACKS)
                .filter(lookback -> lookback.phase().equals(phase));
    }

    Optional<Debrief> debrief(String phase) {
        return Optional.ofNullable((Debrief) find(Shelf.DEBRIEFS, phase));
    }

    Optional<Pick> pick(MemberId member, String phase) {
        return Optional.ofNullable((Pick) find(Shelf.PICKS, member + ":" + phase));
    }

    Stream<Pick> picks(String phase) {
        return all(Pick.class, Shelf.PICKS).filter(pick -> pick.phase().equals(phase));
    }

    /** What {@code member} has chosen for this meeting, for example a compass direction: in the latest phase of choice. */
    Optional<String> choiceOf(MemberId member) {
        return pack.phases().reversed().stream()
                .filter(phase -> phase.instrument() == Instrument.CHOICE)
                .flatMap(phase -> pick(member, phase.id()).stream())
                .map(Pick::choice)
                .findFirst();
    }

    /** What {@code by} said, or how many have said it, where only the number of those who are ready is told. */
    Optional<Entity.Readiness> readiness(Optional<MemberId> by) {
        return all(Entity.Readiness.class, Shelf.READINESS)
                .filter(each -> each.by().equals(by))
                .findFirst();
    }

    Stream<Entity.Claim> claims() {
        return all(Entity.Claim.class, Shelf.CLAIMS);
    }

    Stream<Entity.Link> links() {
        return all(Entity.Link.class, Shelf.LINKS);
    }

    Optional<Entity.Extension> extension(String phase, UUID pair) {
        return Optional.ofNullable((Entity.Extension) find(Shelf.EXTENSIONS, phase + ":" + pair));
    }

    /** Until when the work of {@code phase} is wanted, where somebody said so. */
    Optional<Instant> due(String phase) {
        return Optional.ofNullable((Due) find(Shelf.DUES, phase)).map(Due::at);
    }

    /** The statement a check is about: the latest one the whole group wrote. */
    Optional<Statement> groupStatement() {
        return statements().stream()
                .filter(statement -> statement.people().isEmpty() && !statement.fixed())
                .max(Comparator.comparingInt(Statement::ordinal));
    }

    private @Nullable Entity find(Shelf shelf, Object entity) {
        return shelves.getOrDefault(shelf, Map.of()).get(entity.toString());
    }

    private <E extends Entity> Stream<E> all(Class<E> type, Shelf shelf) {
        return shelves.getOrDefault(shelf, Map.of()).values().stream().map(type::cast);
    }

    // What happens to them

    /** The room after {@code recorded}. */
    Room apply(Recorded recorded) {
        Room next = after(recorded.event(), recorded).counted();
        return new Room(id, written, next.pack, recorded.seq(), next.shelves, lots);
    }

    private Room restored(NoteRestored e) {
        Note note = note(e.is()).late(e.is().late().orElse(false));
        return (note.onBoard() ? this : without(e.note())).put(List.of(note));
    }

    /** A line to what is no longer on the board, or a count of its dots, would tell everybody that something lies in somebody's drawer. */
    private Room without(NoteId note) {
        return exchanging(Links.at(this, note), Dots.givenBack(this, note));
    }

    /** What an event changes in who may answer, or has, shows in the counts of the checklist at once. */
    private Room counted() {
        List<Consensus> recounted = isPrepared() ? Checklist.recounted(this) : List.of();
        return recounted.isEmpty() ? this : put(recounted);
    }

    private Room after(RoomEvent event, Recorded recorded) {
        return switch (event) {
            case RoomPrepared e -> prepared(e);
            case MemberJoined e ->
                put(new Member(
                        e.member(),
                        e.role(),
                        e.role(),
                        e.guest(),
                        false,
                        false,
                        Optional.empty(),
                        Duration.ZERO,
                        e.role() == Role.FACILITATOR && OwnTime.isMeeting(this)
                                ? Optional.of(recorded.at())
                                : Optional.empty(),
                        shelf(Shelf.PEOPLE).size()));
            case NormsAgreed e ->
                member(e.member()).map(m -> put(Members.agreed(m, true))).orElse(this);
            case FocusSet e -> focused(e, recorded);
            case MaterialBrought e ->
                put(new Brought(e.material(), e.kind(), e.title(), e.pages(), isUnlockedLater(e.kind())));
            case MaterialTakenAway e ->
                drop(new Ref(Shelf.MATERIALS, e.material().toString()));
            case MeetingChanged e -> put(Preparation.changed(this, e));
            case TextBrought e ->
                put(new Statement(
                        e.statement(),
                        e.title(),
                        "",
                        List.of(),
                        e.text(),
                        0,
                        true,
                        true,
                        shelf(Shelf.STATEMENTS).size()));
            case AgendaFitted e -> fitted(e);
            case CircleSet e -> put(new Circle(id, e.people()));
            case TurnsOpened e -> put(Turns.of(e.phase(), e.order()));
            case TurnCame e -> turnCame(e, recorded.at());
            case FloorLeft e -> put(Turning.left(this, e, recorded.at()));
            case FloorGiven e ->
                put(Turning.given(this, e.phase(), e.person(), recorded.at())).heard(List.of(e.person()));
            case VoiceAgreed e -> {
                Room asking = attended(e.there());
                yield asking.put(Turning.shared(asking, e.member(), e.agreed()));
            }
            case PhaseStarted e -> started(e, recorded);
            case PhasePaused e ->
                put(Turning.paused(this, recorded.at())).rerun(e.phase(), run -> Runs.paused(run, recorded.at()));
            case PhaseResumed e ->
                put(Turning.resumed(this, recorded.at()))
                        .rerun(e.phase(), run -> Runs.resumed(run, recorded.at(), e.endsAt()));
            case PhaseExtended e ->
                drop(new Ref(Shelf.WISHES, e.phase()))
                        .rerun(e.phase(), run -> Runs.extended(run, e.minutes(), e.endsAt()));
            case TimeRanOut e -> rerun(e.phase(), run -> Runs.locked(run, e.locked()));
            case PhaseEnded e -> ended(e, recorded.at());
            case PhaseSkipped e -> rerun(e.phase(), Runs::skipped);
            case ArtifactYielded e -> put(new Left(e.artifact(), e.phase(), e.name(), e.sha256(), recorded.at()));
            case NoteAdded e -> put(note(e).late(OwnTime.isLate(this, e, recorded.at())));
            case DueSet e -> due(e);
            case NoteEdited e ->
                renote(e.note(), note -> note.reading(e.text()).late(OwnTime.isLate(this, note, recorded.at())));
            case NoteRemoved e ->
                without(e.note()).drop(new Ref(Shelf.NOTES, e.note().toString()));
            case NotePosted e -> renote(e.note(), note -> posted(note, e));
            case NoteKept e -> without(e.note()).renote(e.note(), note -> note.in(Note.State.ASIDE, note.ordinal()));
            case NotesUncovered e -> Anonymous.revealed(this, e);
            case NotesLinked e -> put(Links.of(e.from(), e.to()));
            case NotesUnlinked e -> drop(Links.of(e.from(), e.to()).ref());
            case GroupExtended e ->
                put(new Entity.Extension(e.phase(), e.group(), e.endsAt())).granted(e.phase(), e.group());
            case NoteRestored e -> restored(e);
            case NoteMoved e -> renote(e.note(), note -> note.at(e.x(), e.y(), e.group()));
            case NoteJoined e -> renote(e.note(), note -> note.tied(note.ties().mergedInto(e.into())));
            case NotesGrouped e -> grouped(e);
            case GroupDissolved e -> drop(new Ref(Shelf.GROUPS, e.group().toString()));
            case GroupNamed e ->
                group(e.group()).map(g -> put(g.named(e.name()))).orElse(this);
            case VoteCast e -> marked(e.voter(), e.phase(), e.target(), 1);
            case VoteRetracted e -> marked(e.voter(), e.phase(), e.target(), -1);
            case StatementOpened e ->
                put(new Statement(
                        e.statement(),
                        e.title(),
                        e.phase(),
                        e.people(),
                        "",
                        0,
                        e.people().isEmpty(),
                        false,
                        shelf(Shelf.STATEMENTS).size()));
            case StatementEdited e -> edited(e);
            case CheckAnswered e -> put(new Answer(e.member(), e.item(), e.answer()));
            case GoalAdded e ->
                put(new Goal(
                        e.goal(),
                        e.text(),
                        recorded.by().orElseThrow(),
                        goals().stream().mapToInt(Goal::ordinal).max().orElse(-1) + 1));
            case GoalReworded e ->
                goal(e.goal())
                        .map(g -> put(new Goal(g.id(), e.text(), g.by(), g.ordinal())))
                        .orElse(this);
            case GoalRemoved e -> drop(new Ref(Shelf.GOALS, e.goal().toString()));
            case ItemAdded e -> put(new Item(e.item(), e.phase(), e.text(), recorded.by(), e.ordinal()));
            case ItemReworded e ->
                item(e.item())
                        .map(i -> put(new Item(i.id(), i.phase(), e.text(), i.by(), i.ordinal())))
                        .orElse(this);
            case ItemRemoved e -> drop(new Ref(Shelf.ITEMS, e.item().toString()));
            case ItemAnswered e -> put(new Opinion(e.member(), e.phase(), e.item(), e.yes(), e.why()));
            case ItemOpened e -> put(Checklist.opened(this, e.phase(), e.item()));
            case ItemSettled e ->
                consensus(e.phase(), e.item())
                        .map(c -> put(Checklist.settled(this, c, e.agreed(), e.rationale())))
                        .orElse(this);
            case ScoreGiven e ->
                put(new Score(
                        e.member(),
                        e.phase(),
                        e.item(),
                        e.level(),
                        e.evidence(),
                        false,
                        OwnTime.isLate(this, e.phase(), recorded.at())));
            case ScoreSettled e -> put(new Settled(e.phase(), e.item(), e.level(), e.rationale()));
            case ReadySet e -> Readying.after(this, e);
            case HandSet e ->
                member(e.member())
                        .map(m -> put(Members.hand(
                                m, e.up() ? e.since().or(() -> Optional.of(recorded.at())) : Optional.empty())))
                        .orElse(this);
            case TimeAsked e -> wished(e.member());
            case RoleAssigned e -> owing(e).assigned(e.member(), e.role(), recorded.at());
            case CofacilitatorNamed e -> put(leading().with(e.member(), e.on()));
            case DeputyNamed e -> put(leading().deputy(e.member()));
            case PairsFormed e -> SmallGroups.formed(this, e);
            case GroupJoined e -> SmallGroups.joined(this, e);
            case Overridden e -> overridden(e);
            case TakenBack e -> this;
            case RoomClosed e
            when setting().status() == Status.WAITING -> put(Settings.cancelled(setting(), recorded.at(), e.reason()));
            case MeetingCancelled e -> put(Settings.cancelled(setting(), recorded.at(), e.reason()));
            case RoomClosed e -> closed(recorded.at()).put(Debriefing.leftOut(this, Debriefing.kept(this, e.reason())));
            case NoteRetagged e -> renote(e.note(), note -> note.meantAs(e.kind()));
            case NormAdopted e -> put(Norming.adopted(this, e));
            case NormDropped e -> dropped(e);
            case NormFlagged e -> flagged(new Flag(e.member(), e.norm()), e.hard());
            case NormsChecked e -> put(new Lookback(e.member(), e.phase(), e.kept(), e.hard()));
            case ChoiceMade e -> put(new Pick(e.member(), e.phase(), e.choice()));
            case PayloadErased e -> this;
        };
    }

    private Room prepared(RoomPrepared e) {
        List<Entity> entities = new ArrayList<>();
        entities.add(new Setting(
                id,
                e.team(),
                e.title(),
                e.pack(),
                Status.WAITING,
                e.meetingUrl(),
                Optional.empty(),
                e.norms(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                e.scheduledAt(),
                Optional.empty()));
        if (!written.repeats().isEmpty()) {
            entities.add(Agenda.of(id, written.timesFor(written.groupSize().min())));
        }
        return put(entities).withRunsAhead();
    }

    private Room withRunsAhead() {
        List<PhaseRun> runs = new ArrayList<>();
        for (Phase phase : pack.phases()) {
            runs.add(PhaseRun.ahead(phase.id(), phase.planned(), runs.size()));
        }
        return put(runs);
    }

    private Room fitted(AgendaFitted e) {
        Agenda before = agenda().orElseGet(() -> Agenda.of(id, List.of()));
        Agenda agenda = new Agenda(
                id,
                e.times(),
                e.meeting().or(before::meeting),
                e.people().or(before::people),
                e.people().map(_ -> Agendas.people(this)).or(before::members));
        Room room = put(agenda);
        Room followed = before.times().equals(e.times()) ? room : room.repeating();
        List<Entity> fitted = new ArrayList<>();
        e.lengths().forEach((phase, length) -> followed.run(phase)
                .filter(run -> run.state() == PhaseRun.State.AHEAD)
                .map(run -> Runs.lasting(run, length))
                .ifPresent(fitted::add));
        return followed.put(fitted);
    }

    /** The room with a run for every phase of its pack; what has begun already stays as it is. */
    private Room repeating() {
        List<PhaseRun> begun = all(PhaseRun.class, Shelf.PHASES)
                .filter(run -> run.state() != PhaseRun.State.AHEAD
                        && pack.phase(run.id()).isPresent())
                .toList();
        return without(Shelf.PHASES).withRunsAhead().put(begun).placed();
    }

    /** {@code member} would like more time in the running phase. */
    private Room wished(MemberId member) {
        Optional<String> phase = setting().phase();
        List<MemberId> before = phase.flatMap(this::wish).map(Wish::people).orElse(List.of());
        return phase.isEmpty() || before.contains(member)
                ? this
                : put(new Wish(
                        phase.get(),
                        Stream.concat(before.stream(), Stream.of(member)).toList()));
    }

    /** The small group has got the time it may have asked for; others still wait. */
    private Room granted(String phase, UUID group) {
        if (wish(phase).isEmpty()) {
            return this;
        }
        List<MemberId> people = pairs().stream()
                .filter(pair -> pair.id().equals(group))
                .flatMap(pair -> pair.people().stream())
                .toList();
        List<MemberId> waiting = wish(phase).map(Wish::people).orElse(List.of()).stream()
                .filter(person -> !people.contains(person))
                .toList();
        return waiting.isEmpty() ? drop(new Ref(Shelf.WISHES, phase)) : put(new Wish(phase, waiting));
    }

    private Optional<Wish> wish(String phase) {
        return Optional.ofNullable((Wish) find(Shelf.WISHES, phase));
    }

    private boolean isUnlockedLater(String kind) {
        return pack.phases().stream()
                .anyMatch(phase -> phase.unlocks().contains(kind)
                        && run(phase.id()).map(run -> run.runs() == 0).orElse(true));
    }

    private Room started(PhaseStarted e, Recorded recorded) {
        Phase phase = pack.phase(e.phase()).orElseThrow();
        List<Entity> changed = new ArrayList<>();
        changed.add(Settings.running(setting(), e.phase(), recorded.at()));
        run(e.phase())
                .ifPresent(run ->
                        changed.add(Runs.started(run, recorded.at(), e.endsAt(), recorded.seq(), holderOf(phase))));
        for (Member member : members()) {
            Member fresh = Members.ready(Members.hand(member, Optional.empty()), false);
            Member counting = OwnTime.counting(fresh, phase, recorded.at());
            if (!counting.equals(member)) {
                changed.add(counting);
            }
        }
        materials()
                .filter(material -> material.locked() && phase.unlocks().contains(material.kind()))
                .map(m -> new Brought(m.material(), m.kind(), m.title(), m.pages(), false))
                .forEach(changed::add);
        // A check that is taken again starts from nothing.
        Room clean = phase.instrument() == Instrument.FINGERS
                ? without(Shelf.ANSWERS).without(Shelf.CHECKS)
                : this;
        changed.addAll(Items.broughtBy(this, phase));
        return clean.attended(e.there())
                .withoutWorkOf(phase)
                .without(Shelf.READINESS)
                .without(Shelf.EXTENSIONS)
                .reopenedAfter(phase)
                .put(changed);
    }

    private Room attended(Optional<List<MemberId>> there) {
        Attendance known = attendance();
        return there.map(known::with)
                .filter(more -> !more.equals(known))
                .map(this::put)
                .orElse(this);
    }

    /** A checklist or score sheet that is gone through again starts from nothing, too. */
    private Room withoutWorkOf(Phase phase) {
        Room clean = this;
        for (Entity entity : everything().filter(each -> isWorkOf(phase, each)).toList()) {
            clean = clean.drop(entity.ref());
        }
        return clean;
    }

    private static boolean isWorkOf(Phase phase, Entity entity) {
        return switch (entity) {
            case Opinion e -> e.phase().equals(phase.id());
            case Consensus e -> e.phase().equals(phase.id());
            case Score e -> e.phase().equals(phase.id());
            case Grid e -> e.phase().equals(phase.id());
            case Settled e -> e.phase().equals(phase.id());
            case Wish e -> e.phase().equals(phase.id());
            default -> false;
        };
    }

    /** Who holds {@code phase} in turn, if people hold it. */
    Optional<MemberId> holderOf(Phase phase) {
        List<MemberId> circle = circle();
        return written.isHeldInTurn(phase.base()) && phase.turn() <= circle.size()
                ? Optional.of(circle.get(phase.turn() - 1))
                : Optional.empty();
    }

    private Room turnCame(TurnCame e, Instant at) {
        Room came = put(Turning.came(this, e, at));
        return came.heard(came.turns().map(Turns::speaking).orElse(List.of()));
    }

    /** One more time on the floor for these people. */
    private Room heard(List<MemberId> people) {
        return put(people.stream().map(person -> voice(person).oneMore()).toList());
    }

    /** Going back to an earlier phase puts the phases behind it ahead again. */
    private Room reopenedAfter(Phase phase) {
        int place = pack.phases().indexOf(phase);
        List<Entity> reopened = new ArrayList<>();
        for (Phase later : pack.phases().subList(place + 1, pack.phases().size())) {
            run(later.id())
                    .filter(run -> run.state() != PhaseRun.State.AHEAD)
                    .ifPresent(run -> reopened.add(Runs.aheadAgain(run)));
        }
        return put(reopened);
    }

    private Room focused(FocusSet e, Recorded recorded) {
        Setting next = Settings.focus(setting(), e.text(), recorded.by().orElseThrow());
        Entity.Focus focus = next.focus().orElseThrow();
        return put(List.of(next, new Wording(focus.version(), focus.text(), focus.by(), next.phase(), recorded.at())));
    }

    private Room due(DueSet e) {
        return e.at().map(at -> put(new Due(e.phase(), at))).orElseGet(() -> drop(new Ref(Shelf.DUES, e.phase())));
    }

    private Room dropped(NormDropped e) {
        Room next = drop(new Ref(Shelf.NORMS, e.norm().toString()));
        for (Flag flag : flags().filter(flag -> flag.norm().equals(e.norm())).toList()) {
            next = next.drop(flag.ref());
        }
        return next;
    }

    private Room flagged(Flag flag, boolean hard) {
        return hard ? put(flag) : drop(flag.ref());
    }

    private Room ended(PhaseEnded e, Instant at) {
        String phaseId = e.phase();
        Phase phase = pack.phase(phaseId).orElseThrow();
        Room done = put(Turning.ended(this, at)).rerun(phaseId, run -> Runs.ended(run, at));
        Setting setting = setting();
        if (setting.phase().filter(phaseId::equals).isPresent()) {
            done = done.put(Settings.between(setting));
        }
        Room revealed = done.without(Shelf.READINESS).revealed(phaseId);
        Room open = revealed.exchanging(Norming.notAgreed(revealed, phase), List.of());
        return open.put(Norming.counted(open, phase)).put(Debriefing.counted(open, phase, e.reason()));
    }

    /** Opens to everybody what the phase kept sealed, at one moment and in an order that tells nothing. */
    private Room revealed(String phaseId) {
        Phase phase = pack.phase(phaseId).orElseThrow();
        List<Entity> open = new ArrayList<>();
        List<Note> sealed = notes().stream()
                .filter(note -> note.phase().equals(phaseId) && note.state() == Note.State.SEALED)
                .sorted(Comparator.comparing(note -> note.id().value()))
                .toList();
        int place = (int) notes().stream().filter(Note::onBoard).count();
        for (Note note : sealed) {
            open.add(note.in(Note.State.POSTED, place).at(Places.x(place), Places.y(place), Optional.empty()));
            place++;
        }
        open.addAll(SmallGroups.merged(this, phaseId));
        statements().stream()
                .filter(statement -> statement.phase().equals(phaseId) && !statement.shared())
                .map(Statements::shared)
                .forEach(open::add);
        if (phase.instrument() == Instrument.DOTS) {
            Map<UUID, Integer> counts = new LinkedHashMap<>();
            List<Ballot> ballots = ballots(phaseId);
            ballots.forEach(
                    ballot -> ballot.marks().forEach((target, dots) -> counts.merge(target, dots, Integer::sum)));
            int voters =
                    (int) ballots.stream().filter(ballot -> ballot.spent() > 0).count();
            open.add(new Tally(phaseId, Map.copyOf(counts), voters));
        }
        if (phase.instrument() == Instrument.FINGERS) {
            groupStatement().ifPresent(statement -> open.add(counted(statement, phase.least())));
        }
        if (phase.instrument() == Instrument.SCORES) {
            open.addAll(ScoreSheets.opened(this, phase));
        }
        return put(open);
    }

    private Check counted(Statement statement, int least) {
        Map<Integer, Integer> counts = new HashMap<>();
        answers()
                .filter(answer -> answer.item().equals(statement.id()))
                .forEach(answer -> counts.merge(answer.answer(), 1, Integer::sum));
        int voters = counts.values().stream().mapToInt(Integer::intValue).sum();
        boolean passed = voters > 0 && counts.keySet().stream().allMatch(answer -> answer >= least);
        return new Check(statement.id(), Map.copyOf(counts), passed, voters);
    }

    private static Note note(NoteAdded e) {
        return new Note(
                e.note(),
                e.author(),
                e.text(),
                e.kind(),
                e.anchor(),
                e.phase(),
                e.state(),
                e.x(),
                e.y(),
                e.group(),
                e.ordinal(),
                e.ties().orElse(Entity.Ties.NONE));
    }

    private Note posted(Note note, NotePosted e) {
        String phase = setting().phase().orElse(note.phase());
        return e.ties()
                .map(ties -> note.postedAmong(phase, e.ordinal(), e.x(), e.y(), ties))
                .orElseGet(() -> note.postedIn(phase, e.ordinal(), e.x(), e.y()));
    }

    private Room grouped(NotesGrouped e) {
        List<Entity> changed = new ArrayList<>();
        if (group(e.group()).isEmpty()) {
            changed.add(new Group(
                    e.group(),
                    "",
                    groups().stream().mapToInt(Group::ordinal).max().orElse(-1) + 1,
                    e.x(),
                    e.y(),
                    e.notes().stream()
                            .flatMap(each -> note(each).stream())
                            .findFirst()
                            .map(note -> note.ties().among())
                            .orElse(List.of())));
        }
        for (NoteId each : e.notes()) {
            note(each).ifPresent(note -> changed.add(note.at(note.x(), note.y(), Optional.of(e.group()))));
        }
        return put(changed);
    }

    private Room marked(MemberId voter, String phase, UUID target, int dots) {
        Map<UUID, Integer> marks =
                new HashMap<>(ballot(voter, phase).map(Ballot::marks).orElse(Map.of()));
        marks.merge(target, dots, Integer::sum);
        marks.values().removeIf(count -> count <= 0);
        return put(new Ballot(voter, phase, Map.copyOf(marks)));
    }

    private Room edited(StatementEdited e) {
        return statement(e.statement())
                .map(s ->
                        put(Statements.reading(s, TextChanges.parse(e.changes()).applyTo(s.text()), e.version())))
                .orElse(this);
    }

    /** Whoever loses the facilitation by being away may take it back; handing it on or taking it back settles that. */
    private Room owing(RoleAssigned e) {
        if (e.role() != Role.FACILITATOR) {
            return this;
        }
        Optional<MemberId> owed = e.why() == RoomEvent.Why.SUCCESSION
                ? leading().owed().or(() -> facilitator().map(Member::id)).filter(former -> !former.equals(e.member()))
                : Optional.empty();
        return leading().owed().equals(owed) ? this : put(leading().owed(owed));
    }

    private Room assigned(MemberId member, Role role, Instant at) {
        boolean running = OwnTime.isMeeting(this);
        List<Entity> changed = new ArrayList<>();
        if (role == Role.FACILITATOR || role == Role.PRESENTER) {
            // Both roles belong to one person at a time: the one before goes back to the role prepared for.
            members().stream()
                    .filter(other -> other.role() == role && !other.id().equals(member))
                    .map(other -> Members.in(other, Members.fallback(other, role), at, running))
                    .forEach(changed::add);
        }
        member(member).ifPresent(m -> changed.add(Members.in(m, role, at, running)));
        return put(changed);
    }

    private Room overridden(Overridden e) {
        return current()
                .map(run -> put(
                        e.action().isPresent()
                                ? Runs.granting(run, e.member(), e.action().get())
                                : Runs.endableEarly(run)))
                .orElse(this);
    }

    private Room closed(Instant at) {
        List<Entity> changed = new ArrayList<>();
        changed.add(Settings.closed(setting(), at));
        members().stream()
                .filter(m -> m.facilitatingSince().isPresent())
                .forEach(m -> changed.add(Members.resting(m, at)));
        return put(changed);
    }

    private Room rerun(String phase, java.util.function.UnaryOperator<PhaseRun> change) {
        return run(phase).map(run -> put(change.apply(run))).orElse(this);
    }

    private Room renote(NoteId id, java.util.function.UnaryOperator<Note> change) {
        return note(id).map(note -> put(change.apply(note))).orElse(this);
    }

    private Room put(Entity entity) {
        return put(List.of(entity));
    }

    private Room put(List<? extends Entity> entities) {
        Map<Shelf, Map<String, Entity>> next = new EnumMap<>(Shelf.class);
        next.putAll(shelves);
        Map<Shelf, Map<String, Entity>> copied = new EnumMap<>(Shelf.class);
        for (Entity entity : entities) {
            Ref ref = entity.ref();
            copied.computeIfAbsent(ref.shelf(), shelf -> new HashMap<>(next.getOrDefault(shelf, Map.of())))
                    .put(ref.id(), entity);
        }
        next.putAll(copied);
        Room changed = new Room(id, written, pack, seq, next, lots);
        return copied.containsKey(Shelf.AGENDA)
                ? changed.following(changed.agenda().orElseThrow())
                : changed;
    }

    private Room drop(Ref ref) {
        Map<String, Entity> shelf = new HashMap<>(shelves.getOrDefault(ref.shelf(), Map.of()));
        shelf.remove(ref.id());
        Map<Shelf, Map<String, Entity>> next = new EnumMap<>(Shelf.class);
        next.putAll(shelves);
        next.put(ref.shelf(), shelf);
        return new Room(id, written, pack, seq, next, lots);
    }

    private Room without(Shelf shelf) {
        Map<Shelf, Map<String, Entity>> next = new EnumMap<>(Shelf.class);
        next.putAll(shelves);
        next.remove(shelf);
        return new Room(id, written, pack, seq, next, lots);
    }

    /** What {@code member} may do beyond the protocol in the running phase. */
    boolean isGranted(MemberId member, Action action) {
        return current()
                .map(run -> run.grants().getOrDefault(member, Set.of()).contains(action))
                .orElse(false);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Room room
                && room.id.equals(id)
                && room.seq == seq
                && room.nonEmptyShelves().equals(nonEmptyShelves());
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, seq);
    }

    @Override
    public String toString() {
        return "Room " + id + " at " + seq + " " + shelves;
    }

    private Map<Shelf, Map<String, Entity>> nonEmptyShelves() {
        Map<Shelf, Map<String, Entity>> filled = new EnumMap<>(Shelf.class);
        shelves.forEach((shelf, entities) -> {
            if (!entities.isEmpty()) {
                filled.put(shelf, entities);
            }
        });
        return filled;
    }
}
