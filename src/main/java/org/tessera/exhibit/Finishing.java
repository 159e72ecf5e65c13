package org.tessera.exhibit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tessera.failure.Failures;
import org.tessera.material.Intake;
import org.tessera.material.Material;
import org.tessera.material.MaterialDraft;
import org.tessera.material.MaterialKind;
import org.tessera.material.Materials;
import org.tessera.material.PrivacyStatement;
import org.tessera.material.ProgressListener;
import org.tessera.privacy.Clearances;
import org.tessera.privacy.Subject;
import org.tessera.privacy.Titles;

/** Makes exhibits of files that have come. It may be cut at any moment and done again. */
@Component
class Finishing {

    private static final Logger LOG = LoggerFactory.getLogger(Finishing.class);
    private static final int PIECE = 1 << 16;

    private final UploadStore uploads;
    private final ExhibitStore exhibits;
    private final Recordings recordings;
    private final Materials materials;
    private final Clearances clearances;
    private final Titles titles;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Set<ExhibitId> underWay = ConcurrentHashMap.newKeySet();
    private final Semaphore place = new Semaphore(1);

    Finishing(
            UploadStore uploads,
            ExhibitStore exhibits,
            Recordings recordings,
            Materials materials,
            Clearances clearances,
            Titles titles,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.uploads = uploads;
        this.exhibits = exhibits;
        this.recordings = recordings;
        this.materials = materials;
        this.clearances = clearances;
        this.titles = titles;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Begins, on a thread of its own, unless somebody has begun already. */
    void begin(Upload upload) {
        begin(upload, () -> {});
    }

    /** As {@link #begin(Upload)}; {@code then} goes on once the file has become an exhibit or was refused. */
    void begin(Upload upload, Runnable then) {
        if (underWay.add(upload.id())) {
            Thread.ofVirtual().name("exhibit-" + upload.id()).start(() -> {
                place.acquireUninterruptibly();
                try {
                    finish(upload);
                    then.run();
                } catch (IOException | RuntimeException e) {
                    // it stays as it is, and is tried again at the next start or when its owner comes back
                    LOG.error("a file that had come could not be kept", Failures.withoutValues(e));
                } finally {
                    place.release();
                    underWay.remove(upload.id());
                }
            });
        }
    }

    private void finish(Upload upload) throws IOException {
        Path file = recordings.place(upload.id());
        Optional<UploadRefusal> no;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            Optional<Format> format =
                    Format.of(channel).filter(one -> one.mayBe(upload.kind()) && isMadeHere(one, upload));
            no = format.isEmpty()
                    ? Optional.of(UploadRefusal.NOT_WHAT_IT_SAYS)
                    : upload.kind().hasPages()
                            ? pages(upload, format.get(), file)
                            : recording(upload, format.get(), channel);
        } catch (NoSuchFileException gone) {
            LOG.debug("an upload was discarded before it was looked at", gone);
            return;
        }
        if (no.isPresent()) {
            uploads.refuse(upload.id(), no.get());
            recordings.delete(upload.id());
        } else if (upload.kind().hasPages()) {
            recordings.delete(upload.id());
        }
    }

    /** Drawings are made as PNG; a photo that calls itself one is most likely none. */
    private static boolean isMadeHere(Format format, Upload upload) {
        return upload.origin() != ExhibitOrigin.DRAWN || format == Format.PNG;
    }

    private Optional<UploadRefusal> recording(Upload upload, Format format, FileChannel channel) throws IOException {
        Tidied tidied;
        try {
            tidied = Tidied.of(format, channel);
        } catch (Tidied.Malformed no) {
            return Optional.of(UploadRefusal.DAMAGED);
        }
        channel.force(true);
        Exhibit exhibit = new Exhibit(
                upload.id(),
                upload.owner(),
                upload.team(),
                upload.title(),
                upload.kind(),
                upload.origin(),
                checksum(channel),
                channel.size(),
                format.mediaType(upload.kind()),
                Optional.empty(),
                tidied.length(),
                Optional.of(tidied.traces()),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        keep(exhibit, Optional.empty(), Subject.recording(upload.id().value()), 1);
        return Optional.empty();
    }

    private Optional<UploadRefusal> pages(Upload upload, Format format, Path file) throws IOException {
        MaterialDraft draft = new MaterialDraft(
                upload.team(), upload.owner(), upload.title(), MaterialKind.WORK, PrivacyStatement.NO_NAME_OR_CONSENT);
        try (InputStream bytes = Files.newInputStream(file)) {
            return switch (materials.take(draft, format.fileName(), bytes, ProgressListener.NONE)) {
                case Intake.Refused(var why) -> {
                    LOG.info("a file was not drawn: {}", why);
                    yield Optional.of(
                            switch (why) {
                                case NOT_YOUR_TEAM -> UploadRefusal.NOT_YOUR_TEAM;
                                case TOO_LARGE -> UploadRefusal.TOO_LARGE;
                                case QUOTA_SPENT -> UploadRefusal.QUOTA_SPENT;
                                case NOT_WHAT_IT_SAYS, KIND_NOT_ACCEPTED -> UploadRefusal.NOT_WHAT_IT_SAYS;
                                default -> UploadRefusal.DAMAGED;
                            });
                }
                case Intake.Accepted(var material) -> {
                    keepPages(upload, material);
                    yield Optional.empty();
                }
            };
        }
    }

    private void keepPages(Upload upload, Material material) {
        StringBuilder content = new StringBuilder("{\"pages\":[");
        long bytes = 0;
        for (int n = 1; n <= material.pages(); n++) {
            byte[] png = materials.page(material.id(), n).orElseThrow().png();
            bytes += png.length;
            content.append(n == 1 ? "" : ",")
                    .append('"')
                    .append(Checksum.hex(Checksum.begin().digest(png)))
                    .append('"');
        }
        String all = content.append("]}").toString();
        Exhibit exhibit = new Exhibit(
                upload.id(),
                upload.owner(),
                upload.team(),
                upload.title(),
                upload.kind(),
                upload.origin(),
                Checksum.of(all),
                bytes,
                Exhibits.CANONICAL,
                Optional.of(new Exhibit.Pages(material.id(), material.pages())),
                Optional.empty(),
                Optional.empty(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        keep(exhibit, Optional.of(all), Subject.of(material.id()), material.pages());
    }

    private void keep(Exhibit exhibit, Optional<String> content, Subject subject, int pages) {
        transaction.executeWithoutResult(_ -> {
            if (uploads.delete(exhibit.id())) {
                exhibits.insert(exhibit, content);
                if (!exhibit.origin().isOwn()) {
                    clearances.state(subject, exhibit.team(), exhibit.owner(), pages);
                    if (exhibit.kind().isRecording()) {
                        // that of pages was looked through when they were drawn
                        titles.search(subject, exhibit.team(), exhibit.title());
                    }
                }
            }
        });
    }

    private static String checksum(FileChannel file) throws IOException {
        MessageDigest digest = Checksum.begin();
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        for (long at = 0; at < file.size(); at += piece.limit()) {
            piece.clear();
            if (file.read(piece, at) < 0) {
                throw new UncheckedIOException(new IOException("a file became shorter while it was read"));
            }
            digest.update(piece.flip().duplicate());
        }
        return Checksum.hex(digest.digest());
    }
}
