package org.tessera.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tessera.account.PersonId;
import org.tessera.attachment.Way;
import org.tessera.exhibit.Exhibit;
import org.tessera.exhibit.ExhibitId;
import org.tessera.exhibit.Exhibits;
import org.tessera.exhibit.Link;
import org.tessera.material.MaterialId;
import org.tessera.material.Materials;
import org.tessera.material.Page;
import org.tessera.privacy.Clearances;
import org.tessera.privacy.Subject;
import org.tessera.record.Paper;
import org.tessera.record.Picture;
import org.tessera.submission.FrozenAttachment;
import org.tessera.submission.Part;
import org.tessera.submission.Piece;

/** What of the evidence is no words of a meeting: drawn pages, records, links. What shows students' work is cleared first. */
@Component
class Besides {

    private final Exhibits exhibits;
    private final Materials materials;
    private final Clearances clearances;

    Besides(Exhibits exhibits, Materials materials, Clearances clearances) {
        this.exhibits = exhibits;
        this.materials = materials;
        this.clearances = clearances;
    }

    /**
     * What there is to show beside notes.
     *
     * @param words of a record or link
     * @param leftOut why the rest is not there
     */
    record Shown(List<Paper.Piece> words, List<Picture> pictures, Map<LeftOut.Why, Integer> leftOut) {
        static final Shown NOTHING = new Shown(List.of(), List.of(), Map.of());

        Shown {
            words = List.copyOf(words);
            pictures = List.copyOf(pictures);
            leftOut = Map.copyOf(leftOut);
        }

        static Shown without(LeftOut.Why why) {
            return new Shown(List.of(), List.of(), Map.of(why, 1));
        }
    }

    /** What may be shown of a part of a piece. */
    Shown of(Piece piece, Part part, PersonId earner, Pseudonyms people, PackageWording wording) {
        return switch (piece) {
            case Piece.OfArtifact _ ->
                part instanceof Part.Region region
                        ? page(new MaterialId(region.material()), region.page(), Optional.of(region), wording)
                        : Shown.NOTHING;
            case Piece.OfExhibit(var id) ->
                exhibits.find(id, earner)
                        .map(exhibit -> exhibit(exhibit, part, earner, people, wording))
                        .orElseGet(() -> Shown.without(LeftOut.Why.CLOSED));
        };
    }

    /**
     * What was drawn or photographed beside a text.
     *
     * @param words what it shows, for who cannot see it
     */
    Shown beside(FrozenAttachment one, PersonId earner, String words) {
        if (one.way() == Way.VOICE) {
            return Shown.without(LeftOut.Why.RECORDING);
        }
        Optional<Exhibit> exhibit = exhibits.find(one.id(), earner);
        if (exhibit.filter(exhibits::isCleared).isEmpty()) {
            return Shown.without(exhibit.isEmpty() ? LeftOut.Why.CLOSED : LeftOut.Why.NOT_CLEARED);
        }
        return exhibit.flatMap(Exhibit::pages)
                .flatMap(pages -> materials.page(pages.material(), 1))
                .map(page -> new Shown(List.of(), List.of(new Picture(page.png(), words)), Map.of()))
                .orElseGet(() -> Shown.without(LeftOut.Why.CLOSED));
    }

    private Shown exhibit(Exhibit exhibit, Part part, PersonId earner, Pseudonyms people, PackageWording wording) {
        return switch (exhibit.kind()) {
            case RECORD -> words(record(exhibit.id(), earner, people));
            case LINK -> words(link(exhibit.id(), earner, people, wording));
            case DOCUMENT, PICTURE ->
                exhibit.pages()
                        .map(pages -> pages(pages, part, wording))
                        .orElseGet(() -> Shown.without(LeftOut.Why.CLOSED));
            case AUDIO, VIDEO -> Shown.without(LeftOut.Why.RECORDING);
        };
    }

    private static Shown words(List<Paper.Piece> words) {
        return new Shown(words, List.of(), Map.of());
    }

    private List<Paper.Piece> record(ExhibitId id, PersonId earner, Pseudonyms people) {
        return exhibits.paper(id, earner).map(Paper::pieces).orElse(List.of()).stream()
                .map(piece -> cleaned(piece, people))
                .toList();
    }

    private static Paper.Piece cleaned(Paper.Piece piece, Pseudonyms people) {
        return switch (piece) {
            // the document has a title of its own, so the record's stands below it
            case Paper.Heading(int level, String text) -> new Paper.Heading(Math.min(level + 1, 3), people.clean(text));
            case Paper.Words(String text) -> new Paper.Words(people.clean(text));
            case Paper.Aside(String text) -> new Paper.Aside(people.clean(text));
            case Paper.Points(List<String> texts) ->
                new Paper.Points(texts.stream().map(people::clean).toList());
        };
    }

    private List<Paper.Piece> link(ExhibitId id, PersonId earner, Pseudonyms people, PackageWording wording) {
        return exhibits.link(id, earner)
                .map(link -> note(link, people, wording))
                .orElse(List.of());
    }

    private static List<Paper.Piece> note(Link link, Pseudonyms people, PackageWording wording) {
        List<Paper.Piece> words = new ArrayList<>();
        words.add(new Paper.Words(wording.seen(people.clean(link.address().toString()), link.seen())));
        link.note()
                .lines()
                .filter(line -> !line.isBlank())
                .map(people::clean)
                .forEach(line -> words.add(new Paper.Words(line)));
        return words;
    }

    private Shown pages(Exhibit.Pages pages, Part part, PackageWording wording) {
        if (part instanceof Part.Region region) {
            return page(pages.material(), region.page(), Optional.of(region), wording);
        }
        List<Picture> pictures = new ArrayList<>();
        for (int n = 1; n <= pages.count(); n++) {
            Shown one = page(pages.material(), n, Optional.empty(), wording);
            if (!one.leftOut().isEmpty()) {
                return one;
            }
            pictures.addAll(one.pictures());
        }
        return new Shown(List.of(), pictures, Map.of());
    }

    private Shown page(MaterialId material, int n, Optional<Part.Region> place, PackageWording wording) {
        if (!clearances.isCleared(Subject.of(material))) {
            return Shown.without(LeftOut.Why.NOT_CLEARED);
        }
        Optional<Page> page = materials.page(material, n);
        if (page.isEmpty()) {
            return Shown.without(LeftOut.Why.CLOSED);
        }
        String words = wording.say("portfolio.paper.page", n);
        Picture picture = new Picture(page.get().png(), words);
        return new Shown(
                List.of(),
                List.of(place.map(region -> picture.framed(region.x(), region.y(), region.w(), region.h()))
                        .orElse(picture)),
                Map.of());
    }
}
