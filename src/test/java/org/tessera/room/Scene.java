package org.tessera.room;

import static org.tessera.room.Ids.id;
import static org.tessera.room.RehearsalPlan.aRoom;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tessera.protocol.Grouping;
import org.tessera.protocol.Instrument;
import org.tessera.protocol.NoteKind;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Role;
import org.tessera.room.Entity.Member;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A step of a protocol with people in it, and what the facilitator's page is told of it. Immutable, as what it plays is. */
public final class Scene {

    private final Rehearsal meeting;

    private Scene(Rehearsal meeting) {
        this.meeting = meeting;
    }

    /** One person in each role of {@code pack}, and as many more as it is made for, before the first step. */
    public static Scene of(Pack pack) {
        RehearsalPlan plan = aRoom().of(pack);
        pack.roles().forEach(role -> plan.with(Part.in(role.word(), role)));
        for (int more = pack.roles().size();
                more <= Math.max(6, pack.groupSize().min());
                more++) {
            plan.with(Part.participant("neighbour " + more));
        }
        return new Scene(plan.waiting());
    }

    /** The scene once {@code step}, or its first repetition, has just begun; nothing was done on the way but what it needs. */
    public Scene in(Phase step) {
        Scene on = this;
        while (!on.isIn(step)) {
            on = on.next(step);
        }
        return on;
    }

    private boolean isIn(Phase step) {
        return meeting.room().current().filter(run -> is(run.id(), step)).isPresent();
    }

    private static boolean is(String phase, Phase step) {
        return phase.equals(step.id()) || phase.startsWith(step.id() + ".");
    }

    private Scene next(Phase step) {
        Room room = meeting.room();
        List<Phase> phases = room.pack().phases();
        Phase next = phases.stream()
                .skip(Rulebook.positionOf(room) + 1L)
                .filter(phase -> !phase.optional() || is(phase.id(), step))
                .findFirst()
                .orElseThrow();
        // Each step takes its time, of which going on to the next is the last minute.
        Rehearsal ready = room.current()
                .map(run -> withRows(room.phaseOf(run)).after(run.planned().minusMinutes(1)))
                .orElse(meeting);
        return new Scene((next.grouping() == Grouping.DIRECTION ? inTwo(ready) : ready).inPhase(next.id()));
    }

    /** Whoever chose the same works together, which no lot can find out. */
    private static Rehearsal inTwo(Rehearsal meeting) {
        List<UUID> people = meeting.room().members().stream()
                .filter(member -> member.role() != Role.COACH)
                .map(member -> member.id().value())
                .toList();
        int half = people.size() / 2;
        return meeting.facilitated(
                new RoomCommand.FormGroups(List.of(people.subList(0, half), people.subList(half, people.size()))));
    }

    private Rehearsal withRows(Phase leaving) {
        return leaving.instrument() == Instrument.ITEMS
                ? facilitatorOrFirst(new RoomCommand.AddItem(id("row"), "Speaks to a reader"))
                : meeting;
    }

    private Rehearsal facilitatorOrFirst(RoomCommand.OfSeat command) {
        return first(Stream.of(command)).map(scene -> scene.meeting).orElseThrow();
    }

    /** The scene after that much time. */
    public Scene after(Duration time) {
        return new Scene(meeting.after(time));
    }

    public Instant now() {
        return meeting.now();
    }

    /** Minutes given to the step. */
    public Duration planned() {
        return meeting.phase().planned();
    }

    /** When the time of the step is over, if it has a clock. */
    public Optional<Instant> endsAt() {
        return meeting.phase().endsAt();
    }

    /** Every way somebody may put {@code text} down in this step, each from here, whoever sees it. */
    public Stream<Scene> noting(String text) {
        Phase phase = meeting.room().phaseOf(meeting.phase());
        return accepted(phase.kinds().stream()
                .map(NoteKind::word)
                .map(kind -> new RoomCommand.AddNote(id("note"), text, kind, null, null, false)));
    }

    /** The scene after what the step is for has begun, in the first way that is allowed. */
    public Scene stirred() {
        Phase phase = meeting.room().phaseOf(meeting.phase());
        if (phase.instrument() == Instrument.CHOICE) {
            Rehearsal all = meeting;
            for (Member member : meeting.room().members()) {
                if (member.role() != Role.COACH) {
                    all = all.does(
                            member.id(),
                            new RoomCommand.Choose(
                                    phase.tools().choices().getFirst().id()));
                }
            }
            return new Scene(all);
        }
        return Stream.concat(noting("Three of them count on their fingers"), worked())
                .findFirst()
                .orElseThrow();
    }

    private Stream<Scene> worked() {
        List<UUID> items = Stream.concat(meeting.room().items().stream().map(Entity.Item::id), Stream.of(id("row")))
                .toList();
        UUID text = meeting.room().groupStatement().map(Entity.Statement::id).orElseGet(() -> id("none"));
        return accepted(Stream.concat(
                Stream.of(
                        new RoomCommand.AddItem(id("row"), "Speaks to a reader"),
                        new RoomCommand.AddGoal(id("goal"), "Two rubrics by May"),
                        Commands.write(text, "Every child asks")),
                items.stream()
                        .flatMap(item -> Stream.of(
                                new RoomCommand.AnswerItem(item, "yes", null),
                                new RoomCommand.SettleScore(item, 2, "Page 2 shows it")))));
    }

    private Optional<Scene> first(Stream<RoomCommand.OfSeat> commands) {
        return accepted(commands).findFirst();
    }

    private Stream<Scene> accepted(Stream<? extends RoomCommand.OfSeat> commands) {
        return commands.flatMap(command -> meeting.room().members().stream()
                .map(member -> meeting.when(command, member.id()))
                .filter(verdict -> verdict.decision() instanceof Decision.Accepted)
                .map(verdict -> new Scene(verdict.meeting())));
    }

    /** What the facilitator's page gets: a snapshot of the room, and who is there. */
    public List<String> frames() {
        Room room = meeting.room();
        MemberId you = room.facilitator().orElseThrow().id();
        ObjectNode snapshot = JsonNodeFactory.instance
                .objectNode()
                .put("frame", "snapshot")
                .put("n", 0)
                .put("cursor", "")
                .put("now", meeting.now().toString())
                .put("you", you.toString());
        snapshot.set("room", Projection.snapshot(room, you, new Names()));
        ObjectNode presence = JsonNodeFactory.instance.objectNode().put("frame", "presence");
        room.members()
                .forEach(member -> presence.withArray("here").add(member.id().toString()));
        return List.of(snapshot.toString(), presence.toString());
    }
}
