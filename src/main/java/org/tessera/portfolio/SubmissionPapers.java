package org.tessera.portfolio;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.Participant;
import org.tessera.credential.Criterion;
import org.tessera.credential.SubmissionPart;
import org.tessera.credential.Wording;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.record.Paper;
import org.tessera.record.Paper.Piece;
import org.tessera.record.Picture;
import org.tessera.submission.Attestation;
import org.tessera.submission.FrozenAttachment;
import org.tessera.submission.FrozenEvidence;
import org.tessera.submission.HandIn;
import org.tessera.submission.Part;
import org.tessera.writing.Words;

/** The documents of a submission, by the name each has in its folder. */
final class SubmissionPapers {

    private final HandedOver handed;
    private final Profile profile;
    private final Protocols protocols;
    private final Pseudonyms people;
    private final PackageWording wording;
    private final String key;

    SubmissionPapers(
            HandedOver handed,
            Profile profile,
            Protocols protocols,
            Pseudonyms people,
            PackageWording wording,
            String key) {
        this.handed = handed;
        this.profile = profile;
        this.protocols = protocols;
        this.people = people;
        this.wording = wording;
        this.key = key;
    }

    /** All of them, in the order in which they are read. */
    Map<String, Paper> all() {
        Map<String, Paper> papers = new LinkedHashMap<>();
        papers.put(say("portfolio.file.requirements"), requirements());
        List<SubmissionPart> parts = handed.credential().submission();
        for (int i = 0; i < parts.size(); i++) {
            papers.put(
                    say("portfolio.file.part", i + 1), part(parts.get(i), isFirstText(parts, i), isLastText(parts, i)));
        }
        if (!handed.event().changes().isBlank() || !handed.event().context().isBlank()) {
            papers.put(say("portfolio.file.resubmission"), resubmission());
        }
        handed.evidence().forEach(piece -> papers.put(fileOf(piece), evidence(piece)));
        return papers;
    }

    /** The name of the document that shows a piece of evidence, in its folder. */
    String fileOf(EvidencePiece piece) {
        return say("portfolio.file.folder") + "/" + nameOf(piece);
    }

    /** The pictures that belong to a document, by the name it has in its folder. */
    List<Picture> picturesOf(String document) {
        List<SubmissionPart> parts = handed.credential().submission();
        Stream<Picture> beside = Stream.iterate(0, i -> i + 1)
                .limit(parts.size())
                .filter(i -> say("portfolio.file.part", i + 1).equals(document))
                .flatMap(i -> handed.beside(parts.get(i).id()).stream())
                .flatMap(one -> one.shown().pictures().stream());
        Stream<Picture> evidence = handed.evidence().stream()
                .filter(piece -> fileOf(piece).equals(document))
                .flatMap(piece -> piece.besides().pictures().stream());
        return Stream.concat(beside, evidence).toList();
    }

    private String nameOf(EvidencePiece piece) {
        return say("portfolio.file.evidence", piece.label());
    }

    private static boolean isFirstText(List<SubmissionPart> parts, int place) {
        return texts(parts).getFirst().equals(parts.get(place));
    }

    private static boolean isLastText(List<SubmissionPart> parts, int place) {
        return texts(parts).getLast().equals(parts.get(place));
    }

    /** Of a credential that asks for evidence alone, its one part takes what belongs to texts. */
    private static List<SubmissionPart> texts(List<SubmissionPart> parts) {
        List<SubmissionPart> texts = parts.stream()
                .filter(part -> !part.id().equals(HandIn.EVIDENCE))
                .toList();
        return texts.isEmpty() ? parts : texts;
    }

    private Paper requirements() {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Paper.Heading(1, in(handed.credential().name())));
        pieces.add(new Paper.Words(say(
                "portfolio.paper.what",
                profile.name(),
                handed.credential().ref().version(),
                handed.event().attempt(),
                wording.day(handed.event().at()))));
        pieces.add(new Paper.Words(say("portfolio.paper.people")));
        pieces.add(new Paper.Heading(2, say("portfolio.paper.requirements")));
        handed.credential().requirements().forEach(row -> row(row, pieces));
        if (!handed.credential().rubric().isEmpty()) {
            pieces.add(new Paper.Heading(2, say("portfolio.paper.rubric")));
            handed.credential().rubric().forEach(row -> row(row, pieces));
        }
        pieces.add(new Paper.Heading(2, say("portfolio.paper.declared")));
        pieces.add(new Paper.Points(handed.event().attested().stream()
                .sorted()
                .map(SubmissionPapers::word)
                .map(word -> say("portfolio.attest." + word))
                .toList()));
        leftOut(handed.leftOut(), true, pieces);
        pieces.add(new Paper.Heading(2, say("portfolio.paper.check")));
        pieces.add(new Paper.Words(say("portfolio.paper.check.how", key)));
        return paper(in(handed.credential().name()), pieces);
    }

    private static String word(Attestation attestation) {
        return attestation.name().toLowerCase(java.util.Locale.ROOT);
    }

    private void row(Criterion row, List<Piece> pieces) {
        pieces.add(new Paper.Heading(3, in(row.wording())));
        answer(row).ifPresent(part -> pieces.add(new Paper.Words(say("portfolio.paper.answered", part))));
        List<String> lines = handed.evidence().stream()
                .flatMap(piece -> piece.uses().stream()
                        .filter(use -> use.criterion().equals(row.id()))
                        .map(use -> nameOf(piece) + ": " + own(use.annotation())))
                .toList();
        if (!lines.isEmpty()) {
            pieces.add(new Paper.Points(lines));
        } else if (answer(row).isEmpty()) {
            pieces.add(new Paper.Words(say("portfolio.paper.none")));
        }
    }

    /** The document that answers a rubric row by a text. */
    private Optional<String> answer(Criterion row) {
        List<SubmissionPart> parts = handed.credential().submission();
        for (int i = 0; i < parts.size(); i++) {
            if (row.id().equals("rubric-" + parts.get(i).id())) {
                return Optional.of(say("portfolio.file.part", i + 1));
            }
        }
        return Optional.empty();
    }

    private Paper part(SubmissionPart part, boolean isFirst, boolean isLast) {
        List<Piece> pieces = new ArrayList<>();
        String title = part.title().in(wording.language());
        pieces.add(new Paper.Heading(1, title));
        if (part.id().equals(HandIn.EVIDENCE)) {
            index(pieces);
        } else {
            String text = handed.what().answer(part.id()).orElse("");
            pieces.addAll(paragraphs(own(text)));
            pieces.add(new Paper.Aside(say("portfolio.paper.words", Words.count(text))));
            beside(part, pieces);
        }
        String together = own(handed.what().collaboration());
        if (isFirst && !together.isBlank()) {
            pieces.add(new Paper.Heading(2, say("portfolio.paper.together")));
            pieces.addAll(paragraphs(together));
        }
        if (isLast && !handed.what().references().isEmpty()) {
            pieces.add(new Paper.Heading(2, say("portfolio.paper.references")));
            handed.what().references().forEach(reference -> pieces.add(new Paper.Words(own(reference))));
        }
        return paper(title, pieces);
    }

    /** What was spoken, drawn or photographed: in words here, as pictures at the end. */
    private void beside(SubmissionPart part, List<Piece> pieces) {
        List<BesideText> all = handed.beside(part.id());
        if (all.isEmpty()) {
            return;
        }
        pieces.add(new Paper.Heading(2, say("portfolio.paper.beside")));
        for (BesideText one : all) {
            pieces.add(new Paper.Heading(3, own(nameOf(one.what(), one.number(), wording))));
            one.what()
                    .length()
                    .ifPresent(length -> pieces.add(new Paper.Words(say("portfolio.paper.voice", clock(length)))));
            if (!one.what().transcript().isBlank()) {
                pieces.add(new Paper.Words(say("portfolio.paper.said")));
                pieces.addAll(paragraphs(own(one.what().transcript())));
            }
            if (!one.shown().pictures().isEmpty()) {
                pieces.add(new Paper.Words(say("portfolio.paper.pages", 1)));
            }
            pieces.add(
                    new Paper.Aside(say("portfolio.paper.sha256.own", one.what().sha256())));
        }
    }

    /** Which one it is and what it says or shows. */
    static String nameOf(FrozenAttachment one, int number, PackageWording wording) {
        String name = wording.say("portfolio.paper.beside." + one.way().word(), number);
        return one.description().isBlank() ? name : name + ": " + one.description();
    }

    private void index(List<Piece> pieces) {
        pieces.add(
                new Paper.Words(say("portfolio.paper.index", handed.evidence().size())));
        for (EvidencePiece piece : handed.evidence()) {
            pieces.add(new Paper.Heading(2, nameOf(piece)));
            piece.artifact().ifPresent(artifact -> pieces.add(new Paper.Words(origin(artifact))));
            pieces.add(new Paper.Points(piece.uses().stream().map(this::use).toList()));
        }
    }

    private String use(FrozenEvidence use) {
        return say("portfolio.paper.for", rowOf(use), own(use.annotation()));
    }

    private String rowOf(FrozenEvidence use) {
        return handed.credential()
                .criterion(use.criterion())
                .map(Criterion::wording)
                .map(this::in)
                .orElse(use.criterion());
    }

    private Paper resubmission() {
        List<Piece> pieces = new ArrayList<>();
        String title = say("portfolio.file.resubmission");
        pieces.add(new Paper.Heading(1, title));
        pieces.addAll(paragraphs(own(handed.event().changes())));
        if (!handed.event().context().isBlank()) {
            pieces.add(new Paper.Heading(2, say("portfolio.paper.context")));
            pieces.addAll(paragraphs(own(handed.event().context())));
        }
        return paper(title, pieces);
    }

    private Paper evidence(EvidencePiece piece) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Paper.Heading(1, nameOf(piece)));
        pieces.add(new Paper.Heading(2, say("portfolio.paper.serves")));
        pieces.add(new Paper.Points(piece.uses().stream().map(this::use).toList()));
        piece.artifact().ifPresent(artifact -> {
            pieces.add(new Paper.Heading(2, say("portfolio.paper.origin")));
            pieces.add(new Paper.Points(provenance(piece, artifact)));
        });
        if (!piece.isOfMeeting()) {
            pieces.add(new Paper.Heading(2, say("portfolio.paper.origin")));
            pieces.add(new Paper.Points(List.of(
                    say("portfolio.paper.own"),
                    say("portfolio.paper.sha256.own", piece.first().sha256()))));
            if (!piece.besides().words().isEmpty()) {
                pieces.add(new Paper.Heading(2, say("portfolio.paper.holds")));
                pieces.addAll(piece.besides().words());
            }
        }
        if (!piece.besides().pictures().isEmpty()) {
            pieces.add(new Paper.Words(
                    say("portfolio.paper.pages", piece.besides().pictures().size())));
        }
        piece.shown().ifPresent(shown -> {
            pieces.add(new Paper.Heading(2, say("portfolio.paper.holds")));
            shown.sections().forEach(section -> {
                pieces.add(new Paper.Heading(3, section.title()));
                pieces.add(new Paper.Points(section.points()));
            });
            if (shown.sections().isEmpty()) {
                pieces.add(new Paper.Words(say("portfolio.paper.holds.nothing")));
            }
        });
        leftOut(
                handed.leftOut().stream()
                        .filter(left -> left.evidence() == piece.number())
                        .toList(),
                false,
                pieces);
        return paper(nameOf(piece), pieces);
    }

    private String origin(Artifact artifact) {
        return say(
                "portfolio.paper.origin.line",
                people.clean(artifact.name().in(wording.language())),
                protocol(artifact),
                wording.day(artifact.at()));
    }

    private String protocol(Artifact artifact) {
        return protocols
                .find(artifact.pack())
                .map(Pack::name)
                .map(name -> people.clean(name.in(wording.language())))
                .orElseGet(() -> say("portfolio.paper.protocol"));
    }

    private List<String> provenance(EvidencePiece piece, Artifact artifact) {
        FrozenEvidence first = piece.first();
        List<String> lines = new ArrayList<>();
        lines.add(origin(artifact));
        protocols
                .find(artifact.pack())
                .flatMap(pack -> pack.phase(artifact.phase()))
                .ifPresent(phase -> lines.add(
                        say("portfolio.paper.step", people.clean(phase.name().in(wording.language())))));
        lines.add(
                artifact.plannedMinutes() == 0
                        ? say("portfolio.paper.own-time")
                        : say(
                                "portfolio.paper.time",
                                artifact.plannedMinutes(),
                                "%d:%02d"
                                        .formatted(
                                                artifact.actual().toMinutes(),
                                                artifact.actual().toSecondsPart())));
        first.role().ifPresent(role -> lines.add(say("portfolio.paper.role", wording.role(role))));
        company(artifact).ifPresent(lines::add);
        partOf(first).ifPresent(lines::add);
        if (first.isShared()) {
            lines.add(say("portfolio.paper.shared"));
        }
        lines.add(say(
                "portfolio.paper.log",
                String.valueOf(artifact.fromSeq()),
                String.valueOf(artifact.toSeq()),
                artifact.room().toString()));
        lines.add(say("portfolio.paper.sha256", first.sha256()));
        return lines;
    }

    private Optional<String> company(Artifact artifact) {
        Map<Role, Long> roles = artifact.people().stream()
                .filter(person -> !person.person().equals(handed.submission().earner()))
                .collect(Collectors.groupingBy(
                        Participant::role, () -> new EnumMap<>(Role.class), Collectors.counting()));
        return roles.isEmpty()
                ? Optional.empty()
                : Optional.of(say(
                        "portfolio.paper.others",
                        roles.entrySet().stream()
                                .map(role ->
                                        say("portfolio.paper.others.one", wording.role(role.getKey()), role.getValue()))
                                .collect(Collectors.joining(", "))));
    }

    private Optional<String> partOf(FrozenEvidence use) {
        return switch (Part.of(use.part())) {
            case Part.Whole _ -> Optional.empty();
            case Part.Region region -> Optional.of(say("portfolio.paper.region", region.page()));
            case Part.TimeRange range ->
                Optional.of(say("portfolio.paper.range", clock(range.from()), clock(range.to())));
        };
    }

    private static String clock(java.time.Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }

    private void leftOut(List<LeftOut> left, boolean isNumbered, List<Piece> pieces) {
        if (!left.isEmpty()) {
            pieces.add(new Paper.Heading(2, say("portfolio.paper.left")));
            pieces.add(new Paper.Points(
                    left.stream().map(one -> left(one, isNumbered)).toList()));
        }
    }

    private String left(LeftOut left, boolean isNumbered) {
        String why = say("portfolio.left." + left.why().name().toLowerCase(java.util.Locale.ROOT), left.count());
        return left.evidence() == 0 || !isNumbered
                ? why
                : say("portfolio.file.evidence", "%02d".formatted(left.evidence())) + ": " + why;
    }

    /** The earner's own words, to the letter but for what the platform does not take. */
    private String own(String text) {
        return profile.takesLinks() ? text : WebAddresses.noted(text, wording);
    }

    private static List<Piece> paragraphs(String text) {
        List<Piece> pieces = new ArrayList<>();
        List<String> points = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("• ") || line.startsWith("- ")) {
                points.add(line.substring(2).strip());
                continue;
            }
            if (!points.isEmpty()) {
                pieces.add(new Paper.Points(points));
                points = new ArrayList<>();
            }
            if (!line.isBlank()) {
                pieces.add(new Paper.Words(
                        line.startsWith("> ") ? "“" + line.substring(2).strip() + "”" : line));
            }
        }
        if (!points.isEmpty()) {
            pieces.add(new Paper.Points(points));
        }
        return pieces;
    }

    private Paper paper(String title, List<Piece> pieces) {
        return new Paper(title, wording.language(), pieces);
    }

    private String in(Wording text) {
        return text.in(wording.language());
    }

    private String say(String key, Object... parameters) {
        return wording.say(key, parameters);
    }
}
