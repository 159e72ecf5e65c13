package org.tessera.needs;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tessera.entry.EntryKind;

/**
 * A survey as it is being written, right or wrong.
 *
 * @param lead what people read before they answer
 * @param language tag of the language in which it is written
 * @param lastDay the last day on which it can be answered; without one somebody closes it
 */
public record SurveyDraft(
        String title, String lead, String language, Optional<LocalDate> lastDay, List<Question> questions) {

    /** Surveys among a team's entries, as long as they are written. */
    public static final EntryKind<SurveyDraft> KIND = new EntryKind<>("survey-draft", SurveyDraft.class);

    public SurveyDraft {
        title = Objects.requireNonNullElse(title, "");
        lead = Objects.requireNonNullElse(lead, "");
        language = Objects.requireNonNullElse(language, "en");
        lastDay = Objects.requireNonNullElse(lastDay, Optional.empty());
        questions = questions == null ? List.of() : List.copyOf(questions);
    }

    /** One in which nothing is written yet. */
    public static SurveyDraft blank(String language) {
        return new SurveyDraft("", "", language, Optional.empty(), List.of());
    }
}
