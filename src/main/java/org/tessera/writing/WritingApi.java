package org.tessera.writing;

import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tessera.account.CurrentUser;
import org.tessera.credential.CredentialId;
import org.tessera.credential.CredentialRef;

/**
 * Where the browser keeps what is being typed: by itself and not through the page's own line, so that words arrive after
 * the page, the session or the server was lost. Everybody reaches the own texts only.
 */
@RestController
@RequestMapping("/api/writings/{credential}/{version}/{part}")
class WritingApi {

    private final Writings writings;
    private final CurrentUser user;

    WritingApi(Writings writings, CurrentUser user) {
        this.writings = writings;
        this.user = user;
    }

    /** What the browser gives: a text, and the version it began from. */
    record Typed(int base, UUID tab, String text) {}

    /** The text as it is kept now. */
    record Kept(int version, String text) {}

    @GetMapping
    ResponseEntity<Kept> read(
            @PathVariable String credential,
            @PathVariable String version,
            @PathVariable String part,
            @RequestParam Optional<UUID> owner) {
        if (isSomebodyElse(owner)) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        WritingPlace place = place(credential, version, part);
        return writings.isOpenTo(user.require().id(), place)
                ? answer(HttpStatus.OK, writings.at(user.require().id(), place))
                : ResponseEntity.notFound().build();
    }

    /** 200 if it was kept; 409 with the other text if another window saved in between, and both are kept. */
    @PutMapping
    ResponseEntity<Kept> keep(
            @PathVariable String credential,
            @PathVariable String version,
            @PathVariable String part,
            @RequestParam Optional<UUID> owner,
            @RequestBody Typed typed) {
        if (isSomebodyElse(owner)) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        return switch (writings.save(
                user.require().id(), place(credential, version, part), typed.base(), typed.tab(), typed.text())) {
            case SaveAnswer.Saved(var now) -> answer(HttpStatus.OK, now);
            case SaveAnswer.Overtaken(var now) -> answer(HttpStatus.CONFLICT, now);
            case SaveAnswer.Refused(var why) ->
                ResponseEntity.status(
                                switch (why) {
                                    case TOO_LONG -> HttpStatus.CONTENT_TOO_LARGE;
                                    case GUEST -> HttpStatus.FORBIDDEN;
                                    default -> HttpStatus.NOT_FOUND;
                                })
                        .build();
        };
    }

    /** A page may still be open when somebody else signs in beside it: its words are not theirs. */
    private boolean isSomebodyElse(Optional<UUID> owner) {
        return owner.filter(one -> !one.equals(user.require().id().value())).isPresent();
    }

    private static ResponseEntity<Kept> answer(HttpStatus status, Writing writing) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(new Kept(writing.version(), writing.text()));
    }

    private static WritingPlace place(String credential, String version, String part) {
        return new WritingPlace(new CredentialRef(new CredentialId(credential), version), part);
    }
}
