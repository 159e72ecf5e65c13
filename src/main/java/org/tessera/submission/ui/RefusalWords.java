package org.tessera.submission.ui;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tessera.submission.Status;
import org.tessera.submission.SubmissionRefusal;

/** Why a submission stays as it is, in a sentence. */
final class RefusalWords {

    private final Component page;

    RefusalWords(Component page) {
        this.page = page;
    }

    String of(SubmissionRefusal why) {
        return switch (why) {
            case SubmissionRefusal.WrongStatus(Status now) ->
                page.getTranslation(
                        "handin.no.status",
                        page.getTranslation("handin.status." + now.name().toLowerCase(Locale.ROOT)));
            case SubmissionRefusal.NotYours _, SubmissionRefusal.Unknown _ -> page.getTranslation("handin.no.unknown");
            case SubmissionRefusal.Unattested(var missing) ->
                page.getTranslation(
                        "handin.no.unattested",
                        missing.stream()
                                .sorted()
                                .map(one -> page.getTranslation(
                                        "handin.attest." + one.name().toLowerCase(Locale.ROOT)))
                                .collect(Collectors.joining(" ")));
            case SubmissionRefusal.WouldComeBack(int gaps) -> page.getTranslation("handin.no.gaps", gaps);
            case SubmissionRefusal.ChangesUnsaid _ -> page.getTranslation("handin.no.changes");
            case SubmissionRefusal.ContextUnsaid _ -> page.getTranslation("handin.no.context");
            case SubmissionRefusal.ClosedRow _ -> page.getTranslation("handin.no.closed");
            case SubmissionRefusal.TalkFirst(int attempts) -> page.getTranslation("handin.no.talk", attempts);
            case SubmissionRefusal.AppealOpen _ -> page.getTranslation("handin.no.appeal");
            case SubmissionRefusal.NoPanel _ -> page.getTranslation("handin.no.panel");
            case SubmissionRefusal.OwnCoach _ -> page.getTranslation("handin.no.coach");
            case SubmissionRefusal.Unreadable _ -> page.getTranslation("handin.no.unreadable");
            case SubmissionRefusal.Stale _ -> page.getTranslation("handin.no.stale");
        };
    }
}
