package org.tessera.privacy;

import java.util.Optional;

/**
 * Something that may tell who somebody is. What it says is never kept: people read it where it stands.
 *
 * @param number counts a subject's findings from 1
 * @param place where it stands; nothing for what was in the file but on no page
 * @param moment when it is heard or seen, in a recording
 */
public record Finding(
        int number,
        Trait trait,
        Origin origin,
        Sureness sureness,
        Optional<Place> place,
        Optional<Moment> moment,
        Standing standing) {

    /** Something on a page, or in a file. */
    public Finding(
            int number, Trait trait, Origin origin, Sureness sureness, Optional<Place> place, Standing standing) {
        this(number, trait, origin, sureness, place, Optional.empty(), standing);
    }

    /** What a person marked. */
    static Finding marked(int number, Sign mark, Standing standing) {
        return switch (mark) {
            case Sign.OnPage(var place) ->
                new Finding(number, Trait.MARKED, Origin.PERSON, Sureness.CERTAIN, Optional.of(place), standing);
            case Sign.AtMoment(var moment) ->
                new Finding(
                        number,
                        Trait.MARKED,
                        Origin.PERSON,
                        Sureness.CERTAIN,
                        Optional.empty(),
                        Optional.of(moment),
                        standing);
        };
    }

    /** What has become of a finding. */
    public sealed interface Standing {

        /** Somebody still has to decide. */
        record Open() implements Standing {}

        /** It is to be covered, or is. */
        record Covered() implements Standing {}

        /** It stays as it is. */
        record Dismissed(Dismissal why) implements Standing {}

        /** It was in the file and is not in the pages; there is nothing to decide. */
        record Gone() implements Standing {}
    }

    /** Not decided yet. */
    public static final Standing OPEN = new Standing.Open();

    /** Under a box, or about to be. */
    public static final Standing COVERED = new Standing.Covered();

    /** Lost when the pages were drawn. */
    public static final Standing GONE = new Standing.Gone();

    /** Whether somebody still has to decide. */
    public boolean isOpen() {
        return standing instanceof Standing.Open;
    }

    /** Whether it is to be covered, or is. */
    public boolean isCovered() {
        return standing instanceof Standing.Covered;
    }

    Finding with(Standing other) {
        return new Finding(number, trait, origin, sureness, place, moment, other);
    }

    Finding numbered(int other) {
        return new Finding(other, trait, origin, sureness, place, moment, standing);
    }
}
