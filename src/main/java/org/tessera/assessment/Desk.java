package org.tessera.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.PersonId;
import org.tessera.account.SignedIn;
import org.tessera.credential.Credential;
import org.tessera.credential.Credentials;
import org.tessera.credential.Criterion;
import org.tessera.credential.SubmissionPart;
import org.tessera.portfolio.BlindCopy;
import org.tessera.submission.HandIn;
import org.tessera.writing.FurtherPlaces;
import org.tessera.writing.Writing;
import org.tessera.writing.WritingPlace;
import org.tessera.writing.Writings;

/**
 * What an assessor has to do, and what they may see for it. Everything is of the tasks they were drawn for, as long as they
 * hold them; of anything else there is nothing, and nobody can tell whether it exists.
 */
@Service
public class Desk implements FurtherPlaces {

    /** The place of words about the whole of what was handed in. */
    public static final String WHOLE = "";
    /** What an approver chooses at a row somebody should decide although the scorers agreed. */
    public static final String AGAIN = "again";

    private final CaseStore store;
    private final CaseOffice office;
    private final Copies copies;
    private final Credentials credentials;
    private final Writings writings;

    Desk(CaseStore store, CaseOffice office, Copies copies, Credentials credentials, Writings writings) {
        this.store = store;
        this.office = office;
        this.copies = copies;
        this.credentials = credentials;
        this.writings = writings;
    }

    /**
     * A task on somebody’s desk.
     *
     * @param rows how many rows are to be rated; 0 where none are
     * @param begun how many of them have a level already
     * @param until until when it is held
     */
    public record Errand(CaseId on, Task task, Credential credential, int rows, int begun, Instant until) {}

    /**
     * All that is needed to do a task.
     *
     * @param copy what was handed in, without whose it is
     * @param places what can be rated, or in the check what can be missing, in order
     * @param choices what has been chosen so far, by place; in an approval {@link #AGAIN} for a row
     * @param scores in an adjudication and an approval what the scorers found, each as one list, in no telling order
     * @param agreed in an approval the rows the approver may have decided anew although the scorers agreed
     * @param findings in an approval what the result would be; in an appeal what it was
     * @param passedBack why it has come back
     * @param appeal why the earner asks for another look, without names
     */
    public record Sheet(
            CaseId on,
            Task task,
            Brief brief,
            Credential credential,
            BlindCopy copy,
            List<Place> places,
            Map<String, String> choices,
            List<List<Rating>> scores,
            List<String> agreed,
            List<Finding> findings,
            Optional<String> passedBack,
            Optional<String> appeal,
            Instant until) {

        public Sheet {
            places = List.copyOf(places);
            choices = Map.copyOf(choices);
            scores = List.copyOf(scores);
            agreed = List.copyOf(agreed);
            findings = List.copyOf(findings);
        }
    }

    /**
     * A row of the rubric, or in the check a part or requirement, with the words about it.
     *
     * @param text what has been written about it; the person’s own and nobody else’s
     */
    public record Place(String id, Writing text) {}

    /** What is on a person’s desk, the most urgent first. */
    @Transactional(readOnly = true)
    public List<Errand> of(PersonId assessor) {
        List<Errand> errands = new ArrayList<>();
        for (Held held : store.deskOf(assessor)) {
            if (office.holding(assessor, held.on()).isEmpty()) {
                continue;
            }
            store.find(held.on()).ifPresent(kept -> credential(kept)
                    .ifPresent(credential -> errands.add(new Errand(
                            held.on(),
                            held.task(),
                            credential,
                            kept.now().rowsOf(held.task()).size(),
                            store.choices(held.on(), held.task(), assessor).size(),
                            held.until()))));
        }
        return errands;
    }

    /** The task a person has on a case. */
    @Transactional(readOnly = true)
    public Optional<Sheet> sheet(SignedIn assessor, CaseId id) {
        Optional<Held> held = office.holding(assessor.id(), id);
        Optional<KeptCase> kept = held.flatMap(_ -> store.find(id));
        Optional<BlindCopy> copy = kept.flatMap(_ -> copies.read(id, assessor.locale()));
        if (held.isEmpty() || kept.isEmpty() || copy.isEmpty()) {
            return Optional.empty();
        }
        Case now = kept.get().now();
        Task task = held.get().task();
        return credential(kept.get())
                .map(credential -> new Sheet(
                        id,
                        task,
                        now.brief(),
                        credential,
                        copy.get(),
                        places(assessor.id(), kept.get(), credential, task),
                        choices(assessor.id(), now, task),
                        scores(now, task),
                        task == Task.APPROVAL ? now.agreed() : List.of(),
                        task == Task.APPROVAL || task == Task.APPEAL ? now.findings() : List.of(),
                        task == Task.APPROVAL ? Optional.empty() : now.passedBack(),
                        task == Task.APPEAL ? now.appeal().map(CaseEvent.Appealed::why) : Optional.empty(),
                        held.get().until()));
    }

    private Optional<Credential> credential(KeptCase kept) {
        return credentials.find(kept.now().brief().credential());
    }

    private List<Place> places(PersonId assessor, KeptCase kept, Credential credential, Task task) {
        List<String> ids = placesOf(kept.now(), credential, task);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            places.add(new Place(ids.get(i), writings.at(assessor, place(kept.now(), task, i))));
        }
        return places;
    }

    /** What words can be written about: rows, or parts and requirements, or the result as a whole. */
    private static List<String> placesOf(Case now, Credential credential, Task task) {
        return switch (task) {
            case CHECK ->
                Stream.of(
                                // of what is made of evidence, each requirement stands for itself
                                credential.submission().stream()
                                        .map(SubmissionPart::id)
                                        .filter(part -> !part.equals(HandIn.EVIDENCE)),
                                credential.requirements().stream().map(Criterion::id),
                                Stream.of(WHOLE))
                        .flatMap(places -> places)
                        .distinct()
                        .toList();
            case APPROVAL -> List.of(WHOLE);
            default -> now.rowsOf(task).stream().map(Brief.Row::id).toList();
        };
    }

    private static WritingPlace place(Case now, Task task, int number) {
        return new CaseText(now.id(), task, number).place(now.brief().credential());
    }

    /** What they gave themselves before it came back, and what they have chosen since; of nobody else's anything. */
    private Map<String, String> choices(PersonId assessor, Case now, Task task) {
        Map<String, String> choices = new HashMap<>();
        boolean isOwn = office.didLast(now.id(), task).filter(assessor::equals).isPresent();
        if (isOwn) {
            now.lastGiven(task).forEach(rating -> choices.put(rating.row(), rating.level()));
        }
        choices.putAll(store.choices(now.id(), task, assessor));
        if (task == Task.APPROVAL) {
            // what another had decided again since is no longer to be chosen
            choices.keySet().retainAll(now.agreed());
        }
        return choices;
    }

    private static List<List<Rating>> scores(Case now, Task task) {
        if (task != Task.ADJUDICATION && task != Task.APPROVAL) {
            return List.of();
        }
        List<List<Rating>> scores = Stream.of(Task.FIRST_SCORE, Task.SECOND_SCORE)
                .map(now::ratings)
                .filter(ratings -> !ratings.isEmpty())
                .toList();
        // who scored first is nobody's business, and must not always stand first
        boolean isTurned = (now.id().value().getLeastSignificantBits() & 1) == 1;
        return isTurned ? scores.reversed() : scores;
    }

    /**
     * Keeps what was chosen at a place, a level or what is missing; blank takes it back. Nothing happens if the person does not
     * hold the task.
     */
    @Transactional
    public void choose(PersonId assessor, CaseId id, String place, String choice) {
        office.holding(assessor, id).ifPresent(held -> store.find(id).ifPresent(kept -> {
            boolean isPlace = held.task() == Task.APPROVAL
                    ? kept.now().agreed().contains(place)
                    : credential(kept)
                            .filter(credential -> placesOf(kept.now(), credential, held.task())
                                    .contains(place))
                            .isPresent();
            if (isPlace && choice.isBlank()) {
                store.unchoose(id, held.task(), assessor, place);
            } else if (isPlace && isChoice(kept.now(), held.task(), place, choice)) {
                store.choose(id, held.task(), assessor, place, choice);
            }
        }));
    }

    private static boolean isChoice(Case now, Task task, String place, String choice) {
        return switch (task) {
            case CHECK -> Stream.of(Lack.values()).anyMatch(lack -> lack.name().equals(choice));
            case APPROVAL -> choice.equals(AGAIN);
            default ->
                now.brief().row(place).flatMap(row -> row.scale().level(choice)).isPresent();
        };
    }

    /** Hands in the levels that were chosen, with the words about them. */
    @Transactional
    public CaseAnswer rate(PersonId assessor, CaseId id) {
        return office.act(assessor, id, (kept, task) -> {
            Map<String, String> choices = choices(assessor, kept.now(), task);
            List<Rating> ratings = new ArrayList<>();
            List<Brief.Row> rows = kept.now().rowsOf(task);
            for (int i = 0; i < rows.size(); i++) {
                String row = rows.get(i).id();
                ratings.add(new Rating(
                        row,
                        choices.getOrDefault(row, ""),
                        writings.at(assessor, place(kept.now(), task, i)).text()));
            }
            return new CaseCommand.Rate(task, ratings);
        });
    }

    /** Finds everything there. */
    @Transactional
    public CaseAnswer passOn(PersonId assessor, CaseId id) {
        return office.act(assessor, id, (_, _) -> new CaseCommand.PassOn());
    }

    /** Sends it back with all that was chosen as missing, and the words about it. */
    @Transactional
    public CaseAnswer sendBack(PersonId assessor, CaseId id) {
        return office.act(assessor, id, (kept, task) -> {
            Map<String, String> choices = store.choices(id, task, assessor);
            List<String> places =
                    credential(kept).map(one -> placesOf(kept.now(), one, task)).orElse(List.of());
            List<Missing> missing = new ArrayList<>();
            for (int i = 0; i < places.size(); i++) {
                String lack = choices.get(places.get(i));
                if (lack != null) {
                    missing.add(new Missing(
                            Lack.valueOf(lack),
                            places.get(i),
                            writings.at(assessor, place(kept.now(), task, i)).text()));
                }
            }
            return new CaseCommand.SendBack(missing);
        });
    }

    /** Lets the result pass. */
    @Transactional
    public CaseAnswer approve(PersonId assessor, CaseId id) {
        return office.act(assessor, id, (_, _) -> new CaseCommand.Approve());
    }

    /** Gives the result back, with what was written as the reason and the rows that were chosen to be decided, too. */
    @Transactional
    public CaseAnswer passBack(PersonId assessor, CaseId id) {
        return office.act(
                assessor,
                id,
                (kept, task) -> new CaseCommand.PassBack(
                        writings.at(assessor, place(kept.now(), task, 0)).text(),
                        choices(assessor, kept.now(), task).keySet()));
    }

    /** Gives the task back, so that somebody else is drawn. */
    @Transactional
    public CaseAnswer giveBack(PersonId assessor, CaseId id) {
        return office.leave(assessor, id, Held.Ending.GIVEN_BACK);
    }

    /** Says that one may have something to do with whose this is: one is never drawn for this submission again. */
    @Transactional
    public CaseAnswer declareConflict(PersonId assessor, CaseId id) {
        return office.leave(assessor, id, Held.Ending.CONFLICT);
    }

    /** A picture of the copy of a case the person has a task on. */
    @Transactional(readOnly = true)
    public Optional<byte[]> picture(PersonId assessor, CaseId id, int number) {
        return office.holding(assessor, id).flatMap(_ -> copies.picture(id, number));
    }

    /** Assessors write about the cases they have a task on, as long as they have it. */
    @Override
    @Transactional(readOnly = true)
    public boolean isOpenTo(PersonId person, WritingPlace place) {
        return CaseText.of(place)
                .filter(text -> office.holding(person, text.on())
                        .filter(held -> held.task() == text.task())
                        .isPresent())
                .flatMap(text -> store.find(text.on()))
                .filter(kept -> kept.now().brief().credential().equals(place.credential()))
                .isPresent();
    }
}
