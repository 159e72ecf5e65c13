package org.tessera.submission.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tessera.account.Accounts;
import org.tessera.artifact.ui.When;
import org.tessera.credential.Credential;
import org.tessera.credential.Criterion;
import org.tessera.credential.Standing;
import org.tessera.submission.Submission;
import org.tessera.submission.SubmissionEvent;

/** Everything that happened to a submission, with its day. */
final class HistoryPart extends Section {

    private static final long serialVersionUID = 1L;

    HistoryPart(Submission submission, Credential credential, Accounts accounts) {
        OrderedList list = new OrderedList();
        list.addClassName("handin-history");
        submission
                .history()
                .forEach(event -> list.add(new ListItem(
                        When.moment(event.at(), getLocale()) + " · " + sentence(event, credential, accounts))));
        add(new H2(getTranslation("handin.history")), list);
    }

    private String sentence(SubmissionEvent event, Credential credential, Accounts accounts) {
        return switch (event) {
            case SubmissionEvent.Begun begun ->
                getTranslation(
                        "handin.happened.begun",
                        getTranslation(
                                "handin.platform." + begun.platform().name().toLowerCase(Locale.ROOT)));
            case SubmissionEvent.HandedIn handed -> getTranslation("handin.happened.handed", handed.attempt());
            case SubmissionEvent.SentBack back -> getTranslation("handin.happened.back", back.why());
            case SubmissionEvent.Accepted _ -> getTranslation("handin.happened.accepted");
            case SubmissionEvent.Scored scored ->
                scored.unmet().isEmpty()
                        ? getTranslation("handin.happened.earned")
                        : getTranslation("handin.happened.unmet", rows(scored.unmet(), credential));
            case SubmissionEvent.Appealed _ -> getTranslation("handin.happened.appealed");
            case SubmissionEvent.AppealHeard heard ->
                heard.unmet().isEmpty()
                        ? getTranslation("handin.happened.heard.earned")
                        : getTranslation("handin.happened.heard", rows(heard.unmet(), credential));
            case SubmissionEvent.Reopened _ -> getTranslation("handin.happened.reopened");
            case SubmissionEvent.Talked talked ->
                getTranslation("handin.happened.talked", accounts.nameOf(talked.coach()), talked.about());
        };
    }

    private String rows(Set<String> unmet, Credential credential) {
        return credential.criteria().stream()
                .filter(row -> unmet.contains(row.id()))
                .map(row -> name(row, credential))
                .collect(Collectors.joining(" · "));
    }

    /** A row of which nobody has the wording is called as its part is. */
    private String name(Criterion row, Credential credential) {
        return credential.submission().stream()
                .filter(_ -> row.wording().standing() == Standing.PLACEHOLDER)
                .filter(part -> row.id().equals("rubric-" + part.id()))
                .map(part -> part.title().in(getLocale()))
                .findFirst()
                .orElseGet(() -> row.wording().in(getLocale()));
    }
}
