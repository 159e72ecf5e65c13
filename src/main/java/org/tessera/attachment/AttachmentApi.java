package org.tessera.attachment;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tessera.account.CurrentUser;
import org.tessera.credential.CredentialId;
import org.tessera.credential.CredentialRef;
import org.tessera.exhibit.ExhibitId;
import org.tessera.writing.WritingPlace;

/**
 * Where the browser puts beside a text what it has sent: by itself and not through the page's own line, so that it gets there
 * after the page was lost. Everybody reaches the own exhibits only; somebody else's are not there.
 */
@RestController
@RequestMapping("/api/attachments/{credential}/{version}/{part}/{exhibit}")
class AttachmentApi {

    private final Attachments attachments;
    private final CurrentUser user;

    AttachmentApi(Attachments attachments, CurrentUser user) {
        this.attachments = attachments;
        this.user = user;
    }

    /** What the browser says of it; {@code millis} is how long a voice is, 0 where that is not known. */
    record Said(
            String way,
            @Nullable String description,
            @Nullable String transcript,
            long millis,
            @Nullable UUID instead) {}

    /** Why something was refused; pages have the sentence for it. */
    record Refused(AttachmentRefusal reason) {}

    /** Puts it there; 204 also where it already is. */
    @PutMapping
    ResponseEntity<?> attach(
            @PathVariable String credential,
            @PathVariable String version,
            @PathVariable String part,
            @PathVariable String exhibit,
            @RequestParam Optional<UUID> owner,
            @RequestBody Said said) {
        if (isSomebodyElse(owner)) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        Optional<ExhibitId> id = id(exhibit);
        Optional<Way> way = Way.of(said.way());
        if (id.isEmpty() || way.isEmpty()) {
            return refused(AttachmentRefusal.UNKNOWN);
        }
        return answer(attachments.attach(
                user.require().id(),
                place(credential, version, part),
                new AttachmentDraft(
                        id.get(),
                        way.get(),
                        said.description() == null ? "" : said.description(),
                        said.transcript() == null ? "" : said.transcript(),
                        said.millis() > 0 ? Optional.of(Duration.ofMillis(said.millis())) : Optional.empty(),
                        Optional.ofNullable(said.instead()).map(ExhibitId::new))));
    }

    /** Puts it aside; it is deleted on the page of the text, or taken back there. */
    @DeleteMapping
    ResponseEntity<?> putAside(
            @PathVariable String credential,
            @PathVariable String version,
            @PathVariable String part,
            @PathVariable String exhibit) {
        return id(exhibit)
                .filter(id -> attachments
                        .find(id)
                        .filter(one -> one.place().equals(place(credential, version, part)))
                        .isPresent())
                .<ResponseEntity<?>>map(
                        id -> answer(attachments.putAside(user.require().id(), id)))
                .orElseGet(() -> refused(AttachmentRefusal.UNKNOWN));
    }

    /** A page may still be open when somebody else signs in beside it: what it holds is not theirs. */
    private boolean isSomebodyElse(Optional<UUID> owner) {
        return owner.filter(one -> !one.equals(user.require().id().value())).isPresent();
    }

    private static ResponseEntity<?> answer(AttachmentAnswer answer) {
        return switch (answer) {
            case AttachmentAnswer.Done _ -> ResponseEntity.noContent().build();
            case AttachmentAnswer.Refused(var why) -> refused(why);
        };
    }

    private static ResponseEntity<Refused> refused(AttachmentRefusal why) {
        HttpStatus status =
                switch (why) {
                    case UNKNOWN, PLACE_UNKNOWN -> HttpStatus.NOT_FOUND;
                    case TOO_LONG -> HttpStatus.CONTENT_TOO_LARGE;
                    case NOT_THAT_WAY -> HttpStatus.UNPROCESSABLE_CONTENT;
                    case ELSEWHERE, IN_USE, HANDED_IN -> HttpStatus.CONFLICT;
                };
        return ResponseEntity.status(status).body(new Refused(why));
    }

    private static WritingPlace place(String credential, String version, String part) {
        return new WritingPlace(new CredentialRef(new CredentialId(credential), version), part);
    }

    private static Optional<ExhibitId> id(String text) {
        try {
            return Optional.of(new ExhibitId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
