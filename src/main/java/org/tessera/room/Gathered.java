package org.tessera.room;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tessera.clock.AlarmClock;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who is in an open room: over this node, line by line, where a device that several people sit at is one line; and over other
 * nodes. Lives on the room's own thread.
 */
final class Gathered {

    private final RoomId id;
    private final AlarmClock clock;
    private final Announcements announcements;
    private final PresenceKeeping keeping;
    private final Departures departures = new Departures();
    /** One for each open device, with everybody who sits at it. */
    private final Map<Object, Set<MemberId>> lines = new LinkedHashMap<>();

    private volatile List<Set<MemberId>> elsewhere = List.of();

    Gathered(RoomId id, RoomLedger ledger, AlarmClock clock, Announcements announcements) {
        this.id = id;
        this.clock = clock;
        this.announcements = announcements;
        this.keeping = new PresenceKeeping(id, ledger);
    }

    /** From now on {@code people} are there over {@code line}; nobody once it is closed. */
    void attend(Object line, Set<MemberId> people, Room room) {
        Set<MemberId> before = here();
        if (people.isEmpty()) {
            lines.remove(line);
        } else {
            lines.put(line, people);
        }
        departures.changed(before, here(), clock.instant());
        see(room);
        announcements.attended(id, List.copyOf(lines.values()));
    }

    /** From now on these are there over other nodes. */
    void attendElsewhere(List<Set<MemberId>> others) {
        Set<MemberId> before = here();
        elsewhere = others;
        departures.changed(before, here(), clock.instant());
    }

    /** Whether it is known already that these are there over other nodes. From any thread. */
    boolean isKnown(List<Set<MemberId>> others) {
        return others.equals(elsewhere);
    }

    /** Keeps whose time counts as the room stands now. */
    void see(Room room) {
        keeping.see(room, hereOnThisNode(), EntityStore.kept(clock.instant()));
    }

    /** The room is left on this node: nobody is there over it any more. */
    void leave() {
        keeping.leave(EntityStore.kept(clock.instant()));
        announcements.attended(id, List.of());
    }

    Set<MemberId> here() {
        Set<MemberId> here = hereOnThisNode();
        elsewhere.forEach(here::addAll);
        return here;
    }

    /** Who is there, and whoever has only just gone. */
    Set<MemberId> hereOrJustGone(Instant now) {
        return departures.andThose(here(), now);
    }

    private Set<MemberId> hereOnThisNode() {
        Set<MemberId> here = new LinkedHashSet<>();
        lines.values().forEach(here::addAll);
        return here;
    }

    /** Who is there, and who shares a device with whom, as the seats are told it. */
    String frame() {
        ObjectNode frame = JsonNodeFactory.instance.objectNode().put("frame", "presence");
        ArrayNode list = frame.putArray("here");
        here().stream().map(MemberId::toString).sorted().forEach(list::add);
        List<List<String>> shared = Stream.concat(lines.values().stream(), elsewhere.stream())
                .filter(people -> people.size() > 1)
                .map(people -> people.stream().map(MemberId::toString).sorted().toList())
                .distinct()
                .sorted(Comparator.comparing(List::getFirst))
                .toList();
        if (!shared.isEmpty()) {
            frame.set("devices", EntityJson.JSON.valueToTree(shared));
        }
        return EntityJson.JSON.writeValueAsString(frame);
    }
}
