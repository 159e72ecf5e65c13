package org.tessera.badge;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.JsonLdOptions.ProcessingPolicy;
import com.apicatalog.jsonld.JsonLdVersion;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * What a document says, as statements in the one order and naming of RDFC-1.0. Nothing of the document is left out silently:
 * what no context knows, and every address that is not whole, is refused.
 */
final class Statements {

    /** Far more than honest credentials need; without a bound, some few blank nodes would keep a processor busy for ever. */
    private static final int MOST_TICKS = 10_000;

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\x00-\\x20<>\"{}|^`\\\\]*");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

    private final Contexts contexts;

    Statements(Contexts contexts) {
        this.contexts = contexts;
    }

    Contexts contexts() {
        return contexts;
    }

    /** The statements, one a line, as they are hashed. */
    String of(JsonObject document) throws Unsound {
        try {
            JsonArray expanded =
                    JsonLd.expand(JsonDocument.of(document)).options(options()).get();
            checkAll(expanded);
            AtomicInteger ticks = new AtomicInteger();
            RdfCanon canon = RdfCanon.create("SHA-256", () -> {
                if (ticks.incrementAndGet() > MOST_TICKS) {
                    throw new IllegalStateException("too many blank nodes");
                }
            });
            JsonLd.toRdf(JsonDocument.of(expanded)).options(options()).provide(canon);
            StringWriter lines = new StringWriter();
            canon.provide(new NQuadsWriter(lines));
            return lines.toString();
        } catch (JsonLdError e) {
            throw new Unsound(reason(e), String.valueOf(e.getMessage()));
        } catch (RdfConsumerException | JsonException | IllegalArgumentException e) {
            throw new Unsound(Reason.NOT_LINKED_DATA, String.valueOf(e.getMessage()));
        } catch (IllegalStateException e) {
            throw new Unsound(Reason.TOO_INTRICATE, String.valueOf(e.getMessage()));
        }
    }

    private static Reason reason(JsonLdError e) {
        if (e.getCode() == JsonLdErrorCode.UNDEFINED_TERM) {
            return Reason.UNKNOWN_TERM;
        }
        return e.getCode() == JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED
                ? Reason.UNKNOWN_CONTEXT
                : Reason.NOT_LINKED_DATA;
    }

    private JsonLdOptions options() {
        JsonLdOptions options = new JsonLdOptions(contexts);
        options.setProcessingMode(JsonLdVersion.V1_1);
        options.setUndefinedTermsPolicy(ProcessingPolicy.Fail);
        options.setOrdered(true);
        return options;
    }

    private static void check(JsonValue value) throws Unsound {
        switch (value.getValueType()) {
            case ARRAY -> checkAll(value.asJsonArray());
            case OBJECT -> checkNode(value.asJsonObject());
            // the scalars of expanded documents stand in value objects and ids, which are looked at there
            default -> {}
        }
    }

    private static void checkAll(JsonArray values) throws Unsound {
        for (JsonValue value : values) {
            check(value);
        }
    }

    private static void checkNode(JsonObject node) throws Unsound {
        for (Map.Entry<String, JsonValue> entry : node.entrySet()) {
            switch (entry.getKey()) {
                case "@id", "@type" -> checkAddresses(entry.getValue());
                case "@language" -> checkLanguage(entry.getValue());
                // what is kept as JSON is no statement, and its own words are nobody's terms
                case "@value" -> {}
                case "@list", "@set", "@graph", "@included" -> check(entry.getValue());
                default -> {
                    checkAddress(entry.getKey());
                    check(entry.getValue());
                }
            }
        }
    }

    private static void checkAddresses(JsonValue value) throws Unsound {
        if (value instanceof JsonArray several) {
            for (JsonValue each : several) {
                checkAddresses(each);
            }
        } else if (value instanceof JsonString one) {
            if (!one.getString().equals("@json")) {
                checkAddress(one.getString());
            }
        } else {
            throw new Unsound(Reason.BAD_ADDRESS, value.toString());
        }
    }

    /** An address that is not whole would be dropped; one with a bracket in it could forge the end of a statement. */
    private static void checkAddress(String address) throws Unsound {
        if (!address.contains(":")) {
            throw new Unsound(Reason.RELATIVE_ADDRESS, address);
        }
        if (!address.startsWith("_:") && !ADDRESS.matcher(address).matches()) {
            throw new Unsound(Reason.BAD_ADDRESS, address);
        }
    }

    private static void checkLanguage(JsonValue value) throws Unsound {
        if (!(value instanceof JsonString language)
                || !LANGUAGE.matcher(language.getString()).matches()) {
            throw new Unsound(Reason.BAD_LANGUAGE, value.toString());
        }
    }
}
