package org.tessera.needs;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What has to be right before a survey is opened. */
final class Opening {

    private static final int LEAST_CHOICES = 2;
    private static final int MOST_CHOICES = 12;

    private Opening() {}

    /** What is wrong with a draft, the first that is found. */
    static Optional<SurveyRefusal> faultOf(SurveyDraft draft, LocalDate today) {
        if (draft.title().isBlank()) {
            return Optional.of(SurveyRefusal.NO_TITLE);
        }
        if (draft.questions().isEmpty()) {
            return Optional.of(SurveyRefusal.NO_QUESTION);
        }
        if (draft.questions().size() > Survey.MOST_QUESTIONS) {
            return Optional.of(SurveyRefusal.TOO_MANY_QUESTIONS);
        }
        if (draft.questions().stream().anyMatch(question -> question.text().isBlank())) {
            return Optional.of(SurveyRefusal.QUESTION_BLANK);
        }
        if (!draft.questions().stream().allMatch(Opening::offersEnough)) {
            return Optional.of(SurveyRefusal.CHOICES);
        }
        return draft.lastDay().filter(today::isAfter).map(_ -> SurveyRefusal.LAST_DAY_OVER);
    }

    /** The questions as they are asked: numbered, and without what was typed for another kind. */
    static List<Question> questions(SurveyDraft draft) {
        return IntStream.range(0, draft.questions().size())
                .mapToObj(place -> {
                    Question typed = draft.questions().get(place);
                    return new Question(
                            String.valueOf(place + 1),
                            typed.kind(),
                            typed.text().strip(),
                            typed.kind() == Question.Kind.OPEN ? "" : typed.choices());
                })
                .toList();
    }

    private static boolean offersEnough(Question question) {
        if (question.kind() != Question.Kind.CHOICE) {
            return true;
        }
        List<String> choices = question.answers();
        return choices.size() >= LEAST_CHOICES
                && choices.size() <= MOST_CHOICES
                && new HashSet<>(choices).size() == choices.size();
    }
}
