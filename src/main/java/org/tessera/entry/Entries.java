package org.tessera.entry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What teams write together. Members write, coaches read, and for everybody else there is nothing. Whoever saves an entry
 * that somebody else has saved in between loses nothing: changes of different fields are put together, and of two changes of
 * the same field the second is kept beside the first, as a version.
 */
@Service
public class Entries {

    /** The longest body, in UTF-16 units of its JSON. */
    public static final int MOST = 100_000;

    /** How many entries of one kind a team may have. */
    public static final int MOST_OF_A_KIND = 400;

    /** Whoever pauses for longer begins a new version. */
    static final Duration PAUSE = Duration.ofMinutes(10);

    /** Whoever removes more at once, in UTF-16 units, begins a new version: what was there stays in the one before. */
    static final int MUCH = 200;

    private final EntryStore store;
    private final Circles circles;
    private final InstantSource clock;
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    Entries(EntryStore store, Circles circles, InstantSource clock) {
        this.store = store;
        this.circles = circles;
        this.clock = clock;
    }

    /** A team's entries of a kind, in the order in which they were begun; none for who has nothing to do with the team. */
    @Transactional(readOnly = true)
    public <T> List<Entry<T>> of(TeamId team, EntryKind<T> kind, PersonId reader) {
        return circles.of(team, reader).isEmpty()
                ? List.of()
                : store.of(team, kind.name()).stream()
                        .map(row -> read(row, kind))
                        .toList();
    }

    /** One entry, if there is one of this kind that {@code reader} may read. */
    @Transactional(readOnly = true)
    public <T> Optional<Entry<T>> find(EntryId id, EntryKind<T> kind, PersonId reader) {
        return store.find(id)
                .filter(row -> row.kind().equals(kind.name()))
                .filter(row -> circles.of(row.team(), reader).isPresent())
                .map(row -> read(row, kind));
    }

    /** Begins an entry. */
    @Transactional
    public <T> EntryAnswer<T> begin(TeamId team, EntryKind<T> kind, T body, PersonId by) {
        return begin(new EntryId(UUID.randomUUID()), team, kind, body, by);
    }

    /** Begins an entry of which a team has one only; where it was begun already, that one is the answer. */
    @Transactional
    public <T> EntryAnswer<T> beginOnly(TeamId team, EntryKind<T> kind, T body, PersonId by) {
        UUID only =
                UUID.nameUUIDFromBytes((kind.name() + team.value()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return begin(new EntryId(only), team, kind, body, by);
    }

    private <T> EntryAnswer<T> begin(EntryId id, TeamId team, EntryKind<T> kind, T body, PersonId by) {
        if (!writes(team, by)) {
            return new EntryAnswer.Refused<>(EntryRefusal.NOT_A_MEMBER);
        }
        if (store.count(team, kind.name()) >= MOST_OF_A_KIND) {
            return new EntryAnswer.Refused<>(EntryRefusal.TOO_MANY);
        }
        String text = json.writeValueAsString(body);
        if (text.length() > MOST) {
            return new EntryAnswer.Refused<>(EntryRefusal.TOO_LONG);
        }
        Instant now = now();
        if (store.begin(new EntryStore.Row(id, team, kind.name(), text, 1, now, by, now))) {
            store.addVersion(id, text, false, by, now);
        }
        return new EntryAnswer.Saved<>(read(store.find(id).orElseThrow(), kind));
    }

    /**
     * Keeps an entry.
     *
     * @param seen the entry as the writer saw it before typing
     */
    @Transactional
    public <T> EntryAnswer<T> save(Entry<T> seen, T body, PersonId by) {
        Optional<EntryStore.Row> found = store.findToChange(seen.id())
                .filter(row -> row.kind().equals(seen.kind().name()));
        if (found.isEmpty()) {
            return new EntryAnswer.Refused<>(EntryRefusal.GONE);
        }
        EntryStore.Row present = found.get();
        if (!writes(present.team(), by)) {
            return new EntryAnswer.Refused<>(EntryRefusal.NOT_A_MEMBER);
        }
        String text = json.writeValueAsString(body);
        if (text.length() > MOST) {
            return new EntryAnswer.Refused<>(EntryRefusal.TOO_LONG);
        }
        Optional<String> next = present.version() == seen.version()
                ? Optional.of(text)
                : Merge.of(tree(json.writeValueAsString(seen.body())), tree(text), tree(present.body()))
                        .map(json::writeValueAsString)
                        .filter(both -> both.length() <= MOST);
        if (next.isEmpty()) {
            keepVersion(present.id(), text, true, by);
            return new EntryAnswer.Overtaken<>(read(present, seen.kind()));
        }
        if (next.get().equals(present.body())) {
            return new EntryAnswer.Saved<>(read(present, seen.kind()));
        }
        EntryStore.Row row = new EntryStore.Row(
                present.id(),
                present.team(),
                present.kind(),
                next.get(),
                present.version() + 1,
                present.madeAt(),
                by,
                now());
        store.save(row);
        keepVersion(row.id(), row.body(), false, by);
        return new EntryAnswer.Saved<>(read(row, seen.kind()));
    }

    /** An entry as it once was, latest first; none for who may not read it. */
    @Transactional(readOnly = true)
    public <T> List<EntryVersion<T>> versions(EntryId id, EntryKind<T> kind, PersonId reader) {
        return find(id, kind, reader)
                .map(entry -> store.versions(entry.id()).stream()
                        .map(row -> new EntryVersion<>(
                                row.number(),
                                json.readValue(row.body(), kind.type()),
                                row.beside(),
                                row.by(),
                                row.at()))
                        .toList())
                .orElse(List.of());
    }

    /** Erases an entry with all its versions; nothing happens for who is no member of its team. */
    @Transactional
    public void remove(EntryId id, PersonId by) {
        store.findToChange(id).filter(row -> writes(row.team(), by)).ifPresent(row -> store.remove(row.id()));
    }

    private boolean writes(TeamId team, PersonId person) {
        return circles.of(team, person).equals(Optional.of(Standing.MEMBER));
    }

    /** A stretch of one person's writing is one version, until the person pauses, removes much, or somebody else writes. */
    private void keepVersion(EntryId id, String body, boolean beside, PersonId by) {
        Instant now = now();
        Optional<EntryStore.Version> open = store.latest(id)
                .filter(row -> row.by().equals(by) && row.beside() == beside)
                .filter(row -> row.at().plus(PAUSE).isAfter(now))
                .filter(row -> row.body().length() - body.length() <= MUCH);
        open.ifPresentOrElse(
                row -> store.goOn(id, row.number(), body, now), () -> store.addVersion(id, body, beside, by, now));
    }

    private JsonNode tree(String body) {
        return json.readTree(body);
    }

    private <T> Entry<T> read(EntryStore.Row row, EntryKind<T> kind) {
        return new Entry<>(
                row.id(),
                row.team(),
                kind,
                json.readValue(row.body(), kind.type()),
                row.version(),
                row.madeAt(),
                row.by(),
                row.at());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
