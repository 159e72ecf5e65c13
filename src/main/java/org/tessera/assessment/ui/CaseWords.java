package org.tessera.assessment.ui;

import com.vaadin.flow.component.Component;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tessera.artifact.ui.When;
import org.tessera.assessment.CaseRefusal;
import org.tessera.assessment.Desk;
import org.tessera.assessment.Stage;
import org.tessera.assessment.Task;
import org.tessera.credential.Credential;
import org.tessera.credential.Criterion;

/** What pages about cases say, in the language of the page. */
final class CaseWords {

    private final Component page;
    private final Locale locale;
    private final Credential credential;

    CaseWords(Component page, Locale locale, Credential credential) {
        this.page = page;
        this.locale = locale;
        this.credential = credential;
    }

    static String task(Component page, Task task) {
        return page.getTranslation("assessment.task." + task.word());
    }

    static String stage(Component page, Stage stage) {
        return page.getTranslation("assessment.stage." + stage.name().toLowerCase(Locale.ROOT));
    }

    /** The last minute of a time that ends with a day: midnight would be read as that of the day before or after. */
    static String until(Instant until, Locale locale) {
        return When.moment(until.minusMillis(1), locale);
    }

    /** What a row, requirement or part is called. */
    String place(String id) {
        if (id.equals(Desk.WHOLE)) {
            return say("assessment.check.whole");
        }
        return credential
                .criterion(id)
                .map(Criterion::wording)
                .map(wording -> wording.in(locale))
                .or(() -> credential.submission().stream()
                        .filter(part -> part.id().equals(id))
                        .map(part -> part.title().in(locale))
                        .findFirst())
                .orElse(id);
    }

    /** The short name of a row: of one about a part, the part’s title. */
    String row(String id) {
        return id.startsWith("rubric-") && hasPart(id.substring("rubric-".length()))
                ? place(id.substring("rubric-".length()))
                : place(id);
    }

    private boolean hasPart(String id) {
        return credential.submission().stream().anyMatch(part -> part.id().equals(id));
    }

    /** Why nothing was done, as a sentence. */
    String refusal(CaseRefusal why) {
        return switch (why) {
            case CaseRefusal.WrongStage _ -> say("assessment.no.wrong-stage");
            case CaseRefusal.LevelMissing(var rows) -> say("assessment.no.level-missing", names(rows));
            case CaseRefusal.FeedbackMissing(var rows) -> say("assessment.no.feedback-missing", names(rows));
            case CaseRefusal.Unreadable _ -> say("assessment.no.unreadable");
            case CaseRefusal.NothingMissing _ -> say("assessment.no.nothing-missing");
            case CaseRefusal.WhyMissing _ -> say("assessment.no.why-missing");
            case CaseRefusal.TooLong(int most) -> say("assessment.no.too-long", most);
            case CaseRefusal.NothingToAppeal _ -> say("assessment.no.nothing-to-appeal");
            case CaseRefusal.AppealedBefore _ -> say("assessment.no.appealed-before");
            case CaseRefusal.NobodyToHear _ -> say("assessment.no.nobody-to-hear");
            case CaseRefusal.AppealTooLate(Instant until) ->
                say("assessment.no.appeal-too-late", When.day(until, locale));
            case CaseRefusal.Unknown _ -> say("assessment.no.unknown");
            case CaseRefusal.Stale _ -> say("assessment.no.stale");
        };
    }

    private String names(List<String> rows) {
        return rows.stream().map(this::row).collect(Collectors.joining(" · "));
    }

    private String say(String key, Object... parameters) {
        return page.getTranslation(key, parameters);
    }
}
