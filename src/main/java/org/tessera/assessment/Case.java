package org.tessera.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tessera.writing.Words;

/**
 * One hand-in on its way to a result: the rulebook. It knows tasks and never who does them.
 *
 * @param history in order; also counts the changes, for optimistic locking
 */
public record Case(CaseId id, Brief brief, List<CaseEvent> history) {

    /** How long after the result an earner can ask for another look. */
    public static final Duration APPEAL_TIME = Duration.ofDays(30);
    /** Fewer words than this help nobody: about a row to the earner, in an appeal to who hears it. */
    public static final int LEAST_WORDS = 5;
    /** The longest text of an assessor about one row, in UTF-16 units. */
    public static final int MOST = 6_000;

    public Case {
        history = List.copyOf(history);
    }

    /** Whether it may be done now, and what then happens. */
    CaseDecision decide(CaseCommand command, Instant at) {
        return switch (command) {
            case CaseCommand.PassOn _ when stage() != Stage.CHECK -> wrongStage();
            case CaseCommand.PassOn _ -> happens(new CaseEvent.FoundComplete(at));

            case CaseCommand.SendBack _ when stage() != Stage.CHECK -> wrongStage();
            case CaseCommand.SendBack(var missing) -> sendBack(missing, at);

            case CaseCommand.Rate rate
            when !openTasks().contains(rate.task()) || !rate.task().isScoring() -> wrongStage();
            case CaseCommand.Rate rate -> rate(rate, at);

            case CaseCommand.Approve _ when stage() != Stage.APPROVE -> wrongStage();
            case CaseCommand.Approve _ -> happens(new CaseEvent.Approved(at));

            case CaseCommand.PassBack _ when stage() != Stage.APPROVE -> wrongStage();
            case CaseCommand.PassBack back -> passBack(back, at);

            case CaseCommand.Appeal _ when stage() == Stage.APPEAL -> refuse(new CaseRefusal.AppealedBefore());
            case CaseCommand.Appeal _ when stage() != Stage.DECIDED -> wrongStage();
            case CaseCommand.Appeal appeal -> appeal(appeal, at);
        };
    }

    private CaseDecision sendBack(List<Missing> missing, Instant at) {
        boolean isSaid = !missing.isEmpty()
                && missing.stream().allMatch(one -> Words.count(one.words()) > 0 && isPlace(one.place()));
        if (!isSaid) {
            return refuse(new CaseRefusal.NothingMissing());
        }
        return missing.stream().anyMatch(one -> one.words().length() > MOST)
                ? refuse(new CaseRefusal.TooLong(MOST))
                : happens(new CaseEvent.FoundIncomplete(missing, at));
    }

    /** Parts and requirements are named too, which the case does not know; it only keeps them short enough to be stored. */
    private static boolean isPlace(String place) {
        return place.length() <= 80;
    }

    private CaseDecision rate(CaseCommand.Rate rate, Instant at) {
        List<Brief.Row> asked = rowsOf(rate.task());
        Map<String, Rating> given = rate.ratings().stream()
                .collect(Collectors.toMap(Rating::row, rating -> rating, (one, _) -> one, HashMap::new));
        boolean isReadable = given.size() == rate.ratings().size()
                && given.keySet().stream()
                        .allMatch(row -> asked.stream().anyMatch(one -> one.id().equals(row)))
                && rate.ratings().stream().allMatch(this::isOfScale);
        if (!isReadable) {
            return refuse(new CaseRefusal.Unreadable());
        }
        List<String> unrated = asked.stream()
                .map(Brief.Row::id)
                .filter(row -> !given.containsKey(row) || given.get(row).level().isEmpty())
                .toList();
        if (!unrated.isEmpty()) {
            return refuse(new CaseRefusal.LevelMissing(unrated));
        }
        List<String> unsaid = asked.stream()
                .map(Brief.Row::id)
                .filter(row ->
                        Words.count(Objects.requireNonNull(given.get(row)).feedback()) < LEAST_WORDS)
                .toList();
        if (!unsaid.isEmpty()) {
            return refuse(new CaseRefusal.FeedbackMissing(unsaid));
        }
        if (rate.ratings().stream().anyMatch(rating -> rating.feedback().length() > MOST)) {
            return refuse(new CaseRefusal.TooLong(MOST));
        }
        List<Rating> inOrder = asked.stream()
                .map(row -> Objects.requireNonNull(given.get(row.id())))
                .map(rating -> new Rating(
                        rating.row(), rating.level(), rating.feedback().strip()))
                .toList();
        return happens(
                switch (rate.task()) {
                    case ADJUDICATION -> new CaseEvent.Adjudicated(inOrder, at);
                    case APPEAL -> new CaseEvent.AppealHeard(inOrder, at);
                    default -> new CaseEvent.Scored(rate.task(), inOrder, at);
                });
    }

    private boolean isOfScale(Rating rating) {
        return rating.level().isEmpty()
                || brief.row(rating.row())
                        .flatMap(row -> row.scale().level(rating.level()))
                        .isPresent();
    }

    private CaseDecision passBack(CaseCommand.PassBack back, Instant at) {
        if (back.why().isBlank()) {
            return refuse(new CaseRefusal.WhyMissing());
        }
        if (back.why().length() > MOST) {
            return refuse(new CaseRefusal.TooLong(MOST));
        }
        List<String> agreed = agreed();
        return agreed.containsAll(back.rows())
                ? happens(new CaseEvent.PassedBack(
                        back.why().strip(),
                        agreed.stream().filter(back.rows()::contains).toList(),
                        at))
                : refuse(new CaseRefusal.Unreadable());
    }

    private CaseDecision appeal(CaseCommand.Appeal appeal, Instant at) {
        if (history.stream().anyMatch(CaseEvent.Appealed.class::isInstance)) {
            return refuse(new CaseRefusal.AppealedBefore());
        }
        Set<String> unmet = unmet();
        if (appeal.rows().isEmpty() || !unmet.containsAll(appeal.rows())) {
            return refuse(new CaseRefusal.NothingToAppeal());
        }
        if (Words.count(appeal.why()) < LEAST_WORDS) {
            return refuse(new CaseRefusal.WhyMissing());
        }
        if (appeal.why().length() > MOST) {
            return refuse(new CaseRefusal.TooLong(MOST));
        }
        Instant until = appealUntil().orElseThrow();
        return at.isAfter(until)
                ? refuse(new CaseRefusal.AppealTooLate(until))
                : happens(new CaseEvent.Appealed(appeal.rows(), appeal.why().strip(), at));
    }

    /** The case after something has happened to it. */
    Case after(CaseEvent event) {
        List<CaseEvent> longer = new ArrayList<>(history);
        longer.add(event);
        return new Case(id, brief, longer);
    }

    private CaseState state() {
        return CaseState.of(brief, history);
    }

    /** How far it is. */
    public Stage stage() {
        return state().stage();
    }

    /** The tasks somebody has to do now. */
    public Set<Task> openTasks() {
        return Set.copyOf(state().outstanding());
    }

    /** The rows that are rated in a task. */
    public List<Brief.Row> rowsOf(Task task) {
        CaseState state = state();
        return switch (task) {
            case CHECK, APPROVAL -> List.of();
            case FIRST_SCORE, SECOND_SCORE -> brief.open();
            case ADJUDICATION ->
                state.toDecide().stream()
                        .flatMap(row -> brief.row(row).stream())
                        .toList();
            case APPEAL ->
                brief.open().stream()
                        .filter(row -> state.appealed()
                                .filter(appeal -> appeal.rows().contains(row.id()))
                                .isPresent())
                        .toList();
        };
    }

    /** The rows in which the two scorers found different levels. */
    public List<String> differing() {
        return state().differing();
    }

    /**
     * The rows in which the scorers agreed while somebody decided others, in the order of the rubric: whoever approves may give
     * them to that somebody, too. Nothing where nobody had to decide: then everything given back goes to the scorers.
     */
    public List<String> agreed() {
        CaseState state = state();
        boolean isDecided = state.stage() == Stage.APPROVE && state.ratings().containsKey(Task.ADJUDICATION);
        return isDecided
                ? brief.open().stream()
                        .map(Brief.Row::id)
                        .filter(row -> !state.toDecide().contains(row))
                        .toList()
                : List.of();
    }

    /** What was given in a task last; nothing while it is to be done, or again to be done. */
    public List<Rating> ratings(Task task) {
        return task == Task.APPEAL ? state().heard() : state().ratings().getOrDefault(task, List.of());
    }

    /** What was given in a task when it was done last, also if it came back since. */
    public List<Rating> lastGiven(Task task) {
        List<Rating> last = List.of();
        for (CaseEvent event : history) {
            last = switch (event) {
                case CaseEvent.Scored scored when scored.task() == task -> scored.ratings();
                case CaseEvent.Adjudicated adjudicated when task == Task.ADJUDICATION -> adjudicated.ratings();
                case CaseEvent.AppealHeard heard when task == Task.APPEAL -> heard.ratings();
                default -> last;
            };
        }
        return last;
    }

    /** Why the result came back to those who rate; nothing once they have rated again. */
    public Optional<String> passedBack() {
        return state().passedBack().map(CaseEvent.PassedBack::why);
    }

    /** What the earner asked to have looked at again, and why. */
    public Optional<CaseEvent.Appealed> appeal() {
        return state().appealed();
    }

    /** What is missing, if it went back unscored. */
    public List<Missing> missing() {
        return history.stream()
                .filter(CaseEvent.FoundIncomplete.class::isInstance)
                .map(CaseEvent.FoundIncomplete.class::cast)
                .findFirst()
                .map(CaseEvent.FoundIncomplete::missing)
                .orElse(List.of());
    }

    /**
     * What was found, row by row in the order of the rubric: of an appealed row what was found last, of one in which the
     * scorers differed what the adjudicator found, of the others what the scorers found. Nothing before there is a result to
     * read.
     */
    public List<Finding> findings() {
        CaseState state = state();
        boolean isRead =
                state.stage() == Stage.APPROVE || state.stage() == Stage.DECIDED || state.stage() == Stage.APPEAL;
        return isRead ? brief.rows().stream().map(row -> finding(row, state)).toList() : List.of();
    }

    private static Finding finding(Brief.Row row, CaseState state) {
        if (row.carried().isPresent()) {
            return row.carried().get();
        }
        List<Rating> counting = of(row, state.heard());
        if (counting.isEmpty()) {
            counting = of(row, state.ratings().getOrDefault(Task.ADJUDICATION, List.of()));
        }
        if (counting.isEmpty()) {
            counting = new ArrayList<>(of(row, state.ratings().getOrDefault(Task.FIRST_SCORE, List.of())));
            counting.addAll(of(row, state.ratings().getOrDefault(Task.SECOND_SCORE, List.of())));
        }
        String level = counting.getFirst().level();
        return new Finding(
                row.id(),
                level,
                row.scale().passes(level),
                counting.stream().map(Rating::feedback).toList());
    }

    private static List<Rating> of(Brief.Row row, List<Rating> ratings) {
        return ratings.stream().filter(rating -> rating.row().equals(row.id())).toList();
    }

    /** The rows that are not met; nothing before there is a result to read. */
    public Set<String> unmet() {
        return findings().stream()
                .filter(finding -> !finding.isMet())
                .map(Finding::row)
                .collect(Collectors.toSet());
    }

    /** When there was a result for the first time, or it went back. */
    public Optional<Instant> settledAt() {
        Case so = new Case(id, brief, List.of());
        for (CaseEvent event : history) {
            so = so.after(event);
            if (so.stage().isOver()) {
                return Optional.of(event.at());
            }
        }
        return Optional.empty();
    }

    /** When the first gate was passed or not. */
    public Optional<Instant> checkedAt() {
        return history.stream().findFirst().map(CaseEvent::at);
    }

    /** Until when the earner can ask for another look; nothing before there is a result. */
    public Optional<Instant> appealUntil() {
        return settledAt().filter(_ -> stage() != Stage.RETURNED).map(at -> at.plus(APPEAL_TIME));
    }

    private CaseDecision wrongStage() {
        return refuse(new CaseRefusal.WrongStage(stage()));
    }

    private static CaseDecision happens(CaseEvent event) {
        return new CaseDecision.Happens(event);
    }

    private static CaseDecision refuse(CaseRefusal why) {
        return new CaseDecision.Refused(why);
    }
}
