package org.tessera.protocol;

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

/** A protocol as one YAML file, as it can be taken in elsewhere. */
@RestController
class ProtocolExport {

    private final OwnProtocols protocols;
    private final CurrentUser user;

    ProtocolExport(OwnProtocols protocols, CurrentUser user) {
        this.protocols = protocols;
        this.user = user;
    }

    /** 404 for a protocol that does not exist or that this person may not read; which of the two is not told. */
    @GetMapping("/api/protocols/{id}")
    ResponseEntity<String> protocol(
            @PathVariable String id, @RequestParam String version, @RequestParam Optional<String> download) {
        SignedIn reader = user.require();
        String yaml = Optional.of(reader)
                .filter(person -> !person.guest())
                .flatMap(person -> protocols.export(new PackRef(id, version), person.id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ContentDisposition disposition = (download.isPresent()
                        ? ContentDisposition.attachment()
                        : ContentDisposition.inline())
                .filename(id + ".yaml")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/yaml;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(yaml);
    }
}
