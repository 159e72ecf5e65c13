package org.tessera.submission;

import java.util.Optional;
import org.tessera.artifact.Content;

/** A place on a page that a note of an artifact points to, and what the note says. */
public record Pointer(Part.Region region, String words) {

    static Optional<Pointer> of(Content.Note note) {
        return Optional.ofNullable(note.anchor())
                .map(anchor -> new Pointer(
                        new Part.Region(
                                anchor.material(),
                                Math.max(1, anchor.page()),
                                fraction(anchor.x()),
                                fraction(anchor.y()),
                                fraction(anchor.w()),
                                fraction(anchor.h())),
                        note.text()));
    }

    private static double fraction(double value) {
        return Math.clamp(value, 0, 1);
    }
}
