package org.tessera.credit;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.account.SignedIn;

/** Files about hours: always the asking person's own, and the district's list for its officers; 404 for everybody else. */
@RestController
class CreditApi {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Transcripts transcripts;
    private final CurrentUser user;

    CreditApi(Transcripts transcripts, CurrentUser user) {
        this.transcripts = transcripts;
        this.user = user;
    }

    @GetMapping("/api/hours/attendance.csv")
    ResponseEntity<byte[]> attendance() {
        return csv("attendance.csv", transcripts::attendance);
    }

    @GetMapping("/api/hours/transcript.csv")
    ResponseEntity<byte[]> transcriptTable() {
        return csv("transcript.csv", transcripts::csv);
    }

    @GetMapping("/api/hours/transcript.pdf")
    ResponseEntity<byte[]> transcript() {
        return answer("transcript.pdf", MediaType.APPLICATION_PDF, transcripts::pdf);
    }

    /** What is due, waits and was settled in the district of the officer who asks. */
    @GetMapping("/api/credit/lines.csv")
    ResponseEntity<byte[]> lines() {
        return csv("credit.csv", transcripts::lines);
    }

    private ResponseEntity<byte[]> csv(String name, BiFunction<PersonId, CreditWording, Optional<String>> file) {
        return answer(name, CSV, (person, wording) -> file.apply(person, wording)
                .map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    private ResponseEntity<byte[]> answer(
            String name, MediaType type, BiFunction<PersonId, CreditWording, Optional<byte[]>> file) {
        SignedIn visitor = user.require();
        byte[] bytes = Optional.of(visitor)
                .filter(one -> !one.guest())
                .flatMap(one -> file.apply(one.id(), new CreditWording(one.locale())))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }
}
