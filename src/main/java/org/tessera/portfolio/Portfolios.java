package org.tessera.portfolio;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.tessera.account.PersonId;
import org.tessera.account.SignedIn;
import org.tessera.clock.AlarmClock;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Credentials;
import org.tessera.credential.Stack;
import org.tessera.proof.Content;
import org.tessera.proof.LoggedEntry;
import org.tessera.proof.PackageDraft;
import org.tessera.proof.Packages;
import org.tessera.protocol.Protocols;
import org.tessera.record.PaperDocx;
import org.tessera.record.PaperPdf;
import org.tessera.room.LogEntry;
import org.tessera.room.MemberId;
import org.tessera.room.RoomId;
import org.tessera.room.RoomRecords;
import org.tessera.submission.Piece;
import org.tessera.submission.Roster;
import org.tessera.submission.Rosters;
import org.tessera.submission.Submission;
import org.tessera.submission.Submissions;

/** Packs what an earner handed in for the platform that assesses it. Everybody packs the own submissions only. */
@Service
public class Portfolios {

    /** How many packages are made at once; others wait. */
    private static final int AT_ONCE = 2;

    private final Submissions submissions;
    private final Credentials credentials;
    private final Handovers handovers;
    private final Rosters rosters;
    private final RoomRecords logs;
    private final Protocols protocols;
    private final Profiles profiles;
    private final Packages packages;
    private final InstantSource clock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Portfolios(
            Submissions submissions,
            Credentials credentials,
            Handovers handovers,
            Rosters rosters,
            RoomRecords logs,
            Protocols protocols,
            Profiles profiles,
            Packages packages,
            AlarmClock clock) {
        this.submissions = submissions;
        this.credentials = credentials;
        this.handovers = handovers;
        this.rosters = rosters;
        this.logs = logs;
        this.protocols = protocols;
        this.profiles = profiles;
        this.packages = packages;
        this.clock = clock;
    }

    /** Packs the submission of {@code earner} for a credential, as it was handed in last. */
    public PackageAnswer pack(SignedIn earner, CredentialId credential, PackageOrder order) {
        Optional<Submission> submission = submissions.find(earner.id(), credential);
        if (submission.isEmpty()) {
            return new PackageAnswer.Unknown();
        }
        return handedIn(submission.get())
                .map(one -> packed(
                        earner,
                        List.of(one),
                        order,
                        handed -> new Cover(
                                handed.getFirst().folder(), "submission", about(handed.getFirst(), order), List.of())))
                .orElseGet(PackageAnswer.NotHandedIn::new);
    }

    /**
     * Packs everything {@code earner} handed in for the credentials of a stack, a folder for each; what is not handed in yet
     * is named as missing.
     */
    public PackageAnswer packStack(SignedIn earner, CredentialId stack, PackageOrder order) {
        Optional<Stack> found = credentials.stack(stack);
        if (found.isEmpty()) {
            return new PackageAnswer.Unknown();
        }
        List<HandedIn> there = new ArrayList<>();
        List<CredentialId> missing = new ArrayList<>();
        found.get().members().forEach(member -> submissions
                .find(earner.id(), member)
                .flatMap(this::handedIn)
                .ifPresentOrElse(there::add, () -> missing.add(member)));
        return there.isEmpty()
                ? new PackageAnswer.NotHandedIn()
                : packed(
                        earner,
                        there,
                        order,
                        handed ->
                                new Cover(stack.value(), "stack", about(found.get(), handed, missing, order), missing));
    }

    private Optional<HandedIn> handedIn(Submission submission) {
        return submission.handedIn().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        handovers.handedIn(submission, submission.handedIn().getLast()));
    }

    /** What stands on a package: its name, what it is of, what programs may want to know, and what it lacks. */
    private record Cover(String name, String kind, Map<String, String> about, List<CredentialId> missing) {}

    private interface Covering {
        Cover of(List<HandedOver> handed);
    }

    private PackageAnswer packed(SignedIn earner, List<HandedIn> all, PackageOrder order, Covering covering) {
        Roster roster = rosters.of(
                earner.id(),
                all.stream().flatMap(one -> one.artifacts().stream()).distinct().toList());
        List<PackageAnswer.Name> names = all.stream()
                .flatMap(one -> NameSearch.in(one.event(), roster, order.words()).stream())
                .distinct()
                .toList();
        if (!names.isEmpty()) {
            return new PackageAnswer.Named(names);
        }
        if (!all.stream().allMatch(one -> one.artifacts().stream()
                .allMatch(artifact -> handovers.isAsHandedIn(artifact, one)))) {
            return new PackageAnswer.Altered();
        }
        places.acquireUninterruptibly();
        try {
            return new PackageAnswer.Ready(file(earner, all, roster, order, covering));
        } finally {
            places.release();
        }
    }

    /**
     * Writes a package and signs it.
     *
     * @throws IOException if {@code out} cannot be written
     */
    public void write(SubmissionPackage file, OutputStream out) throws IOException {
        file.writeTo(out, packages);
    }

    /** One package of all of it: everybody has the same letter in every folder, and one manifest is over the whole. */
    private SubmissionPackage file(
            SignedIn earner, List<HandedIn> all, Roster roster, PackageOrder order, Covering covering) {
        Profile profile = profiles.of(order.platform());
        PackageWording wording = new PackageWording(earner.locale());
        Pseudonyms people = Pseudonyms.of(earner.id(), roster, profile, wording);
        Map<RoomId, Map<MemberId, PersonId>> members = handovers.members(all);
        List<HandedOver> handed = new ArrayList<>();
        List<PackageDraft.File> files = new ArrayList<>();
        List<PackageDraft.Artifact> proven = new ArrayList<>();
        for (HandedIn one : all) {
            HandedOver over = handovers.over(one, members, people, wording);
            SubmissionPapers papers = new SubmissionPapers(over, profile, protocols, people, wording, packages.keyId());
            Map<RoomId, Map<MemberId, PersonId>> here = new LinkedHashMap<>(members);
            here.keySet().retainAll(one.rooms());
            handed.add(over);
            files.addAll(files(over, papers, profile, here, people, wording, order.editable()));
            proven.addAll(proven(over, papers));
        }
        Cover cover = covering.of(handed);
        PackageDraft draft = new PackageDraft(
                cover.kind(), cover.about(), logs(members.keySet(), earner, roster), together(proven), files);
        return new SubmissionPackage(
                cover.name() + ".zip",
                profile,
                draft,
                sizeOf(draft),
                handed.stream()
                        .map(one -> new SubmissionPackage.Folder(one.credential(), leftOut(one, profile)))
                        .toList(),
                cover.missing());
    }

    /** What serves several credentials is proved once, with all the documents that show something of it. */
    private static List<PackageDraft.Artifact> together(List<PackageDraft.Artifact> proven) {
        Map<UUID, PackageDraft.Artifact> once = new LinkedHashMap<>();
        proven.forEach(one -> once.merge(
                one.id(),
                one,
                (before, again) -> new PackageDraft.Artifact(
                        before.id(),
                        before.room(),
                        before.content(),
                        before.sha256(),
                        Stream.concat(before.shown().stream(), again.shown().stream())
                                .toList())));
        return List.copyOf(once.values());
    }

    private Map<String, String> about(HandedOver handed, PackageOrder order) {
        Map<String, String> about = new HashMap<>();
        about.put("submission", handed.submission().id().toString());
        about.put("credential", handed.credential().ref().toString());
        about.put("profile", profiles.of(order.platform()).ref());
        about.put("attempt", String.valueOf(handed.event().attempt()));
        about.put("handedIn", handed.event().at().toString());
        return about;
    }

    private Map<String, String> about(
            Stack stack, List<HandedOver> handed, List<CredentialId> missing, PackageOrder order) {
        Map<String, String> about = new HashMap<>();
        about.put("stack", stack.ref().toString());
        about.put("profile", profiles.of(order.platform()).ref());
        handed.forEach(one -> about(one, order).forEach((word, said) -> {
            if (!word.equals("profile")) {
                about.put(one.folder() + "." + word, said);
            }
        }));
        about.put("missing", missing.stream().map(CredentialId::value).collect(Collectors.joining(" ")));
        return about;
    }

    private List<PackageDraft.RoomLog> logs(Set<RoomId> of, SignedIn earner, Roster roster) {
        return of.stream()
                .flatMap(room -> logs
                        .log(room, earner)
                        .map(entries -> new PackageDraft.RoomLog(
                                room.value(),
                                entries.stream()
                                        .map(entry -> logged(entry, roster))
                                        .toList()))
                        .stream())
                .toList();
    }

    /** Steps of a team's own protocol carry what somebody typed; an entry in which a name stands stays closed. */
    private static LoggedEntry logged(LogEntry entry, Roster roster) {
        return new LoggedEntry(
                entry.seq(),
                entry.payloadHash(),
                entry.chainHash(),
                entry.opened()
                        .filter(said -> roster.in(said.payload()).isEmpty())
                        .map(said -> new LoggedEntry.Opened(said.salt(), said.payload())));
    }

    private static List<PackageDraft.Artifact> proven(HandedOver handed, SubmissionPapers papers) {
        Map<Piece, List<EvidencePiece>> pieces = handed.evidence().stream()
                // only what a room announced can be proved by its log
                .filter(piece -> piece.first().room().isPresent())
                .collect(
                        Collectors.groupingBy(piece -> piece.first().piece(), LinkedHashMap::new, Collectors.toList()));
        return pieces.values().stream()
                .map(same -> new PackageDraft.Artifact(
                        same.getFirst().first().piece().value(),
                        same.getFirst().first().room().orElseThrow().value(),
                        Optional.empty(),
                        same.getFirst().first().sha256(),
                        same.stream()
                                .map(piece -> handed.folder() + "/" + papers.fileOf(piece) + ".pdf")
                                .toList()))
                .toList();
    }

    private List<PackageDraft.File> files(
            HandedOver handed,
            SubmissionPapers papers,
            Profile profile,
            Map<RoomId, Map<MemberId, PersonId>> members,
            Pseudonyms people,
            PackageWording wording,
            boolean editable) {
        List<PackageDraft.File> files = new ArrayList<>();
        Instant now = clock.instant();
        papers.all()
                .forEach((name, paper) -> files.add(new PackageDraft.File(
                        handed.folder() + "/" + name + ".pdf",
                        Content.of(PaperPdf.of(paper, papers.picturesOf(name), now)))));
        if (editable) {
            papers.all()
                    .forEach((name, paper) -> files.add(new PackageDraft.File(
                            handed.folder() + "/Word/" + name + ".docx", Content.of(PaperDocx.of(paper)))));
        }
        files.add(new PackageDraft.File(
                "proof/" + handed.folder() + ".json", ProofFile.of(handed, profile, papers, members, people, wording)));
        return files;
    }

    private static List<LeftOut> leftOut(HandedOver handed, Profile profile) {
        List<LeftOut> left = new ArrayList<>(handed.leftOut());
        int links = handed.what().answers().stream()
                        .mapToInt(answer -> WebAddresses.count(answer.text()))
                        .sum()
                + handed.what().references().stream()
                        .mapToInt(WebAddresses::count)
                        .sum();
        if (!profile.takesLinks() && links > 0) {
            left.add(new LeftOut(0, LeftOut.Why.LINKS, links));
        }
        return left;
    }

    private long sizeOf(PackageDraft draft) {
        Counted counted = new Counted();
        try {
            packages.write(draft, counted);
        } catch (IOException e) {
            throw new UncheckedIOException("a package could not be measured", e);
        }
        return counted.bytes;
    }

    /** Counts what is written. */
    private static final class Counted extends OutputStream {

        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            bytes += length;
        }
    }
}
