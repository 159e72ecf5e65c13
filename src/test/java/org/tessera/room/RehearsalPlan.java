package org.tessera.room;

import static org.tessera.room.Ids.id;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tessera.account.TeamId;
import org.tessera.protocol.Pack;
import org.tessera.protocol.ShippedPacks;
import org.tessera.protocol.TestPacks;
import org.tessera.room.RoomCommand.Admit;
import org.tessera.room.RoomCommand.OfHouse;
import org.tessera.room.RoomCommand.Prepare;

/** A room as a test wants it: {@code aRoom().of("post-it-vision").with(facilitator("ana")).inPhase("sort")}. */
final class RehearsalPlan {

    /** Reading and checking a pack costs more than playing it. */
    private static final Map<String, Pack> READ = new ConcurrentHashMap<>();

    private Pack pack = read("looking-at-student-work");
    private RoomId room = new RoomId(id("room"));
    private TeamId team = new TeamId(id("team"));
    private final List<Part> parts = new ArrayList<>();
    private final List<OfHouse> brought = new ArrayList<>();

    private RehearsalPlan() {}

    static RehearsalPlan aRoom() {
        return new RehearsalPlan();
    }

    /** The room of that id, where another than the usual is wanted. */
    RehearsalPlan in(RoomId other, TeamId its) {
        room = other;
        team = its;
        return this;
    }

    RehearsalPlan of(String shipped) {
        return of(read(shipped));
    }

    private static Pack read(String shipped) {
        return READ.computeIfAbsent(shipped, id -> TestPacks.isThere(id) ? TestPacks.read(id) : ShippedPacks.read(id));
    }

    RehearsalPlan of(Pack other) {
        pack = other;
        return this;
    }

    RehearsalPlan with(Part... people) {
        parts.addAll(List.of(people));
        return this;
    }

    /** Material and texts that are there from the beginning. */
    RehearsalPlan bringing(OfHouse... things) {
        brought.addAll(List.of(things));
        return this;
    }

    /** The room before its first phase. */
    Rehearsal waiting() {
        Rehearsal meeting = Rehearsal.blank(Room.blank(room, pack))
                .house(new Prepare(team, "Thursday, room 12", pack.ref(), Optional.empty(), pack.norms()));
        for (Part part : parts) {
            meeting = meeting.house(new Admit(Ids.person(part.name()), part.role(), part.guest()));
        }
        for (OfHouse thing : brought) {
            meeting = meeting.house(thing);
        }
        return meeting;
    }

    Rehearsal inPhase(String phase) {
        return waiting().inPhase(phase);
    }
}
