package org.tessera.submission.ui;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import org.tessera.artifact.ui.When;
import org.tessera.submission.Linkable;
import org.tessera.submission.Piece;

/** Something that can be linked, in a line of text. */
final class PieceLine {

    private final Component page;
    private final Locale locale;

    PieceLine(Component page, Locale locale) {
        this.page = page;
        this.locale = locale;
    }

    /** Where it is opened. */
    static String address(Piece piece) {
        return switch (piece) {
            case Piece.OfArtifact(var id) -> "artifacts/" + id;
            case Piece.OfExhibit(var id) -> "exhibits/" + id;
        };
    }

    String name(Linkable what) {
        return switch (what) {
            case Linkable.Left(var artifact) -> ArtifactLine.name(artifact, locale);
            case Linkable.Own(var exhibit) -> exhibit.title();
        };
    }

    /** The meeting and its day; of an exhibit what it is and the day it was kept. */
    String about(Linkable what) {
        return switch (what) {
            case Linkable.Left(var artifact) -> ArtifactLine.about(artifact, locale);
            case Linkable.Own(var exhibit) ->
                page.getTranslation("exhibit.kind." + exhibit.kind().name().toLowerCase(Locale.ROOT)) + " · "
                        + When.day(exhibit.at(), locale);
        };
    }

    String full(Linkable what) {
        return name(what) + " · " + about(what);
    }
}
