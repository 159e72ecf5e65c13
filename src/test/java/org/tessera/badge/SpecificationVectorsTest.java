package org.tessera.badge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The vectors printed in the specifications: appendix A of <i>Data Integrity EdDSA Cryptosuites</i> (W3C, Software and Document
 * License) and the Linked Data Proof vector of <i>Open Badges 3.0</i> (1EdTech, specification license).
 */
class SpecificationVectorsTest {

    private static final String W3C = """
            {"@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
             "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
             "type": ["VerifiableCredential", "AlumniCredential"],
             "name": "Alumni Credential",
             "description": "A minimum viable example of an Alumni Credential.",
             "issuer": "https://vc.example/issuers/5678",
             "validFrom": "2023-01-01T00:00:00Z",
             "credentialSubject": {"id": "did:example:abcdefgh", "alumniOf": "The School of Examples"},
             "proof": {
               "type": "DataIntegrityProof",
               "cryptosuite": "eddsa-rdfc-2022",
               "created": "2023-02-24T23:36:38Z",
               "verificationMethod":
                 "https://vc.example/issuers/5678#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
               "proofPurpose": "assertionMethod",
               "proofValue":
                 "z21EVs3eXERqTn4acNHT9viboqgzUaQ3kTmhPT3eA8qrVPE7CrQq78WkzctnMX5W4CrzcKnHw8V6dvy5pgWYCU5e9"}}
            """;

    static final String OPEN_BADGE = """
            {"@context": [
               "https://www.w3.org/ns/credentials/v2",
               "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
             "id": "http://example.com/credentials/3527",
             "type": ["VerifiableCredential", "OpenBadgeCredential"],
             "issuer": {
               "id": "https://example.edu/issuers/565049",
               "type": ["Profile"],
               "url": "https://www.imsglobal.org",
               "name": "Example Corp"},
             "validFrom": "2010-01-01T00:00:00Z",
             "name": "Teamwork Badge",
             "credentialSubject": {
               "id": "did:example:ebfeb1f712ebc6f1c276e12ec21",
               "type": ["AchievementSubject"],
               "achievement": {
                 "id": "https://example.com/achievements/21st-century-skills/teamwork",
                 "type": ["Achievement"],
                 "criteria": {"narrative": "Team members are nominated for this badge by their peers and recognized upon \
            review by Example Corp management."},
                 "description": "This badge recognizes the development of the capacity to collaborate within a group \
            environment.",
                 "name": "Teamwork"}},
             "proof": {
               "type": "DataIntegrityProof",
               "created": "2010-01-01T19:23:24Z",
               "verificationMethod":
                 "https://example.edu/issuers/565049#z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi",
               "cryptosuite": "eddsa-rdfc-2022",
               "proofPurpose": "assertionMethod",
               "proofValue":
                 "z5x9aCBYovW3CQCbKdNyhEm7ffYSw1YpEdPywQJoNbzDD2gkzQDKJ1sYKJaWvqZtkMtSbz35HcbgXVEDYHxCzgkCr"}}
            """;

    @Nested
    class The_alumni_credential_of_the_W3C {

        @Test
        void comes_to_the_hashes_that_are_printed() throws Exception {
            assertThat(hashes(W3C))
                    .isEqualTo("4c4d3890a157f8d611b13c265c2c22f39aa0a567c7c7dd9ba3e45cd579784eeb"
                            + "517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017");
        }

        @Test
        void holds_with_its_key_and_with_no_other() throws Exception {
            assertThat(holds(W3C, "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"))
                    .isTrue();
            assertThat(holds(W3C, "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi"))
                    .isFalse();
        }
    }

    @Nested
    class The_badge_of_1EdTech {

        @Test
        void comes_to_the_hashes_that_are_printed() throws Exception {
            assertThat(hashes(OPEN_BADGE))
                    .isEqualTo("d34009cea0dbc1ca941e09dc01c8c9d3e3ce3c5b853f67ee44698dcea10f5d19"
                            + "87f65a76d40146205e3b3e06cb0fbd153f97f9ce70372390f52566bb7f9e0773");
        }

        @Test
        void holds_with_its_key_and_not_with_another_name() throws Exception {
            String key = "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi";
            assertThat(holds(OPEN_BADGE, key)).isTrue();
            assertThat(holds(OPEN_BADGE.replace("Teamwork Badge", "Teamwork badge"), key))
                    .isFalse();
        }

        @Test
        void has_the_key_that_is_printed_in_both_spellings() {
            Multikey key = Multikey.read("z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi")
                    .orElseThrow();
            byte[] spki = key.key().getEncoded();
            assertThat(HexFormat.of().formatHex(spki, spki.length - 32, spki.length))
                    .isEqualTo("4bdeafde2ea8beefadd8c699b5c7e0704cf51154d52e17b20b71337ca04cc5a5");
            assertThat(Multikey.of(key.key()).text()).isEqualTo("z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi");
        }
    }

    private static String hashes(String json) throws Exception {
        JsonObject secured = CredentialJson.read(json.getBytes(StandardCharsets.UTF_8));
        JsonObject options = Json.createObjectBuilder(secured.getJsonObject("proof"))
                .remove("proofValue")
                .build();
        return HexFormat.of()
                .formatHex(proofs().toSign(
                                Json.createObjectBuilder(secured)
                                        .remove("proof")
                                        .build(),
                                options));
    }

    private static boolean holds(String json, String key) throws Exception {
        JsonObject secured = CredentialJson.read(json.getBytes(StandardCharsets.UTF_8));
        return proofs().holds(
                        secured,
                        secured.getJsonObject("proof"),
                        Multikey.read(key).orElseThrow());
    }

    private static DataIntegrity proofs() throws IOException {
        try (InputStream examples = SpecificationVectorsTest.class.getResourceAsStream("examples-2.jsonld")) {
            return new DataIntegrity(
                    new Statements(Contexts.bundled().and("https://www.w3.org/ns/credentials/examples/v2", examples)));
        }
    }
}
