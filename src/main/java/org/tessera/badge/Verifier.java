package org.tessera.badge;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tessera.badge.Report.Kind;
import org.tessera.badge.Report.Said;
import org.tessera.badge.Report.State;
import org.tessera.badge.Report.State.Fails;
import org.tessera.badge.Report.State.Holds;
import org.tessera.badge.Report.State.NotChecked;
import org.tessera.badge.Report.Step;

/**
 * Checks one credential, whoever issued it, and asks nobody: what could only be known by asking another server is <i>not
 * checked</i>. The first step that fails ends the check.
 */
final class Verifier {

    /** How far a clock may be ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final String DID_KEY = "did:key:";

    private final DataIntegrity proofs;
    private final Statements statements;
    private final Keys keys;
    private final TokenTrust tokens;
    private final Register register;

    Verifier(Statements statements, Keys keys, TokenKeys tokenKeys, Register register) {
        this.proofs = new DataIntegrity(statements);
        this.statements = statements;
        this.keys = keys;
        this.tokens = new TokenTrust(keys, tokenKeys);
        this.register = register;
    }

    /** Checks what was handed in, as it stands at {@code now}. */
    Report check(byte[] handedIn, Instant now) {
        return new Check(now).run(handedIn);
    }

    /** A key that a signature can be checked with, and whether it is one of ours. */
    private record Found(@Nullable Multikey key, boolean isOurs) {}

    /** One check on its way. */
    private final class Check {

        private final Instant now;
        private final Map<Kind, State> states = new EnumMap<>(Kind.class);
        private Optional<Said> said = Optional.empty();

        Check(Instant now) {
            this.now = now;
        }

        Report run(byte[] handedIn) {
            Kind at = Kind.FORM;
            try {
                Container container = Container.open(handedIn);
                holds(Kind.FORM);
                at = Kind.CONTEXTS;
                JsonObject credential = container.credential();
                contexts(credential);
                switch (container) {
                    case Container.Document document -> embedded(document.credential());
                    case Container.Token token -> token(token.token());
                }
            } catch (Unsound no) {
                states.putIfAbsent(at, new Fails(no.reason(), no.where()));
            } catch (Stop _) {
                // the step that failed has said so
            }
            return new Report(
                    java.util.Arrays.stream(Kind.values())
                            .map(kind ->
                                    new Step(kind, states.getOrDefault(kind, new NotChecked(Reason.EARLIER_STEP, ""))))
                            .toList(),
                    said);
        }

        private void embedded(JsonObject credential) throws Stop {
            JsonObject document =
                    Json.createObjectBuilder(credential).remove("proof").build();
            JsonValue proof = credential.get("proof");
            JsonObject options = proof instanceof JsonObject one
                    ? Json.createObjectBuilder(one).remove("proofValue").build()
                    : null;
            byte[] signed = step(Kind.CONTEXTS, () -> {
                if (options != null && isOfOurSuite(options)) {
                    return proofs.toSign(document, options);
                }
                statements.of(document);
                return new byte[0];
            });
            BadgeTerms terms = new BadgeTerms(document);
            said = Optional.of(step(Kind.TERMS, terms::check));
            if (!(single(proof) instanceof JsonObject one)) {
                throw end(
                        Kind.PURPOSE,
                        proof == null ? new Fails(Reason.NO_PROOF, "") : new NotChecked(Reason.SEVERAL_PROOFS, ""));
            }
            if (!isOfOurSuite(one)) {
                throw end(
                        Kind.PURPOSE,
                        new NotChecked(Reason.UNKNOWN_PROOF, one.getString("cryptosuite", one.getString("type", ""))));
            }
            if (options == null) {
                // one proof in a list: the same, one layer further in
                embedded(Json.createObjectBuilder(credential).add("proof", one).build());
                return;
            }
            if (!one.getString("proofPurpose", "").equals(DataIntegrity.PURPOSE)) {
                throw end(Kind.PURPOSE, new Fails(Reason.WRONG_PURPOSE, one.getString("proofPurpose", "")));
            }
            holds(Kind.PURPOSE);
            Optional<Instant> created = step(Kind.TIME, () -> BadgeTerms.moment(one, "created"));
            states.remove(Kind.TIME);
            String issuer = step(Kind.TERMS, terms::issuer);
            Found found = key(issuer, one.getString("verificationMethod", ""), created);
            signature(one, signed, found);
            Optional<Instant> expires = step(Kind.TIME, () -> BadgeTerms.moment(one, "expires"));
            time(document, expires, created);
            status(document, found.isOurs());
        }

        private void contexts(JsonObject credential) throws Stop {
            step(Kind.CONTEXTS, () -> {
                known(credential, "", 0);
                JsonValue context = credential.get(DataIntegrity.CONTEXT);
                if (!(context instanceof JsonArray several)
                        || several.isEmpty()
                        || !several.getFirst().equals(Json.createValue(Contexts.CREDENTIALS))
                        || several.stream()
                                .noneMatch(one ->
                                        one instanceof JsonString text && Contexts.BADGES.contains(text.getString()))) {
                    throw new Unsound(Reason.CONTEXT_MISSING, DataIntegrity.CONTEXT);
                }
                return credential;
            });
        }

        /** That contexts are named, not written out, and are among those we have. */
        private int known(JsonValue value, String path, int before) throws Unsound {
            int seen = before;
            if (value instanceof JsonArray several) {
                for (JsonValue each : several) {
                    seen = known(each, path, seen);
                }
            } else if (value instanceof JsonObject object) {
                for (Map.Entry<String, JsonValue> entry : object.entrySet()) {
                    String here = path + "/" + entry.getKey();
                    seen = entry.getKey().equals(DataIntegrity.CONTEXT)
                            ? named(entry.getValue(), here, seen)
                            : known(entry.getValue(), here, seen);
                }
            }
            return seen;
        }

        private int named(JsonValue context, String here, int before) throws Unsound {
            int seen = before;
            for (JsonValue each : context instanceof JsonArray several ? several : java.util.List.of(context)) {
                if (!(each instanceof JsonString address)) {
                    throw new Unsound(Reason.INLINE_CONTEXT, here);
                }
                if (!statements.contexts().knows(address.getString())) {
                    throw new Unsound(Reason.UNKNOWN_CONTEXT, address.getString());
                }
                // each costs time to read, however little it changes
                if (++seen > MOST_CONTEXTS) {
                    throw new Unsound(Reason.TOO_MANY_PARTS, here);
                }
            }
            return seen;
        }

        private Found key(String issuer, String method, Optional<Instant> created) throws Stop {
            Optional<PublishedKey> own = keys.published(method);
            if (own.isPresent()) {
                ours(own.get(), issuer, method, created);
                holds(Kind.KEY);
                return new Found(own.get().key(), true);
            }
            if (keys.isOurs(issuer)) {
                throw end(Kind.KEY, new Fails(Reason.KEY_NOT_OURS, method));
            }
            int mark = method.indexOf('#');
            String controller = mark < 0 ? method : method.substring(0, mark);
            Optional<Multikey> named = mark < 0 ? Optional.empty() : Multikey.read(method.substring(mark + 1));
            if (method.startsWith(DID_KEY)) {
                if (named.isEmpty() || !controller.equals(named.get().didKey())) {
                    throw end(Kind.KEY, new Fails(Reason.KEY_UNREADABLE, method));
                }
                if (!controller.equals(issuer)) {
                    throw end(Kind.KEY, new Fails(Reason.KEY_NOT_OF_ISSUER, method));
                }
                holds(Kind.KEY);
            } else {
                states.put(Kind.KEY, new NotChecked(Reason.FOREIGN_KEY, controller));
            }
            return new Found(named.orElse(null), false);
        }

        private void ours(PublishedKey key, String issuer, String method, Optional<Instant> created) throws Stop {
            if (!key.controller().equals(issuer)) {
                throw end(Kind.KEY, new Fails(Reason.KEY_NOT_OF_ISSUER, method));
            }
            // proofs say whole seconds
            if (created.isEmpty() || created.get().plusSeconds(1).isBefore(key.from())) {
                throw end(Kind.KEY, new Fails(Reason.KEY_NOT_YET, method));
            }
            if (key.until().filter(created.get()::isAfter).isPresent()) {
                throw end(Kind.KEY, new Fails(Reason.KEY_RETIRED, method));
            }
        }

        private void signature(JsonObject proof, byte[] signed, Found found) throws Stop {
            Multikey key = found.key();
            if (key == null) {
                states.put(Kind.SIGNATURE, new NotChecked(Reason.KEY_UNKNOWN, ""));
                return;
            }
            boolean isSigned = Multibase.readBase58(proof.getString("proofValue", ""))
                    .filter(value -> key.signed(signed, value))
                    .isPresent();
            if (!isSigned) {
                throw end(Kind.SIGNATURE, new Fails(Reason.BAD_SIGNATURE, ""));
            }
            holds(Kind.SIGNATURE);
        }

        private void time(JsonObject document, Optional<Instant> expires, Optional<Instant> created) throws Stop {
            Optional<Instant> from = step(Kind.TIME, () -> BadgeTerms.moment(document, "validFrom"));
            Optional<Instant> until = step(Kind.TIME, () -> BadgeTerms.moment(document, "validUntil"));
            if (from.filter(now.plus(AHEAD)::isBefore).isPresent()) {
                throw end(Kind.TIME, new Fails(Reason.NOT_YET_VALID, from.get().toString()));
            }
            if (until.filter(end -> !now.isBefore(end)).isPresent()) {
                throw end(Kind.TIME, new Fails(Reason.EXPIRED, until.get().toString()));
            }
            if (expires.filter(end -> !now.isBefore(end)).isPresent()) {
                throw end(
                        Kind.TIME, new Fails(Reason.PROOF_EXPIRED, expires.get().toString()));
            }
            if (created.filter(now.plus(AHEAD)::isBefore).isPresent()) {
                throw end(
                        Kind.TIME,
                        new Fails(Reason.PROOF_FROM_THE_FUTURE, created.get().toString()));
            }
            holds(Kind.TIME);
        }

        private void status(JsonObject document, boolean isOurs) {
            states.put(Kind.STATUS, isOurs ? ourStatus(document) : foreignStatus(document));
        }

        private State ourStatus(JsonObject document) {
            String id = document.getString("id", "");
            Optional<Standing> standing = register.standing(id);
            if (standing.isEmpty()) {
                return new Fails(Reason.UNREGISTERED, id);
            }
            return switch (standing.get()) {
                case ACTIVE -> new Holds();
                case SUSPENDED -> new Fails(Reason.SUSPENDED, id);
                case REVOKED -> new Fails(Reason.REVOKED, id);
            };
        }

        private State foreignStatus(JsonObject document) {
            return document.containsKey("credentialStatus") ? new NotChecked(Reason.FOREIGN_STATUS, "") : new Holds();
        }

        private void token(WebToken token) throws Stop {
            JsonObject document = token.document();
            step(Kind.CONTEXTS, () -> statements.of(document));
            BadgeTerms terms = new BadgeTerms(document);
            said = Optional.of(step(Kind.TERMS, terms::check));
            String issuer = step(Kind.TERMS, terms::issuer);
            step(Kind.PURPOSE, () -> {
                token.check();
                return token;
            });
            if (!token.algorithm().equals(JsonWebKey.SIGNED_BY)) {
                throw end(Kind.PURPOSE, new NotChecked(Reason.UNKNOWN_PROOF, token.algorithm()));
            }
            TokenTrust.Found found = step(Kind.KEY, () -> tokens.find(token, issuer));
            if (found.state() instanceof Fails) {
                throw end(Kind.KEY, found.state());
            }
            states.put(Kind.KEY, found.state());
            if (found.key().filter(key -> !token.holds(key)).isPresent()) {
                throw end(Kind.SIGNATURE, new Fails(Reason.BAD_SIGNATURE, ""));
            }
            states.put(Kind.SIGNATURE, found.key().isPresent() ? new Holds() : new NotChecked(Reason.KEY_UNKNOWN, ""));
            Optional<Instant> signed = step(Kind.TIME, () -> token.second("iat"));
            Optional<Instant> expires = step(Kind.TIME, () -> token.second("exp"));
            time(document, expires, signed);
            status(document, found.isOurs());
        }

        private void holds(Kind kind) {
            states.put(kind, new Holds());
        }

        private Stop end(Kind kind, State state) {
            states.put(kind, state);
            return new Stop();
        }

        private <T> T step(Kind kind, Look<T> look) throws Stop {
            try {
                T found = look.at();
                holds(kind);
                return found;
            } catch (Unsound no) {
                throw end(kind, new Fails(no.reason(), no.where()));
            }
        }
    }

    /** The most mentions of contexts in one credential, those of credentials within it included. */
    private static final int MOST_CONTEXTS = 12;

    private static @Nullable JsonValue single(@Nullable JsonValue proof) {
        return proof instanceof JsonArray several && several.size() == 1 ? several.getFirst() : proof;
    }

    private static boolean isOfOurSuite(JsonObject proof) {
        return proof.getString("type", "").equals(DataIntegrity.TYPE)
                && proof.getString("cryptosuite", "").equals(DataIntegrity.SUITE);
    }

    /** Looks at something. */
    private interface Look<T> {
        T at() throws Unsound;
    }

    /** Ends a check. */
    private static final class Stop extends Exception {
        private static final long serialVersionUID = 1L;

        Stop() {
            super(null, null, false, false);
        }
    }
}
