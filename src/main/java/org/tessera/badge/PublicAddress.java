package org.tessera.badge;

import java.net.URI;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where this product is reached from outside: {@code tessera.public-address}. It stands in every badge, so it must be one
 * that stays.
 */
@Component
final class PublicAddress {

    private final URI address;

    PublicAddress(@Value("${tessera.public-address:http://localhost:${server.port:8080}}") String address) {
        URI given = URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
        if (given.getHost() == null || !given.isAbsolute() || !given.getPath().isEmpty()) {
            throw new IllegalArgumentException(
                    "tessera.public-address must be like https://tessera.example.org, not " + address);
        }
        this.address = given;
    }

    @Override
    public String toString() {
        return address.toString();
    }

    /** Whether issuers can be found under it: a {@code did:web} is looked for by https only. */
    boolean carriesDids() {
        return "https".equals(address.getScheme());
    }

    /** The {@code did:web} of an issuer; its document is at {@code /issuers/…/did.json}. */
    String did(UUID district) {
        String host = address.getPort() < 0 ? address.getHost() : address.getHost() + "%3A" + address.getPort();
        return "did:web:" + host + ":issuers:" + district;
    }
}
