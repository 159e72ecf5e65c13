package org.tessera.conversation;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.entry.Entries;
import org.tessera.entry.Entry;
import org.tessera.entry.EntryAnswer;
import org.tessera.needs.Question;
import org.tessera.needs.Results;
import org.tessera.needs.Survey;
import org.tessera.needs.SurveyAnswer;
import org.tessera.needs.SurveyDraft;
import org.tessera.needs.SurveyId;
import org.tessera.needs.Surveys;

/** Records of a team's structured conversations. What is in them is kept by {@link Entries}. */
@Service
public class Conversations {

    private final Entries entries;
    private final Surveys surveys;

    Conversations(Entries entries, Surveys surveys) {
        this.entries = entries;
        this.surveys = surveys;
    }

    /** A team's conversations in the order in which they were held; none for who has nothing to do with the team. */
    @Transactional(readOnly = true)
    public List<Entry<Conversation>> of(TeamId team, PersonId reader) {
        return CarryOver.inOrder(entries.of(team, Conversation.KIND, reader));
    }

    /**
     * Opens a survey of one question that asks for buy-in by link.
     *
     * @param ends what 1 and 5 mean, a line each
     * @return nothing if it was refused
     */
    @Transactional
    public Optional<SurveyId> ask(
            TeamId team, String title, String question, String ends, String language, PersonId by) {
        SurveyDraft draft = new SurveyDraft(
                title, "", language, Optional.empty(), List.of(new Question("1", Question.Kind.SCALE, question, ends)));
        return switch (entries.begin(team, SurveyDraft.KIND, draft, by)) {
            case EntryAnswer.Saved<SurveyDraft>(var entry) ->
                switch (surveys.open(entry.id(), ZoneOffset.UTC, by)) {
                    case SurveyAnswer.Done(var survey) -> Optional.of(survey.id());
                    case SurveyAnswer.Refused _ -> Optional.empty();
                };
            case EntryAnswer<SurveyDraft> _ -> Optional.empty();
        };
    }

    /** A survey that asks for buy-in, if it is still there. */
    @Transactional(readOnly = true)
    public Optional<Survey> survey(UUID id, PersonId reader) {
        return surveys.find(new SurveyId(id), reader);
    }

    /** What was answered by link, once it may be seen. */
    @Transactional(readOnly = true)
    public Optional<BuyIn> byLink(UUID survey, PersonId reader) {
        return surveys.results(new SurveyId(survey), reader)
                .filter(Results.Shown.class::isInstance)
                .map(Results.Shown.class::cast)
                .map(shown -> shown.questions().getFirst())
                .filter(answered -> !answered.isTooFew())
                .map(answered -> new BuyIn(
                        answered.bars().stream().map(Results.Bar::count).toList()));
    }
}
