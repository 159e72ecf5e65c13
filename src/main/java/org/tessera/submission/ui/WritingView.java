package org.tessera.submission.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.SignedIn;
import org.tessera.attachment.Attachments;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Standing;
import org.tessera.credential.SubmissionPart;
import org.tessera.credential.WordLimit;
import org.tessera.credential.ui.StandingMark;
import org.tessera.protocol.Protocols;
import org.tessera.submission.Comment;
import org.tessera.submission.HandIn;
import org.tessera.submission.Help;
import org.tessera.submission.Quotable;
import org.tessera.submission.Spot;
import org.tessera.submission.Status;
import org.tessera.submission.SubmissionDraft;
import org.tessera.submission.Submissions;
import org.tessera.writing.Sources;
import org.tessera.writing.Writing;
import org.tessera.writing.WritingPlace;
import org.tessera.writing.Writings;
import org.tessera.writing.ui.WritingField;

/** Writes one text of a submission: the field, and beside it what can be quoted, the sources, comments and versions. */
@Route("submissions/:credential/write/:part")
@RolesAllowed("PERSON")
@CssImport("./styles/page-parts.css")
@CssImport("./styles/handin.css")
@CssImport("./styles/capture.css")
class WritingView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Submissions submissions;
    private final transient Writings writings;
    private final transient Sources sources;
    private final transient Quotable quotable;
    private final transient Help help;
    private final transient Accounts accounts;
    private final transient Protocols protocols;
    private final transient Attachments attachments;
    private final transient SignedIn me;
    private String title = "";

    WritingView(
            Submissions submissions,
            Writings writings,
            Sources sources,
            Quotable quotable,
            Help help,
            Accounts accounts,
            Protocols protocols,
            Attachments attachments,
            CurrentUser user) {
        this.submissions = submissions;
        this.writings = writings;
        this.sources = sources;
        this.quotable = quotable;
        this.help = help;
        this.accounts = accounts;
        this.protocols = protocols;
        this.attachments = attachments;
        me = user.require();
        addClassNames("page", "writing-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CredentialId credential =
                new CredentialId(event.getRouteParameters().get("credential").orElse(""));
        String part = event.getRouteParameters().get("part").orElse("");
        SubmissionDraft draft = submissions.draft(me.id(), credential).orElseThrow(NotFoundException::new);
        WritingPlace place = new WritingPlace(draft.submission().credential(), part);
        if (part.equals(HandIn.EVIDENCE) || !writings.exists(place)) {
            throw new NotFoundException();
        }
        removeAll();
        show(draft, place);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", title);
    }

    private void show(SubmissionDraft draft, WritingPlace place) {
        Optional<SubmissionPart> part = draft.credential().submission().stream()
                .filter(one -> one.id().equals(place.part()))
                .findFirst();
        title = part.map(one -> one.title().in(getLocale())).orElseGet(() -> getTranslation("handin." + beside(place)));
        CredentialId credential = place.credential().id();
        Anchor back = new Anchor(
                SubmissionPages.of(credential), draft.credential().name().in(getLocale()));
        Div header = new Div(back, new H1(title));
        header.addClassName("page-header");
        part.ifPresentOrElse(
                one -> header.add(asked(one)),
                () -> header.add(new Paragraph(getTranslation("handin." + beside(place) + ".lead"))));
        add(header);
        note(draft, place).ifPresent(this::add);

        Writing writing = writings.at(me.id(), place);
        WritingField field = new WritingField(title, writing);
        part.flatMap(SubmissionPart::limit)
                .ifPresent(limit -> field.limit(
                        limit.min().orElse(0),
                        limit.max().orElse(0),
                        draft.submission().platform().holdsToLimits()
                                && limit.enforcement().equals(Optional.of(WordLimit.Enforcement.HARD))));
        Div main = new Div(field);
        main.addClassName("writing-main");
        if (place.part().equals(WritingPlace.COLLABORATION)) {
            main.addComponentAsFirst(new CollaborationPart(
                    new CollaborationWords(this, getLocale(), protocols).of(draft.company()), field));
        }
        part.filter(one -> SubmissionPages.text(draft, one.id()).isPresent())
                .ifPresent(_ -> main.add(new AttachmentsPart(attachments, me.id(), place)));
        Optional<CommentsHere> comments = comments(draft, place);
        Div aside = new Div();
        aside.addClassName("writing-aside");
        comments.ifPresent(aside::add);
        if (part.isPresent()) {
            SourcesPart list = new SourcesPart(sources, me, field);
            aside.add(new QuotesPart(quotable.of(me.id(), draft.evidence()), list, field), list);
        }
        VersionsPart versions = new VersionsPart(writings, me.id(), place, field);
        field.whenKept(() -> {
            versions.show();
            comments.ifPresent(CommentsHere::show);
        });
        aside.add(versions);
        Div columns = new Div(main, aside);
        columns.addClassName("writing-columns");
        add(columns);
    }

    /** Keys are written out where they are looked up. */
    private static String beside(WritingPlace place) {
        return switch (place.part()) {
            case WritingPlace.CHANGES -> "changes";
            case WritingPlace.CONTEXT -> "context";
            default -> "together";
        };
    }

    private Component asked(SubmissionPart part) {
        Div asked = new Div(new Paragraph(part.wording().in(getLocale())));
        asked.addClassName("writing-asked");
        if (part.wording().standing() != Standing.VERIFIED) {
            asked.addComponentAsFirst(new StandingMark(part.wording().standing()));
        }
        return asked;
    }

    /** Says so where what is written here is not what will be handed in, or already was. */
    private Optional<Component> note(SubmissionDraft draft, WritingPlace place) {
        Status status = draft.submission().status();
        String key = !status.isOpen()
                ? "handin.note.handed"
                : draft.submission().openRows().hasPart(place.part()) || WritingPlace.BESIDE.contains(place.part())
                        ? ""
                        : "handin.closed";
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Paragraph note = new Paragraph(getTranslation(key));
        note.addClassName("page-note");
        return Optional.of(note);
    }

    private Optional<CommentsHere> comments(SubmissionDraft draft, WritingPlace place) {
        Spot spot = place.part().equals(WritingPlace.COLLABORATION)
                ? new Spot.OfCollaboration()
                : new Spot.OfPart(place.part());
        List<Comment> here = help.comments(me.id(), draft.submission().id()).stream()
                .filter(comment -> comment.spot().equals(spot))
                .toList();
        return here.isEmpty() ? Optional.empty() : Optional.of(new CommentsHere(help, accounts, draft, me.id(), spot));
    }
}
