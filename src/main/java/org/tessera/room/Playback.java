package org.tessera.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tessera.protocol.Pack;
import org.tessera.room.RoomEvent.*;
import org.tessera.room.RoomMoment.Kind;
import org.tessera.room.RoomMoment.Said;

/**
 * Plays a step of a log again for somebody who was not there. It goes by the same rule as what is told to seats: a change
 * shows once {@link Audience} says that everybody may know of it, and never before.
 */
final class Playback {

    /** Somebody who moves on within this time is still at the same thing. */
    private static final Duration BREATH = Duration.ofSeconds(5);

    private final String phase;
    private final List<RoomMoment> moments = new ArrayList<>();
    private @Nullable Instant begin;

    private Playback(String phase) {
        this.phase = phase;
    }

    /**
     * The moments of {@code phase}.
     *
     * @param log from the room's first entry up to the last one of the step
     * @param from the place in the log at which the step began
     */
    static List<RoomMoment> of(RoomId id, Pack written, List<Recorded> log, String phase, long from) {
        // without its beginning nothing of a room can be told
        if (log.isEmpty() || !(log.getFirst().event() instanceof RoomPrepared)) {
            return List.of();
        }
        Playback playback = new Playback(phase);
        Room room = Room.blank(id, written);
        for (Recorded recorded : log) {
            Room after = room.apply(recorded);
            if (recorded.seq() >= from && !(recorded.event() instanceof PayloadErased)) {
                playback.play(room, recorded, after);
            }
            room = after;
        }
        return List.copyOf(playback.moments);
    }

    private void play(Room before, Recorded recorded, Room after) {
        if (begin == null) {
            begin = recorded.at();
        }
        course(recorded.event()).ifPresent(kind -> add(recorded, kind, Optional.empty(), List.of()));
        List<Change> told = Change.between(before, after).stream()
                .filter(change -> isTold(change.was()) || isTold(change.is()))
                .toList();
        if (recorded.event() instanceof PhaseEnded || recorded.event() instanceof NotesUncovered) {
            opened(recorded, told);
        } else {
            told.forEach(change -> change(recorded, change));
        }
        if (told.stream().anyMatch(Playback::isCount)) {
            add(recorded, Kind.COUNTED, Optional.empty(), List.of());
        }
    }

    private static boolean isTold(@Nullable Entity entity) {
        return entity != null && Audience.of(entity) instanceof Audience.Everyone;
    }

    private Optional<Kind> course(RoomEvent event) {
        return switch (event) {
            case PhaseStarted e when e.phase().equals(phase) -> Optional.of(Kind.BEGAN);
            case PhasePaused e when e.phase().equals(phase) -> Optional.of(Kind.PAUSED);
            case PhaseResumed e when e.phase().equals(phase) -> Optional.of(Kind.RESUMED);
            case PhaseExtended e when e.phase().equals(phase) -> Optional.of(Kind.EXTENDED);
            case TimeRanOut e when e.phase().equals(phase) -> Optional.of(Kind.RAN_OUT);
            case PhaseEnded e when e.phase().equals(phase) -> Optional.of(Kind.ENDED);
            default -> Optional.empty();
        };
    }

    /** Everything the end of a step shows is one moment: no order and no writer is told by it. */
    private void opened(Recorded recorded, List<Change> told) {
        List<Change> fresh = told.stream()
                .filter(change -> !isTold(change.was()) && isTold(change.is()))
                .filter(change -> change.is() instanceof Entity.Note
                        || change.is() instanceof Entity.Statement
                        || change.is() instanceof Entity.Score)
                .toList();
        if (!fresh.isEmpty()) {
            List<Said> said = fresh.stream()
                    .flatMap(change -> said(change.is()).stream())
                    .sorted(Comparator.comparing(Said::thing))
                    .toList();
            add(recorded, Kind.OPENED, Optional.empty(), said);
        }
    }

    private void change(Recorded recorded, Change change) {
        switch (change.is() == null ? change.was() : change.is()) {
            case Entity.Note note when note.phase().equals(phase) -> note(recorded, change);
            case Entity.Note _ -> placed(recorded, change);
            case Entity.Statement statement when statement.phase().equals(phase) -> words(recorded, change);
            case Entity.Goal _ -> words(recorded, change);
            case Entity.Group _ -> words(recorded, change);
            case Entity.Item item when item.by().isPresent() -> words(recorded, change);
            case Entity.Wording _ -> words(recorded, change);
            case Entity.Norm _ when change.was() == null -> add(recorded, Kind.AGREED, change.is());
            case Entity.Settled _ -> add(recorded, Kind.AGREED, change.is());
            case Entity.Consensus is
            when is.settled().isPresent() && !isSettled(change.was()) -> add(recorded, Kind.AGREED, change.is());
            case Entity.Pick _ -> add(recorded, Kind.CHOSE, Optional.empty(), List.of());
            case Entity.Turns turns when turns.phase().equals(phase) -> turn(recorded, change.was(), turns);
            case null, default -> {
                // the rest says nothing of how the work came about
            }
        }
    }

    private void note(Recorded recorded, Change change) {
        if (!isTold(change.was()) || !isTold(change.is())) {
            words(recorded, change);
        } else if (change.was() instanceof Entity.Note was
                && change.is() instanceof Entity.Note is
                && !was.text().equals(is.text())) {
            words(recorded, change);
        } else {
            placed(recorded, change);
        }
    }

    private void placed(Recorded recorded, Change change) {
        if (isTold(change.was())
                && isTold(change.is())
                && change.was() instanceof Entity.Note was
                && change.is() instanceof Entity.Note is) {
            boolean isGrouped = !was.group().equals(is.group())
                    || !was.ties().mergedInto().equals(is.ties().mergedInto());
            boolean isMoved = was.x() != is.x() || was.y() != is.y();
            if (isGrouped || isMoved) {
                add(recorded, isGrouped ? Kind.GROUPED : Kind.MOVED, recorded.by(), said(is));
            }
        }
    }

    private void words(Recorded recorded, Change change) {
        List<Said> was = isTold(change.was()) ? said(change.was()) : List.of();
        List<Said> is = isTold(change.is()) ? said(change.is()) : List.of();
        if (was.isEmpty() && !is.isEmpty()) {
            add(recorded, Kind.WROTE, writer(change.is()).or(recorded::by), is);
        } else if (!was.isEmpty() && is.isEmpty()) {
            add(recorded, Kind.TOOK_AWAY, recorded.by(), List.of());
        } else if (!was.equals(is)) {
            add(recorded, Kind.CHANGED, recorded.by(), is);
        }
    }

    private static Optional<MemberId> writer(@Nullable Entity entity) {
        return entity instanceof Entity.Note note
                ? Optional.of(note.by()).filter(by -> !by.equals(MemberId.NOBODY))
                : Optional.empty();
    }

    private void turn(Recorded recorded, @Nullable Entity was, Entity.Turns is) {
        List<MemberId> before = was instanceof Entity.Turns turns ? turns.speaking() : List.of();
        if (!is.speaking().isEmpty() && !is.speaking().equals(before)) {
            Optional<MemberId> one = Optional.of(is.speaking().getFirst())
                    .filter(_ -> is.speaking().size() == 1);
            add(recorded, Kind.TURN, one, List.of());
        }
    }

    private static boolean isSettled(@Nullable Entity entity) {
        return entity instanceof Entity.Consensus was && was.settled().isPresent();
    }

    private static boolean isCount(Change change) {
        return change.was() == null
                && (change.is() instanceof Entity.Tally
                        || change.is() instanceof Entity.Check
                        || change.is() instanceof Entity.Grid);
    }

    private static List<Said> said(@Nullable Entity entity) {
        return switch (entity) {
            case Entity.Note note -> said(note.id().toString(), note.text());
            case Entity.Statement statement -> said(statement.id().toString(), statement.text());
            case Entity.Goal goal -> said(goal.id().toString(), goal.text());
            case Entity.Group group -> said(group.id().toString(), group.name());
            case Entity.Item item -> said(item.id().toString(), item.text().in(Locale.ENGLISH));
            case Entity.Norm norm -> said(norm.id().toString(), norm.text());
            case Entity.Settled settled -> said(settled.item().toString(), settled.rationale());
            case Entity.Wording wording -> said("focus", wording.text());
            case null, default -> List.of();
        };
    }

    private static List<Said> said(String thing, String text) {
        return text.isBlank() ? List.of() : List.of(new Said(thing, text));
    }

    private void add(Recorded recorded, Kind kind, @Nullable Entity about) {
        add(recorded, kind, Optional.empty(), said(about));
    }

    /** Somebody who goes on moving or typing does one thing, of which the end counts. */
    private void add(Recorded recorded, Kind kind, Optional<MemberId> by, List<Said> said) {
        Duration at = Duration.between(begin == null ? recorded.at() : begin, recorded.at());
        boolean goesOn = kind == Kind.MOVED || kind == Kind.GROUPED || kind == Kind.CHANGED;
        if (goesOn && !moments.isEmpty()) {
            RoomMoment last = moments.getLast();
            boolean isSameDoing = last.kind() == kind && last.by().equals(by);
            if (isSameDoing && kind == Kind.CHANGED && things(last.said()).equals(things(said))) {
                moments.set(moments.size() - 1, new RoomMoment(last.at(), kind, by, said));
                return;
            }
            if (isSameDoing && kind != Kind.CHANGED && last.at().plus(BREATH).compareTo(at) >= 0) {
                List<Said> all = Stream.concat(last.said().stream(), said.stream())
                        .distinct()
                        .toList();
                moments.set(moments.size() - 1, new RoomMoment(last.at(), kind, by, all));
                return;
            }
        }
        moments.add(new RoomMoment(at, kind, by, said));
    }

    private static List<String> things(List<Said> said) {
        return said.stream().map(Said::thing).toList();
    }
}
