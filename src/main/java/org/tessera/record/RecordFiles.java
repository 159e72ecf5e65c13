package org.tessera.record;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.tessera.account.Accounts;
import org.tessera.account.SignedIn;
import org.tessera.account.Team;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.ArtifactId;
import org.tessera.artifact.Artifacts;
import org.tessera.clock.AlarmClock;
import org.tessera.proof.Content;
import org.tessera.proof.LoggedEntry;
import org.tessera.proof.PackageDraft;
import org.tessera.proof.Packages;
import org.tessera.room.LogEntry;
import org.tessera.room.RoomId;
import org.tessera.room.RoomRecords;
import org.tessera.room.RoomSummary;
import org.tessera.room.Rooms;

/**
 * What can be taken home from a meeting at any moment. Everything is made of what everybody in the room was told, so that
 * whoever may read the room gets the same, and nobody gets what only some may know.
 */
@Service
public class RecordFiles {

    /** How many files are drawn and packed at once; others wait. */
    private static final int AT_ONCE = 2;

    private final Rooms rooms;
    private final RoomRecords records;
    private final Artifacts artifacts;
    private final Accounts accounts;
    private final Packages packages;
    private final InstantSource clock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    RecordFiles(
            Rooms rooms,
            RoomRecords records,
            Artifacts artifacts,
            Accounts accounts,
            Packages packages,
            AlarmClock clock) {
        this.rooms = rooms;
        this.records = records;
        this.artifacts = artifacts;
        this.accounts = accounts;
        this.packages = packages;
        this.clock = clock;
    }

    /**
     * The meeting as it stands now, in one form.
     *
     * @return empty if there is no such room for {@code visitor}
     */
    public Optional<RecordFile> file(RoomId room, SignedIn visitor, RecordForm form, Reading reading) {
        Optional<RoomSummary> summary = rooms.find(room, visitor);
        Optional<String> told = summary.flatMap(known -> records.told(room, visitor));
        if (summary.isEmpty() || told.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RecordFile(
                "meeting-" + form.fileName(),
                form.mediaType(),
                inTurn(() -> form == RecordForm.PACKAGE
                        ? meetingPackage(summary.get(), told.get(), visitor, reading.locale())
                        : bytes(form, told.get(), summary.get(), reading))));
    }

    /**
     * An artifact as a package: its canonical content and the log of its room, as commitments.
     *
     * @return empty if there is no such artifact for {@code visitor}
     */
    public Optional<RecordFile> artifactPackage(ArtifactId id, SignedIn visitor) {
        return artifacts.find(id, visitor.id()).flatMap(artifact -> artifacts
                .contentOf(id, visitor.id())
                .flatMap(content -> records.log(artifact.room(), visitor).map(log -> {
                    PackageDraft draft = new PackageDraft(
                            "artifact",
                            Map.of(
                                    "protocol", artifact.pack().toString(),
                                    "phase", artifact.phase(),
                                    "made", artifact.at().toString()),
                            List.of(packed(artifact.room(), log)),
                            List.of(packed(artifact, content)),
                            List.of());
                    return new RecordFile(
                            "artifact-" + id + ".zip",
                            RecordForm.PACKAGE.mediaType(),
                            inTurn(() -> packages.pack(draft)));
                })));
    }

    private byte[] bytes(RecordForm form, String json, RoomSummary summary, Reading reading) {
        Told told = Told.of(json);
        Instant now = clock.instant();
        return switch (form) {
            case MINUTES_PDF -> PaperPdf.of(minutes(told, summary, reading, now), now);
            case MINUTES_DOCX -> PaperDocx.of(minutes(told, summary, reading, now));
            case BOARD_PNG -> BoardPicture.of(told, reading);
            case BOARD_CSV -> BoardTable.of(told, reading).getBytes(StandardCharsets.UTF_8);
            case MEETING_JSON -> MeetingFile.of(json, reading.copy()).getBytes(StandardCharsets.UTF_8);
            case PACKAGE -> throw new IllegalArgumentException("a package is made of these");
        };
    }

    private Paper minutes(Told told, RoomSummary summary, Reading reading, Instant now) {
        String team = accounts.team(summary.team()).map(Team::name).orElse("");
        return Minutes.of(told, team, reading, now);
    }

    private byte[] meetingPackage(RoomSummary summary, String told, SignedIn visitor, Locale locale) {
        // First what was made, then the log: so the log knows of everything that is in the package.
        List<PackageDraft.Artifact> made = artifacts.ofRoom(summary.id()).stream()
                .flatMap(artifact -> artifacts.contentOf(artifact.id(), visitor.id()).stream()
                        .map(content -> packed(artifact, content)))
                .toList();
        List<LogEntry> log = records.log(summary.id(), visitor).orElseThrow();
        Reading reading = new Reading(Copy.ROLES, locale, ZoneOffset.UTC);
        List<PackageDraft.File> files = List.of(
                        RecordForm.MEETING_JSON, RecordForm.MINUTES_PDF, RecordForm.BOARD_CSV, RecordForm.BOARD_PNG)
                .stream()
                .map(form -> new PackageDraft.File(form.fileName(), Content.of(bytes(form, told, summary, reading))))
                .toList();
        return packages.pack(
                new PackageDraft("meeting", about(summary), List.of(packed(summary.id(), log)), made, files));
    }

    private static Map<String, String> about(RoomSummary summary) {
        Map<String, String> about = new HashMap<>();
        about.put("room", summary.id().toString());
        about.put("protocol", summary.pack().toString());
        about.put("status", summary.status().name().toLowerCase(Locale.ROOT));
        summary.startedAt().ifPresent(at -> about.put("started", at.toString()));
        summary.closedAt().ifPresent(at -> about.put("closed", at.toString()));
        return about;
    }

    private static PackageDraft.Artifact packed(Artifact artifact, String content) {
        return new PackageDraft.Artifact(artifact.id().value(), artifact.room().value(), content, artifact.sha256());
    }

    private static PackageDraft.RoomLog packed(RoomId room, List<LogEntry> log) {
        return new PackageDraft.RoomLog(
                room.value(),
                log.stream()
                        .map(entry -> new LoggedEntry(
                                entry.seq(),
                                entry.payloadHash(),
                                entry.chainHash(),
                                entry.opened().map(said -> new LoggedEntry.Opened(said.salt(), said.payload()))))
                        .toList());
    }

    private byte[] inTurn(Supplier<byte[]> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
