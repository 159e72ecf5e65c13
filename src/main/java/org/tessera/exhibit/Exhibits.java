package org.tessera.exhibit;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.material.Materials;
import org.tessera.privacy.Clearances;
import org.tessera.privacy.Subject;
import org.tessera.record.Paper;

/**
 * What people show as evidence that no meeting left. An exhibit may be opened by its owner and by whom the owner shows it to
 * by what it is used for; to everybody else it is as if there were none.
 */
@Service
public class Exhibits {

    private static final Logger LOG = LoggerFactory.getLogger(Exhibits.class);

    /** How long a record may be, in bytes of its canonical content. */
    static final long LONGEST_RECORD = 4L * 1024 * 1024;

    /** The media type of records and links as they are kept. */
    static final String CANONICAL = "application/json";

    private final ExhibitStore store;
    private final Accounts accounts;
    private final ObjectProvider<ExhibitUse> uses;
    private final Recordings recordings;
    private final Materials materials;
    private final Clearances clearances;
    private final InstantSource clock;

    Exhibits(
            ExhibitStore store,
            Accounts accounts,
            ObjectProvider<ExhibitUse> uses,
            Recordings recordings,
            Materials materials,
            Clearances clearances,
            InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.uses = uses;
        this.recordings = recordings;
        this.materials = materials;
        this.clearances = clearances;
        this.clock = clock;
    }

    /**
     * What a person brought to show, newest first. The own voice and drawings are no such evidence: they belong to the text
     * they were made for.
     */
    @Transactional(readOnly = true)
    public List<Exhibit> of(PersonId owner) {
        return store.of(owner);
    }

    /**
     * The exhibit, if there is one that {@code reader} may open: the own, what is cleared and shown to them by what it is used
     * for, and a recording while it waits for them as the second person.
     */
    @Transactional(readOnly = true)
    public Optional<Exhibit> find(ExhibitId id, PersonId reader) {
        return store.find(id)
                .filter(exhibit ->
                        exhibit.owner().equals(reader) || isShownTo(exhibit, reader) || waits(exhibit, reader));
    }

    /** What may show or name students is shown to nobody by what it is used for unless it is cleared, and still is. */
    private boolean isShownTo(Exhibit exhibit, PersonId reader) {
        return uses.orderedStream().anyMatch(use -> use.shows(exhibit, reader)) && isCleared(exhibit);
    }

    /** Whoever is asked for the second look at a recording plays it as long as it waits for them, and nobody else does. */
    private boolean waits(Exhibit exhibit, PersonId reader) {
        return exhibit.kind().isRecording()
                && clearances.waitsFor(Subject.recording(exhibit.id().value()), reader);
    }

    /** What has to be cleared before an exhibit is evidence; nothing where nothing has to. */
    public static Optional<Subject> gated(Exhibit exhibit) {
        return switch (exhibit.kind()) {
            case LINK, RECORD -> Optional.empty();
            case AUDIO, VIDEO -> Optional.of(Subject.recording(exhibit.id().value()));
            case DOCUMENT, PICTURE ->
                exhibit.pages().map(Exhibit.Pages::material).map(Subject::of);
        };
    }

    /**
     * The exhibit, whoever asks.
     *
     * <p>Only for a caller that has made sure that whoever it shows it to may see it.
     */
    @Transactional(readOnly = true)
    public Optional<Exhibit> find(ExhibitId id) {
        return store.find(id);
    }

    /** What a record that {@code reader} may open says; nothing where the exhibit is no record. */
    @Transactional(readOnly = true)
    public Optional<Paper> paper(ExhibitId id, PersonId reader) {
        return content(id, reader, ExhibitKind.RECORD).map(Canonical::paper);
    }

    /** A link that {@code reader} may open; nothing where the exhibit is none. */
    @Transactional(readOnly = true)
    public Optional<Link> link(ExhibitId id, PersonId reader) {
        return content(id, reader, ExhibitKind.LINK).map(Canonical::link);
    }

    /**
     * The canonical content that the checksum was taken of, for an exhibit that {@code reader} may open. Recordings have
     * none: theirs is of the file.
     */
    @Transactional(readOnly = true)
    public Optional<String> content(ExhibitId id, PersonId reader) {
        return find(id, reader).flatMap(exhibit -> store.content(exhibit.id()));
    }

    private Optional<String> content(ExhibitId id, PersonId reader, ExhibitKind kind) {
        return find(id, reader)
                .filter(exhibit -> exhibit.kind() == kind)
                .flatMap(exhibit -> store.content(exhibit.id()));
    }

    /**
     * Keeps a document composed in the product, word for word and for good. A later edition is another exhibit.
     *
     * @param paper its title is the exhibit's
     */
    @Transactional
    public ExhibitAnswer record(PersonId owner, TeamId team, Paper paper) {
        Optional<ExhibitRefusal> no = refusal(owner, team, paper.title());
        if (no.isEmpty() && paper.pieces().isEmpty()) {
            no = Optional.of(ExhibitRefusal.EMPTY);
        }
        if (no.isPresent()) {
            return new ExhibitAnswer.Refused(no.get());
        }
        return keep(owner, team, paper.title(), ExhibitKind.RECORD, Canonical.of(paper));
    }

    /** Keeps an address and what was there. Nothing is ever fetched from it. */
    @Transactional
    public ExhibitAnswer link(PersonId owner, TeamId team, LinkDraft draft) {
        Optional<ExhibitRefusal> no = refusal(owner, team, draft.title())
                .or(() -> draft.refusal(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        return no.isPresent()
                ? new ExhibitAnswer.Refused(no.get())
                : keep(owner, team, draft.title(), ExhibitKind.LINK, Canonical.of(draft.link()));
    }

    private ExhibitAnswer keep(PersonId owner, TeamId team, String title, ExhibitKind kind, String content) {
        long bytes = Canonical.bytes(content);
        if (bytes > LONGEST_RECORD) {
            return new ExhibitAnswer.Refused(ExhibitRefusal.TOO_LONG);
        }
        Exhibit exhibit = new Exhibit(
                new ExhibitId(UUID.randomUUID()),
                owner,
                team,
                title.strip(),
                kind,
                ExhibitOrigin.BROUGHT,
                Checksum.of(content),
                bytes,
                CANONICAL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                // as fine as the table keeps it
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        store.insert(exhibit, Optional.of(content));
        return new ExhibitAnswer.Kept(exhibit);
    }

    private Optional<ExhibitRefusal> refusal(PersonId owner, TeamId team, String title) {
        if (accounts.person(owner).isEmpty() || !accounts.isMember(team, owner)) {
            return Optional.of(ExhibitRefusal.NOT_YOUR_TEAM);
        }
        if (title.isBlank()) {
            return Optional.of(ExhibitRefusal.TITLE_MISSING);
        }
        return title.strip().length() > Exhibit.LONGEST_TITLE
                ? Optional.of(ExhibitRefusal.TITLE_TOO_LONG)
                : Optional.empty();
    }

    /** How far an exhibit is used, all uses together. */
    @Transactional(readOnly = true)
    public ExhibitUse.Degree useOf(Exhibit exhibit) {
        return uses.orderedStream()
                .map(use -> use.of(exhibit))
                .reduce(ExhibitUse.Degree.FREE, (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }

    /** Removes an own exhibit and its links for good; what stands in a submission that was handed in stays. */
    @Transactional
    public ExhibitAnswer remove(PersonId owner, ExhibitId id) {
        Optional<Exhibit> found =
                store.find(id).filter(exhibit -> exhibit.owner().equals(owner));
        if (found.isEmpty()) {
            return new ExhibitAnswer.Refused(ExhibitRefusal.UNKNOWN);
        }
        if (useOf(found.get()) == ExhibitUse.Degree.FIXED) {
            return new ExhibitAnswer.Refused(ExhibitRefusal.HANDED_IN);
        }
        uses.orderedStream().forEach(use -> use.letGo(found.get()));
        if (found.get().kind().isRecording()) {
            clearances.forget(Subject.recording(id.value()));
        }
        store.delete(id);
        afterwards(() -> deleteFiles(found.get()));
        return new ExhibitAnswer.Removed();
    }

    /** Files go once nothing can bring the row back; what is left by a machine that dies before is swept. */
    private static void afterwards(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    private void deleteFiles(Exhibit exhibit) {
        exhibit.pages().ifPresent(pages -> materials.remove(pages.material()));
        try {
            recordings.delete(exhibit.id());
        } catch (IOException e) {
            LOG.warn("a removed recording will be swept later", e);
        }
    }

    /**
     * Whether an exhibit may be handed in: what may show or name students has been cleared by a second person. The owner's
     * own voice or drawing shows none.
     */
    @Transactional(readOnly = true)
    public boolean isCleared(Exhibit exhibit) {
        boolean hasLostItsPages = exhibit.kind().hasPages() && exhibit.pages().isEmpty();
        boolean isCleared = exhibit.origin().isOwn()
                || gated(exhibit).map(clearances::isCleared).orElse(true);
        return !hasLostItsPages && isCleared;
    }
}
