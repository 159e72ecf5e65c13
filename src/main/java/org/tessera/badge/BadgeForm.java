package org.tessera.badge;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.tessera.badge.Award.Narrative;

/** Writes badges as {@code OpenBadgeCredential}s, unsigned. */
final class BadgeForm {

    private static final String CCE = "Center for Collaborative Education";

    private final String address;

    /** @param address where this product is reached, without a slash at its end */
    BadgeForm(String address) {
        this.address = address;
    }

    /** Who issues a badge: a district, by the id its keys are published under. */
    record Issuer(UUID district, String id, String name) {}

    /** A badge that a stack's badge rests on: the id of its credential, and its name. */
    record Part(String id, String name) {}

    /** Where a badge's status stands: the number of the lists, and the place in each. */
    record Place(int list, int index) {}

    /**
     * A badge about to be signed.
     *
     * @param creator who wrote down what has to be achieved, if it is not the issuer
     * @param parts what a stack's badge rests on, in place of a manifest
     * @param email the earner's; only its salted hash gets into the badge
     */
    record Draft(
            UUID id,
            Issuer issuer,
            Optional<String> creator,
            String email,
            String salt,
            BadgeText text,
            String manifestSha256,
            List<Narrative> evidence,
            List<Part> parts,
            Instant issued,
            Instant decided,
            Optional<Instant> expires,
            Place place) {}

    /** The id of the credential of a badge; also where it is published, once its earner lets it be. */
    String idOf(UUID badge) {
        return address + "/badges/" + badge;
    }

    /** The id of a status list; also where it is published. */
    String listId(UUID district, StatusPurpose purpose, int list) {
        return address + "/issuers/" + district + "/status/" + purpose.word() + "/" + list;
    }

    JsonObject write(Draft draft) {
        JsonObjectBuilder credential = Json.createObjectBuilder()
                .add(DataIntegrity.CONTEXT, texts(List.of(Contexts.CREDENTIALS, Contexts.OPEN_BADGES)))
                .add("id", idOf(draft.id()))
                .add("type", texts(List.of("VerifiableCredential", "OpenBadgeCredential")))
                .add("name", draft.text().name())
                .add("issuer", profile(draft.issuer()))
                .add("validFrom", second(draft.issued()));
        draft.expires().ifPresent(end -> credential.add("validUntil", second(end)));
        return credential
                .add("awardedDate", second(draft.decided()))
                .add("credentialSubject", subject(draft))
                .add("evidence", evidence(draft))
                .add("credentialStatus", status(draft.issuer(), draft.place()))
                .build();
    }

    /** A status list, unsigned. */
    JsonObject list(Issuer issuer, StatusPurpose purpose, int list, String encoded, Instant from, Instant until) {
        String id = listId(issuer.district(), purpose, list);
        return Json.createObjectBuilder()
                .add(DataIntegrity.CONTEXT, texts(List.of(Contexts.CREDENTIALS)))
                .add("id", id)
                .add("type", texts(List.of("VerifiableCredential", "BitstringStatusListCredential")))
                .add("issuer", issuer.id())
                .add("validFrom", second(from))
                .add("validUntil", second(until))
                .add(
                        "credentialSubject",
                        Json.createObjectBuilder()
                                .add("id", id + "#list")
                                .add("type", "BitstringStatusList")
                                .add("statusPurpose", purpose.word())
                                .add("encodedList", encoded))
                .build();
    }

    private JsonObject subject(Draft draft) {
        JsonObjectBuilder subject = Json.createObjectBuilder()
                .add("type", texts(List.of("AchievementSubject")))
                .add(
                        "identifier",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("type", "IdentityObject")
                                        .add("hashed", true)
                                        .add("identityHash", identity(draft.email(), draft.salt()))
                                        .add("identityType", "emailAddress")
                                        .add("salt", draft.salt())))
                .add("source", named("source", draft.issuer().name()))
                .add("achievement", achievement(draft));
        if (!draft.text().rows().isEmpty()) {
            JsonArrayBuilder results = Json.createArrayBuilder();
            String achievement = achievementId(draft.text());
            for (BadgeText.Row row : draft.text().rows()) {
                results.add(Json.createObjectBuilder()
                        .add("type", texts(List.of("Result")))
                        .add("resultDescription", rowId(achievement, row))
                        .add("achievedLevel", levelId(achievement, row, row.achieved()))
                        .add("status", "Completed"));
            }
            subject.add("result", results);
        }
        return subject.build();
    }

    private JsonObject achievement(Draft draft) {
        BadgeText text = draft.text();
        String id = achievementId(text);
        JsonObjectBuilder achievement = Json.createObjectBuilder()
                .add("id", id)
                .add("type", texts(List.of("Achievement")))
                .add("achievementType", "MicroCredential")
                .add(
                        "creator",
                        named("creator", draft.creator().orElse(draft.issuer().name())))
                .add("name", text.name())
                .add("description", text.description())
                .add("criteria", Json.createObjectBuilder().add("narrative", text.criteria()))
                .add("inLanguage", text.language())
                .add("version", text.version());
        text.aligned()
                .ifPresent(page -> achievement.add(
                        "alignment",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("type", texts(List.of("Alignment")))
                                        .add("targetName", text.name())
                                        .add("targetUrl", page.toString())
                                        .add("targetFramework", CCE))));
        if (!text.rows().isEmpty()) {
            JsonArrayBuilder rows = Json.createArrayBuilder();
            text.rows().forEach(row -> rows.add(described(id, row)));
            achievement.add("resultDescription", rows);
        }
        return achievement.build();
    }

    private static JsonObject described(String achievement, BadgeText.Row row) {
        JsonArrayBuilder levels = Json.createArrayBuilder();
        for (BadgeText.Level level : row.levels()) {
            levels.add(Json.createObjectBuilder()
                    .add("id", levelId(achievement, row, level.id()))
                    .add("type", texts(List.of("RubricCriterionLevel")))
                    .add("name", level.name()));
        }
        return Json.createObjectBuilder()
                .add("id", rowId(achievement, row))
                .add("type", texts(List.of("ResultDescription")))
                .add("name", row.name())
                .add("resultType", "RubricCriterionLevel")
                .add("requiredLevel", levelId(achievement, row, row.required()))
                // the scale from its lowest to its highest level, which a list of levels does not tell
                .add(
                        "allowedValue",
                        texts(row.levels().stream().map(BadgeText.Level::name).toList()))
                .add("rubricCriterionLevel", levels)
                .build();
    }

    /** The manifest is named by its digest, so that who has it can tell that it is the one; RFC 6920. */
    private static JsonArray evidence(Draft draft) {
        JsonArrayBuilder evidence = Json.createArrayBuilder();
        for (Part part : draft.parts()) {
            evidence.add(Json.createObjectBuilder()
                    .add("id", part.id())
                    .add("type", texts(List.of("Evidence")))
                    .add("name", part.name())
                    .add("genre", "badge"));
        }
        if (!draft.parts().isEmpty()) {
            return evidence.build();
        }
        byte[] digest = HexFormat.of().parseHex(draft.manifestSha256());
        evidence.add(Json.createObjectBuilder()
                .add(
                        "id",
                        "ni:///sha-256;"
                                + Base64.getUrlEncoder().withoutPadding().encodeToString(digest))
                .add("type", texts(List.of("Evidence")))
                .add("name", "SHA-256 " + draft.manifestSha256())
                .add("genre", "manifest"));
        for (Narrative narrative : draft.evidence()) {
            evidence.add(Json.createObjectBuilder()
                    .add("type", texts(List.of("Evidence")))
                    .add("name", narrative.name())
                    .add("narrative", narrative.text())
                    .add("genre", narrative.genre()));
        }
        return evidence.build();
    }

    private JsonArray status(Issuer issuer, Place place) {
        JsonArrayBuilder status = Json.createArrayBuilder();
        for (StatusPurpose purpose : StatusPurpose.values()) {
            String list = listId(issuer.district(), purpose, place.list());
            status.add(Json.createObjectBuilder()
                    .add("id", list + "#" + place.index())
                    .add("type", "BitstringStatusListEntry")
                    .add("statusPurpose", purpose.word())
                    .add("statusListIndex", Integer.toString(place.index()))
                    .add("statusListCredential", list));
        }
        return status.build();
    }

    private JsonObject profile(Issuer issuer) {
        return Json.createObjectBuilder()
                .add("id", issuer.id())
                .add("type", texts(List.of("Profile")))
                .add("name", issuer.name())
                .add("url", address)
                .build();
    }

    /** Somebody in a part of their own: what is said of the issuer in one place only, nobody can leave out unnoticed. */
    private static JsonObject named(String part, String name) {
        return Json.createObjectBuilder()
                .add("id", "urn:uuid:" + named(part + " " + name))
                .add("type", texts(List.of("Profile")))
                .add("name", name)
                .build();
    }

    private static String achievementId(BadgeText text) {
        return "urn:uuid:" + named(text.key() + "@" + text.version());
    }

    private static String rowId(String achievement, BadgeText.Row row) {
        return achievement + "#" + row.id();
    }

    private static String levelId(String achievement, BadgeText.Row row, String level) {
        return achievement + "#" + row.id() + "." + level;
    }

    private static UUID named(String what) {
        return UUID.nameUUIDFromBytes(("tessera badge " + what).getBytes(StandardCharsets.UTF_8));
    }

    /** As Open Badges hash an identity: the address in lower case, then the salt. */
    static String identity(String email, String salt) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((email.toLowerCase(Locale.ROOT) + salt).getBytes(StandardCharsets.UTF_8));
            return "sha256$" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static JsonArray texts(List<String> texts) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        texts.forEach(array::add);
        return array.build();
    }
}
