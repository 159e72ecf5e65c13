package org.tessera.exhibit;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;

/**
 * The tus protocol, version 1.0.0, with its extensions <i>creation</i>, <i>expiration</i> and <i>termination</i>: a file comes
 * in parts, and who was cut off asks how much has come and goes on from there.
 */
@RestController
@RequestMapping("/api/uploads")
class UploadApi {

    private static final String VERSION = "1.0.0";
    private static final String RESUMABLE = "Tus-Resumable";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";
    private static final String PART = "application/offset+octet-stream";
    private static final Pattern ENDS = Pattern.compile("[0-9a-f]{1,40}");

    private final Uploads uploads;
    private final Exhibits exhibits;
    private final CurrentUser user;

    UploadApi(Uploads uploads, Exhibits exhibits, CurrentUser user) {
        this.uploads = uploads;
        this.exhibits = exhibits;
        this.user = user;
    }

    /** Why something was refused; pages have the sentence for it. */
    record Refused(UploadRefusal reason) {}

    /** How far a file has come: {@code coming}, {@code looked-at}, {@code kept} or {@code refused}. */
    record Standing(String state, Optional<UploadRefusal> reason) {}

    @RequestMapping(method = RequestMethod.OPTIONS)
    ResponseEntity<Void> about() {
        return answer(HttpStatus.NO_CONTENT)
                .header("Tus-Version", VERSION)
                .header("Tus-Extension", "creation,expiration,termination")
                .header("Tus-Max-Size", String.valueOf(uploads.limits().file().toBytes()))
                .build();
    }

    @PostMapping
    ResponseEntity<?> begin(
            @RequestHeader(RESUMABLE) Optional<String> version,
            @RequestHeader(LENGTH) Optional<String> length,
            @RequestHeader("Upload-Metadata") Optional<String> metadata) {
        if (!isOurs(version)) {
            return otherVersion();
        }
        Map<String, String> said = said(metadata.orElse(""));
        Optional<UploadDraft> draft = draft(said, number(length));
        if (draft.isEmpty()) {
            return answer(HttpStatus.BAD_REQUEST).build();
        }
        return switch (uploads.begin(me(), draft.get())) {
            case UploadAnswer.Refused(var why) -> refused(why);
            case UploadAnswer.Going begun ->
                going(answer(HttpStatus.CREATED), begun.upload(), 0)
                        .header(
                                HttpHeaders.LOCATION,
                                "/api/uploads/" + begun.upload().id())
                        .build();
        };
    }

    /** How far it has come. A file that was kept meanwhile has come as a whole: its last answer may have been lost. */
    @RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
    ResponseEntity<?> where(@PathVariable String id, @RequestHeader(RESUMABLE) Optional<String> version) {
        if (!isOurs(version)) {
            return otherVersion();
        }
        Optional<ExhibitId> known = id(id);
        Optional<Exhibit> kept = known.flatMap(one -> exhibits.find(one, me()))
                .filter(exhibit -> exhibit.owner().equals(me()));
        if (kept.isPresent()) {
            String bytes = String.valueOf(kept.get().bytes());
            return answer(HttpStatus.OK)
                    .header(OFFSET, bytes)
                    .header(LENGTH, bytes)
                    .build();
        }
        return switch (known.map(one -> uploads.at(me(), one))
                .orElseGet(() -> new UploadAnswer.Refused(UploadRefusal.UNKNOWN))) {
            case UploadAnswer.Refused(var why) -> refused(why);
            case UploadAnswer.Going(var upload, long offset) ->
                going(answer(HttpStatus.OK), upload, offset)
                        .header(LENGTH, String.valueOf(upload.bytes()))
                        .build();
        };
    }

    @PatchMapping("/{id}")
    ResponseEntity<?> append(
            @PathVariable String id,
            @RequestHeader(RESUMABLE) Optional<String> version,
            @RequestHeader(OFFSET) Optional<String> offset,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) Optional<String> type,
            HttpServletRequest request)
            throws IOException {
        if (!isOurs(version)) {
            return otherVersion();
        }
        if (type.filter(PART::equals).isEmpty()) {
            return answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE).build();
        }
        OptionalLong from = number(offset);
        if (from.isEmpty()) {
            return answer(HttpStatus.BAD_REQUEST).build();
        }
        Optional<ExhibitId> known = id(id);
        if (known.isEmpty()) {
            return refused(UploadRefusal.UNKNOWN);
        }
        return switch (uploads.append(
                me(), known.get(), from.getAsLong(), request.getContentLengthLong(), request.getInputStream())) {
            case UploadAnswer.Refused(var why) -> refused(why);
            case UploadAnswer.Going(var upload, long now) ->
                going(answer(HttpStatus.NO_CONTENT), upload, now).build();
        };
    }

    @DeleteMapping("/{id}")
    ResponseEntity<?> discard(@PathVariable String id, @RequestHeader(RESUMABLE) Optional<String> version) {
        if (!isOurs(version)) {
            return otherVersion();
        }
        Optional<ExhibitId> known = id(id).filter(one -> uploads.at(me(), one) instanceof UploadAnswer.Going);
        if (known.isEmpty()) {
            return refused(UploadRefusal.UNKNOWN);
        }
        uploads.discard(me(), known.get());
        return answer(HttpStatus.NO_CONTENT).build();
    }

    /** What became of a file, for a page that waits; not of the protocol. */
    @GetMapping("/{id}")
    ResponseEntity<?> standing(@PathVariable String id) {
        Optional<ExhibitId> known = id(id);
        if (known.flatMap(one -> exhibits.find(one, me()))
                .filter(exhibit -> exhibit.owner().equals(me()))
                .isPresent()) {
            return answer(HttpStatus.OK).body(new Standing("kept", Optional.empty()));
        }
        return switch (known.map(one -> uploads.at(me(), one))
                .orElseGet(() -> new UploadAnswer.Refused(UploadRefusal.UNKNOWN))) {
            case UploadAnswer.Refused(var why) -> refused(why);
            case UploadAnswer.Going(var upload, long offset) ->
                answer(HttpStatus.OK)
                        .body(
                                upload.refusal().isPresent()
                                        ? new Standing("refused", upload.refusal())
                                        : new Standing(
                                                offset == upload.bytes() ? "looked-at" : "coming", Optional.empty()));
        };
    }

    private PersonId me() {
        return user.require().id();
    }

    private static boolean isOurs(Optional<String> version) {
        return version.filter(VERSION::equals).isPresent();
    }

    private static ResponseEntity<Void> otherVersion() {
        return answer(HttpStatus.PRECONDITION_FAILED)
                .header("Tus-Version", VERSION)
                .build();
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status)
                .header(RESUMABLE, VERSION)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff");
    }

    private static ResponseEntity.BodyBuilder going(ResponseEntity.BodyBuilder answer, Upload upload, long offset) {
        return answer.header(OFFSET, String.valueOf(offset))
                .header(
                        "Upload-Expires",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                upload.expiresAt().atOffset(ZoneOffset.UTC)));
    }

    private static ResponseEntity<Refused> refused(UploadRefusal why) {
        HttpStatus status =
                switch (why) {
                    case NOT_STATED, TITLE_MISSING, TITLE_TOO_LONG, KIND_UNKNOWN, EMPTY, WRONG_LENGTH ->
                        HttpStatus.BAD_REQUEST;
                    case NOT_YOUR_TEAM -> HttpStatus.FORBIDDEN;
                    case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
                    case QUOTA_SPENT, NOT_WHAT_IT_SAYS, DAMAGED -> HttpStatus.UNPROCESSABLE_CONTENT;
                    case DISK_FULL -> HttpStatus.INSUFFICIENT_STORAGE;
                    case UNKNOWN -> HttpStatus.NOT_FOUND;
                    case WRONG_OFFSET -> HttpStatus.CONFLICT;
                };
        return answer(status).body(new Refused(why));
    }

    private static Optional<UploadDraft> draft(Map<String, String> said, OptionalLong length) {
        Optional<ExhibitKind> kind = Optional.ofNullable(said.get("kind")).flatMap(UploadApi::kind);
        Optional<UUID> team = Optional.ofNullable(said.get("team")).flatMap(UploadApi::uuid);
        Optional<ExhibitOrigin> origin = origin(said.getOrDefault("made", ""));
        return length.isPresent() && kind.isPresent() && team.isPresent() && origin.isPresent()
                ? Optional.of(new UploadDraft(
                        new TeamId(team.get()),
                        said.getOrDefault("title", ""),
                        kind.get(),
                        origin.get(),
                        length.getAsLong(),
                        Optional.ofNullable(said.get("ends")).filter(ENDS.asMatchPredicate()),
                        said.getOrDefault("stated", "").equals("yes")))
                : Optional.empty();
    }

    /** Pairs of a name and its words in Base64, with commas between them. */
    private static Map<String, String> said(String metadata) {
        Map<String, String> said = new HashMap<>();
        for (String pair : metadata.split(",", -1)) {
            String[] sides = pair.strip().split(" ", 2);
            try {
                said.put(
                        sides[0],
                        sides.length == 1
                                ? ""
                                : new String(Base64.getDecoder().decode(sides[1]), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException noBase64) {
                return Map.of();
            }
        }
        return said;
    }

    private static Optional<ExhibitKind> kind(String word) {
        for (ExhibitKind kind : ExhibitKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** What was made here says how; everything else was brought. */
    private static Optional<ExhibitOrigin> origin(String made) {
        return switch (made) {
            case "" -> Optional.of(ExhibitOrigin.BROUGHT);
            case "voice" -> Optional.of(ExhibitOrigin.SPOKEN);
            case "drawing" -> Optional.of(ExhibitOrigin.DRAWN);
            default -> Optional.empty();
        };
    }

    private static OptionalLong number(Optional<String> digits) {
        return digits.filter(text -> text.matches("\\d{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElseGet(OptionalLong::empty);
    }

    private static Optional<ExhibitId> id(String text) {
        return uuid(text).map(ExhibitId::new);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
