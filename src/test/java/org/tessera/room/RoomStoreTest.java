package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tessera.db.Tables.ROOM_EVENT_PAYLOAD;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;
import static org.tessera.protocol.Role.PRESENTER;
import static org.tessera.protocol.Role.RECORDER;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.tessera.account.Accounts;
import org.tessera.clock.AlarmClock;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.ShippedPacks;
import org.tessera.room.RoomCommand.*;
import org.tessera.support.AppTest;

/** What a room is in memory, in its tables and in its log is one and the same, whatever has happened in it. */
@AppTest
class RoomStoreTest {

    @Autowired
    private Rooms rooms;

    @Autowired
    private LiveRooms live;

    @Autowired
    private RoomStore store;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Protocols protocols;

    @Autowired
    private DSLContext db;

    @Autowired
    private AlarmClock clock;

    @Autowired
    private ObjectProvider<YieldKeeper> keepers;

    @Autowired
    private ApplicationContext context;

    private Meeting.Preparing meeting() {
        return new Meeting.Preparing(rooms, live, store, accounts, protocols);
    }

    private Meeting vision() {
        return meeting()
                .with("ana", FACILITATOR)
                .with("ben", PARTICIPANT)
                .with("cho", RECORDER)
                .with("dee", PARTICIPANT)
                .running("post-it-vision");
    }

    @Test
    void live_state_reload_and_replay_agree_after_every_command() {
        Meeting m = vision();
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        UUID third = UUID.randomUUID();
        UUID aside = UUID.randomUUID();
        UUID group = UUID.randomUUID();
        UUID goal = UUID.randomUUID();
        List<UUID> everybody = List.of(
                m.member("ana").value(),
                m.member("ben").value(),
                m.member("cho").value(),
                m.member("dee").value());

        Set<Class<?>> tried = new LinkedHashSet<>();
        Play play = playing(m, tried);
        play.on("ana", new AgreeNorms());
        play.on("ben", new Ready());
        play.on("ben", new NotReady());
        play.on("ben", new RaiseHand());
        play.on("ben", new LowerHand());
        play.on("ana", new FocusQuestion("What do we want to see?"));
        play.on("ana", new FitAgenda(90, 4));
        play.on(
                "ana",
                new RoomCommand.ChangeMeeting(
                        "Friday",
                        "https://meet.example.org/2",
                        List.of("We listen."),
                        clock.instant().plusSeconds(3600)));
        play.on("ana", new StartPhase("words"));
        play.on("cho", new AskTime());
        play.on("ana", new ExtendPhase("words", 2));
        play.on("ana", new ExtendPhase("words", 60));
        play.on("ana", new RoomCommand.Rebalance("later"));
        play.on("ana", new PausePhase("words"));
        play.on("ana", new ResumePhase("words"));
        play.on("ben", new AddNote(first, "curiosity", null, null, null, false));
        play.on("ben", new EditNote(first, "curious minds"));
        play.on("ben", new AddNote(aside, "tests", null, null, null, false));
        play.on("cho", new AddNote(second, "real problems", null, null, null, false));
        play.on("dee", new AddNote(third, "voice 🎤 of \"students\"", null, null, null, false));
        play.on("dee", new RemoveNote(third));
        play.on("ben", new KeepNote(aside));
        play.on("ana", new StartPhase("post"));
        play.on("ben", new PostNote(first));
        play.on("cho", new PostNote(second));
        play.on("ana", new StartPhase("sort"));
        play.on("dee", new MoveNote(first, 12.5, -3.25, null));
        play.on("dee", new GroupNotes(group, List.of(first, second)));
        play.on("dee", new LinkNotes(first, second));
        play.on("dee", new UnlinkNotes(second, first));
        play.on("ana", new EndPhase("sort"));
        play.on("ana", new StartPhase("name"));
        play.on("cho", new NameGroup(group, "Real thinking"));
        play.on("dee", new JoinNote(second, first));
        play.on("ben", new RoomCommand.TakeFacilitation());
        play.on("ana", new RoomCommand.TakeFacilitation());
        play.on("ana", new RoomCommand.NameCofacilitator(m.member("cho").value(), true));
        play.on("cho", new RoomCommand.NameDeputy(m.member("dee").value()));
        play.on("ana", new OrderTurns(everybody.reversed()));
        play.on("ana", new GiveFloor(m.member("ben").value()));
        play.on("ben", new PassTurn());
        play.on("ana", new GiveFloor(m.member("dee").value()));
        play.on("dee", new EndTurn());
        play.on("dee", new ShareVoice(true));
        play.on("ana", new StartPhase("aside"));
        play.on("ana", new StartPhase("vote"));
        play.on("ben", new CastVote(group));
        play.on("ben", new CastVote(group));
        play.on("ben", new RetractVote(group));
        play.on("ana", new FormGroups(List.of(everybody.subList(0, 2))));
        play.on(
                "ana",
                new AddToGroup(
                        m.member("cho").value(), m.live().pairs().getFirst().id()));
        play.on("ana", new FormGroups(List.of(everybody.subList(0, 2), everybody.subList(2, 4))));
        play.on("ana", new StartPhase("pairs"));
        UUID draft = m.live().statements().stream()
                .filter(statement -> statement.people().contains(m.member("ana")))
                .findFirst()
                .orElseThrow()
                .id();
        play.on("ana", new EditStatement(draft, 0, "[[0,\"Curious minds solve real problems.\"]]"));
        play.on("ana", new StartPhase("statement"));
        UUID whole = m.live().groupStatement().orElseThrow().id();
        play.on("dee", new EditStatement(whole, 0, "[[0,\"Curious minds\",\"solve real problems.\"]]"));
        play.on("ana", new StartPhase("fingers"));
        play.on("ben", new AnswerCheck(whole, 4));
        play.on("cho", new AnswerCheck(whole, 3));
        play.on("ana", new StartPhase("goals"));
        play.on("ben", new AddGoal(goal, "One shared task in spring"));
        play.on("cho", new EditGoal(goal, "One shared task by March"));
        play.on("ana", new AssignRole(m.member("cho").value(), "facilitator"));
        play.on("cho", new AssignRole(m.member("ana").value(), "facilitator"));
        play.on("ana", new RoomCommand.Override(m.member("ben").value(), "end", "the bus leaves"));
        UUID undone = UUID.randomUUID();
        UUID another = UUID.randomUUID();
        assertThat(m.tries("ben", undone, new AddGoal(another, "a slip"))).isEqualTo(new Outcome.Done());
        play.on("ben", new Undo(undone));
        assertThat(m.live().goal(another)).isEmpty();
        play.on("ana", new CloseRoom("The bell rang."));
        preparedInOwnTime(tried);
        calledOff(tried);
        calibrated(tried);
        validated(tried);

        Meeting talk = talking();
        Play talkPlay = (who, command) -> {
            talk.does(who, command);
            tried.add(command.getClass());
            talk.isConsistent();
        };
        UUID norm = UUID.randomUUID();
        UUID question = UUID.randomUUID();
        talkPlay.on("ana", new StartPhase("choose"));
        talkPlay.on("cho", new Choose("north"));
        talkPlay.on("cho", new Choose("south"));
        talkPlay.on("ana", new FocusQuestion("And now?"));
        talkPlay.on("ana", new StartPhase("draft"));
        talkPlay.on("cho", new AddNote(norm, "Begin on time", null, null, null, false));
        talkPlay.on("ana", new StartPhase("condense"));
        talkPlay.on("ana", new AdoptNorm(norm, "We begin on time."));
        talkPlay.on("cho", new FlagNorm(norm, true));
        talkPlay.on("ana", new DropNorm(norm));
        talkPlay.on("ana", new AdoptNorm(norm, "We begin and end on time."));
        talkPlay.on("cho", new FlagNorm(norm, true));
        talkPlay.on("ana", new StartPhase("clarify"));
        talkPlay.on("cho", new AddNote(question, "How long?", null, null, null, false));
        talkPlay.on("ben", new ReplyNote(UUID.randomUUID(), question, "Two weeks."));
        talkPlay.on("ana", new RetagNote(question, "feedback"));
        talkPlay.on("ana", new StartPhase("probe"));
        talkPlay.on("ana", new StartPhase("feedback"));
        talkPlay.on("ana", new StartPhase("debrief"));
        talkPlay.on("cho", new CheckNorms("most", 0));
        talkPlay.on("ben", new CheckNorms("all", null));
        talkPlay.on("dee", new CheckNorms("all", null));
        talkPlay.on("ana", new RoomCommand.Override(talk.member("ana").value(), "end", "the bus leaves"));
        talkPlay.on("ana", new CloseRoom("The bus leaves."));

        assertThat(tried)
                .as("every command a seat can send was tried")
                .containsExactlyInAnyOrderElementsOf(Set.of(OfSeat.class.getPermittedSubclasses()));
    }

    private static Play playing(Meeting m, Set<Class<?>> tried) {
        return (who, command) -> {
            m.does(who, command);
            tried.add(command.getClass());
            m.isConsistent();
        };
    }

    private void calledOff(Set<Class<?>> tried) {
        Meeting m = new Meeting.Preparing(rooms, live, store, accounts, ShippedPacks.offering(context, "at-leisure"))
                .with("ana", FACILITATOR)
                .with("ben", PARTICIPANT)
                .running("at-leisure");
        Play play = playing(m, tried);
        play.on("ana", new StartPhase("read"));
        play.on("ben", new AddNote(UUID.randomUUID(), "page 2", null, null, null, false));
        play.on("ana", new RoomCommand.CancelMeeting("Half of us are ill."));
        assertThat(m.live().setting().isCancelled()).isTrue();
    }

    private void preparedInOwnTime(Set<Class<?>> tried) {
        Meeting m = new Meeting.Preparing(rooms, live, store, accounts, ShippedPacks.offering(context, "at-leisure"))
                .with("ana", FACILITATOR)
                .with("ben", PARTICIPANT)
                .with("cho", PARTICIPANT)
                .running("at-leisure");
        Play play = playing(m, tried);
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        Instant far = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(600);
        play.on("ana", new SetDue("read", far));
        play.on("ana", new SetDue("later", far));
        play.on("ana", new SetDue("later", null));
        play.on("ana", new StartPhase("read"));
        play.on("ben", new AddNote(first, "page 2", null, null, null, false));
        Instant due = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(3);
        play.on("ana", new SetDue("read", due));
        Awaitility.await().until(() -> clock.instant().isAfter(due));
        play.on("cho", new AddNote(second, "page 3", null, null, null, false));
        live.close();
        assertThat(m.live().due("read")).contains(due);
        assertThat(m.live().note(new NoteId(first)).orElseThrow().late()).isFalse();
        assertThat(m.live().note(new NoteId(second)).orElseThrow().late()).isTrue();
        assertThat(m.live().current().orElseThrow().endsAt()).isEmpty();
        play.on("ana", new SetDue("rate", far));
        List.of("think", "confide", "rate").forEach(phase -> play.on("ana", new StartPhase(phase)));
        play.on(
                "ben",
                new SubmitScore(
                        Items.itemsOf(m.live(), m.live().pack().phase("rate").orElseThrow())
                                .getFirst()
                                .id(),
                        3,
                        null));
        play.on("ana", new StartPhase("talk"));
        play.on("cho", new AddNote(UUID.randomUUID(), "sorry", null, null, null, false, null, null, "read"));
        play.on("cho", new PostNote(second));
        play.on("ana", new StartPhase("later"));
        play.on("ben", new AddNote(UUID.randomUUID(), "it came true", null, null, null, false));
        live.close();
        play.on("ana", new CloseRoom());
    }

    private void calibrated(Set<Class<?>> tried) {
        Meeting m = meeting()
                .with("ana", FACILITATOR)
                .with("ben", PRESENTER)
                .with("cho", RECORDER)
                .with("dee", PARTICIPANT)
                .running("calibration");
        Play play = playing(m, tried);
        UUID row = UUID.randomUUID();
        UUID slip = UUID.randomUUID();
        play.on("ana", new StartPhase("roles"));
        play.on("ana", new StartPhase("walkthrough"));
        play.on("ben", new AddItem(row, "Evidence"));
        play.on("ben", new AddItem(slip, "Evidence"));
        play.on("cho", new EditItem(row, "Use of evidence «ñ»"));
        play.on("cho", new RemoveItem(slip));
        play.on("ana", new StartPhase("score"));
        play.on("ana", new SubmitScore(row, 3, "page 2 🎤"));
        play.on("dee", new SubmitScore(row, 4, null));
        play.on("dee", new SubmitScore(row, 2, "one \"source\""));
        play.on("ana", new StartPhase("share"));
        assertThat(m.live().grid("score").orElseThrow().raters()).isEqualTo(2);
        play.on("ana", new StartPhase("discuss"));
        play.on("cho", new SettleScore(row, 3, "two sources are enough"));
    }

    private void validated(Set<Class<?>> tried) {
        Meeting m = meeting()
                .with("ana", FACILITATOR)
                .with("ben", PRESENTER)
                .with("cho", RECORDER)
                .with("dee", PARTICIPANT)
                .running("assessment-validation");
        Play play = playing(m, tried);
        List.of("norms", "present", "examine", "clarify", "checklist")
                .forEach(phase -> play.on("ana", new StartPhase(phase)));
        List<UUID> items = Checklist.of(m.live(), "checklist").stream()
                .map(Entity.Consensus::item)
                .toList();
        play.on("ana", new AnswerItem(items.getFirst(), "yes", "the task sheet says so"));
        play.on("dee", new AnswerItem(items.getFirst(), "no", null));
        play.on("dee", new AnswerItem(items.getFirst(), "yes", null));
        play.on("ana", new SettleItem(items.getFirst(), "yes", "both readings agree"));
        play.on("ana", new OpenItem(items.getLast()));
        play.on("ana", new AnswerItem(items.getLast(), "no", "nobody knows"));
        // Nobody is connected, so whoever records waits for nobody.
        play.on("cho", new SettleItem(items.getLast(), "no", null));
        play.on("ana", new EndPhase("checklist"));
    }

    /** The number is the seed to play it again by. */
    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"looking-at-student-work,5", "post-it-vision,6", "calibration,7", "assessment-validation,8"})
    void a_room_reads_the_same_from_its_tables_and_from_its_log_after_every_random_step(String pack, long seed) {
        RoomId room = new RoomId(UUID.randomUUID());
        Meeting made = vision();
        store.make(room, made.team, protocols.latest(pack), "Thursday, room 12", made.person("ana"), Rehearsal.START);
        RandomPlay play = new RandomPlay(seed);
        Rehearsal meeting =
                play.gathered(RehearsalPlan.aRoom().of(protocols.latest(pack)).in(room, made.team));
        Room stored = Room.blank(room, meeting.room().written());
        for (int step = 0; step < 250; step++) {
            stored = append(
                    stored,
                    meeting.log().subList((int) stored.seq(), meeting.log().size()));
            assertThat(store.load(room).orElseThrow().room())
                    .as("read from the tables")
                    .isEqualTo(meeting.room());
            meeting = play.next(meeting);
        }

        assertThat(store.log(room, 1, Long.MAX_VALUE)).isEqualTo(meeting.log().subList(0, (int) stored.seq()));
        assertThat(store.brokenAt(room)).isEmpty();
    }

    /** A meeting of the pack {@code packs/voices.yaml}, which is of the tests' own. */
    private Meeting talking() {
        return new Meeting.Preparing(rooms, live, store, accounts, ShippedPacks.offering(context, "voices"))
                .with("ana", FACILITATOR)
                .with("ben", PRESENTER)
                .with("cho", PARTICIPANT)
                .with("dee", PARTICIPANT)
                .running("voices");
    }

    private Room append(Room before, List<Recorded> log) {
        RoomStore.Loaded loaded = store.load(before.id()).orElseThrow();
        List<Step> steps = new ArrayList<>();
        Room room = before;
        for (Recorded recorded : log) {
            Room after = room.apply(recorded);
            steps.add(new Step(
                    recorded, Change.between(room, after), Projection.of(room, recorded, after, loaded.names())));
            room = after;
        }
        store.append(room.id(), loaded.chain(), steps, List.of(), List.of());
        return room;
    }

    private interface Play {
        void on(String who, OfSeat command);
    }

    @Test
    void a_command_sent_twice_has_one_effect_and_the_same_answer() {
        Meeting m = vision();
        m.does("ana", new StartPhase("words"));
        UUID command = UUID.randomUUID();
        OfSeat add = new AddNote(UUID.randomUUID(), "once", null, null, null, false);

        assertThat(m.tries("ben", command, add)).isEqualTo(new Outcome.Done());
        long seq = m.live().seq();
        assertThat(m.tries("ben", command, add)).isEqualTo(new Outcome.Done());

        assertThat(m.live().seq()).isEqualTo(seq);
        assertThat(m.live().notes()).hasSize(1);
        m.isConsistent();
    }

    @Test
    void undo_goes_back_step_by_step_and_remembers_where_it_is_when_the_room_is_opened_anew() {
        Meeting m = vision();
        m.does("ana", new StartPhase("words"));
        List<UUID> commands = new ArrayList<>();
        for (String word : List.of("one", "two", "three")) {
            UUID command = UUID.randomUUID();
            commands.addFirst(command);
            m.tries("ben", command, new AddNote(UUID.randomUUID(), word, null, null, null, true));
        }
        UUID undo = UUID.randomUUID();

        assertThat(m.tries("ben", undo, new Undo(commands.get(0)))).isEqualTo(new Outcome.Done());
        m.isConsistent();
        live.close();
        assertThat(m.tries("ben", undo, new Undo(commands.get(0)))).isEqualTo(new Outcome.Done());
        assertThat(m.tries("ben", new Undo(commands.get(0)))).isEqualTo(new Outcome.No(Refusal.NOTHING_TO_UNDO));
        assertThat(m.tries("ben", new Undo(commands.get(2)))).isEqualTo(new Outcome.No(Refusal.NOTHING_TO_UNDO));
        m.does("ben", new Undo(commands.get(1)));
        m.does("ben", new Undo(commands.get(2)));

        assertThat(m.live().notes()).isEmpty();
        m.isConsistent();
    }

    @Test
    void ids_of_different_people_never_meet() {
        Meeting m = vision();
        m.does("ana", new StartPhase("words"));
        UUID command = UUID.randomUUID();
        m.tries("ben", command, new AddNote(UUID.randomUUID(), "ben's", null, null, null, false));
        m.tries("cho", command, new AddNote(UUID.randomUUID(), "cho's", null, null, null, false));

        assertThat(m.live().notes()).hasSize(2);
    }

    @Test
    void two_writers_cannot_both_take_one_place_in_the_log() {
        Meeting m = vision();
        RoomStore.Loaded one = store.load(m.id).orElseThrow();
        RoomStore.Loaded other = store.load(m.id).orElseThrow();
        store.append(m.id, one.chain(), List.of(step(one, m.member("ben"))), List.of(), List.of());

        assertThatThrownBy(() ->
                        store.append(m.id, other.chain(), List.of(step(other, m.member("cho"))), List.of(), List.of()))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(store.log(m.id, one.room().seq() + 1, Long.MAX_VALUE)).hasSize(1);
        assertThat(store.brokenAt(m.id)).isEmpty();
    }

    @Test
    void no_command_is_accepted_twice_and_nothing_is_kept_of_what_came_with_it() {
        Meeting m = vision();
        CommandKey key = new CommandKey(m.member("ben"), UUID.randomUUID());
        RoomStore.Loaded first = store.load(m.id).orElseThrow();
        long seq = first.room().seq() + 1;
        AcceptedCommand command = new AcceptedCommand(key, seq, seq);
        store.append(m.id, first.chain(), List.of(step(first, m.member("ben"))), List.of(command), List.of());
        RoomStore.Loaded then = store.load(m.id).orElseThrow();

        assertThatThrownBy(() -> store.append(
                        m.id, then.chain(), List.of(step(then, m.member("cho"))), List.of(command), List.of()))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(store.log(m.id, seq, Long.MAX_VALUE)).hasSize(1);
        assertThat(store.accepted(
                        m.id,
                        Set.of(
                                key,
                                new CommandKey(m.member("cho"), key.command()),
                                new CommandKey(m.member("ben"), UUID.randomUUID()))))
                .containsExactly(key);
    }

    @Test
    void what_leaves_no_trace_is_not_written_over_a_room_that_has_gone_on() {
        Meeting m = meeting()
                .with("ana", FACILITATOR)
                .with("ben", PARTICIPANT)
                .with("cho", PARTICIPANT)
                .running("forming-ground-rules");
        m.does("ana", new StartPhase("write"));
        RoomStore.Loaded behind = store.load(m.id).orElseThrow();
        m.does("ben", new RaiseHand());
        Instant at = Instant.parse("2026-11-23T07:00:00Z");
        Room before = behind.room();
        Actor cho = new Actor.Person(m.member("cho"));
        AddNote note = new AddNote(UUID.randomUUID(), "mine", null, null, null, false);
        RoomEvent event = ((Decision.Accepted) Rulebook.decide(before, note, cho, at))
                .events()
                .getFirst();
        Recorded silent = Anonymous.recorded(before, event, UUID.randomUUID(), at, Optional.empty());
        Room after = before.apply(silent);
        Step step =
                new Step(silent, Change.between(before, after), Projection.of(before, silent, after, behind.names()));

        assertThat(step.isSilent()).isTrue();
        assertThatThrownBy(() -> store.append(m.id, behind.chain(), List.of(step), List.of(), List.of()))
                .isInstanceOf(DuplicateKeyException.class);
        m.isConsistent();
    }

    @Test
    void a_room_that_lost_the_race_for_its_log_catches_up_and_decides_anew() {
        Meeting m = vision();
        m.live();
        RoomStore.Loaded elsewhere = store.load(m.id).orElseThrow();
        store.append(m.id, elsewhere.chain(), List.of(step(elsewhere, m.member("ben"))), List.of(), List.of());

        m.does("cho", new Ready());

        assertThat(m.live().member(m.member("ben")).orElseThrow().ready()).isTrue();
        assertThat(m.live().member(m.member("cho")).orElseThrow().ready()).isTrue();
        m.isConsistent();
    }

    @Test
    void two_servers_that_write_at_once_leave_one_log_with_everything_they_acknowledged() throws Exception {
        Meeting m = vision();
        m.does("ana", new StartPhase("words"));
        try (LiveRooms other = new LiveRooms(store, clock, keepers)) {
            Map<String, LiveRoom> servers = Map.of(
                    "ben",
                    live.find(m.id).orElseThrow(),
                    "cho",
                    other.find(m.id).orElseThrow());
            Map<UUID, CompletableFuture<Outcome>> answers = new ConcurrentHashMap<>();
            List<Thread> writers = new ArrayList<>();
            servers.forEach((who, server) -> writers.add(Thread.ofVirtual().start(() -> {
                MemberId member = m.member(who);
                for (int i = 0; i < 40; i++) {
                    CompletableFuture<Outcome> answer = new CompletableFuture<>();
                    UUID note = UUID.randomUUID();
                    answers.put(note, answer);
                    server.give(
                            new AddNote(note, who + " " + i, null, null, null, false),
                            UUID.randomUUID(),
                            member,
                            answer::complete);
                    answer.orTimeout(20, TimeUnit.SECONDS).join();
                }
            })));
            for (Thread writer : writers) {
                writer.join(Duration.ofSeconds(60));
            }

            Set<UUID> acknowledged = answers.entrySet().stream()
                    .filter(answer -> answer.getValue().join().equals(new Outcome.Done()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            List<Recorded> log = store.log(m.id, 1, Long.MAX_VALUE);
            assertThat(log)
                    .extracting(Recorded::seq)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, log.size()).boxed().toList());
            assertThat(log.stream()
                            .map(Recorded::event)
                            .filter(RoomEvent.NoteAdded.class::isInstance)
                            .map(event -> ((RoomEvent.NoteAdded) event).note().value()))
                    .containsExactlyInAnyOrderElementsOf(acknowledged);
            assertThat(acknowledged).hasSizeGreaterThan(40);
            assertThat(store.brokenAt(m.id)).isEmpty();
            assertThat(m.replayed()).isEqualTo(m.reloaded());
        }
    }

    @Test
    void rooms_that_write_at_the_same_time_each_get_to_their_own_place() throws Exception {
        List<Meeting> meetings = Stream.generate(this::vision).limit(8).toList();
        List<Thread> writers = new ArrayList<>();
        for (Meeting meeting : meetings) {
            meeting.does("ana", new StartPhase("words"));
            writers.add(Thread.ofVirtual().unstarted(() -> {
                for (int i = 0; i < 20; i++) {
                    UUID note = UUID.randomUUID();
                    meeting.does("ben", new AddNote(note, "first " + i, null, null, null, false));
                    meeting.does("ben", new EditNote(note, "then " + i));
                }
            }));
        }
        writers.forEach(Thread::start);
        for (Thread writer : writers) {
            writer.join(Duration.ofSeconds(60));
        }

        for (Meeting meeting : meetings) {
            assertThat(meeting.live().notes()).hasSize(20).allMatch(note -> note.text()
                    .startsWith("then"));
            assertThat(store.brokenAt(meeting.id)).isEmpty();
            meeting.isConsistent();
        }
    }

    private static Step step(RoomStore.Loaded loaded, MemberId who) {
        Room before = loaded.room();
        Recorded recorded = new Recorded(
                before.seq() + 1,
                UUID.randomUUID(),
                java.time.Instant.parse("2026-11-21T15:30:00Z"),
                Optional.of(who),
                new RoomEvent.ReadySet(who, true));
        Room after = before.apply(recorded);
        return new Step(
                recorded, Change.between(before, after), Projection.of(before, recorded, after, loaded.names()));
    }

    @Test
    void the_chain_holds_after_a_payload_is_erased_and_breaks_when_one_is_changed() {
        Meeting m = vision();
        m.does("ana", new StartPhase("words"));
        m.does("ben", new AddNote(UUID.randomUUID(), "to be forgotten", null, null, null, false));
        long last = m.live().seq();

        store.erasePayload(m.id, last);

        assertThat(store.brokenAt(m.id)).isEmpty();
        assertThat(store.log(m.id, last, last))
                .singleElement()
                .extracting(Recorded::event)
                .isEqualTo(new RoomEvent.PayloadErased());
        db.update(ROOM_EVENT_PAYLOAD)
                .set(ROOM_EVENT_PAYLOAD.PAYLOAD, "{}")
                .where(ROOM_EVENT_PAYLOAD.ROOM_ID.eq(m.id.value()).and(ROOM_EVENT_PAYLOAD.SEQ.eq(last - 1)))
                .execute();
        assertThat(store.brokenAt(m.id)).contains(last - 1);
    }

    @Test
    void artifacts_are_left_in_the_transaction_that_ends_their_phase() {
        Meeting m = meeting()
                .with("ana", FACILITATOR)
                .with("ben", PRESENTER)
                .with("cho", PARTICIPANT)
                .running("looking-at-student-work");
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("describe", "there is a table on page 2");
        notes.put("interpret", "the student estimates first");
        notes.put("implications", "ask for estimates before measuring");
        for (String phase :
                List.of("norms", "work", "examine", "describe", "interpret", "implications", "presenter", "debrief")) {
            m.does("ana", new StartPhase(phase));
            if (notes.containsKey(phase)) {
                m.does("cho", new AddNote(UUID.randomUUID(), notes.get(phase), null, null, null, false));
            }
        }
        m.does("ana", new CloseRoom("The bell rang."));

        assertThat(m.live().shelf(Shelf.ARTIFACTS).values().stream()
                        .map(Entity.Left.class::cast)
                        .map(Entity.Left::phase)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("describe", "interpret", "implications", "debrief");
        m.isConsistent();
    }
}
