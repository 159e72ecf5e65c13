package org.tessera.assessment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tessera.account.PersonId;

/** Who gets a task: nobody who knows the earner, and in fairness. Nobody chooses, neither an assessor nor an officer. */
final class Lot {

    /** Whoever has one of these on a case has none of the others: each must be a look of its own. */
    private static final Set<Task> APART =
            EnumSet.of(Task.FIRST_SCORE, Task.SECOND_SCORE, Task.ADJUDICATION, Task.APPROVAL, Task.APPEAL);

    /** Whoever was given one of these has read what others found, even if they gave it back. */
    private static final Set<Task> READING = EnumSet.of(Task.ADJUDICATION, Task.APPROVAL, Task.APPEAL);

    private Lot() {}

    /**
     * Draws somebody: of those who may, first who has not let this very task lapse, then who has not seen the case at another
     * gate, then who has the fewest tasks, then who was drawn longest ago, and between equals by chance.
     *
     * @param certifiedOnly whether levels are given only by who is certified
     */
    static Optional<PersonId> draw(List<Candidate> panel, CaseId id, Task task, boolean certifiedOnly) {
        return panel.stream()
                .filter(one -> isEligible(one, task, certifiedOnly))
                .min(Comparator.comparing((Candidate one) -> one.lapsed().contains(task))
                        .thenComparing(one -> !one.done().isEmpty())
                        .thenComparingInt(Candidate::open)
                        .thenComparing(one -> one.last().orElse(Instant.MIN))
                        .thenComparing(one -> chance(id, task, one.person())))
                .map(Candidate::person);
    }

    static boolean isEligible(Candidate one, Task task, boolean certifiedOnly) {
        boolean isApart =
                !APART.contains(task) || one.done().stream().noneMatch(done -> done != task && APART.contains(done));
        boolean isFresh = !task.isScoring()
                || one.lapsed().stream().noneMatch(lapsed -> lapsed != task && READING.contains(lapsed));
        return one.may().contains(task)
                && !one.isClose()
                && !one.hasConflict()
                && isApart
                && isFresh
                && (one.isCertified() || !certifiedOnly || !task.isScoring());
    }

    /** Whether everything can be done by these members, each look that is to be one's own by somebody else. */
    static boolean isEnough(Set<Task> tasks, List<Set<Task>> members) {
        List<Task> apart = tasks.stream().filter(APART::contains).toList();
        boolean isShared =
                tasks.stream().filter(task -> !APART.contains(task)).allMatch(task -> count(members, Set.of(task)) > 0);
        // everybody finds a task of their own exactly if any few tasks have as many people who do one of them (Hall)
        return isShared && fews(apart).stream().allMatch(few -> count(members, few) >= few.size());
    }

    private static long count(List<Set<Task>> members, Set<Task> few) {
        return members.stream()
                .filter(may -> few.stream().anyMatch(may::contains))
                .count();
    }

    /** All ways to pick some of these. */
    private static List<Set<Task>> fews(List<Task> tasks) {
        List<Set<Task>> fews = new ArrayList<>();
        fews.add(EnumSet.noneOf(Task.class));
        for (Task task : tasks) {
            for (Set<Task> few : List.copyOf(fews)) {
                Set<Task> more = EnumSet.of(task);
                more.addAll(few);
                fews.add(more);
            }
        }
        return fews;
    }

    /** The same for the same case, task and person, and otherwise in no order. */
    private static String chance(CaseId id, Task task, PersonId person) {
        try {
            byte[] all = (id + " " + task + " " + person.value()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
