package org.tessera.implementation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.Artifacts;
import org.tessera.artifact.Content;
import org.tessera.entry.Entries;
import org.tessera.needs.Interview;
import org.tessera.needs.Question;
import org.tessera.needs.Results;
import org.tessera.needs.Survey;
import org.tessera.needs.Surveys;

/** What a team has found out, agreed on and been told, that a goal can come from. */
@Service
public class Grounds {

    /** Of one source no more than so many characters are cited. */
    static final int LONGEST = 300;

    private static final Set<String> ADVICE_PACKS = Set.of("consultancy", "charrette", "tuning");
    private static final Set<String> ADVICE = Set.of("analysis", "ideas", "changes", "feedback");

    private final Entries entries;
    private final Surveys surveys;
    private final Artifacts artifacts;
    private final Accounts accounts;

    Grounds(Entries entries, Surveys surveys, Artifacts artifacts, Accounts accounts) {
        this.entries = entries;
        this.surveys = surveys;
        this.artifacts = artifacts;
        this.accounts = accounts;
    }

    /** Everything a member can cite: needs first, then what meetings left; none for who is no member. */
    public List<Citation> of(TeamId team, PersonId member) {
        if (!accounts.isMember(team, member)) {
            return List.of();
        }
        List<Citation> all = new ArrayList<>();
        surveys.of(team, member).forEach(survey -> all.addAll(ofSurvey(survey, member)));
        entries.of(team, Interview.KIND, member).stream()
                .filter(entry -> entry.body().isCitable())
                .forEach(entry -> entry.body()
                        .themesInOrder()
                        .forEach(theme -> all.add(cited(
                                Citation.Kind.INTERVIEW, entry.id().value().toString(), theme))));
        artifacts.ofTeam(team).forEach(artifact -> artifacts
                .contentOf(artifact.id(), member)
                .map(Content::of)
                .ifPresent(content -> all.addAll(ofMeeting(artifact, content))));
        return all.stream().distinct().toList();
    }

    private List<Citation> ofSurvey(Survey survey, PersonId member) {
        return switch (surveys.results(survey.id(), member).orElseThrow()) {
            case Results.StillOpen _, Results.TooFew _ -> List.of();
            case Results.Shown shown ->
                shown.questions().stream()
                        .filter(answered -> !answered.isTooFew())
                        .map(answered -> cited(
                                Citation.Kind.SURVEY,
                                survey.id().value() + "/" + answered.question().id(),
                                survey.title() + ": " + told(answered)))
                        .toList();
        };
    }

    /** A question, and what was answered most often. */
    private static String told(Results.Answered answered) {
        Question question = answered.question();
        return question.text()
                + answered.bars().stream()
                        .max(java.util.Comparator.comparingInt(Results.Bar::count))
                        .map(most -> " " + most.label() + " (" + most.count() + "/" + answered.answered() + ")")
                        .orElse("");
    }

    private static List<Citation> ofMeeting(Artifact artifact, Content content) {
        String id = artifact.id().toString();
        Stream<Citation> goals = content.goals().stream().map(goal -> cited(Citation.Kind.GOAL, id, goal.text()));
        Stream<Citation> visions = artifact.yield().equals("vision")
                ? content.statements().stream().map(said -> cited(Citation.Kind.VISION, id, said.text()))
                : Stream.empty();
        boolean isAdvice = ADVICE_PACKS.contains(artifact.pack().id()) && ADVICE.contains(artifact.yield());
        Stream<Citation> advice = isAdvice
                ? content.notes().stream().map(note -> cited(Citation.Kind.ADVICE, id, note.text()))
                : Stream.empty();
        return Stream.of(goals, visions, advice)
                .flatMap(cited -> cited)
                .filter(cited -> !cited.words().isBlank())
                .toList();
    }

    private static Citation cited(Citation.Kind kind, String id, String words) {
        String line = words.strip().replaceAll("\\s+", " ");
        return new Citation(kind, id, line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line);
    }
}
