package org.tessera.submission.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.attachment.ui.AttachmentCard;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Credentials;
import org.tessera.credential.SubmissionPart;
import org.tessera.submission.Attestation;
import org.tessera.submission.Breach;
import org.tessera.submission.Breaches;
import org.tessera.submission.EvidenceLinks;
import org.tessera.submission.HandIn;
import org.tessera.submission.Help;
import org.tessera.submission.Piece;
import org.tessera.submission.Platform;
import org.tessera.submission.Status;
import org.tessera.submission.Submission;
import org.tessera.submission.SubmissionAnswer;
import org.tessera.submission.SubmissionDraft;
import org.tessera.submission.Submissions;
import org.tessera.writing.Words;
import org.tessera.writing.WritingPlace;

/** One submission of one's own: its parts, what an assessor would say, who helps, and handing it in. */
@Route("submissions/:credential")
@RolesAllowed("PERSON")
@CssImport("./styles/page-parts.css")
@CssImport("./styles/handin.css")
@CssImport("./styles/capture.css")
class SubmissionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Submissions submissions;
    private final transient Help help;
    private final transient Accounts accounts;
    private final transient Credentials credentials;
    private final transient Breaches breaches;
    private final transient EvidenceLinks links;
    private final transient PersonId me;
    private transient @Nullable SubmissionDraft draft;

    SubmissionView(
            Submissions submissions,
            Help help,
            Accounts accounts,
            Credentials credentials,
            Breaches breaches,
            EvidenceLinks links,
            CurrentUser user) {
        this.breaches = breaches;
        this.links = links;
        this.submissions = submissions;
        this.help = help;
        this.accounts = accounts;
        this.credentials = credentials;
        me = user.require().id();
        addClassNames("page", "handin-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CredentialId credential =
                new CredentialId(event.getRouteParameters().get("credential").orElse(""));
        draft = submissions.draft(me, credential).orElseThrow(NotFoundException::new);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation(
                "account.title",
                draft == null ? "" : draft().credential().name().in(getLocale()));
    }

    private SubmissionDraft draft() {
        return Objects.requireNonNull(draft);
    }

    private Submission submission() {
        return draft().submission();
    }

    private void show() {
        removeAll();
        add(header());
        List<Breach> stopped = breaches.of(me).stream()
                .filter(breach -> breach.submission().equals(submission().id()))
                .toList();
        if (!stopped.isEmpty()) {
            add(new BreachPart(stopped, this::nameOf, true));
        }
        Status status = submission().status();
        if (status == Status.NOT_YET_EARNED) {
            add(again());
        }
        if (submission().lastHandIn().isPresent()) {
            add(submission().platform() == Platform.PANEL ? result() : takeAway());
        }
        if (status.isOpen()) {
            add(parts(), new GapList(draft(), evidencePage()), helpers(), handOver());
        } else {
            submission().lastHandIn().ifPresent(handIn -> add(new HandInPart(draft().credential(), handIn)));
            add(helpers());
        }
        add(new HistoryPart(submission(), draft().credential(), accounts));
    }

    private String nameOf(Piece piece) {
        return links.find(piece, me)
                .map(new PieceLine(this, getLocale())::full)
                .orElseGet(() -> getTranslation("handin.breach.piece"));
    }

    private Component header() {
        Anchor about = new Anchor(
                "credentials/" + submission().credential().id() + "?version="
                        + submission().credential().version(),
                getTranslation("handin.about"));
        Div facts = new Div(
                new StatusMark(submission().status()),
                new Span(getTranslation(
                        "credential.version", submission().credential().version())),
                new Span(getTranslation("handin.attempt", submission().attempt())),
                about);
        facts.addClassName("page-facts");
        Div header = new Div(new H1(draft().credential().name().in(getLocale())), facts);
        header.addClassName("page-header");
        return header;
    }

    /** What the district’s own panel says stands on a page that the assessment brings. */
    private Component result() {
        Anchor link = new Anchor(
                SubmissionPages.of(submission().credential().id()) + "/result", getTranslation("handin.result"));
        link.addClassName("action");
        Section section = new Section(new Paragraph(getTranslation("handin.result.what")), link);
        section.addClassName("handin-package");
        return section;
    }

    private Component takeAway() {
        Anchor link = new Anchor(
                SubmissionPages.of(submission().credential().id()) + "/package", getTranslation("handin.package"));
        link.addClassName("action");
        Section section = new Section(new Paragraph(getTranslation("handin.package.what")), link);
        section.addClassName("handin-package");
        return section;
    }

    private Component parts() {
        Section section = new Section(new H2(getTranslation("handin.parts")));
        for (SubmissionPart part : draft().credential().submission()) {
            section.add(part.id().equals(HandIn.EVIDENCE) ? evidence(part) : text(part));
        }
        section.add(card(
                getTranslation("handin.together"), draft().handIn().collaboration(), WritingPlace.COLLABORATION, true));
        if (submission().attempt() > 1) {
            section.add(
                    card(getTranslation("handin.changes"), draft().changes(), WritingPlace.CHANGES, true),
                    card(getTranslation("handin.context"), draft().context(), WritingPlace.CONTEXT, true));
        }
        return section;
    }

    private Component text(SubmissionPart part) {
        Div card = card(
                part.title().in(getLocale()),
                draft().handIn().answer(part.id()).orElse(""),
                part.id(),
                submission().openRows().hasPart(part.id()));
        draft().handIn().beside(part.id()).stream()
                .map(one -> new AttachmentCard(one.way(), one.id(), one.description(), one.transcript()))
                .forEach(card::add);
        return card;
    }

    private Div card(String title, String text, String part, boolean isOpen) {
        Paragraph excerpt = new Paragraph(text.isBlank() ? getTranslation("handin.nothing") : text);
        excerpt.addClassName("handin-excerpt");
        Span words = new Span(getTranslation("handin.words", Words.count(text)));
        words.addClassName("quiet");
        Div card = new Div(new com.vaadin.flow.component.html.H3(title), words, excerpt);
        card.addClassName("handin-part");
        if (isOpen) {
            Anchor write = new Anchor(
                    SubmissionPages.write(submission().credential().id(), part),
                    getTranslation(text.isBlank() ? "handin.write" : "handin.goon"));
            write.getElement().setAttribute("aria-label", write.getText() + ": " + title);
            card.add(write);
        } else {
            card.add(quiet("handin.closed"));
        }
        return card;
    }

    private Component evidence(SubmissionPart part) {
        Div card = new Div(new com.vaadin.flow.component.html.H3(part.title().in(getLocale())));
        card.addClassName("handin-part");
        card.add(new EvidencePart(draft().credential(), draft().handIn().evidence(), draft()));
        Anchor link = new Anchor(evidencePage(), getTranslation("handin.evidence"));
        card.add(link);
        return card;
    }

    private String evidencePage() {
        return SubmissionPages.evidence(
                credentials.stackOf(submission().credential().id()));
    }

    private Component helpers() {
        return new HelpersPart(help, accounts, submission(), draft(), me, this::reload);
    }

    private Component handOver() {
        return new AttestPart(draft().openGaps(), this::handIn);
    }

    private void handIn(Set<Attestation> attested) {
        settle(submissions.handIn(me, submission().id(), submission().history().size(), attested), "handin.done");
    }

    private Component again() {
        Section section = new Section(new H2(getTranslation("handin.again")));
        section.addClassName("handin-again");
        if (submission().needsTalk()) {
            section.add(new Paragraph(getTranslation("handin.talk", submission().notYetEarned())));
        } else {
            Button again = new Button(
                    getTranslation("handin.again"),
                    _ -> settle(submissions.tryAgain(me, submission().id()), "handin.reopened"));
            again.addThemeVariants(ButtonVariant.PRIMARY);
            section.add(new Paragraph(getTranslation("handin.again.text")), again);
        }
        return section;
    }

    private void settle(SubmissionAnswer answer, String said) {
        switch (answer) {
            case SubmissionAnswer.Done _ -> {
                Notification.show(getTranslation(said));
                reload();
            }
            case SubmissionAnswer.Refused(var why) -> {
                Notification.show(new RefusalWords(this).of(why));
                reload();
            }
        }
    }

    private void reload() {
        draft = submissions.draft(me, submission().credential().id()).orElseThrow(NotFoundException::new);
        show();
    }

    private Paragraph quiet(String key) {
        Paragraph words = new Paragraph(getTranslation(key));
        words.addClassName("quiet");
        return words;
    }
}
