package org.tessera.exhibit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.clock.AlarmClock;
import org.tessera.failure.Failures;
import org.tessera.material.Materials;

/**
 * Files on their way. How much of one has come is what lies on disk: so a server that is killed knows as much as one that is
 * not. Everybody goes on with the own files only; somebody else's is as if there were none.
 */
@Service
public class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(6);
    /** A file that nothing in the tables knows of may be one that is just being announced. */
    private static final Duration YOUNG = Duration.ofHours(1);

    private final UploadStore store;
    private final ExhibitStore exhibits;
    private final Recordings recordings;
    private final Finishing finishing;
    private final Materials materials;
    private final Accounts accounts;
    private final UploadLimits limits;
    private final AlarmClock clock;
    private final Intakes intakes = new Intakes();

    Uploads(
            UploadStore store,
            ExhibitStore exhibits,
            Recordings recordings,
            Finishing finishing,
            Materials materials,
            Accounts accounts,
            UploadLimits limits,
            AlarmClock clock) {
        this.store = store;
        this.exhibits = exhibits;
        this.recordings = recordings;
        this.finishing = finishing;
        this.materials = materials;
        this.accounts = accounts;
        this.limits = limits;
        this.clock = clock;
    }

    /** The limits in force. */
    public UploadLimits limits() {
        return limits;
    }

    /** What somebody has on its way, or what was refused once it had come; the latest first. */
    public List<Upload> of(PersonId owner) {
        return store.of(owner).stream().filter(this::holds).toList();
    }

    /** How much of an upload has come, in bytes. */
    public long cameOf(Upload upload) {
        try {
            return recordings.size(upload.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets an own upload and what came of it; nothing happens if there is none. */
    public void discard(PersonId owner, ExhibitId id) {
        own(owner, id).ifPresent(this::drop);
    }

    /** Announces a file. */
    UploadAnswer begin(PersonId owner, UploadDraft draft) {
        Optional<UploadRefusal> no = refusal(owner, draft);
        if (no.isPresent()) {
            return new UploadAnswer.Refused(no.get());
        }
        Instant now = now();
        Upload upload = new Upload(
                new ExhibitId(UUID.randomUUID()),
                owner,
                draft.team(),
                draft.title().strip(),
                draft.kind(),
                draft.origin(),
                draft.bytes(),
                draft.ends(),
                Optional.empty(),
                now,
                now.plus(limits.patience()));
        store.insert(upload);
        return new UploadAnswer.Going(upload, 0);
    }

    private Optional<UploadRefusal> refusal(PersonId owner, UploadDraft draft) {
        if (!draft.isStated()) {
            return Optional.of(UploadRefusal.NOT_STATED);
        }
        if (draft.title().isBlank()) {
            return Optional.of(UploadRefusal.TITLE_MISSING);
        }
        if (draft.title().strip().length() > Exhibit.LONGEST_TITLE) {
            return Optional.of(UploadRefusal.TITLE_TOO_LONG);
        }
        if (!accounts.isMember(draft.team(), owner)) {
            return Optional.of(UploadRefusal.NOT_YOUR_TEAM);
        }
        boolean isFile = draft.kind().hasPages() || draft.kind().isRecording();
        if (!isFile || !draft.origin().goesWith(draft.kind())) {
            return Optional.of(UploadRefusal.KIND_UNKNOWN);
        }
        if (draft.bytes() <= 0) {
            return Optional.of(UploadRefusal.EMPTY);
        }
        long most = (draft.kind().hasPages() ? materials.limits().file() : limits.file()).toBytes();
        if (draft.bytes() > most) {
            return Optional.of(UploadRefusal.TOO_LARGE);
        }
        // Two announcements at the same moment may both pass: the quota keeps a team from filling the disk, not to the
        // byte.
        if (store.bytesOf(draft.team()) + draft.bytes() > limits.team().toBytes()) {
            return Optional.of(UploadRefusal.QUOTA_SPENT);
        }
        return hasRoomFor(draft.bytes()) ? Optional.empty() : Optional.of(UploadRefusal.DISK_FULL);
    }

    private boolean hasRoomFor(long bytes) {
        try {
            return recordings.free() >= bytes + limits.spare().toBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where an upload stands. */
    UploadAnswer at(PersonId owner, ExhibitId id) {
        return own(owner, id)
                .<UploadAnswer>map(upload -> new UploadAnswer.Going(upload, cameOf(upload)))
                .orElseGet(() -> new UploadAnswer.Refused(UploadRefusal.UNKNOWN));
    }

    /**
     * Takes the next part of a file, no further than the file is long. What came before a connection broke is kept.
     *
     * @param offset where the part begins; it has to be where the last ended
     * @param announced how long the part is, if its sender says; negative otherwise
     */
    UploadAnswer append(PersonId owner, ExhibitId id, long offset, long announced, InputStream bytes) {
        Optional<Upload> found =
                own(owner, id).filter(upload -> upload.refusal().isEmpty());
        if (found.isEmpty()) {
            return new UploadAnswer.Refused(UploadRefusal.UNKNOWN);
        }
        Upload upload = found.get();
        if (announced > upload.bytes() - offset) {
            return new UploadAnswer.Refused(UploadRefusal.WRONG_LENGTH);
        }
        store.expiresAt(id, now().plus(limits.patience()));
        try {
            return switch (intakes.append(id, recordings.place(id), offset, upload.bytes(), bytes)) {
                case Intakes.Came.Refused(var why) -> new UploadAnswer.Refused(why);
                case Intakes.Came.Cut(long size) -> new UploadAnswer.Going(upload, size);
                case Intakes.Came.All(long size) -> {
                    if (size == upload.bytes()) {
                        finishing.begin(upload);
                    }
                    yield new UploadAnswer.Going(upload, size);
                }
            };
        } catch (IOException e) {
            LOG.warn("the disk took no more of an upload", e);
            return new UploadAnswer.Refused(UploadRefusal.DISK_FULL);
        }
    }

    private Optional<Upload> own(PersonId owner, ExhibitId id) {
        return store.find(id).filter(upload -> upload.owner().equals(owner)).filter(this::holds);
    }

    private boolean holds(Upload upload) {
        return upload.expiresAt().isAfter(now());
    }

    private void drop(Upload upload) {
        store.delete(upload.id());
        try {
            recordings.delete(upload.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes on with what a server that died had begun, and tidies up; beside everything else, so that nobody waits. */
    @EventListener(ApplicationReadyEvent.class)
    void goOn() {
        Thread.ofVirtual().name("exhibit-sweep").start(this::sweepFromNowOn);
    }

    private void sweepFromNowOn() {
        sweep();
        clock.at(clock.instant().plus(BETWEEN_SWEEPS), this::sweepFromNowOn);
    }

    /** Removes what expired and files nothing knows of, and finishes what has come. */
    void sweep() {
        try {
            for (Upload upload : store.all()) {
                if (!holds(upload)) {
                    drop(upload);
                } else if (upload.refusal().isEmpty() && recordings.size(upload.id()) == upload.bytes()) {
                    finishing.begin(upload);
                }
            }
            for (ExhibitId id : recordings.idleSince(now().minus(YOUNG))) {
                boolean isKnown = store.find(id).isPresent()
                        || exhibits.find(id)
                                .filter(one -> one.kind().isRecording())
                                .isPresent();
                if (!isKnown) {
                    recordings.delete(id);
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("uploads could not be tidied up", Failures.withoutValues(e));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
