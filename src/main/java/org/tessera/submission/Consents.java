package org.tessera.submission;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.ArtifactId;
import org.tessera.artifact.Artifacts;
import org.tessera.artifact.Content;
import org.tessera.room.MeetingRecords;
import org.tessera.room.MemberId;
import org.tessera.room.NoteId;
import org.tessera.room.Rooms;

/**
 * Whose words may stand in whose evidence. One's own always may. A colleague's only as long as the colleague agrees, which
 * can be taken back until the evidence is handed in. Words without a name are nobody's but their writer's.
 */
@Service
public class Consents {

    private final ConsentStore store;
    private final Artifacts artifacts;
    private final Accounts accounts;
    private final Rooms rooms;
    private final MeetingRecords records;
    private final ObjectProvider<HandedIn> handedIn;
    private final InstantSource clock;

    Consents(
            ConsentStore store,
            Artifacts artifacts,
            Accounts accounts,
            Rooms rooms,
            MeetingRecords records,
            ObjectProvider<HandedIn> handedIn,
            InstantSource clock) {
        this.store = store;
        this.artifacts = artifacts;
        this.accounts = accounts;
        this.rooms = rooms;
        this.records = records;
        this.handedIn = handedIn;
        this.clock = clock;
    }

    /** Asks {@code author} whether the words of theirs in an artifact may stand in {@code asker}'s evidence. */
    @Transactional
    public ConsentAnswer ask(PersonId asker, ArtifactId artifact, PersonId author) {
        if (accounts.person(asker).isEmpty() || artifacts.find(artifact, asker).isEmpty()) {
            return ConsentAnswer.UNKNOWN;
        }
        if (!authorsIn(asker, artifact).contains(author)) {
            return ConsentAnswer.NO_WORDS;
        }
        if (accounts.person(author).isEmpty()) {
            return ConsentAnswer.GUEST;
        }
        store.ask(new WordConsent(
                UUID.randomUUID(),
                artifact,
                asker,
                author,
                WordConsent.State.ASKED,
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
        return ConsentAnswer.DONE;
    }

    /** Answers a question that was put to {@code author}; a no takes back an earlier yes. */
    @Transactional
    public ConsentAnswer answer(PersonId author, UUID question, boolean yes) {
        Optional<WordConsent> asked = store.find(question, author);
        if (asked.isEmpty()) {
            return ConsentAnswer.UNKNOWN;
        }
        WordConsent consent = asked.get();
        boolean takesBack = consent.state() == WordConsent.State.GIVEN && !yes;
        if (takesBack && isHandedIn(consent)) {
            return ConsentAnswer.HANDED_IN;
        }
        WordConsent.State no = takesBack ? WordConsent.State.WITHDRAWN : WordConsent.State.DECLINED;
        store.answer(question, yes ? WordConsent.State.GIVEN : no, clock.instant());
        return ConsentAnswer.DONE;
    }

    /** Everything {@code author} was asked, the latest first. */
    @Transactional(readOnly = true)
    public List<WordConsent> askedOf(PersonId author) {
        return store.askedOf(author);
    }

    /** What {@code asker} asked about an artifact. */
    @Transactional(readOnly = true)
    public List<WordConsent> askedBy(PersonId asker, ArtifactId artifact) {
        return store.askedBy(asker, artifact);
    }

    /** The colleagues who wrote something under their name in an artifact, in the order of their first words. */
    @Transactional(readOnly = true)
    public List<PersonId> authorsIn(PersonId reader, ArtifactId artifact) {
        Optional<Artifact> found = artifacts.find(artifact, reader);
        if (found.isEmpty()) {
            return List.of();
        }
        Map<MemberId, PersonId> people = records.peopleOf(found.get().room());
        Set<PersonId> authors = new LinkedHashSet<>();
        for (Content.Note note : notesOf(artifact, reader)) {
            authorOf(note, people).filter(author -> !author.equals(reader)).ifPresent(authors::add);
        }
        return List.copyOf(authors);
    }

    /**
     * The notes of an artifact as they may stand in the earner's evidence: no names, the words of a colleague only with the
     * colleague's consent, and of the notes without a name only those the earner wrote. Empty for an artifact the earner may
     * not open.
     */
    @Transactional(readOnly = true)
    public List<Quoted> quotable(PersonId earner, ArtifactId artifact) {
        Optional<Artifact> found = artifacts.find(artifact, earner);
        if (found.isEmpty()) {
            return List.of();
        }
        Map<MemberId, PersonId> people = records.peopleOf(found.get().room());
        Set<PersonId> agreed = store.askedBy(earner, artifact).stream()
                .filter(consent -> consent.state() == WordConsent.State.GIVEN)
                .map(WordConsent::author)
                .collect(Collectors.toSet());
        Map<String, String> letters = new LinkedHashMap<>();
        List<Quoted> quoted = new ArrayList<>();
        for (Content.Note note : notesOf(artifact, earner)) {
            quoted.add(quoted(note, found.get(), earner, people, agreed, letters));
        }
        return List.copyOf(quoted);
    }

    /** The words of colleagues in these artifacts that may not stand in the earner's texts now. */
    @Transactional(readOnly = true)
    public List<String> withheldFrom(PersonId earner, Collection<Artifact> evidence) {
        List<String> withheld = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (Artifact artifact : evidence) {
            List<Content.Note> notes = notesOf(artifact.id(), earner);
            List<Quoted> quoted = quotable(earner, artifact.id());
            for (int i = 0; i < quoted.size(); i++) {
                if (quoted.get(i).text().isEmpty()) {
                    withheld.add(notes.get(i).text());
                }
            }
            // what somebody wrote alone and the group then made its own is the group's
            Content content =
                    artifacts.contentOf(artifact.id(), earner).map(Content::of).orElseThrow();
            quoted.stream().flatMap(one -> one.text().stream()).forEach(open::add);
            content.statements().stream()
                    .filter(statement -> statement.people() == null)
                    .map(Content.Statement::text)
                    .forEach(open::add);
        }
        withheld.removeIf(words -> open.stream().anyMatch(text -> text.contains(words)));
        return withheld;
    }

    /**
     * Who had agreed at a moment that words of theirs in an artifact stand in the earner's evidence. Whoever agreed before
     * something was handed in cannot take that back afterwards; whoever agreed later did not agree to that.
     */
    @Transactional(readOnly = true)
    public Set<PersonId> agreedAt(PersonId earner, ArtifactId artifact, Instant moment) {
        return store.agreedAt(earner, artifact, moment);
    }

    private Quoted quoted(
            Content.Note note,
            Artifact artifact,
            PersonId earner,
            Map<MemberId, PersonId> people,
            Set<PersonId> agreed,
            Map<String, String> letters) {
        String by = note.by();
        if (by == null) {
            boolean claimed = noteId(note.id())
                    .filter(id -> rooms.wrote(artifact.room(), earner, id))
                    .isPresent();
            return claimed
                    ? new Quoted(new Quoted.By.Own(), note.kind(), Optional.of(note.text()))
                    : new Quoted(new Quoted.By.Unnamed(), note.kind(), Optional.empty());
        }
        Optional<PersonId> author = authorOf(note, people);
        if (author.filter(earner::equals).isPresent()) {
            return new Quoted(new Quoted.By.Own(), note.kind(), Optional.of(note.text()));
        }
        String letter = letters.computeIfAbsent(by, one -> letter(letters.size()));
        return new Quoted(
                new Quoted.By.Colleague(letter),
                note.kind(),
                author.filter(agreed::contains).map(one -> note.text()));
    }

    /** A to Z, then AA and so on. */
    static String letter(int place) {
        String last = String.valueOf((char) ('A' + place % 26));
        return place < 26 ? last : letter(place / 26 - 1) + last;
    }

    private boolean isHandedIn(WordConsent consent) {
        return handedIn.orderedStream().anyMatch(one -> one.uses(consent.asker(), Piece.of(consent.artifact())));
    }

    private List<Content.Note> notesOf(ArtifactId artifact, PersonId reader) {
        return artifacts
                .contentOf(artifact, reader)
                .map(Content::of)
                .map(Content::notes)
                .orElse(List.of());
    }

    private static Optional<PersonId> authorOf(Content.Note note, Map<MemberId, PersonId> people) {
        return Optional.ofNullable(note.by())
                .flatMap(Consents::uuid)
                .flatMap(id -> Optional.ofNullable(people.get(new MemberId(id))));
    }

    private static Optional<NoteId> noteId(String id) {
        return uuid(id).map(NoteId::new);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
