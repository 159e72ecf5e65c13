package org.tessera.credit.ui;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Credentials;
import org.tessera.credit.Counts;
import org.tessera.credit.CreditWording;
import org.tessera.credit.RuleTerms;
import org.tessera.protocol.Protocols;

/** Reads rules aloud. */
@Component
class RuleSentences {

    private final Credentials credentials;
    private final Protocols protocols;

    RuleSentences(Credentials credentials, Protocols protocols) {
        this.credentials = credentials;
        this.protocols = protocols;
    }

    String of(RuleTerms terms, Locale locale) {
        return new CreditWording(locale).rule(terms, name(terms.counts(), locale));
    }

    private String name(Counts counts, Locale locale) {
        return switch (counts) {
            case Counts.OfCredential(CredentialId id) ->
                credentials.current(id).map(one -> one.name().in(locale)).orElse(id.value());
            case Counts.OfStack(CredentialId id) ->
                credentials.stack(id).map(one -> one.name().in(locale)).orElse(id.value());
            case Counts.OfMeetings(Optional<String> protocol, int _) ->
                protocol.map(id -> protocols.all().stream()
                                .filter(pack -> pack.ref().id().equals(id))
                                .findFirst()
                                .map(pack -> pack.name().in(locale))
                                .orElse(id))
                        .orElse("");
        };
    }
}
