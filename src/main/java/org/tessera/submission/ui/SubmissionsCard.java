package org.tessera.submission.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.tessera.account.SignedIn;
import org.tessera.account.ui.HomeCard;
import org.tessera.credential.Credential;
import org.tessera.credential.Credentials;
import org.tessera.submission.Help;
import org.tessera.submission.HelpDesk;
import org.tessera.submission.Submission;
import org.tessera.submission.Submissions;

/** Shows on the home page what one is handing in and whom one was asked to help. */
@org.springframework.stereotype.Component
@Order(310)
class SubmissionsCard implements HomeCard {

    private final Submissions submissions;
    private final Help help;
    private final Credentials credentials;

    SubmissionsCard(Submissions submissions, Help help, Credentials credentials) {
        this.submissions = submissions;
        this.help = help;
        this.credentials = credentials;
    }

    @Override
    public Optional<Component> forPerson(SignedIn person) {
        return Optional.of(new Card(submissions.of(person.id()), help.desksOf(person.id()), credentials));
    }

    /** The card itself. */
    @CssImport("./styles/handin.css")
    static final class Card extends Div {

        private static final long serialVersionUID = 1L;

        Card(List<Submission> own, List<HelpDesk> asked, Credentials credentials) {
            addClassName("card");
            add(new H2(getTranslation("handin.all.title")));
            if (own.isEmpty()) {
                add(new Paragraph(getTranslation("handin.card.none")));
            }
            UnorderedList list = new UnorderedList();
            list.addClassName("handin-list");
            own.forEach(submission -> credentials
                    .find(submission.credential())
                    .ifPresent(credential -> list.add(item(submission, credential))));
            asked.forEach(desk -> list.add(new ListItem(new Anchor(
                    SubmissionPages.help(desk.invitation().id()),
                    getTranslation(
                            "handin.asked.line",
                            desk.earner().name(),
                            desk.credential().name().in(getLocale()))))));
            if (list.getComponentCount() > 0) {
                add(list);
            }
            add(new Anchor(SubmissionPages.ALL, getTranslation("handin.card.open")));
        }

        private ListItem item(Submission submission, Credential credential) {
            ListItem item = new ListItem(
                    new Anchor(
                            SubmissionPages.of(submission.credential().id()),
                            credential.name().in(getLocale())),
                    new StatusMark(submission.status()));
            item.addClassName("handin-item");
            return item;
        }
    }
}
