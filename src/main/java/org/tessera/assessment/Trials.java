package org.tessera.assessment;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.Accounts;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.account.SignedIn;
import org.tessera.credential.Credential;
import org.tessera.credential.CredentialRef;
import org.tessera.credential.Credentials;
import org.tessera.portfolio.BlindCopy;
import org.tessera.submission.Acquaintances;
import org.tessera.writing.FurtherPlaces;
import org.tessera.writing.WritingPlace;
import org.tessera.writing.Writings;

/**
 * Members of a panel rate anchors they have had nothing to do with, and see afterwards what was found. Of an anchor that is
 * not theirs to try there is nothing, and nobody can tell whether it exists.
 */
@Service
public class Trials implements FurtherPlaces {

    private static final String MARK = "trial";

    private final TrialStore store;
    private final AnchorStore anchors;
    private final CaseStore cases;
    private final PanelStore members;
    private final Anchors office;
    private final Copies copies;
    private final Certificates certificates;
    private final Acquaintances acquaintances;
    private final Accounts accounts;
    private final Credentials credentials;
    private final Writings writings;
    private final InstantSource clock;

    Trials(
            TrialStore store,
            AnchorStore anchors,
            CaseStore cases,
            PanelStore members,
            Anchors office,
            Copies copies,
            Certificates certificates,
            Acquaintances acquaintances,
            Accounts accounts,
            Credentials credentials,
            Writings writings,
            InstantSource clock) {
        this.store = store;
        this.anchors = anchors;
        this.cases = cases;
        this.members = members;
        this.office = office;
        this.copies = copies;
        this.certificates = certificates;
        this.acquaintances = acquaintances;
        this.accounts = accounts;
        this.credentials = credentials;
        this.writings = writings;
        this.clock = clock;
    }

    /**
     * An anchor a person can try, is trying, or tried within twelve months.
     *
     * @param begun how many of its rows have a level
     */
    public record Errand(CaseId anchor, Credential credential, int rows, int begun, boolean isDone) {}

    /**
     * All that is needed to try an anchor.
     *
     * @param places its rows, in order, with the person’s own notes
     * @param choices the levels chosen so far, by row
     * @param truth once it is done the true level of each row; before, nothing
     */
    public record Sheet(
            CaseId anchor,
            Brief brief,
            Credential credential,
            BlindCopy copy,
            List<Desk.Place> places,
            Map<String, String> choices,
            Optional<Map<String, String>> truth) {

        public Sheet {
            places = List.copyOf(places);
            choices = Map.copyOf(choices);
        }
    }

    /** The anchors a person can try, is trying, or tried within twelve months. */
    @Transactional(readOnly = true)
    public List<Errand> of(PersonId member) {
        List<Errand> errands = new ArrayList<>();
        accounts.person(member).map(Person::district).ifPresent(district -> anchors.of(district)
                .forEach(anchor -> open(member, anchor.on()).ifPresent(kept -> credential(kept)
                        .ifPresent(credential -> errands.add(errand(member, kept, credential))))));
        return errands;
    }

    private Errand errand(PersonId member, KeptCase kept, Credential credential) {
        Optional<Trial> trial = current(member, kept.id());
        return new Errand(
                kept.id(),
                credential,
                kept.now().brief().open().size(),
                trial.map(one -> one.rows().size()).orElse(0),
                trial.filter(one -> one.done().isPresent()).isPresent());
    }

    /** The case of an anchor, if it is used and this person may try it. */
    private Optional<KeptCase> open(PersonId person, CaseId id) {
        return anchors.find(id)
                .filter(anchor -> anchor.consent() == Consent.GIVEN)
                .filter(anchor -> isMember(person, anchor))
                .flatMap(anchor -> cases.find(anchor.on()))
                .filter(kept -> Anchors.isFit(kept.now()) && copies.isThere(kept.id()))
                .filter(kept -> isStranger(person, kept));
    }

    private boolean isMember(PersonId person, Anchor anchor) {
        return accounts.person(person)
                        .filter(one -> one.district().equals(anchor.district()))
                        .isPresent()
                && members.members(anchor.district()).containsKey(person);
    }

    /** Whoever knows the earner’s work, or had a task on any hand-in of the submission, has seen too much. */
    private boolean isStranger(PersonId person, KeptCase kept) {
        return office.earnerOf(kept.id())
                        .filter(earner -> !acquaintances.of(earner).contains(person))
                        .isPresent()
                && cases.of(kept.submission()).stream()
                        .flatMap(one -> cases.heldOn(one.id()).stream())
                        .noneMatch(held -> held.person().equals(person));
    }

    /** The trial a person is in, or did so lately that the anchor is not rated again. */
    private Optional<Trial> current(PersonId person, CaseId anchor) {
        Instant now = now();
        List<Trial> trials = store.of(person, anchor);
        return trials.isEmpty()
                ? Optional.empty()
                : Optional.of(trials.getLast()).filter(last -> last.done().isEmpty() || Certifying.isRecent(last, now));
    }

    private Optional<Credential> credential(KeptCase kept) {
        return credentials.find(kept.now().brief().credential());
    }

    /** An anchor to try, or tried. */
    @Transactional(readOnly = true)
    public Optional<Sheet> sheet(SignedIn member, CaseId id) {
        Optional<KeptCase> kept = open(member.id(), id);
        Optional<Credential> credential = kept.flatMap(this::credential);
        Optional<BlindCopy> copy = kept.flatMap(_ -> copies.read(id, member.locale()));
        if (kept.isEmpty() || credential.isEmpty() || copy.isEmpty()) {
            return Optional.empty();
        }
        Brief brief = kept.get().now().brief();
        Optional<Trial> trial = current(member.id(), id);
        List<Desk.Place> places = new ArrayList<>();
        List<Brief.Row> rows = brief.open();
        for (int i = 0; i < rows.size(); i++) {
            places.add(new Desk.Place(rows.get(i).id(), writings.at(member.id(), place(brief.credential(), id, i))));
        }
        return Optional.of(new Sheet(
                id,
                brief,
                credential.get(),
                copy.get(),
                places,
                trial.map(Trials::choices).orElse(Map.of()),
                trial.filter(one -> one.done().isPresent()).map(Trials::truth)));
    }

    private static Map<String, String> choices(Trial trial) {
        Map<String, String> choices = new HashMap<>();
        trial.rows().forEach(row -> choices.put(row.row(), row.level()));
        return choices;
    }

    private static Map<String, String> truth(Trial trial) {
        Map<String, String> truth = new HashMap<>();
        trial.rows().forEach(row -> row.truth().ifPresent(one -> truth.put(row.row(), one.level())));
        return truth;
    }

    static WritingPlace place(CredentialRef credential, CaseId id, int number) {
        return new WritingPlace(credential, MARK + "." + id + "." + number);
    }

    /** Keeps the level chosen for a row. Nothing happens if it is no trial of this person, or done. */
    @Transactional
    public void choose(PersonId member, CaseId id, String row, String level) {
        anchors.findToChange(id).flatMap(_ -> open(member, id)).ifPresent(kept -> {
            Optional<Trial> trial = current(member, id);
            boolean isLevel = kept.now().brief().open().stream()
                    .filter(one -> one.id().equals(row))
                    .anyMatch(one -> one.scale().level(level).isPresent());
            if (isLevel && trial.filter(one -> one.done().isPresent()).isEmpty()) {
                UUID into = trial.map(Trial::id).orElseGet(() -> begin(member, id));
                store.choose(into, row, level);
            }
        });
    }

    private UUID begin(PersonId member, CaseId id) {
        UUID trial = UUID.randomUUID();
        store.begin(trial, id, member, now());
        return trial;
    }

    /** Hands in a trial: its levels are compared with what was found, and a certificate given if that is enough. */
    @Transactional
    public TrialAnswer finish(PersonId member, CaseId id) {
        Optional<KeptCase> kept = anchors.findToChange(id).flatMap(_ -> open(member, id));
        Optional<Trial> trial = current(member, id);
        if (kept.isEmpty() || trial.filter(one -> one.done().isPresent()).isPresent()) {
            return new TrialAnswer.Unknown();
        }
        Case now = kept.get().now();
        Map<String, String> choices = trial.map(Trials::choices).orElse(Map.of());
        List<String> missing = now.brief().open().stream()
                .map(Brief.Row::id)
                .filter(row -> !choices.containsKey(row))
                .toList();
        if (trial.isEmpty() || !missing.isEmpty()) {
            return new TrialAnswer.LevelMissing(missing);
        }
        List<Trial.Row> rows = now.brief().open().stream()
                .map(row -> compared(row, choices.getOrDefault(row.id(), ""), now))
                .toList();
        store.finish(trial.get().id(), rows, now());
        certificates.consider(member, now.brief().credential().id());
        return new TrialAnswer.Done();
    }

    private static Trial.Row compared(Brief.Row row, String level, Case now) {
        String found = now.findings().stream()
                .filter(finding -> finding.row().equals(row.id()))
                .findFirst()
                .orElseThrow()
                .level();
        return new Trial.Row(
                row.id(),
                level,
                Optional.of(new Trial.Truth(
                        found, row.scale().heightOf(level), row.scale().heightOf(found))));
    }

    /** A picture of the copy of an anchor the person may try. */
    @Transactional(readOnly = true)
    public Optional<byte[]> picture(PersonId member, CaseId id, int number) {
        return open(member, id).flatMap(_ -> copies.picture(id, number));
    }

    /** Members write notes for themselves about the rows of anchors they may try. */
    @Override
    @Transactional(readOnly = true)
    public boolean isOpenTo(PersonId person, WritingPlace place) {
        String[] fields = place.part().split("\\.", -1);
        if (fields.length != 3 || !fields[0].equals(MARK) || !fields[2].matches("\\d{1,2}")) {
            return false;
        }
        return CaseId.read(fields[1])
                .flatMap(id -> open(person, id))
                .filter(kept -> kept.now().brief().credential().equals(place.credential())
                        && Integer.parseInt(fields[2])
                                < kept.now().brief().open().size())
                .isPresent();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
