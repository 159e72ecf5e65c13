package org.tessera.submission.ui;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tessera.credential.Credential;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Credentials;
import org.tessera.room.Readings;
import org.tessera.room.RoomDraft.BroughtText;

/** A credential's reading list as a text for a new meeting, with what could not be obtained said as such. */
@Component
class CredentialReading implements Readings {

    private static final int LONGEST = 4_000;
    private static final int LONGEST_TITLE = 120;

    private final Credentials credentials;

    CredentialReading(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Optional<BroughtText> reading(String id, Locale language) {
        return credentials.current(new CredentialId(id)).map(credential -> text(credential, language));
    }

    private static BroughtText text(Credential credential, Locale language) {
        String list = credential.resources().stream()
                .map(resource -> "– " + resource.in(language) + sourceOf(resource.source()))
                .collect(Collectors.joining("\n"));
        String words = credential.competency().in(language) + "\n\n" + list;
        return new BroughtText(cut(credential.name().in(language), LONGEST_TITLE), cut(words, LONGEST));
    }

    private static String sourceOf(String source) {
        return source.startsWith("https://") ? " (" + source + ")" : "";
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
