package org.tessera.room;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.tessera.account.TeamId;
import org.tessera.protocol.Action;
import org.tessera.protocol.NoteKind;
import org.tessera.protocol.PackRef;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;

/**
 * One thing a room holds: the unit in which the room is changed, stored and told. Who may see an entity depends on the
 * entity's own fields only, so a change of visibility is always a change of the entity.
 */
sealed interface Entity {

    /** Where the entity stands in its room. */
    Ref ref();

    /** The address of an entity within its room. */
    record Ref(Shelf shelf, String id) {}

    /**
     * The room itself.
     *
     * @param scheduledAt when the meeting is to be, if that was said
     * @param cancelReason why a meeting that never began was cancelled, where somebody said so
     */
    record Setting(
            RoomId id,
            TeamId team,
            String title,
            PackRef pack,
            Status status,
            Optional<String> meetingUrl,
            Optional<Focus> focus,
            List<Text> norms,
            Optional<String> phase,
            Optional<Instant> startedAt,
            Optional<Instant> closedAt,
            Optional<Instant> scheduledAt,
            Optional<String> cancelReason)
            implements Entity {
        @Override
        public Ref ref() {
            return new Ref(Shelf.ROOM, id.toString());
        }

        /** Whether the room was closed before anything had begun in it. */
        boolean isCancelled() {
            return status == Status.CLOSED && startedAt.isEmpty();
        }
    }

    /** Whether a room has begun and ended. */
    enum Status {
        WAITING,
        RUNNING,
        CLOSED
    }

    /** The question the meeting keeps in view. */
    record Focus(String text, int version, MemberId by) {}

    /**
     * A person's part in the room.
     *
     * @param home the role the person was prepared for, and falls back to after facilitating for a while
     * @param hand when the hand went up, if it is up
     * @param facilitated time spent in the facilitator's role while the room ran, up to {@code facilitatingSince}
     */
    record Member(
            MemberId id,
            Role role,
            Role home,
            boolean guest,
            boolean agreed,
            boolean ready,
            Optional<Instant> hand,
            Duration facilitated,
            Optional<Instant> facilitatingSince,
            int ordinal)
            implements Entity {
        @Override
        public Ref ref() {
            return new Ref(Shelf.PEOPLE, id.toString());
        }

        /** Time in the facilitator's role up to {@code now}. */
        Duration facilitatedUntil(Instant now) {
            return facilitatingSince
                    .map(since -> facilitated.plus(Duration.between(since, now)))
                    .orElse(facilitated);
        }
    }

    /**
     * How a phase of the pack runs in this room. Stores when the phase ends, never what is left.
     *
     * @param planned time given to it so far
     * @param paused time spent in pauses that are over
     * @param locked whether its time ran out under a policy that closes writing
     * @param grants what an override allows a person beyond the protocol, for this run
     * @param from the room's log position when it last started
     * @param holder who acts as the presenter in it, where people hold a phase in turn
     * @param ordinal its place in the protocol as this room holds it; not stored, since it follows from the agenda
     */
    record PhaseRun(
            String id,
            State state,
            Duration planned,
            Optional<Instant> startedAt,
            Optional<Instant> endsAt,
            Optional<Instant> pausedAt,
            Duration paused,
            Optional<Instant> endedAt,
            boolean locked,
            Map<MemberId, Set<Action>> grants,
            boolean mayEndEarly,
            int runs,
            long from,
            Optional<MemberId> holder,
            int ordinal)
            implements Entity {
        enum State {
            AHEAD,
            RUNNING,
            DONE,
            SKIPPED
        }

        static PhaseRun ahead(String id, Duration planned, int ordinal) {
            return new PhaseRun(
                    id,
                    State.AHEAD,
                    planned,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Duration.ZERO,
                    Optional.empty(),
                    false,
                    Map.of(),
                    false,
                    0,
                    0,
                    Optional.empty(),
                    ordinal);
        }

        @Override
        public Ref ref() {
            return new Ref(Shelf.PHASES, id);
        }

        /** Time the phase has run, pauses left out. */
        Duration elapsed(Instant now) {
            if (startedAt.isEmpty()) {
                return Duration.ZERO;
            }
            Instant until = pausedAt.orElse(endedAt.orElse(now));
            return Duration.between(startedAt.get(), until).minus(paused);
        }
    }

    /** Where on a page a note points, in fractions of the page. */
    record Anchor(UUID material, int page, double x, double y, double w, double h) {}

    /**
     * What a note belongs to, beside its group.
     *
     * @param pair the small group whose people wrote it
     * @param among the people of that group, while only they see it
     * @param station the small group whose plan it was written on
     * @param replyTo the note it answers
     * @param mergedInto the note that says the same and stands for both
     */
    record Ties(
            Optional<UUID> pair,
            List<MemberId> among,
            Optional<UUID> station,
            Optional<NoteId> replyTo,
            Optional<NoteId> mergedInto) {

        static final Ties NONE =
                new Ties(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());

        public Ties {
            among = List.copyOf(among);
        }

        /** The ties of a note that everybody sees from now on. */
        Ties shownToAll() {
            return new Ties(pair, List.of(), station, replyTo, mergedInto);
        }

        /** The ties of a note that these people see now. */
        Ties shownTo(List<MemberId> people) {
            return new Ties(pair, people, station, replyTo, mergedInto);
        }

        Ties answering(NoteId other) {
            return new Ties(pair, among, station, Optional.of(other), mergedInto);
        }

        Ties mergedInto(Optional<NoteId> other) {
            return new Ties(pair, among, station, replyTo, other);
        }
    }

    /**
     * A note, private, sealed, set aside, on the board of a small group, or on the board.
     *
     * @param late whether it was written or changed after the date of work in one's own time
     */
    record Note(
            NoteId id,
            MemberId by,
            String text,
            NoteKind kind,
            Optional<Anchor> anchor,
            String phase,
            State state,
            double x,
            double y,
            Optional<UUID> group,
            int ordinal,
            Ties ties,
            boolean late)
            implements Entity {

        /** A note nobody was late with. */
        Note(
                NoteId id,
                MemberId by,
                String text,
                NoteKind kind,
                Optional<Anchor> anchor,
                String phase,
                State state,
                double x,
                double y,
                Optional<UUID> group,
                int ordinal,
                Ties ties) {
            this(id, by, text, kind, anchor, phase, state, x, y, group, ordinal, ties, false);
        }

        enum State {
            PRIVATE,
            SEALED,
            /** On the board of a small group, seen by its people only. */
            AMONG,
            /** Being written where nobody will know by whom: only the writer's, and never in the log. */
            ANONYMOUS,
            POSTED,
            ASIDE
        }

        @Override
        public Ref ref() {
            return new Ref(Shelf.NOTES, id.toString());
        }

        boolean onBoard() {
            return state == State.POSTED;
        }

        /** Whether it lies on the board of everybody, or of a small group. */
        boolean onSomeBoard() {
            return state == State.POSTED || state == State.AMONG;
        }

        /** Whether {@code member} may know of it. */
        boolean isSeenBy(MemberId member) {
            return onBoard()
                    || by.equals(member)
                    || (state == State.AMONG && ties.among().contains(member));
        }

        Note in(State next, int place) {
            return new Note(id, by, text, kind, anchor, phase, next, x, y, group, place, ties, late);
        }

        /** The note on the board of a small group: from now on one of the phase that posted it. */
        Note postedAmong(String newPhase, int place, double newX, double newY, Ties others) {
            return new Note(
                    id,
                    by,
                    text,
                    kind,
                    anchor,
                    newPhase,
                    State.AMONG,
                    newX,
                    newY,
                    Optional.empty(),
                    place,
                    others,
                    late);
        }

        /** The note on the board: from now on one of the phase that posted it. */
        Note postedIn(String newPhase, int place, double newX, double newY) {
            return new Note(
                    id,
                    by,
                    text,
                    kind,
                    anchor,
                    newPhase,
                    State.POSTED,
                    newX,
                    newY,
                    Optional.empty(),
                    place,
                    ties,
                    late);
        }

        Note at(double newX, double newY, Optional<UUID> newGroup) {
            return new Note(id, by, text, kind, anchor, phase, state, newX, newY, newGroup, ordinal, ties, late);
        }

        Note reading(String newText) {
            return new Note(id, by, newText, kind, anchor, phase, state, x, y, group, ordinal, ties, late);
        }

        Note meantAs(NoteKind other) {
            return new Note(id, by, text, other, anchor, phase, state, x, y, group, ordinal, ties, late);
        }

        Note late(boolean so) {
            return new Note(id, by, text, kind, anchor, phase, state, x, y, group, ordinal, ties, so);
        }

        Note tied(Ties others) {
            return new Note(id, by, text, kind, anchor, phase, state, x, y, group, ordinal, others, late);
        }
    }

    /**
     * A cluster of notes.
     *
     * @param among the people on whose board it lies, while only they see it; empty means everybody's
     */
    record Group(UUID id, String name, int ordinal, double x, double y, List<MemberId> among) implements Entity {
        public Group {
            among = List.copyOf(among);
        }

        Group(UUID id, String name, int ordinal, double x, double y) {
            this(id, name, ordinal, x, y, List.of());
        }

        Group named(String other) {
            return new Group(id, other, ordinal, x, y, among);
        }

        /** The cluster on a board that these people see now. */
        Group shownTo(List<MemberId> people) {
            return new Group(id, name, ordinal, x, y, people);
        }

        /** The cluster on everybody's board. */
        Group shownToAll(int place) {
            return new Group(id, name, place, x, y, List.of());
        }

        @Override
        public Ref ref() {
            return new Ref(Shelf.GROUPS, id.toString());
        }
    }

    /**
     * A small group: people who work together where not everybody does.
     *
     * @param over whether others were formed since; it stays as long as something names it
     */
    record Pair(UUID id, List<MemberId> people, boolean over) implements Entity {
        public Pair {
            people = List.copyOf(people);
        }

        Pair(UUID id, List<MemberId> people) {
            this(id, people, false);
        }

        @Override
        public Ref ref() {
            return new Ref(Shelf.PAIRS, id.toString());
        }
    }

    /** One person's dots in one phase; nobody else ever sees them. */
    record Ballot(MemberId by, String phase, Map<UUID, Integer> marks) implements Entity {
        @Override
        public Ref ref() {
            return new Ref(Shelf.BALLOTS, by + ":" + phase);
        }

        int spent() {
            return marks.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** The dots of everybody, counted when the voting phase ended. */
    record Tally(String phase, Map<UUID, Integer> counts, int voters) implements Entity {
        @Override
        public Ref ref() {
            return new Ref(Shelf.TALLIES, phase);
        }
    }

    /**
     * A text that its people write together.
     *
     * @param people who writes and sees it until it is shared; empty means everybody
     * @param fixed an existing text brought to the meeting, to be read and not written
     */
    record Statement(
            UUID id,
            String title,
            String phase,
            List<MemberId> people,
            String text,
            int version,
            boolean shared,
            boolean fixed,
            int ordinal)
            implements Entity {
        @Override
        public Ref ref() {
            return new Ref(Shelf.STATEMENTS, id.toString());
        }
    }

    /** One person's answer to a check; nobody else ever sees it. */
    record Answer(MemberId by, UUID item, int answer) implements Entity {
        @Override
        public Ref ref() {
            return new Ref(Shelf.ANSWERS, by + ":" + item);
        }
    }

    /** The outcome of a check, counted when its phase ended. */
    record Check(UUID item, Map<Integer, Integer> counts, boolean passed, int voters) implements Entity {
        @Override
        public Ref ref() {
            return new Ref(Shelf.CHECKS, item.toString());
        }
    }

    /** A goal the team set itself. */
    record Goal(UUID id, String text, MemberId by, int ordinal) implements Entity {
        @Override
        public Ref ref() {
            return new Ref(Shelf.GOALS, id.toString());
        }
    }

    /** Material brought to the room; while locked, nobody learns more than that it is there. */
    record Brought(UUID material, String kind, String title, int pages, boolean locked) implements Entity {
        @Override
        public Ref ref() {
            return new Ref(Shelf.MATERIALS, material.toString());
        }
    }

    /** An artifact a phase has left behind. */
    record Left(UUID artifact, String phase, Text name, String sha256, Instant at) implements Entity {
        @Override
        public Ref ref() {
            return new Ref(Shelf.ARTIFACTS, artifact.toString());
        }
    }

    /**
     * How the pack is held in this room.
     *
     * @param times how often each of its repetitions is held
     * @param meeting how long the meeting is to be, if that was said
     * @param people for how many people it was fitted, if it was
     * @param members how many people were in the room then
     */
    record Agenda(
            RoomId room,
            List<Integer> times,
            Optional<Duration> meeting,
            Optional<Integer> people,
            Optional<Integer> members)
            implements Entity {
        public Agenda {
            times = List.copyOf(times);
        }

        /** Nobody has fitted it yet. */
        static Agenda of(RoomId room, List<Integer> times) {
            return new Agenda(room, times, Optional.empty(), Optional.empty(), Optional.empty());
        }

        @Override
        public Ref ref() {
            return new Ref(Shelf.AGENDA, room.toString());
        }
    }

    /** Who has asked for more time in a phase and has not got any yet. */
    record Wish(String phase, List<MemberId> people) implements Entity {
        public Wish {
            people = List.copyOf(people);
        }

        @Override
        public Ref ref() {
            return new Ref(Shelf.WISHES, phase);
        }
    }

    /** The fixed order in which turns go round; the coach has none. */
    record Circle(RoomId room, List<MemberId> people) implements Entity {
        public Circle {
            people = List.copyOf(people);
        }

        @Override
        public Ref ref() {
            return new Ref(Shelf.CIRCLE, room.toString());
        }
    }

    /** The norms the room began with, once it has taken up norms of its own: what it goes back to without those. */
    record Ground(RoomId room, List<Text> norms) implements Entity {
        public Ground {
            norms = List.copyOf(norms);
        }

        @Override
        public Ref ref() {
            return new Ref(Shelf.GROUND, room.toString());
        }
    }

    /** Who has taken part in the meeting so far: whoever was there when one of its phases began, but not the coach. */
    record Attendance(RoomId room, List<MemberId> people) implements Entity {
        public Attendance {
            people = List.copyOf(people);
        }

        @Override
        public Ref ref() {
            return new Ref(Shelf.ATTENDANCE, room.toString());
        }

        /** With those, too. */
        Attendance with(List<MemberId> others) {
            return new Attendance(
                    room,
                    Stream.concat(people.stream(), others.stream()).distinct().toList());
        }
    }

    /**
     * Whose turn it is in a phase.
     *
     * @param order the parties of a round; empty in open talk
     * @param at the place in it, as many as there are parties when the round is over
     * @param speaking who has the floor; nobody in the silence after a turn that ended early
     * @param since from when their time on the floor counts; empty while the clock stands still
     * @param until when a turn of a set length ends
     * @param passed who has nothing more to say
     */
    record Turns(
            String phase,
            List<List<MemberId>> order,
            int at,
            List<MemberId> speaking,
            Optional<Instant> since,
            Optional<Instant> until,
            Set<MemberId> passed)
            implements Entity {
        public Turns {
            order = order.stream().map(List::copyOf).toList();
            speaking = List.copyOf(speaking);
            passed = Set.copyOf(passed);
        }

        static Turns of(String phase, List<List<MemberId>> order) {
            return new Turns(phase, order, 0, List.of(), Optional.empty(), Optional.empty(), Set.of());
        }

        Turns holding(int place, List<MemberId> people, Instant from, Optional<Instant> end) {
            Optional<Instant> begun = people.isEmpty() ? Optional.empty() : Optional.of(from);
            return new Turns(phase, order, place, people, begun, end, passed);
        }

        Turns quiet(Set<MemberId> nowPassed) {
            return new Turns(phase, order, at, List.of(), Optional.empty(), until, nowPassed);
        }

        Turns since(Optional<Instant> from) {
            return new Turns(phase, order, at, speaking, from, until, passed);
        }

        Turns until(Optional<Instant> end) {
            return new Turns(phase, order, at, speaking, since, end, passed);
        }

        Turns over() {
            return new Turns(phase, order, at, List.of(), Optional.empty(), Optional.empty(), passed);
        }

        @Override
        public Ref ref() {
            return new Ref(Shelf.TURNS, phase);
        }
    }

    /**
     * How much voice a person has had: the person's own figure, and the team's once everybody agrees.
     *
     * @param turns how often the person had the floor
     * @param floor for how long in all
     */
    record Voice(MemberId by, int turns, Duration floor, boolean agreed, boolean shared) implements Entity {
        @Override
        public Ref ref() {
            return new Ref(Shelf.VOICES, by.toString());
        }

        Voice plus(Duration held) {
            return new Voice(by, turns, floor.plus(held), agreed, shared);
        }

        Voice oneMore() {
            return new Voice(by, turns + 1, floor, agreed, shared);
        }

        Voice agreeing(boolean yes) {
            return new Voice(by, turns, floor, yes, shared);
        }

        Voice sharedWithAll(boolean yes) {
            return new Voice(by, turns, floor, agreed, yes);
        }
    }

    /**
     * What a checklist or a score sheet goes through one by one, for example a row of a rubric.
     *
     * @param phase the phase that lists it
     * @param by who added it; nobody where it came with the protocol
     */
    record Item(UUID id, String phase, Text text, Optional<MemberId> by, int ordinal) implements Entity {
        @Override
        public Ref ref() {
            return new Ref(Shelf.ITEMS, id.toString());
        }
    }

    /** One person's yes or no to an item of a checklist, and why; nobody else ever sees whose it is. */
    record Opinion(MemberId by, String phase, UUID item, boolean yes, String why) implements Entity {
        @Override
        public Ref ref() {
            return new Ref(Shelf.OPINIONS, by + ":" + phase + ":" + item);
        }
    }

    /**
     * How a group stands to an item of a checklist, and what it has come to.
     *
     * @param open whether the group is at this item now
     * @param entitled how many people the question is for
     * @param percent the share of the larger side among those who answered, rounded down
     * @param settled what was recorded, once it is
     * @param rationale why, as the group put it
     * @param whys the reasons people gave, without their names, once it is settled
     */
    record Consensus(
            String phase,
            UUID item,
            boolean open,
            int yes,
            int no,
            int entitled,
            int percent,
            Optional<Agreed> settled,
            String rationale,
            List<Why> whys)
            implements Entity {

        /** What a group can come to. */
        enum Agreed {
            YES,
            NO,
            NONE
        }

        /** A reason, and for which side it was given. */
        record Why(boolean yes, String text) {}

        public Consensus {
            whys = List.copyOf(whys);
        }

        @Override
        public Ref ref() {
            return new Ref(Shelf.CONSENSUS, phase + ":" + item);
        }

        int answered() {
            return yes + no;
        }
    }

    /**
     * A row of one person's score sheet.
     *
     * @param open whether the sheets have been opened; until then only its writer knows of it
     * @param late whether it was given after the date of work in one's own time
     */
    record Score(MemberId by, String phase, UUID item, int level, String evidence, boolean open, boolean late)
            implements Entity {

        /** A score nobody was late with. */
        Score(MemberId by, String phase, UUID item, int level, String evidence, boolean open) {
            this(by, phase, item, level, evidence, open, false);
        }

        /** The score as everybody sees it. */
        Score opened() {
            return new Score(by, phase, item, level, evidence, true, late);
        }

        @Override
        public Ref ref() {
            return new Ref(Shelf.SCORES, by + ":" + phase + ":" + item);
        }
    }

    /**
     * How far the sheets of a phase agree, counted when they were opened.
     *
     * @param raters how many people scored anything
     * @param kappa agreement beyond chance; empty where it is not defined
     */
    record Grid(
            String phase,
            int raters,
            List<Row> rows,
            Optional<Integer> exact,
            Optional<Integer> adjacent,
            Optional<Double> kappa)
            implements Entity {

        /**
         * One row of the sheet over all people.
         *
         * @param counts how many people gave which level
         * @param modal the level given most often, or several
         * @param exact percent of the pairs of people with the same level; empty where fewer than two scored
         * @param adjacent percent of the pairs of people at most one level apart
         */
        record Row(
                UUID item,
                Map<Integer, Integer> counts,
                List<Integer> modal,
                Optional<Integer> exact,
                Optional<Integer> adjacent) {
            public Row {
                modal = List.copyOf(modal);
            }
        }

        public Grid {
            rows = List.copyOf(rows);
        }

        @Override
        public Ref ref() {
            return new Ref(Shelf.GRIDS, phase);
        }
    }

    /** The score a group agreed on for a row, and why: what later scores can be held against. */
    record Settled(String phase, UUID item, int level, String rationale) implements Entity {
        @Override
        public Ref ref() {
            return new Ref(Shelf.SETTLED, phase + ":" + item);
        }
    }

    /** One wording of the focus question; {@code phase} is where it was found, if a phase was running. */
    record Wording(int version, String text, MemberId by, Optional<String> phase, Instant at) implements Entity {
        @Override
        public Ref ref() {
            return new Ref(Shelf.WORDINGS, String.valueOf(version));
        }
    }

    /**
     * A norm the group has taken up. Whose draft it was it does not say.
     *
     * @param id the id of the draft
     * @param hard how many have said that it is a hard one, counted when a phase ends
     */
    record Norm(UUID id, String text, int hard, int ordinal) implements Entity {
        @Override
        public Ref ref() {
            return new Ref(Shelf.NORMS, id.toString());
        }
    }

    /** One person finds a norm hard to keep; nobody else ever sees who. */
    record Flag(MemberId by, UUID norm) implements Entity {
        @Override
        public Ref ref() {
            return new Ref(Shelf.FLAGS, by + ":" + norm);
        }
    }

    /** How well the norms were kept. */
    enum Kept {
        ALL,
        MOST,
        FEW
    }

    /** One person's look back at the norms; nobody else ever sees it. {@code hard} is a place in the room's norms. */
    record Lookback(MemberId by, String phase, Kept kept, Optional<Integer> hard) implements Entity {
        @Override
        public Ref ref() {
            return new Ref(Shelf.LOOKBACKS, by + ":" + phase);
        }
    }

    /**
     * What a debrief came to beside its notes.
     *
     * @param norms the norms that were looked back at
     * @param kept how many gave which answer; nothing where too few answered to stay unknown
     * @param hard how many named the norm at a place as a hard one; likewise
     * @param voters how many answered
     * @param reason why it was left blank, if it was
     */
    record Debrief(
            String phase,
            List<Text> norms,
            Map<Kept, Integer> kept,
            Map<Integer, Integer> hard,
            int voters,
            Optional<String> reason)
            implements Entity {
        public Debrief {
            norms = List.copyOf(norms);
            kept = Map.copyOf(kept);
            hard = Map.copyOf(hard);
        }

        @Override
        public Ref ref() {
            return new Ref(Shelf.DEBRIEFS, phase);
        }
    }

    /** What a person has chosen in a phase. */
    record Pick(MemberId by, String phase, String choice) implements Entity {
        @Override
        public Ref ref() {
            return new Ref(Shelf.PICKS, by + ":" + phase);
        }
    }

    /**
     * Who leads beside the facilitator.
     *
     * @param co who conducts with the facilitator
     * @param deputy who is the first to follow a facilitator that has vanished
     * @param owed from whom the facilitation went while they were away, and who may take it back
     */
    record Leading(RoomId room, List<MemberId> co, Optional<MemberId> deputy, Optional<MemberId> owed)
            implements Entity {
        public Leading {
            co = List.copyOf(co);
        }

        Leading with(MemberId member, boolean conducts) {
            List<MemberId> others = new java.util.ArrayList<>(co);
            others.remove(member);
            if (conducts) {
                others.add(member);
            }
            return new Leading(room, others, deputy, owed);
        }

        Leading deputy(Optional<MemberId> named) {
            return new Leading(room, co, named, owed);
        }

        Leading owed(Optional<MemberId> former) {
            return new Leading(room, co, deputy, former);
        }

        @Override
        public Ref ref() {
            return new Ref(Shelf.LEADING, room.toString());
        }
    }

    /**
     * Who is ready in a phase where not even that is told of single people: each person's own word, which nobody else
     * sees, and how many there are.
     *
     * @param by whose word it is; empty for the number of all
     */
    record Readiness(Optional<MemberId> by, String phase, int ready) implements Entity {
        @Override
        public Ref ref() {
            return new Ref(
                    Shelf.READINESS, by.map(person -> person + ":" + phase).orElse(phase));
        }
    }

    /**
     * What one person knows: that an anonymous note is the own one. It stands in no log, and no view but that person's
     * reads it.
     *
     * @param was the note's id while it was written
     */
    record Claim(MemberId by, NoteId note, NoteId was) implements Entity {
        @Override
        public Ref ref() {
            return new Ref(Shelf.CLAIMS, note.toString());
        }
    }

    /** Until when work in one's own time is wanted. The date ends nothing: what comes later says so. */
    record Due(String phase, Instant at) implements Entity {
        @Override
        public Ref ref() {
            return new Ref(Shelf.DUES, phase);
        }
    }

    /** More time for one small group. */
    record Extension(String phase, UUID pair, Instant endsAt) implements Entity {
        @Override
        public Ref ref() {
            return new Ref(Shelf.EXTENSIONS, phase + ":" + pair);
        }
    }

    /** A line between two notes of the board. */
    record Link(UUID id, NoteId from, NoteId to) implements Entity {
        @Override
        public Ref ref() {
            return new Ref(Shelf.LINKS, id.toString());
        }

        boolean joins(NoteId note) {
            return from.equals(note) || to.equals(note);
        }
    }
}
