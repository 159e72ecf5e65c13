package org.tessera.material;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.tessera.account.Accounts;
import org.tessera.account.TeamId;

/**
 * Files people bring: a PDF or a picture goes in, drawn pages come out, and of the file itself nothing is kept.
 *
 * <p>Who may look at a page, and who may remove a material, is decided by the caller.
 */
@Service
public class Materials {

    private final MaterialStore store;
    private final MaterialFiles files;
    private final WorkFolder work;
    private final DrawingRoom drawing;
    private final Accounts accounts;
    private final IntakeLimits limits;
    private final InstantSource clock;
    private final Reception reception;
    private final ObjectProvider<MaterialWatch> watches;

    Materials(
            MaterialStore store,
            MaterialFiles files,
            WorkFolder work,
            DrawingRoom drawing,
            Accounts accounts,
            IntakeLimits limits,
            InstantSource clock,
            ObjectProvider<MaterialWatch> watches) {
        this.watches = watches;
        this.store = store;
        this.files = files;
        this.work = work;
        this.drawing = drawing;
        this.accounts = accounts;
        this.limits = limits;
        this.clock = clock;
        this.reception = new Reception(limits.file().toBytes());
    }

    /** The limits in force. */
    public IntakeLimits limits() {
        return limits;
    }

    /**
     * Takes a file in. Reads the stream no further than the largest file, does not close it, and returns when all pages
     * are on disk or nothing is: seconds, during which the thread only waits.
     *
     * @param fileName as it came; only its ending counts, and it is not kept
     * @param listener follows the work and may cancel it
     * @throws UncheckedIOException when this machine's disk fails
     */
    public Intake take(MaterialDraft draft, String fileName, InputStream bytes, ProgressListener listener) {
        try (WorkFolder.Desk desk = work.desk()) {
            return take(draft, fileName, bytes, listener, desk.path());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Intake.Refused(IntakeRefusal.INTERRUPTED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Intake take(MaterialDraft draft, String fileName, InputStream bytes, ProgressListener listener, Path desk)
            throws IOException, InterruptedException {
        Optional<FileKind> kind = FileKind.named(fileName);
        Optional<IntakeRefusal> no = refusal(draft)
                .or(() -> kind.isPresent() ? Optional.empty() : Optional.of(IntakeRefusal.KIND_NOT_ACCEPTED));
        Path file = desk.resolve("brought");
        if (no.isEmpty()) {
            no = reception.receive(bytes, file, listener);
        }
        if (no.isEmpty() && !reception.holds(file, kind.orElseThrow())) {
            no = Optional.of(IntakeRefusal.NOT_WHAT_IT_SAYS);
        }
        if (no.isPresent()) {
            return new Intake.Refused(no.get());
        }
        return switch (drawing.draw(kind.orElseThrow(), file, desk, listener)) {
            case Drawing.Refused(IntakeRefusal why) -> new Intake.Refused(why);
            case Drawing.Drawn(List<DrawnPage> pages, List<Trace> traces) -> {
                Intake intake = keep(draft, pages, listener);
                if (intake instanceof Intake.Accepted(Material material)) {
                    watches.orderedStream().forEach(watch -> watch.brought(material, fileName, traces));
                }
                yield intake;
            }
        };
    }

    private Intake keep(MaterialDraft draft, List<DrawnPage> pages, ProgressListener listener) {
        long bytes = pages.stream().mapToLong(DrawnPage::bytes).sum();
        // Two intakes at the same moment may both pass: the quota keeps a team from filling the disk, not to the byte.
        if (store.bytesOf(draft.team()) + bytes > limits.team().toBytes()) {
            return new Intake.Refused(IntakeRefusal.QUOTA_SPENT);
        }
        if (listener.cancelled()) {
            return new Intake.Refused(IntakeRefusal.CANCELLED);
        }
        Material material = new Material(
                new MaterialId(UUID.randomUUID()),
                draft.team(),
                draft.by(),
                draft.title().strip(),
                draft.kind(),
                pages.size(),
                // the database keeps microseconds; what is answered now and what is found later are equal
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        files.keep(material, requireNonNull(draft.statement()), pages);
        return new Intake.Accepted(material);
    }

    private Optional<IntakeRefusal> refusal(MaterialDraft draft) {
        if (draft.statement() != PrivacyStatement.of(draft.kind())) {
            return Optional.of(IntakeRefusal.NOT_STATED);
        }
        if (draft.title().isBlank()) {
            return Optional.of(IntakeRefusal.TITLE_MISSING);
        }
        if (draft.title().strip().length() > MaterialDraft.LONGEST_TITLE) {
            return Optional.of(IntakeRefusal.TITLE_TOO_LONG);
        }
        return accounts.isMember(draft.team(), draft.by())
                ? Optional.empty()
                : Optional.of(IntakeRefusal.NOT_YOUR_TEAM);
    }

    /** The material with this id; nothing for one that was removed. */
    public Optional<Material> find(MaterialId id) {
        return store.find(id);
    }

    /** A team's materials, the newest first. */
    public List<Material> of(TeamId team) {
        return store.of(team);
    }

    /**
     * A page as a picture.
     *
     * @param n counted from one
     * @return nothing if there is no such material or page, if it is held back, or being removed at this moment
     */
    public Optional<Page> page(MaterialId id, int n) {
        if (watches.orderedStream().anyMatch(watch -> watch.holdsBack(id))) {
            return Optional.empty();
        }
        return store.page(id, n)
                .flatMap(row -> files.read(row.hash()).map(png -> new Page(png, row.width(), row.height())));
    }

    /**
     * Removes a material for good: its rows, its pages, and the files no other material shares. What stays is that
     * there was one, and when it went.
     *
     * @return whether there was such a material
     */
    public boolean remove(MaterialId id) {
        Optional<Material> material = store.find(id);
        material.ifPresent(found -> {
            files.remove(found);
            watches.orderedStream().forEach(watch -> watch.removed(found));
        });
        return material.isPresent();
    }

    /** Calls a material something else. Meetings that had it keep what it was called then. */
    public void rename(MaterialId id, String title) {
        store.rename(id, title);
    }

    /** When a material was removed; nothing for one that is still here or never was. */
    public Optional<Instant> removedAt(MaterialId id) {
        return store.removedAt(id);
    }
}
