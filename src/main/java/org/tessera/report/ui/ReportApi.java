package org.tessera.report.ui;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
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
import org.tessera.credit.SchoolYear;
import org.tessera.report.Reports;
import org.tessera.report.Sheet;

/** Reports as tables for spreadsheets: always of the asking officer's own district; 404 for everybody else. */
@RestController
class ReportApi {

    /** Names the file that has all reports. */
    static final String ALL = "all";

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Reports reports;
    private final ReportWords words;
    private final CurrentUser user;

    ReportApi(Reports reports, ReportWords words, CurrentUser user) {
        this.reports = reports;
        this.words = words;
        this.user = user;
    }

    /**
     * One report, or all.
     *
     * @param year the calendar year in which a school year begins; without it all years
     */
    @GetMapping("/api/reports/{name}.csv")
    ResponseEntity<byte[]> csv(@PathVariable("name") String name, @RequestParam("year") Optional<Integer> year) {
        SignedIn visitor = user.require();
        List<Sheet> wanted = visitor.guest() || !reports.isReader(visitor.id())
                ? List.of()
                : reports.of(visitor.id(), year.map(SchoolYear::new)).stream()
                        .filter(sheet -> name.equals(ALL) || name.equals(ReportWords.key(sheet.kind())))
                        .toList();
        if (wanted.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".csv")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(words.csv(wanted, visitor.locale()).getBytes(StandardCharsets.UTF_8));
    }
}
