package org.tessera.proof;

import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells everybody, signed in or not, which key packages of this server are signed with. */
@RestController
class PackageKeyApi {

    private final Packages packages;

    PackageKeyApi(Packages packages) {
        this.packages = packages;
    }

    @GetMapping(path = "/api/package-key", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, String> key() {
        return Map.of("algorithm", Signing.ALGORITHM, "id", packages.keyId(), "public", packages.publicKey());
    }
}
