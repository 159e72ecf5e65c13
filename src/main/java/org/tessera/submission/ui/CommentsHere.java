package org.tessera.submission.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.submission.Help;
import org.tessera.submission.Spot;
import org.tessera.submission.SubmissionDraft;

/** What helpers said about the text one is writing. */
final class CommentsHere extends Section {

    private static final long serialVersionUID = 1L;

    private final transient Help help;
    private final transient Accounts accounts;
    private final transient SubmissionDraft draft;
    private final transient PersonId me;
    private final transient Spot spot;

    CommentsHere(Help help, Accounts accounts, SubmissionDraft draft, PersonId me, Spot spot) {
        this.help = help;
        this.accounts = accounts;
        this.draft = draft;
        this.me = me;
        this.spot = spot;
        show();
    }

    /** Shows them as they are now: what was typed may have changed what they are about. */
    void show() {
        removeAll();
        add(
                new H2(getTranslation("handin.comments")),
                new CommentList(
                        help.comments(me, draft.submission().id()).stream()
                                .filter(comment -> comment.spot().equals(spot))
                                .toList(),
                        accounts,
                        new GapWords(this, getLocale(), draft.credential()),
                        comment -> {
                            help.resolve(me, draft.submission().id(), comment.id());
                            show();
                        }));
    }
}
