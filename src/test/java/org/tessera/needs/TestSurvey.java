package org.tessera.needs;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.entry.Entries;
import org.tessera.entry.EntryAnswer;

/** A survey of three questions in a running product. */
public final class TestSurvey {

    private TestSurvey() {}

    /** Opens one: a choice of two, a scale and a question in one's own words. */
    public static Survey open(Entries entries, Surveys surveys, TeamId team, PersonId by) {
        SurveyDraft draft = new SurveyDraft(
                "What our <assessments> miss",
                "Two minutes.",
                "en",
                Optional.empty(),
                List.of(
                        new Question("7", Question.Kind.CHOICE, "What is missing most?", "Time\nRubrics"),
                        new Question("8", Question.Kind.SCALE, "How sure are you?", "not at all\nvery"),
                        new Question("9", Question.Kind.OPEN, "What would help?", "")));
        return switch (entries.begin(team, SurveyDraft.KIND, draft, by)) {
            case EntryAnswer.Saved<SurveyDraft>(var entry) ->
                switch (surveys.open(entry.id(), ZoneOffset.UTC, by)) {
                    case SurveyAnswer.Done(var survey) -> survey;
                    case SurveyAnswer.Refused(var why) -> throw new AssertionError(why);
                };
            case EntryAnswer<SurveyDraft> refused -> throw new AssertionError(refused);
        };
    }

    /** Hands in so many forms. */
    public static void answer(Surveys surveys, Survey survey, int times, Map<String, List<String>> given) {
        for (int i = 0; i < times; i++) {
            HandedIn come = surveys.handIn(survey.link(), UUID.randomUUID().toString(), given);
            if (come != HandedIn.KEPT) {
                throw new AssertionError(come);
            }
        }
    }
}
