package org.tessera.submission.ui;

import java.util.Locale;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.ui.When;

/** An artifact in a line of text. */
final class ArtifactLine {

    private ArtifactLine() {}

    static String name(Artifact artifact, Locale locale) {
        return artifact.name().in(locale);
    }

    /** The meeting and its day. */
    static String about(Artifact artifact, Locale locale) {
        return artifact.roomTitle() + " · " + When.day(artifact.at(), locale);
    }

    static String full(Artifact artifact, Locale locale) {
        return name(artifact, locale) + " · " + about(artifact, locale);
    }
}
