package org.tessera.badge;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The vocabularies a credential may be written in. They come with the product: none is ever fetched. */
final class Contexts implements DocumentLoader {

    static final String CREDENTIALS = "https://www.w3.org/ns/credentials/v2";
    static final String OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    static final String EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";
    static final String MULTIKEY = "https://w3id.org/security/multikey/v1";

    /** Every edition in which a badge's own terms can be written. */
    static final Set<String> BADGES = Set.of(
            OPEN_BADGES,
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json");

    private static final Map<String, String> BUNDLED = Map.of(
            CREDENTIALS,
            "credentials-2",
            OPEN_BADGES,
            "open-badges-3.0.3",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json",
            "open-badges-3.0.2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
            "open-badges-3.0.1",
            EXTENSIONS,
            "open-badges-extensions",
            MULTIKEY,
            "multikey-1",
            "https://w3id.org/security/data-integrity/v2",
            "data-integrity-2");

    private final Map<String, Document> documents = new HashMap<>();

    private Contexts() {}

    /** The ones that come with the product. */
    static Contexts bundled() {
        Contexts contexts = new Contexts();
        BUNDLED.forEach((address, name) -> contexts.documents.put(address, read(name)));
        return contexts;
    }

    /** These, and one more. */
    Contexts and(String address, InputStream json) {
        Contexts more = new Contexts();
        more.documents.putAll(documents);
        more.documents.put(address, parsed(json));
        return more;
    }

    boolean knows(String address) {
        return documents.containsKey(address);
    }

    @Override
    public Document loadDocument(URI address, DocumentLoaderOptions options) throws JsonLdError {
        Document known = documents.get(address.toString());
        if (known == null) {
            throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "unknown context " + address);
        }
        return known;
    }

    private static Document read(String name) {
        try (InputStream in = Contexts.class.getResourceAsStream("contexts/" + name + ".jsonld")) {
            if (in == null) {
                throw new IllegalStateException("the context " + name + " is missing from the build");
            }
            return parsed(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the context " + name + " cannot be read", e);
        }
    }

    private static Document parsed(InputStream json) {
        try {
            return JsonDocument.of(json);
        } catch (JsonLdError e) {
            throw new IllegalStateException("a bundled context is no JSON", e);
        }
    }
}
