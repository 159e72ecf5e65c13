package org.tessera.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Stack;
import org.tessera.report.Label.Group;
import org.tessera.submission.Status;

/** How far people are in stacks. */
final class Progress {

    private static final List<Group> STATES =
            List.of(Group.NOTHING_OPEN, Group.IN_PROGRESS, Group.HANDED_IN, Group.CAME_BACK);

    private Progress() {}

    /**
     * For each stack how many people earned how much of it, and what they are at. Everybody is in one group of each kind.
     *
     * @param people how far each is with each credential; whoever has begun none has an empty map
     */
    static Sheet of(List<Stack> stacks, Collection<Map<CredentialId, Status>> people) {
        List<Sheet.Line> lines = new ArrayList<>();
        for (Stack stack : stacks) {
            Breakdown earned = earned(stack, people);
            lines.add(line(stack, Group.EVERYBODY, 0, Figure.count(earned.whole())));
            for (int number = 0; number < earned.parts().size(); number++) {
                lines.add(line(
                        stack,
                        group(stack, number),
                        number,
                        Figure.count(earned.parts().get(number))));
            }
            Breakdown at = at(stack, people);
            for (int place = 0; place < STATES.size(); place++) {
                lines.add(line(
                        stack, STATES.get(place), 0, Figure.count(at.parts().get(place))));
            }
        }
        return new Sheet(Sheet.Kind.PROGRESS, lines);
    }

    private static Sheet.Line line(Stack stack, Group group, int number, Figure figure) {
        return new Sheet.Line(List.of(new Label.Named(stack.name()), new Label.Of(group, number)), List.of(figure));
    }

    private static Group group(Stack stack, int earned) {
        if (earned == stack.members().size()) {
            return Group.EARNED_ALL;
        }
        return earned == 0 ? Group.EARNED_NONE : Group.EARNED_SOME;
    }

    private static Breakdown earned(Stack stack, Collection<Map<CredentialId, Status>> people) {
        int[] counts = new int[stack.members().size() + 1];
        people.forEach(person -> counts[earnedBy(person, stack)]++);
        return Breakdown.of(IntStream.of(counts).boxed().toList());
    }

    private static int earnedBy(Map<CredentialId, Status> person, Stack stack) {
        return (int) stack.members().stream()
                .filter(member -> person.get(member) == Status.EARNED)
                .count();
    }

    private static Breakdown at(Stack stack, Collection<Map<CredentialId, Status>> people) {
        Map<Group, Integer> counts = new EnumMap<>(Group.class);
        people.forEach(person -> counts.merge(groupOf(person, stack), 1, Integer::sum));
        return Breakdown.of(
                STATES.stream().map(state -> counts.getOrDefault(state, 0)).toList());
    }

    /** Whoever is at several credentials counts where most is asked of them. */
    private static Group groupOf(Map<CredentialId, Status> person, Stack stack) {
        Group group = Group.NOTHING_OPEN;
        for (CredentialId member : stack.members()) {
            Group one = groupOf(person.getOrDefault(member, Status.NOT_STARTED));
            group = one.compareTo(group) > 0 ? one : group;
        }
        return group;
    }

    private static Group groupOf(Status status) {
        return switch (status) {
            case NOT_STARTED, EARNED -> Group.NOTHING_OPEN;
            case IN_PROGRESS -> Group.IN_PROGRESS;
            case SUBMITTED, PASSED -> Group.HANDED_IN;
            case INCOMPLETE, NOT_YET_EARNED, RESUBMISSION -> Group.CAME_BACK;
        };
    }
}
