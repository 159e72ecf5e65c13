package org.tessera.portfolio;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.tessera.account.CurrentUser;
import org.tessera.credential.CredentialId;
import org.tessera.submission.Platform;

/**
 * The package of one's own submission. 404 alike for what is not there and what was not handed in, 409 where something has to
 * be settled first, which the page of the package says.
 */
@RestController
class PortfolioApi {

    private final Portfolios portfolios;
    private final CurrentUser user;

    PortfolioApi(Portfolios portfolios, CurrentUser user) {
        this.portfolios = portfolios;
        this.user = user;
    }

    /**
     * @param profile for which platform
     * @param editable {@code yes} for Word documents beside the others
     * @param word a word that could be a name and is none here; may come several times
     */
    @GetMapping("/api/submissions/{credential}/package.zip")
    void submission(
            @PathVariable String credential,
            @RequestParam String profile,
            @RequestParam Optional<String> editable,
            @RequestParam(required = false, defaultValue = "") List<String> word,
            HttpServletResponse response)
            throws IOException {
        PackageOrder order = order(profile, editable, word);
        send(portfolios.pack(user.require(), new CredentialId(credential), order), response);
    }

    /** The same of everything that was handed in for a stack. */
    @GetMapping("/api/stacks/{stack}/package.zip")
    void stack(
            @PathVariable String stack,
            @RequestParam String profile,
            @RequestParam Optional<String> editable,
            @RequestParam(required = false, defaultValue = "") List<String> word,
            HttpServletResponse response)
            throws IOException {
        PackageOrder order = order(profile, editable, word);
        send(portfolios.packStack(user.require(), new CredentialId(stack), order), response);
    }

    private static PackageOrder order(String profile, Optional<String> editable, List<String> word) {
        Platform platform = Platform.elsewhere().stream()
                .filter(one -> Profile.word(one).equals(profile.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new PackageOrder(platform, editable.filter("yes"::equals).isPresent(), new HashSet<>(word));
    }

    private void send(PackageAnswer answer, HttpServletResponse response) throws IOException {
        switch (answer) {
            case PackageAnswer.Ready(var file) -> send(file, response);
            case PackageAnswer.Unknown _, PackageAnswer.NotHandedIn _ ->
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case PackageAnswer.Named _, PackageAnswer.Altered _ ->
                throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
    }

    private void send(SubmissionPackage file, HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        response.setContentLengthLong(file.bytes());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(file.name()).build().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        portfolios.write(file, response.getOutputStream());
    }
}
