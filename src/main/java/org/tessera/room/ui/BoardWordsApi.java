package org.tessera.room.ui;

import java.time.Duration;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tessera.account.Languages;

/**
 * Hands out the board's wording. It is most of what a page of a meeting would have to be told, and the same for everybody: so
 * the server does not keep it for each page, and a browser fetches it once.
 */
@RestController
class BoardWordsApi {

    private static final Duration KEPT = Duration.ofDays(365);

    /** Answers with what there is now, which a browser only keeps if it is what it asked for. */
    @GetMapping(BoardWords.ADDRESS)
    ResponseEntity<byte[]> words(@PathVariable String language, @PathVariable String print) {
        Locale locale = Locale.of(language);
        if (!Languages.ALL.contains(locale)) {
            return ResponseEntity.notFound().build();
        }
        BoardWords.Leaflet leaflet = BoardWords.leaflet(locale);
        boolean isWanted = leaflet.print().equals(print);
        return ResponseEntity.ok()
                .cacheControl(isWanted ? CacheControl.maxAge(KEPT).cachePublic().immutable() : CacheControl.noCache())
                .contentType(MediaType.APPLICATION_JSON)
                .body(leaflet.json());
    }
}
