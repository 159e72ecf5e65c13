package org.tessera.submission.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.attachment.ui.AttachmentCard;
import org.tessera.submission.Breach;
import org.tessera.submission.Breaches;
import org.tessera.submission.Comment;
import org.tessera.submission.CommentDraft;
import org.tessera.submission.Help;
import org.tessera.submission.HelpAnswer;
import org.tessera.submission.HelpDesk;
import org.tessera.submission.Invitation;
import org.tessera.submission.InvitationId;
import org.tessera.submission.Spot;
import org.tessera.submission.SubmissionAnswer;
import org.tessera.submission.WrittenAnswer;

/** A draft one was invited to read, and to comment on in place. */
@Route("helping/:invitation")
@RolesAllowed("PERSON")
@CssImport("./styles/page-parts.css")
@CssImport("./styles/handin.css")
@CssImport("./styles/capture.css")
class HelpView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Help help;
    private final transient Breaches breaches;
    private final transient Accounts accounts;
    private final transient PersonId me;
    private transient @Nullable HelpDesk desk;

    HelpView(Help help, Breaches breaches, Accounts accounts, CurrentUser user) {
        this.breaches = breaches;
        this.help = help;
        this.accounts = accounts;
        me = user.require().id();
        addClassNames("page", "handin-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        desk = event.getRouteParameters()
                .get("invitation")
                .flatMap(HelpView::invitation)
                .flatMap(id -> help.desk(me, id))
                .orElseThrow(NotFoundException::new);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("handin.asked"));
    }

    private HelpDesk desk() {
        return Objects.requireNonNull(desk);
    }

    private void show() {
        removeAll();
        Div header = new Div(
                new H1(getTranslation(
                        "handin.asked.line",
                        desk().earner().name(),
                        desk().credential().name().in(getLocale()))),
                new Paragraph(getTranslation(desk().mayComment() ? "handin.helping.lead" : "handin.helping.closed")));
        header.addClassName("page-header");
        add(header);
        List<Breach> stopped = breaches.seenBy(me, desk().invitation().id());
        if (!stopped.isEmpty()) {
            // what it was is not shown to them any more, and neither is what it was called
            add(new BreachPart(stopped, _ -> getTranslation("handin.breach.piece"), false));
        }
        if (desk().needsTalk() && desk().invitation().kind() == Invitation.Kind.COACH) {
            add(talk());
        }
        GapWords places = new GapWords(this, getLocale(), desk().credential());
        for (WrittenAnswer text : desk().texts()) {
            List<Component> said = new ArrayList<>();
            said.add(text(text.text()));
            desk().beside().stream()
                    .filter(one -> one.part().equals(text.part()))
                    .map(one -> new AttachmentCard(one.way(), one.id(), one.description(), one.transcript()))
                    .forEach(said::add);
            add(spot(new Spot.OfPart(text.part()), places, said));
        }
        desk().credential().criteria().forEach(row -> {
            List<Component> pieces = desk().evidence().stream()
                    .filter(piece -> piece.row().equals(row.id()))
                    .map(this::piece)
                    .toList();
            if (!pieces.isEmpty()) {
                add(spot(new Spot.OfRow(row.id()), places, pieces));
            }
        });
        if (!desk().collaboration().isBlank()) {
            add(spot(new Spot.OfCollaboration(), places, List.of(text(desk().collaboration()))));
        }
    }

    private Component spot(Spot spot, GapWords places, List<Component> words) {
        Section section = new Section(new H2(places.place(spot)));
        section.addClassName("handin-part");
        words.forEach(section::add);
        List<Comment> said = desk().comments().stream()
                .filter(comment -> comment.spot().equals(spot))
                .toList();
        if (!said.isEmpty()) {
            section.add(new H3(getTranslation("handin.comments")), new CommentList(said, accounts, places, null));
        }
        if (desk().mayComment()) {
            Commenting commenting = commenting(spot, places);
            words.forEach(commenting::listenTo);
            section.add(commenting);
        }
        return section;
    }

    private Commenting commenting(Spot spot, GapWords places) {
        InvitationId invitation = desk().invitation().id();
        return new Commenting(
                desk().wordsAt(spot),
                desk().written().getOrDefault(spot, CommentDraft.BLANK),
                places.place(spot),
                draft -> help.keep(me, invitation, spot, draft),
                comment -> switch (help.comment(me, invitation, spot, comment.passage(), comment.text())) {
                    case HelpAnswer.Done _ -> {
                        reload();
                        yield Optional.empty();
                    }
                    case HelpAnswer.Refused(var why) -> Optional.of(getTranslation("handin.help.refusal." + why));
                });
    }

    private Component talk() {
        TextArea about = new TextArea(getTranslation("handin.talk.about"));
        about.setWidthFull();
        Button note = new Button(getTranslation("handin.talk.note"), _ -> {
            switch (help.noteTalk(me, desk().invitation().id(), about.getValue())) {
                case SubmissionAnswer.Done _ -> reload();
                case SubmissionAnswer.Refused(var why) -> Notification.show(new RefusalWords(this).of(why));
            }
        });
        note.addThemeVariants(ButtonVariant.PRIMARY);
        Section section = new Section(
                new H2(getTranslation("handin.talk.title")),
                new Paragraph(
                        getTranslation("handin.talk.coach", desk().earner().name())),
                about,
                note);
        section.addClassName("handin-again");
        return section;
    }

    private Component text(String words) {
        Paragraph text = new Paragraph(words.isBlank() ? getTranslation("handin.nothing") : words);
        text.addClassName("handin-text");
        return text;
    }

    private Component piece(HelpDesk.Linked piece) {
        Div box = new Div();
        piece.what()
                .ifPresentOrElse(
                        what -> box.add(new Anchor(
                                PieceLine.address(what.piece()), new PieceLine(this, getLocale()).full(what))),
                        () -> box.add(new Paragraph(getTranslation("handin.helping.unseen"))));
        box.add(text(piece.annotation()));
        return box;
    }

    private void reload() {
        desk = help.desk(me, desk().invitation().id()).orElseThrow(NotFoundException::new);
        show();
    }

    private static Optional<InvitationId> invitation(String text) {
        try {
            return Optional.of(new InvitationId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
