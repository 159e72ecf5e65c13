package org.tessera.portfolio;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.ArtifactId;
import org.tessera.artifact.Participant;
import org.tessera.credential.SubmissionPart;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Role;
import org.tessera.record.Picture;
import org.tessera.room.RoomMoment;
import org.tessera.submission.HandIn;
import org.tessera.submission.Part;
import org.tessera.writing.Words;

/** Writes a blind copy of what was handed in. All that somebody typed goes through {@link Pseudonyms#clean}. */
final class Copyist {

    /**
     * What is known of where a piece comes from.
     *
     * @param pack the protocol, as long as it is kept
     * @param moments of the step
     * @param isAltered whether the content is no longer what was handed in, so that it is not shown
     */
    record Known(Optional<Pack> pack, List<RoomMoment> moments, boolean isAltered) {}

    private final HandedOver handed;
    private final Map<ArtifactId, Known> known;
    private final Pseudonyms people;
    private final Traces traces;
    private final PackageWording wording;
    private final List<byte[]> pictures = new ArrayList<>();
    private final List<BlindCopy.Replay> replays = new ArrayList<>();

    /** @param known of all that a meeting left */
    Copyist(HandedOver handed, Map<ArtifactId, Known> known, Pseudonyms people, Traces traces, PackageWording wording) {
        this.handed = handed;
        this.known = Map.copyOf(known);
        this.people = people;
        this.traces = traces;
        this.wording = wording;
    }

    /** The copy, with {@code manifest} for what it proves. */
    BlindCopy copy(String manifest) {
        pictures.clear();
        replays.clear();
        HandIn what = handed.what();
        List<BlindCopy.Answer> answers = handed.credential().submission().stream()
                .filter(part -> !part.id().equals(HandIn.EVIDENCE))
                .map(this::answer)
                .toList();
        List<BlindCopy.Evidence> evidence =
                handed.evidence().stream().map(this::evidence).toList();
        return new BlindCopy(
                answers,
                Paragraphs.of(clean(what.collaboration())),
                Paragraphs.of(clean(handed.event().changes())),
                Paragraphs.of(clean(handed.event().context())),
                what.references().stream()
                        .map(reference -> people.unnamed(traces.inReference(reference)))
                        .toList(),
                evidence,
                replays,
                pictures,
                manifest);
    }

    private BlindCopy.Answer answer(SubmissionPart part) {
        String text = handed.what().answer(part.id()).orElse("");
        return new BlindCopy.Answer(
                part.id(),
                part.title().in(wording.language()),
                Paragraphs.of(clean(text)),
                Words.count(text),
                handed.beside(part.id()).stream().map(this::beside).toList());
    }

    private BlindCopy.Beside beside(BesideText one) {
        String description = clean(one.what().description());
        return new BlindCopy.Beside(
                one.what().way(),
                one.number(),
                description,
                Paragraphs.of(clean(one.what().transcript())),
                one.what().millis() / 1000,
                one.shown().pictures().stream()
                        .map(picture -> shown(picture, description))
                        .toList(),
                left(one.shown().leftOut()));
    }

    private BlindCopy.Evidence evidence(EvidencePiece piece) {
        Optional<Known> origin = piece.artifact().flatMap(one -> Optional.ofNullable(known.get(one.id())));
        boolean isAltered = origin.filter(Known::isAltered).isPresent();
        Optional<ShownContent> shown = piece.shown().filter(_ -> !isAltered);
        return new BlindCopy.Evidence(
                piece.number(),
                wording.say("portfolio.file.evidence", piece.label()),
                piece.uses().stream()
                        .map(use -> new BlindCopy.Use(use.criterion(), use.item(), clean(use.annotation())))
                        .toList(),
                piece.artifact().map(artifact -> origin(piece, artifact, origin.flatMap(Known::pack))),
                partOf(Part.of(piece.first().part())),
                piece.first().isShared(),
                shown.map(ShownContent::sections).orElse(List.of()).stream()
                        .map(section -> new BlindCopy.Section(section.title(), section.points()))
                        .toList(),
                Paragraphs.of(piece.besides().words()),
                piece.besides().pictures().stream()
                        .map(picture -> shown(picture, picture.words()))
                        .toList(),
                left(leftOut(piece, shown, isAltered)),
                shown.flatMap(content -> replay(
                        content,
                        origin.map(Known::moments).orElse(List.of()),
                        piece.artifact().filter(Copyist::isOwnTime).isPresent())));
    }

    private static Map<LeftOut.Why, Integer> leftOut(
            EvidencePiece piece, Optional<ShownContent> shown, boolean isAltered) {
        Map<LeftOut.Why, Integer> left = new EnumMap<>(LeftOut.Why.class);
        if (isAltered) {
            left.put(LeftOut.Why.ALTERED, 1);
        } else if (piece.isOfMeeting() && shown.isEmpty()) {
            left.put(LeftOut.Why.CLOSED, 1);
        }
        shown.map(ShownContent::leftOut).ifPresent(left::putAll);
        left.putAll(piece.besides().leftOut());
        return left;
    }

    private BlindCopy.Origin origin(EvidencePiece piece, Artifact artifact, Optional<Pack> pack) {
        boolean isOwnTime = isOwnTime(artifact);
        return new BlindCopy.Origin(
                clean(artifact.name().in(wording.language())),
                pack.map(Pack::name)
                        .map(name -> clean(name.in(wording.language())))
                        .orElseGet(() -> wording.say("portfolio.paper.protocol")),
                pack.flatMap(one -> one.phase(artifact.phase()))
                        .map(Phase::name)
                        .map(name -> clean(name.in(wording.language())))
                        .orElse(""),
                (int) ChronoUnit.DAYS.between(firstDay(), day(artifact)) + 1,
                piece.first().role(),
                isOwnTime,
                artifact.plannedMinutes(),
                // work in one's own time goes on for days, which say when people sit at it
                isOwnTime ? 0 : artifact.actual().toSeconds(),
                others(artifact));
    }

    private static boolean isOwnTime(Artifact artifact) {
        return artifact.plannedMinutes() == 0;
    }

    private LocalDate firstDay() {
        return handed.evidence().stream()
                .flatMap(piece -> piece.artifact().stream())
                .map(Copyist::day)
                .min(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
    }

    private static LocalDate day(Artifact artifact) {
        return artifact.at().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private List<BlindCopy.Others> others(Artifact artifact) {
        Map<Role, Long> roles = artifact.people().stream()
                .filter(person -> !person.person().equals(handed.submission().earner()))
                .collect(Collectors.groupingBy(Participant::role, TreeMap::new, Collectors.counting()));
        return roles.entrySet().stream()
                .map(role -> new BlindCopy.Others(role.getKey(), role.getValue().intValue()))
                .toList();
    }

    private Optional<String> partOf(Part part) {
        return switch (part) {
            case Part.Whole _ -> Optional.empty();
            case Part.Region region -> Optional.of(wording.say("portfolio.paper.region", region.page()));
            case Part.TimeRange range ->
                Optional.of(wording.say("portfolio.paper.range", clock(range.from()), clock(range.to())));
        };
    }

    private static String clock(java.time.Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }

    private List<BlindCopy.Left> left(Map<LeftOut.Why, Integer> leftOut) {
        return new TreeMap<>(leftOut)
                .entrySet().stream()
                        .map(one -> new BlindCopy.Left(
                                one.getKey(), one.getValue(), wording.left(one.getKey(), one.getValue())))
                        .toList();
    }

    private BlindCopy.Shown shown(Picture picture, String words) {
        pictures.add(picture.png());
        return new BlindCopy.Shown(pictures.size() - 1, words);
    }

    private Optional<Integer> replay(ShownContent shown, List<RoomMoment> moments, boolean isOwnTime) {
        if (moments.isEmpty()) {
            return Optional.empty();
        }
        List<BlindCopy.Moment> played = new ArrayList<>();
        for (RoomMoment moment : moments) {
            // where nobody meets there is no pace, and hours would tell when somebody sits at it
            long offset = isOwnTime ? played.size() * 1000L : moment.at().toMillis();
            played.add(moment(moment, offset, shown));
        }
        replays.add(new BlindCopy.Replay(played));
        return Optional.of(replays.size() - 1);
    }

    private BlindCopy.Moment moment(RoomMoment moment, long offset, ShownContent shown) {
        ShownContent.Rights rights = shown.rights();
        BlindCopy.Doer doer = moment.by()
                .map(by -> rights.isMine(by.toString()) ? BlindCopy.Doer.EARNER : BlindCopy.Doer.COLLEAGUE)
                .orElse(BlindCopy.Doer.ROOM);
        String who =
                switch (doer) {
                    case ROOM -> "";
                    case EARNER -> wording.say("portfolio.earner");
                    case COLLEAGUE ->
                        moment.by()
                                .map(Object::toString)
                                .filter(rights::mayShow)
                                .flatMap(rights::person)
                                .map(people::of)
                                .orElseGet(() -> wording.say("portfolio.somebody"));
                };
        return new BlindCopy.Moment(
                offset,
                doer,
                who,
                moment.kind(),
                moment.said().stream()
                        .flatMap(said -> shown.words(said.thing(), said.text()).stream())
                        .toList());
    }

    private String clean(String text) {
        return people.clean(text);
    }
}
