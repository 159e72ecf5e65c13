package org.tessera.submission;

import java.util.List;
import java.util.OptionalInt;
import org.tessera.attachment.Way;

/** Something the pre-check found: what an assessor would send back, or what is worth a look before that. */
public sealed interface Gap {

    /** Where it is. */
    Spot spot();

    /** Whether a submission with it would come straight back. */
    boolean comesBack();

    /** Nothing is written for a part. */
    record AnswerMissing(Spot spot) implements Gap {
        @Override
        public boolean comesBack() {
            return true;
        }
    }

    /**
     * A text is shorter or longer than asked for.
     *
     * @param min and {@code max} in words
     * @param isHard whether the limit has to be kept; a guide otherwise
     */
    record LengthMissed(Spot spot, int words, OptionalInt min, OptionalInt max, boolean isHard) implements Gap {
        @Override
        public boolean comesBack() {
            return isHard;
        }
    }

    /** There is a limit, but nobody could find out which. */
    record LimitUnknown(Spot spot, int words) implements Gap {
        @Override
        public boolean comesBack() {
            return false;
        }
    }

    /** Nothing is linked to a row; {@code isKnown} is false where the row's own wording could not be obtained. */
    record EvidenceMissing(Spot spot, boolean isKnown) implements Gap {
        @Override
        public boolean comesBack() {
            return isKnown;
        }
    }

    /** Linked evidence says next to nothing about itself. */
    record AnnotationThin(Spot spot, Piece piece, int words) implements Gap {
        @Override
        public boolean comesBack() {
            return words == 0;
        }
    }

    /** A requirement's rule is not met by what is linked. */
    record RuleMissed(Spot spot, Finding finding) implements Gap {
        @Override
        public boolean comesBack() {
            return true;
        }
    }

    /** Colleagues took part, and nothing says so. */
    record CollaborationUnsaid(Spot spot) implements Gap {
        @Override
        public boolean comesBack() {
            return true;
        }
    }

    /** A quotation has no source behind it. */
    record QuotationUncited(Spot spot, String words) implements Gap {
        @Override
        public boolean comesBack() {
            return true;
        }
    }

    /** A text cites something that stands in no list of sources. */
    record SourceUnlisted(Spot spot, String citation) implements Gap {
        @Override
        public boolean comesBack() {
            return false;
        }
    }

    /** Letters that outsiders may not know stand there without their meaning. */
    record AcronymUndefined(Spot spot, String acronym) implements Gap {
        @Override
        public boolean comesBack() {
            return false;
        }
    }

    /** Somebody is named; {@code isWhole} tells a whole name from a first name that may be another word. */
    record PersonNamed(Spot spot, String name, boolean isWhole) implements Gap {
        @Override
        public boolean comesBack() {
            return isWhole;
        }
    }

    /** A school, district or team is named; {@code isWhole} tells its whole name from a word that may be another. */
    record PlaceNamed(Spot spot, String name, boolean isWhole) implements Gap {
        @Override
        public boolean comesBack() {
            return isWhole;
        }
    }

    /** Words of a colleague stand there who has not agreed to that, or no longer does. */
    record WordsWithheld(Spot spot, String words) implements Gap {
        @Override
        public boolean comesBack() {
            return true;
        }
    }

    /** A link stands where assessors open none. */
    record LinkForbidden(Spot spot, String link) implements Gap {
        @Override
        public boolean comesBack() {
            return true;
        }
    }

    /** A photo waits to be cleared, and is not handed in until it is. */
    record PhotoWaits(Spot spot) implements Gap {
        @Override
        public boolean comesBack() {
            return false;
        }
    }

    /** Somebody who cannot hear or see it would not know what it says or shows. */
    record Undescribed(Spot spot, Way way) implements Gap {
        @Override
        public boolean comesBack() {
            return false;
        }
    }

    /**
     * Much of a text stands in a colleague's too.
     *
     * @param passages the words of one's own that are alike
     */
    record TooAlike(Spot spot, int alike, int words, List<String> passages) implements Gap {
        public TooAlike {
            passages = List.copyOf(passages);
        }

        @Override
        public boolean comesBack() {
            return true;
        }
    }
}
