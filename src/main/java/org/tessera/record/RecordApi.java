package org.tessera.record;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.tessera.account.CurrentUser;
import org.tessera.account.SignedIn;
import org.tessera.artifact.ArtifactId;
import org.tessera.room.RoomId;

/** The files of a meeting and of an artifact; 404 alike for what is not there and what one may not read. */
@RestController
class RecordApi {

    private final RecordFiles records;
    private final CurrentUser user;

    RecordApi(RecordFiles records, CurrentUser user) {
        this.records = records;
        this.user = user;
    }

    /**
     * @param copy {@code roles} for people by role only; by name otherwise
     * @param zone the time zone of days and times in it; UTC if there is no such zone
     */
    @GetMapping("/api/rooms/{room}/record/{file}")
    ResponseEntity<byte[]> meeting(
            @PathVariable String room,
            @PathVariable String file,
            @RequestParam Optional<String> copy,
            @RequestParam Optional<String> zone) {
        SignedIn visitor = user.require();
        Reading reading = new Reading(
                copy.filter("roles"::equals).isPresent() ? Copy.ROLES : Copy.NAMED,
                visitor.locale(),
                zone.flatMap(RecordApi::zone).orElse(ZoneOffset.UTC));
        return answer(id(room).flatMap(id ->
                RecordForm.called(file).flatMap(form -> records.file(new RoomId(id), visitor, form, reading))));
    }

    @GetMapping("/api/artifacts/{artifact}/package.zip")
    ResponseEntity<byte[]> artifact(@PathVariable String artifact) {
        SignedIn visitor = user.require();
        return answer(id(artifact).flatMap(id -> records.artifactPackage(new ArtifactId(id), visitor)));
    }

    private static ResponseEntity<byte[]> answer(Optional<RecordFile> file) {
        RecordFile found = file.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(found.name())
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(found.bytes());
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException noZone) {
            return Optional.empty();
        }
    }
}
