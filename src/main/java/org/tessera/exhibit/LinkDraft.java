package org.tessera.exhibit;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A link as a person typed it.
 *
 * @param note what was there, in the person's own words
 * @param seen when it was there
 */
public record LinkDraft(String title, String address, String note, LocalDate seen) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** What is wrong with it. {@code today} is somewhere on earth; where the person is, it may be a day later. */
    Optional<ExhibitRefusal> refusal(LocalDate today) {
        Optional<URI> uri = uri();
        if (uri.isEmpty()) {
            return Optional.of(ExhibitRefusal.NO_ADDRESS);
        }
        if (uri.get().getRawUserInfo() != null) {
            return Optional.of(ExhibitRefusal.CREDENTIALS_IN_ADDRESS);
        }
        if (note.isBlank()) {
            return Optional.of(ExhibitRefusal.NOTE_MISSING);
        }
        if (note.strip().length() > Link.LONGEST_NOTE) {
            return Optional.of(ExhibitRefusal.NOTE_TOO_LONG);
        }
        return seen.isAfter(today.plusDays(1)) ? Optional.of(ExhibitRefusal.SEEN_LATER) : Optional.empty();
    }

    /** The link, of a draft with which nothing is wrong. */
    Link link() {
        return new Link(uri().orElseThrow(), note.strip(), seen);
    }

    private Optional<URI> uri() {
        if (address.strip().length() > Link.LONGEST_ADDRESS) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(address.strip());
            boolean isOnTheWeb = uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getRawAuthority() != null
                    && !uri.getRawAuthority().isBlank();
            // an authority with a name in it that is no host still tells a name
            boolean hasHost = uri.getHost() != null || address.contains("@");
            return isOnTheWeb && hasHost ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }
}
