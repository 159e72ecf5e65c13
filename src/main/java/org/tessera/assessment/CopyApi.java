package org.tessera.assessment;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;

/** The pictures of a case for whoever has a task on it, or may try it as an anchor. 404 for everything else, whether it is there or not. */
@RestController
class CopyApi {

    private final Desk desk;
    private final Trials trials;
    private final CurrentUser user;

    CopyApi(Desk desk, Trials trials, CurrentUser user) {
        this.desk = desk;
        this.trials = trials;
        this.user = user;
    }

    @GetMapping("/api/assessing/{id}/pictures/{number}")
    ResponseEntity<byte[]> picture(@PathVariable String id, @PathVariable int number) {
        PersonId me = user.require().id();
        return CaseId.read(id)
                .flatMap(one -> desk.picture(me, one, number).or(() -> trials.picture(me, one, number)))
                .map(png -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                        .header("X-Content-Type-Options", "nosniff")
                        .body(png))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
