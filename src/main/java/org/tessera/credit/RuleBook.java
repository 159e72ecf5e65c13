package org.tessera.credit;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tessera.credential.Credentials;
import org.tessera.protocol.Protocols;

/** Knows what a rule may be about. */
@Component
class RuleBook {

    private final Credentials credentials;
    private final Protocols protocols;

    RuleBook(Credentials credentials, Protocols protocols) {
        this.credentials = credentials;
        this.protocols = protocols;
    }

    /** Why these terms cannot stand in a table. */
    Optional<RuleRefusal> refusal(RuleTerms terms) {
        return terms.refusal().or(() -> switch (terms.counts()) {
            case Counts.OfCredential(var credential)
            when credentials.current(credential).isEmpty() -> Optional.of(RuleRefusal.UNKNOWN_CREDENTIAL);
            case Counts.OfStack(var stack)
            when credentials.stack(stack).isEmpty() -> Optional.of(RuleRefusal.UNKNOWN_CREDENTIAL);
            case Counts.OfMeetings(var protocol, int _)
            when protocol.filter(id -> protocols.all().stream()
                            .noneMatch(pack -> pack.ref().id().equals(id)))
                    .isPresent() -> Optional.of(RuleRefusal.UNKNOWN_PROTOCOL);
            default -> Optional.empty();
        });
    }

    /** Whether two rules count the same; how many minutes of a meeting yield it may differ. */
    static boolean countsSame(Counts one, Counts other) {
        return one instanceof Counts.OfMeetings(var before, int _)
                        && other instanceof Counts.OfMeetings(var after, int _)
                ? before.equals(after)
                : one.equals(other);
    }
}
