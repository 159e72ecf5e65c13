package org.tessera.badge;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tessera.badge.Report.Said;

/** What an {@code OpenBadgeCredential} has to say, and how: the classes of Open Badges 3.0 as far as a check needs them. */
record BadgeTerms(JsonObject credential) {

    private static final Set<String> BADGE_TYPES = Set.of("OpenBadgeCredential", "AchievementCredential");

    /** Checks it, and returns what it says about itself. */
    Said check() throws Unsound {
        List<String> types = types(credential, "");
        if (!types.contains("VerifiableCredential") || types.stream().noneMatch(BADGE_TYPES::contains)) {
            throw new Unsound(Reason.NOT_A_BADGE, String.join(", ", types));
        }
        address(text(credential, "id", ""), "/id");
        String validFrom = text(credential, "validFrom", "");
        moment(validFrom, "/validFrom");
        Optional<String> validUntil = optional(credential, "validUntil", "");
        if (validUntil.isPresent()) {
            moment(validUntil.get(), "/validUntil");
        }
        Optional<String> awarded = optional(credential, "awardedDate", "");
        if (awarded.isPresent()) {
            moment(awarded.get(), "/awardedDate");
        }
        String issuer = issuerName();
        JsonObject subject = object(credential, "credentialSubject", "");
        String achievement = subject(subject);
        each(credential, "evidence", "Evidence");
        for (JsonObject status : objects(credential.get("credentialStatus"), "/credentialStatus")) {
            types(status, "/credentialStatus");
        }
        return new Said(
                optional(credential, "name", "").orElse(achievement), issuer, achievement, validFrom, validUntil);
    }

    /** Who issued it. */
    String issuer() throws Unsound {
        JsonValue issuer = credential.get("issuer");
        String id = issuer instanceof JsonString only
                ? only.getString()
                : text(object(credential, "issuer", ""), "id", "/issuer");
        address(id, "/issuer/id");
        return id;
    }

    /** The moment of a term, if it is said. */
    static Optional<Instant> moment(JsonObject object, String name) throws Unsound {
        Optional<String> text = optional(object, name, "");
        return text.isEmpty() ? Optional.empty() : Optional.of(moment(text.get(), "/" + name));
    }

    private String issuerName() throws Unsound {
        String id = issuer();
        if (!(credential.get("issuer") instanceof JsonObject profile)) {
            return id;
        }
        if (!types(profile, "/issuer").contains("Profile")) {
            throw new Unsound(Reason.TERM_WRONG, "/issuer/type");
        }
        return optional(profile, "name", "/issuer").orElse(id);
    }

    private static String subject(JsonObject subject) throws Unsound {
        String here = "/credentialSubject";
        if (!types(subject, here).contains("AchievementSubject")) {
            throw new Unsound(Reason.TERM_WRONG, here + "/type");
        }
        Optional<String> id = optional(subject, "id", here);
        if (id.isPresent()) {
            address(id.get(), here + "/id");
        }
        List<JsonObject> identities = objects(subject.get("identifier"), here + "/identifier");
        if (id.isEmpty() && identities.isEmpty()) {
            throw new Unsound(Reason.TERM_MISSING, here + "/identifier");
        }
        for (JsonObject identity : identities) {
            text(identity, "identityHash", here + "/identifier");
            text(identity, "identityType", here + "/identifier");
        }
        each(subject, "result", "Result");
        JsonObject achievement = object(subject, "achievement", here);
        String there = here + "/achievement";
        if (!types(achievement, there).contains("Achievement")) {
            throw new Unsound(Reason.TERM_WRONG, there + "/type");
        }
        address(text(achievement, "id", there), there + "/id");
        text(achievement, "description", there);
        JsonObject criteria = object(achievement, "criteria", there);
        if (optional(criteria, "id", there).isEmpty()
                && optional(criteria, "narrative", there).isEmpty()) {
            throw new Unsound(Reason.TERM_MISSING, there + "/criteria/narrative");
        }
        each(achievement, "resultDescription", "ResultDescription");
        return text(achievement, "name", there);
    }

    private static void each(JsonObject holder, String name, String type) throws Unsound {
        for (JsonObject one : objects(holder.get(name), "/" + name)) {
            if (!types(one, "/" + name).contains(type)) {
                throw new Unsound(Reason.TERM_WRONG, "/" + name + "/type");
            }
        }
    }

    /** The objects of a term that has none, one, or several. */
    private static List<JsonObject> objects(@org.jspecify.annotations.Nullable JsonValue value, String here)
            throws Unsound {
        if (value == null) {
            return List.of();
        }
        List<JsonObject> objects = new ArrayList<>();
        for (JsonValue each : value instanceof JsonArray several ? several : List.of(value)) {
            if (!(each instanceof JsonObject object)) {
                throw new Unsound(Reason.TERM_WRONG, here);
            }
            objects.add(object);
        }
        return objects;
    }

    private static List<String> types(JsonObject object, String here) throws Unsound {
        JsonValue type = object.get("type");
        if (type == null) {
            throw new Unsound(Reason.TERM_MISSING, here + "/type");
        }
        List<String> types = new ArrayList<>();
        for (JsonValue each : type instanceof JsonArray several ? several : List.of(type)) {
            if (!(each instanceof JsonString name)) {
                throw new Unsound(Reason.TERM_WRONG, here + "/type");
            }
            types.add(name.getString());
        }
        return types;
    }

    static JsonObject object(JsonObject holder, String name, String here) throws Unsound {
        JsonValue value = holder.get(name);
        if (value == null) {
            throw new Unsound(Reason.TERM_MISSING, here + "/" + name);
        }
        if (!(value instanceof JsonObject object)) {
            throw new Unsound(Reason.TERM_WRONG, here + "/" + name);
        }
        return object;
    }

    static String text(JsonObject holder, String name, String here) throws Unsound {
        return optional(holder, name, here).orElseThrow(() -> new Unsound(Reason.TERM_MISSING, here + "/" + name));
    }

    /** A text, or the first of texts in several languages. */
    static Optional<String> optional(JsonObject holder, String name, String here) throws Unsound {
        JsonValue value = holder.get(name);
        if (value instanceof JsonArray several && !several.isEmpty()) {
            value = several.getFirst();
        }
        if (value instanceof JsonObject tagged) {
            value = tagged.get("@value");
        }
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof JsonString text) || text.getString().isBlank()) {
            throw new Unsound(Reason.TERM_WRONG, here + "/" + name);
        }
        return Optional.of(text.getString());
    }

    private static void address(String address, String here) throws Unsound {
        try {
            if (new URI(address).isAbsolute()) {
                return;
            }
        } catch (URISyntaxException _) {
            // said below, as of every other address that is none
        }
        throw new Unsound(Reason.TERM_WRONG, here);
    }

    private static Instant moment(String text, String here) throws Unsound {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            throw new Unsound(Reason.TERM_WRONG, here);
        }
    }
}
