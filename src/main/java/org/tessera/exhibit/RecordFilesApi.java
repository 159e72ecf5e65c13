package org.tessera.exhibit;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.record.Paper;
import org.tessera.record.PaperDocx;
import org.tessera.record.PaperPdf;

/** Records as files to take home; 404 alike for what is not there and what one may not read. */
@RestController
@RequestMapping("/api/exhibits/{exhibit}")
class RecordFilesApi {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Exhibits exhibits;
    private final CurrentUser user;

    RecordFilesApi(Exhibits exhibits, CurrentUser user) {
        this.exhibits = exhibits;
        this.user = user;
    }

    @GetMapping("/record.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String exhibit) {
        return answer(exhibit, "record.pdf", "application/pdf", (kept, paper) -> PaperPdf.of(paper, kept.at()));
    }

    @GetMapping("/record.docx")
    ResponseEntity<byte[]> docx(@PathVariable String exhibit) {
        return answer(exhibit, "record.docx", WORD, (_, paper) -> PaperDocx.of(paper));
    }

    private ResponseEntity<byte[]> answer(
            String exhibit, String name, String type, BiFunction<Exhibit, Paper, byte[]> write) {
        PersonId reader = user.require().id();
        Exhibit kept = id(exhibit)
                .flatMap(id -> exhibits.find(id, reader))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Paper paper =
                exhibits.paper(kept.id(), reader).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(write.apply(kept, paper));
    }

    private static Optional<ExhibitId> id(String text) {
        try {
            return Optional.of(new ExhibitId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
