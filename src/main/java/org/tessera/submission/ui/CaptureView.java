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
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.UUID;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.attachment.Attachments;
import org.tessera.attachment.Way;
import org.tessera.attachment.ui.CaptureField;
import org.tessera.credential.CredentialId;
import org.tessera.credential.SubmissionPart;
import org.tessera.exhibit.ExhibitId;
import org.tessera.submission.SubmissionDraft;
import org.tessera.submission.Submissions;
import org.tessera.writing.WritingPlace;

/**
 * Where something is spoken, drawn or photographed beside a text. A document of its own: only its address opens microphone or
 * camera, so it is always loaded anew, and every way out of it is a load as well.
 */
@Route(value = "submissions/:credential/write/:part/:way(voice|drawing|photo)", autoLayout = false)
@RolesAllowed("PERSON")
@CssImport("./styles/page-parts.css")
@CssImport("./styles/capture.css")
class CaptureView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Submissions submissions;
    private final transient Attachments attachments;
    private final transient Accounts accounts;
    private final transient PersonId me;
    private String title = "";

    CaptureView(Submissions submissions, Attachments attachments, Accounts accounts, CurrentUser user) {
        this.submissions = submissions;
        this.attachments = attachments;
        this.accounts = accounts;
        me = user.require().id();
        addClassNames("page", "capture-page");
        getElement().setAttribute("role", "main");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CredentialId credential =
                new CredentialId(event.getRouteParameters().get("credential").orElse(""));
        String id = event.getRouteParameters().get("part").orElse("");
        Way way = event.getRouteParameters().get("way").flatMap(Way::of).orElseThrow(NotFoundException::new);
        SubmissionDraft draft = submissions.draft(me, credential).orElseThrow(NotFoundException::new);
        SubmissionPart part = SubmissionPages.text(draft, id).orElseThrow(NotFoundException::new);
        WritingPlace place = new WritingPlace(draft.submission().credential(), id);
        removeAll();
        show(place, part, way, instead(event, place));
        loadAnew(event.getLocation());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", title);
    }

    private void show(WritingPlace place, SubmissionPart part, Way way, Optional<ExhibitId> instead) {
        String text = part.title().in(getLocale());
        title = getTranslation("capture." + way.word() + ".title");
        Anchor back = load(
                SubmissionPages.write(place.credential().id(), place.part()), getTranslation("capture.back", text));
        Div header = new Div(back, new H1(title), new Paragraph(getTranslation("capture." + way.word() + ".lead")));
        header.addClassName("page-header");
        add(header);
        instead.ifPresent(_ -> add(note("capture.instead")));
        var teams = accounts.teamsOf(me);
        if (teams.isEmpty()) {
            add(note("capture.noTeam"));
            return;
        }
        add(new CaptureField(way, me, place, getTranslation("capture." + way.word() + ".name", text), teams, instead));
        add(others(place, way));
    }

    /** The address opens microphone or camera for the document that is loaded from it, not for a page within another. */
    private void loadAnew(Location here) {
        getElement().executeJs("""
                const here = new URL($0, document.baseURI);
                const isLoaded = ([entry]) => !entry || new URL(entry.name).pathname === here.pathname;
                if (!isLoaded(performance.getEntriesByType('navigation'))) { location.assign(here); }""", here.getPathWithQueryParameters());
    }

    /** What else there is: nobody has to speak or draw. */
    private Component others(WritingPlace place, Way way) {
        Div others = new Div(new Paragraph(getTranslation("capture." + way.word() + ".others")));
        others.addClassName("capture-others");
        for (Way other : Way.values()) {
            if (other != way) {
                others.add(load(
                        SubmissionPages.capture(place.credential().id(), place.part(), other),
                        getTranslation("attachment.add." + other.word())));
            }
        }
        return others;
    }

    private Paragraph note(String key) {
        Paragraph note = new Paragraph(getTranslation(key));
        note.addClassName("page-note");
        return note;
    }

    /** A way out is a load, so that microphone and camera end with this page. */
    private static Anchor load(String address, String words) {
        Anchor anchor = new Anchor(address, words);
        anchor.setRouterIgnore(true);
        return anchor;
    }

    private Optional<ExhibitId> instead(BeforeEnterEvent event, WritingPlace place) {
        return event.getLocation()
                .getQueryParameters()
                .getSingleParameter("instead")
                .flatMap(CaptureView::id)
                .filter(id -> attachments.at(me, place).stream()
                        .anyMatch(one -> one.exhibit().equals(id)));
    }

    private static Optional<ExhibitId> id(String text) {
        try {
            return Optional.of(new ExhibitId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
