package org.tessera.badge;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tessera.badge.BadgeStore.Kept;

/**
 * What a badge of ours says, read from what was signed: the pages show nothing that the signature does not cover.
 *
 * @param rows what was found in each row of the rubric, in words
 */
record BadgeReading(
        String name,
        String description,
        String criteria,
        String issuer,
        List<Badge.Row> rows,
        List<Badge.Piece> evidence) {

    static BadgeReading read(Kept kept) {
        JsonObject credential = json(kept);
        JsonObject subject = credential.getJsonObject("credentialSubject");
        JsonObject achievement = subject.getJsonObject("achievement");
        List<Badge.Piece> evidence = new ArrayList<>();
        for (JsonObject piece : objects(credential, "evidence")) {
            evidence.add(new Badge.Piece(piece.getString("name"), piece.getString("narrative", "")));
        }
        return new BadgeReading(
                achievement.getString("name"),
                achievement.getString("description"),
                achievement.getJsonObject("criteria").getString("narrative"),
                credential.getJsonObject("issuer").getString("name"),
                rows(subject, achievement),
                evidence);
    }

    static JsonObject json(Kept kept) {
        try {
            return CredentialJson.read(kept.content().getBytes(StandardCharsets.UTF_8));
        } catch (Unsound e) {
            throw new IllegalStateException("a stored badge cannot be read: " + kept.id(), e);
        }
    }

    private static List<Badge.Row> rows(JsonObject subject, JsonObject achievement) {
        Map<String, String> names = new HashMap<>();
        for (JsonObject row : objects(achievement, "resultDescription")) {
            names.put(row.getString("id"), row.getString("name"));
            objects(row, "rubricCriterionLevel")
                    .forEach(level -> names.put(level.getString("id"), level.getString("name")));
        }
        return objects(subject, "result").stream()
                .map(result -> new Badge.Row(
                        names.getOrDefault(result.getString("resultDescription"), ""),
                        names.getOrDefault(result.getString("achievedLevel"), "")))
                .toList();
    }

    private static List<JsonObject> objects(JsonObject holder, String name) {
        return holder.containsKey(name)
                ? holder.getJsonArray(name).stream()
                        .map(JsonValue::asJsonObject)
                        .toList()
                : List.of();
    }
}
