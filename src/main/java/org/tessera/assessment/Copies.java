package org.tessera.assessment;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tessera.account.Accounts;
import org.tessera.account.Languages;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.badge.Award;
import org.tessera.portfolio.BlindCopies;
import org.tessera.portfolio.BlindCopy;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What assessors read: copied once, when a case is opened, so that it stays what it was whatever becomes of the evidence. */
@Component
class Copies {

    /** What a badge calls words about a piece of evidence. */
    private static final String GENRE = "annotation";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // records name their fields themselves
            .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .build();

    private final CopyStore store;
    private final CaseStore cases;
    private final BlindCopies blind;
    private final Accounts accounts;
    private final TransactionOperations transaction;

    Copies(CopyStore store, CaseStore cases, BlindCopies blind, Accounts accounts, TransactionOperations transaction) {
        this.store = store;
        this.cases = cases;
        this.blind = blind;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    /** Whether a case can be read. */
    boolean isThere(CaseId id) {
        return store.isThere(id);
    }

    /**
     * Makes the copy of a case in every language; nothing happens if it is there. Takes as long as drawing pages takes.
     *
     * @throws IllegalStateException if there is no such case or hand-in
     */
    void make(CaseId id) {
        if (isThere(id)) {
            return;
        }
        KeptCase kept = cases.find(id).orElseThrow(() -> new IllegalStateException("no case " + id));
        List<Made> all = new ArrayList<>();
        for (Locale language : Languages.ALL) {
            BlindCopy copy = blind.of(kept.submission(), kept.handIn(), language)
                    .orElseThrow(() -> new IllegalStateException("nothing was handed in for " + id));
            all.add(new Made(language, copy));
        }
        BlindCopy first = all.getFirst().copy();
        transaction.executeWithoutResult(_ -> {
            all.forEach(
                    made -> store.keep(id, made.language().getLanguage(), JSON.writeValueAsString(bare(made.copy()))));
            store.keepPictures(id, first.pictures());
            store.keepManifest(id, first.manifestSha256());
        });
    }

    private record Made(Locale language, BlindCopy copy) {}

    /** Pictures are kept apart, and what proves the whole is told to nobody who assesses. */
    private static BlindCopy bare(BlindCopy copy) {
        return new BlindCopy(
                copy.answers(),
                copy.collaboration(),
                copy.changes(),
                copy.context(),
                copy.references(),
                copy.evidence(),
                copy.replays(),
                List.of(),
                "");
    }

    /** The copy in the language nearest to {@code locale}, without its pictures and its digest. */
    Optional<BlindCopy> read(CaseId id, Locale locale) {
        return store.read(id, Languages.nearest(locale).getLanguage())
                .map(body -> JSON.readValue(body, BlindCopy.class));
    }

    Optional<byte[]> picture(CaseId id, int number) {
        return store.picture(id, number);
    }

    /** The digest of what was assessed. */
    String manifestOf(CaseId id) {
        return store.manifest(id).orElseThrow(() -> new IllegalStateException("no copy of " + id));
    }

    /** What the earner says each piece of evidence shows, without names: what a badge tells everybody. */
    List<Award.Narrative> narrativesOf(KeptCase kept, PersonId earner) {
        Locale language = accounts.person(earner).map(Person::locale).orElse(Locale.ENGLISH);
        List<Award.Narrative> narratives = new ArrayList<>();
        read(kept.id(), language).ifPresent(copy -> copy.evidence().forEach(piece -> piece.uses().stream()
                .map(BlindCopy.Use::annotation)
                .filter(words -> !words.isBlank())
                .distinct()
                .forEach(words -> narratives.add(new Award.Narrative(piece.label(), words, GENRE)))));
        return narratives;
    }
}
