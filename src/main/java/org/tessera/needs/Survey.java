package org.tessera.needs;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;

/**
 * A survey that was opened; what it asks never changes.
 *
 * @param link the part of its address that cannot be guessed
 * @param closesAt when it closes by itself
 * @param closedAt when somebody closed it
 */
public record Survey(
        SurveyId id,
        TeamId team,
        String link,
        String title,
        String lead,
        Locale language,
        List<Question> questions,
        PersonId openedBy,
        Instant openedAt,
        Optional<Instant> closesAt,
        Optional<Instant> closedAt) {

    /** From so many forms on there are results, and of a question from so many answers on. */
    public static final int LEAST = 5;

    /** The most questions: a survey is short. */
    public static final int MOST_QUESTIONS = 10;

    /** The longest answer in one's own words, in UTF-16 units. */
    public static final int MOST_WORDS = 2000;

    public Survey {
        questions = List.copyOf(questions);
    }

    /** Whether it can be answered. */
    public boolean isOpen(Instant now) {
        return closedAt.isEmpty() && closesAt.filter(at -> !at.isAfter(now)).isEmpty();
    }

    @Override
    public String toString() {
        return "Survey[" + id.value() + "]";
    }
}
