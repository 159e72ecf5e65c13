package org.tessera.badge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tessera.badge.Report.Outcome;

/** Badges against our own check and against an implementation that is not ours: what one takes the other takes. */
class BadgeProofTest {

    private static Independent other;
    private static JsonObject badge;

    @BeforeAll
    static void a_badge() throws Exception {
        other = Independent.start();
        KeyPair pair = Samples.pair();
        badge = Samples.signed(pair);
    }

    @AfterAll
    static void end() {
        other.close();
    }

    @Test
    void a_badge_of_ours_verifies_there() throws Exception {
        Independent.Answer answer = other.check(badge, Map.of(), Samples.NOW, false);
        assertThat(answer.error()).isEmpty();
        assertThat(answer.verified()).isTrue();
    }

    /** Its status is on a list that a check without requests cannot see, and so it is not called valid here. */
    @Test
    void a_badge_by_a_did_key_that_is_not_ours_holds_but_for_its_status() {
        Report report = check(badge.toString());
        assertThat(report.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(report.steps())
                .filteredOn(step -> !(step.state() instanceof Report.State.Holds))
                .containsExactly(
                        new Report.Step(Report.Kind.STATUS, new Report.State.NotChecked(Reason.FOREIGN_STATUS, "")));
    }

    @Test
    void every_tampered_variant_is_rejected_by_both() throws Exception {
        Map<String, JsonObject> variants = tampered(badge);
        assertThat(variants).hasSizeGreaterThanOrEqualTo(200);
        List<String> taken = new ArrayList<>();
        for (Map.Entry<String, JsonObject> variant : variants.entrySet()) {
            if (isIntact(check(variant.getValue().toString()))) {
                taken.add("ours: " + variant.getKey());
            }
            if (other.check(variant.getValue(), Map.of(), Samples.NOW, false).verified()) {
                taken.add("theirs: " + variant.getKey());
            }
        }
        assertThat(taken).isEmpty();
    }

    @Test
    void what_says_the_same_in_other_words_is_taken_by_both() throws Exception {
        Map<String, String> same = new LinkedHashMap<>();
        for (int seed = 1; seed <= 12; seed++) {
            Random chance = new Random(seed);
            same.put(
                    "keys and unordered arrays shuffled, seed " + seed,
                    shuffled(badge, "", chance).toString());
        }
        same.put("white space", badge.toString().replace(",\"", " , \t\"").replace("\":", "\" : "));
        same.put("escaped", escaped(badge.toString()));
        same.put("one type as a text", badge.toString().replace("[\"AchievementSubject\"]", "\"AchievementSubject\""));
        same.put(
                "one proof in a list",
                Json.createObjectBuilder(badge)
                        .add("proof", Json.createArrayBuilder().add(badge.get("proof")))
                        .build()
                        .toString());
        same.forEach((what, json) -> {
            assertThat(json).as(what).isNotEqualTo(badge.toString());
            assertThat(isIntact(check(json))).as("ours: " + what).isTrue();
        });
        for (Map.Entry<String, String> each : same.entrySet()) {
            Independent.Answer answer = other.checkText(each.getValue(), Map.of(), Samples.NOW, false);
            assertThat(answer.verified())
                    .as("theirs: " + each.getKey() + ": " + answer.error())
                    .isTrue();
        }
    }

    @Test
    void numbers_texts_and_languages_are_signed_alike() throws Exception {
        String[] credits = {"1", "1.0", "1.5", "0.1", "12345.678", "1e2", "3E-2"};
        KeyPair pair = Samples.pair();
        Multikey key = Multikey.of(pair.getPublic());
        for (String number : credits) {
            String json = Samples.badge(key.didKey())
                    .toString()
                    .replace("\"achievementType\"", "\"creditsAvailable\":" + number + ",\"achievementType\"")
                    .replace("\"name\":\"Reflection\"", "\"name\":\"\\u0000\\u0008\\u000c\\u007f\\u0085\\u2028\"");
            JsonObject document = CredentialJson.read(json.getBytes(StandardCharsets.UTF_8));
            JsonObject signed =
                    Samples.proofs().sign(document, key.didKey() + "#" + key.text(), pair.getPrivate(), Samples.NOW);
            String asWritten = Json.createObjectBuilder(signed)
                            .remove("proof")
                            .build()
                            .toString()
                            .equals(document.toString())
                    ? json.substring(0, json.length() - 1) + ",\"proof\":" + signed.get("proof") + "}"
                    : signed.toString();
            Independent.Answer answer = other.checkText(asWritten, Map.of(), Samples.NOW, false);
            assertThat(answer.verified()).as(number + ": " + answer.error()).isTrue();
        }
    }

    private static Report check(String json) {
        return new Samples.Ours().verifier().check(json.getBytes(StandardCharsets.UTF_8), Samples.NOW);
    }

    /** Everything that says whether it is what was signed. */
    private static boolean isIntact(Report report) {
        return report.outcome() != Outcome.INVALID
                && report.steps().stream()
                        .filter(step -> step.kind() != Report.Kind.STATUS)
                        .allMatch(step -> step.state() instanceof Report.State.Holds);
    }

    /** Every value changed, every term taken away, terms added everywhere, dates, contexts, proof options, ordered lists. */
    static Map<String, JsonObject> tampered(JsonObject badge) {
        Map<String, JsonObject> variants = new LinkedHashMap<>();
        walk(badge, "", variant -> variant, badge, variants);
        JsonObject proof = badge.getJsonObject("proof");
        add(
                variants,
                "another purpose",
                with(badge, "proof", with(proof, "proofPurpose", Json.createValue("authentication"))));
        add(
                variants,
                "another suite",
                with(badge, "proof", with(proof, "cryptosuite", Json.createValue("eddsa-jcs-2022"))));
        add(variants, "a domain", with(badge, "proof", with(proof, "domain", Json.createValue("north.example"))));
        add(variants, "a challenge", with(badge, "proof", with(proof, "challenge", Json.createValue("abc"))));
        add(variants, "a nonce", with(badge, "proof", with(proof, "nonce", Json.createValue("abc"))));
        add(
                variants,
                "an expiry",
                with(badge, "proof", with(proof, "expires", Json.createValue("2030-01-01T00:00:00Z"))));
        add(
                variants,
                "no proof",
                Json.createObjectBuilder(badge).remove("proof").build());
        add(
                variants,
                "an older vocabulary",
                with(
                        badge,
                        "@context",
                        contexts(Contexts.CREDENTIALS, "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json")));
        add(variants, "no vocabulary of badges", with(badge, "@context", contexts(Contexts.CREDENTIALS)));
        add(
                variants,
                "vocabularies the other way round",
                with(badge, "@context", contexts(Contexts.OPEN_BADGES, Contexts.CREDENTIALS)));
        add(
                variants,
                "an unknown vocabulary",
                with(
                        badge,
                        "@context",
                        contexts(Contexts.CREDENTIALS, Contexts.OPEN_BADGES, "https://evil.example/context")));
        return variants;
    }

    private static void walk(
            JsonValue value,
            String path,
            UnaryOperator<JsonValue> rebuild,
            JsonObject badge,
            Map<String, JsonObject> variants) {
        switch (value.getValueType()) {
            case OBJECT -> {
                JsonObject object = value.asJsonObject();
                boolean isProof = path.equals("/proof");
                add(
                        variants,
                        "a term nobody knows in " + path,
                        rebuild.apply(with(object, "unheardOf", Json.createValue("x"))));
                if (!isProof) {
                    add(
                            variants,
                            "an address of the tamperer's in " + path,
                            rebuild.apply(with(object, "https://evil.example/term", Json.createValue("x"))));
                }
                for (String name : object.keySet()) {
                    add(
                            variants,
                            "without " + path + "/" + name,
                            rebuild.apply(Json.createObjectBuilder(object)
                                    .remove(name)
                                    .build()));
                    walk(
                            object.get(name),
                            path + "/" + name,
                            child -> rebuild.apply(with(object, name, child)),
                            badge,
                            variants);
                }
            }
            case ARRAY -> {
                JsonArray array = value.asJsonArray();
                if (path.endsWith("/allowedValue")) {
                    List<JsonValue> turned = new ArrayList<>(array);
                    Collections.reverse(turned);
                    add(variants, "the other way round " + path, rebuild.apply(array(turned)));
                }
                for (int i = 0; i < array.size(); i++) {
                    int at = i;
                    if (array.size() > 1 && !path.equals("/@context")) {
                        List<JsonValue> fewer = new ArrayList<>(array);
                        fewer.remove(at);
                        add(variants, "without " + path + "/" + i, rebuild.apply(array(fewer)));
                    }
                    walk(
                            array.get(i),
                            path + "/" + i,
                            child -> {
                                List<JsonValue> changed = new ArrayList<>(array);
                                changed.set(at, child);
                                return rebuild.apply(array(changed));
                            },
                            badge,
                            variants);
                }
            }
            case STRING -> {
                String text = ((JsonString) value).getString();
                add(variants, "changed " + path, rebuild.apply(Json.createValue(changed(text))));
            }
            case NUMBER ->
                add(variants, "changed " + path, rebuild.apply(Json.createValue(((JsonNumber) value).longValue() + 1)));
            case TRUE, FALSE ->
                add(
                        variants,
                        "changed " + path,
                        rebuild.apply(value == JsonValue.TRUE ? JsonValue.FALSE : JsonValue.TRUE));
            case NULL -> throw new AssertionError("badges say no null");
        }
    }

    /** Another value of the same kind, so that it is the signature that has to notice. */
    private static String changed(String text) {
        if (text.matches("\\d{4}-\\d\\d-\\d\\dT.*Z")) {
            return java.time.Instant.parse(text).plus(Duration.ofSeconds(1)).toString();
        }
        char last = text.charAt(text.length() - 1);
        return text.substring(0, text.length() - 1) + (last == 'a' ? 'b' : 'a');
    }

    private static void add(Map<String, JsonObject> variants, String what, JsonValue variant) {
        assertThat(variants.put(what, variant.asJsonObject())).as(what).isNull();
    }

    private static JsonObject with(JsonObject object, String name, JsonValue value) {
        JsonObjectBuilder changed = Json.createObjectBuilder();
        object.forEach((key, old) -> changed.add(key, key.equals(name) ? value : old));
        return object.containsKey(name)
                ? changed.build()
                : changed.add(name, value).build();
    }

    private static JsonArray array(List<JsonValue> values) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        values.forEach(array::add);
        return array.build();
    }

    private static JsonArray contexts(String... addresses) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (String address : addresses) {
            array.add(address);
        }
        return array.build();
    }

    /** Keys and arrays in another order, but for the ordered ones: the contexts, and what the vocabulary calls a list. */
    private static JsonValue shuffled(JsonValue value, String path, Random chance) {
        if (value instanceof JsonObject object) {
            List<String> names = new ArrayList<>(object.keySet());
            Collections.shuffle(names, chance);
            JsonObjectBuilder turned = Json.createObjectBuilder();
            names.forEach(name -> turned.add(name, shuffled(object.get(name), name, chance)));
            return turned.build();
        }
        if (value instanceof JsonArray array) {
            List<JsonValue> values = new ArrayList<>(array);
            if (!path.equals("@context") && !path.equals("allowedValue")) {
                Collections.shuffle(values, chance);
            }
            return array(values.stream().map(each -> shuffled(each, "", chance)).toList());
        }
        return value;
    }

    /** Every letter e inside a text as an escape. */
    private static String escaped(String json) {
        return json.replace("\"narrative\":\"Says", "\"n\\u0061rrative\":\"S\\u0061ys");
    }
}
