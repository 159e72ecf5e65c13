package org.tessera.needs;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** What a survey came to, as far as it may be seen. */
public sealed interface Results {

    /**
     * It can still be answered. Nothing is shown: whoever looked before and after one more answer would know it.
     *
     * @param forms how many were handed in
     */
    record StillOpen(int forms) implements Results {}

    /** Closed with so few forms that answers could be traced to people; nobody will ever see them. */
    record TooFew(int forms) implements Results {}

    /** What was answered, question by question. */
    record Shown(int forms, List<Answered> questions) implements Results {
        public Shown {
            questions = List.copyOf(questions);
        }
    }

    /**
     * What was answered to one question.
     *
     * @param answered how many answered it
     * @param bars how often each choice or step was taken, in the order in which they were offered
     * @param words answers in people's own words, in an order that says nothing about who gave them
     */
    record Answered(Question question, int answered, List<Bar> bars, List<Words> words) {
        public Answered {
            bars = List.copyOf(bars);
            words = List.copyOf(words);
        }

        /** Whether too few answered this one question. */
        public boolean isTooFew() {
            return answered < Survey.LEAST;
        }
    }

    /** How often something was taken. */
    record Bar(String label, int count) {

        /** Its share of {@code all} in whole percent. */
        public int percent(int all) {
            return all == 0 ? 0 : Math.round(100f * count / all);
        }
    }

    /** An answer in somebody's own words; empty where the team has taken it out because it named somebody. */
    record Words(UUID id, String text) {}

    /** An answer as it is kept. */
    record Kept(UUID id, String question, String answer) {}

    /** The results of a closed survey. */
    static Results of(List<Question> questions, int forms, List<Kept> answers) {
        if (forms < Survey.LEAST) {
            return new TooFew(forms);
        }
        return new Shown(
                forms,
                questions.stream()
                        .map(question -> answered(
                                question,
                                answers.stream()
                                        .filter(answer -> answer.question().equals(question.id()))
                                        .toList()))
                        .toList());
    }

    private static Answered answered(Question question, List<Kept> answers) {
        if (answers.size() < Survey.LEAST) {
            return new Answered(question, answers.size(), List.of(), List.of());
        }
        if (question.kind() == Question.Kind.OPEN) {
            // the ids are random: so is the order, and the same for everybody who looks
            return new Answered(
                    question,
                    answers.size(),
                    List.of(),
                    answers.stream()
                            .sorted(Comparator.comparing(Kept::id))
                            .map(kept -> new Words(kept.id(), kept.answer()))
                            .toList());
        }
        Map<String, Long> counts = answers.stream()
                .collect(java.util.stream.Collectors.groupingBy(Kept::answer, java.util.stream.Collectors.counting()));
        List<String> offered = question.answers();
        return new Answered(
                question,
                answers.size(),
                IntStream.range(0, offered.size())
                        .mapToObj(place -> new Bar(
                                offered.get(place),
                                counts.getOrDefault(String.valueOf(place), 0L).intValue()))
                        .toList(),
                List.of());
    }
}
