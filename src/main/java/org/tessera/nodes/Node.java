package org.tessera.nodes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.tessera.room.Announcements;
import org.tessera.room.MemberId;
import org.tessera.room.RoomId;

/**
 * This node as its rooms see it: they put down what others should know, and go on at once. For each room only the latest is
 * kept, so that however long the broker or the database is away, no more waits than there are rooms.
 */
@Component
@Profile("cluster")
class Node implements Announcements {

    private final String name = UUID.randomUUID().toString();
    private final Map<RoomId, Long> written = new ConcurrentHashMap<>();
    private final Map<RoomId, List<Set<MemberId>>> attended = new ConcurrentHashMap<>();
    /** Rooms whose people others have not been told of. */
    private final Set<RoomId> moved = ConcurrentHashMap.newKeySet();

    private volatile Runnable waker = () -> {};

    Node(@Value("${spring.datasource.url:}") String database) {
        if (database.isBlank()) {
            throw new IllegalStateException("Several nodes share one database: the profile \"cluster\" needs"
                    + " spring.datasource.url, .username and .password. See docs/how-to/run-several-nodes.md.");
        }
    }

    @Override
    public String node() {
        return name;
    }

    @Override
    public boolean areHeard() {
        return true;
    }

    @Override
    public void written(RoomId room, long seq) {
        written.merge(room, seq, Math::max);
        waker.run();
    }

    @Override
    public void attended(RoomId room, List<Set<MemberId>> lines) {
        List<Set<MemberId>> now = List.copyOf(lines);
        if (!now.equals(now.isEmpty() ? attended.remove(room) : attended.put(room, now))) {
            moved.add(room);
            waker.run();
        }
    }

    /** Runs {@code wake} whenever there is something to tell. */
    void whenThereIsNews(Runnable wake) {
        waker = wake;
    }

    /** The rooms whose log has gone on since this was asked last, and how far. */
    Map<RoomId, Long> takeWritten() {
        Map<RoomId, Long> taken = new java.util.HashMap<>();
        written.keySet().forEach(room -> {
            Long seq = written.remove(room);
            if (seq != null) {
                taken.put(room, seq);
            }
        });
        return taken;
    }

    /** The rooms in which people came or went since this was asked last. */
    Set<RoomId> takeMoved() {
        Set<RoomId> taken = new java.util.HashSet<>();
        moved.forEach(room -> {
            if (moved.remove(room)) {
                taken.add(room);
            }
        });
        return taken;
    }

    /** Who is in {@code room} over this node. */
    List<Set<MemberId>> people(RoomId room) {
        return attended.getOrDefault(room, List.of());
    }

    /** That somebody came or went there has not been told after all. */
    void untold(RoomId room) {
        moved.add(room);
    }

    /** Nobody knows of anybody here. */
    void unknown() {
        moved.addAll(attended.keySet());
    }
}
