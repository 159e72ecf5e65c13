package org.tessera.submission.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Locale;
import org.tessera.account.Accounts;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.submission.Comment;
import org.tessera.submission.Help;
import org.tessera.submission.HelpAnswer;
import org.tessera.submission.Invitation;
import org.tessera.submission.Status;
import org.tessera.submission.Submission;
import org.tessera.submission.SubmissionDraft;

/** Who may read and comment on the drafts, and what they said. */
final class HelpersPart extends Section {

    private static final long serialVersionUID = 1L;

    private final transient Help help;
    private final transient Accounts accounts;
    private final transient Submission submission;
    private final transient PersonId me;
    private final SerializableRunnable changed;

    HelpersPart(
            Help help,
            Accounts accounts,
            Submission submission,
            SubmissionDraft draft,
            PersonId me,
            SerializableRunnable changed) {
        this.help = help;
        this.accounts = accounts;
        this.submission = submission;
        this.me = me;
        this.changed = changed;
        Status status = submission.status();
        // between two attempts a coach is invited to talk about what was not met
        boolean invites = status.isOpen() || status == Status.NOT_YET_EARNED;
        add(
                new H2(getTranslation("handin.help")),
                new Paragraph(getTranslation(invites ? "handin.help.lead" : "handin.help.over")));
        List<Invitation> invitations = help.invitations(me, submission.id());
        if (!invitations.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("handin-list");
            invitations.forEach(invitation -> list.add(invitation(invitation)));
            add(list);
        }
        if (invites) {
            add(inviting());
        }
        List<Comment> comments = help.comments(me, submission.id());
        if (!comments.isEmpty()) {
            add(new CommentList(
                    comments,
                    accounts,
                    new GapWords(this, getLocale(), draft.credential()),
                    comment -> settle(help.resolve(me, submission.id(), comment.id()), "handin.help.resolved")));
        }
    }

    private ListItem invitation(Invitation invitation) {
        String name = accounts.nameOf(invitation.invited());
        Button withdraw = new Button(
                getTranslation("handin.help.withdraw"),
                _ -> settle(help.withdraw(me, submission.id(), invitation.id()), "handin.help.withdrawn"));
        withdraw.setAriaLabel(getTranslation("handin.help.withdraw.aria", name));
        withdraw.addThemeVariants(ButtonVariant.TERTIARY);
        ListItem item = new ListItem(new Span(name), new Span(kind(invitation.kind())), withdraw);
        item.addClassName("handin-item");
        return item;
    }

    private Component inviting() {
        ComboBox<Person> whom = new ComboBox<>(getTranslation("handin.help.whom"));
        whom.setItems(help.candidates(me));
        whom.setItemLabelGenerator(Person::name);
        Select<Invitation.Kind> kind = new Select<>();
        kind.setLabel(getTranslation("handin.help.as"));
        kind.setItems(Invitation.Kind.values());
        kind.setItemLabelGenerator(this::kind);
        kind.setValue(Invitation.Kind.PEER);
        Button invite = new Button(getTranslation("handin.help.invite"), _ -> {
            if (whom.getValue() == null) {
                whom.setInvalid(true);
                whom.focus();
            } else {
                settle(help.invite(me, submission.id(), whom.getValue().id(), kind.getValue()), "handin.help.invited");
            }
        });
        Div row = new Div(whom, kind, invite);
        row.addClassName("handin-invite");
        return row;
    }

    private String kind(Invitation.Kind kind) {
        return kind == null
                ? ""
                : getTranslation("handin.help.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    private void settle(HelpAnswer answer, String said) {
        Notification.show(
                switch (answer) {
                    case HelpAnswer.Done _ -> getTranslation(said);
                    case HelpAnswer.Refused(var why) -> getTranslation("handin.help.refusal." + why);
                });
        changed.run();
    }
}
