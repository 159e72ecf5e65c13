package org.tessera.artifact.ui;

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
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.SignedIn;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.ArtifactId;
import org.tessera.artifact.Artifacts;
import org.tessera.artifact.Content;
import org.tessera.protocol.Protocols;
import org.tessera.room.MemberId;
import org.tessera.room.Rooms;

/**
 * What a phase left behind, readable, with where it comes from. Whoever is neither of the team nor was in the room gets
 * the same answer as for an artifact that does not exist.
 */
@Route("artifacts/:artifact")
@PermitAll
@CssImport("./styles/page-parts.css")
@CssImport("./styles/artifact.css")
class ArtifactView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Artifacts artifacts;
    private final transient Protocols protocols;
    private final transient Accounts accounts;
    private final transient Rooms rooms;
    private final transient SignedIn reader;
    private String title = "";

    ArtifactView(Artifacts artifacts, Protocols protocols, Accounts accounts, Rooms rooms, CurrentUser user) {
        this.artifacts = artifacts;
        this.protocols = protocols;
        this.accounts = accounts;
        this.rooms = rooms;
        reader = user.require();
        addClassNames("page", "artifact-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Artifact artifact = event.getRouteParameters()
                .get("artifact")
                .flatMap(ArtifactView::artifactId)
                .flatMap(id -> artifacts.find(id, reader.id()))
                .orElseThrow(NotFoundException::new);
        Content content =
                artifacts.contentOf(artifact.id(), reader.id()).map(Content::of).orElseThrow(NotFoundException::new);
        removeAll();
        show(artifact, content);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", title);
    }

    private void show(Artifact artifact, Content content) {
        title = artifact.name().in(getLocale());
        Origins origins = new Origins(content, beside(artifact, content));
        Div body = new Div();
        body.addClassName("artifact-body");
        new Rendering(content, origins, pseudonym(artifact)).parts().forEach(body::add);
        ProvenancePart provenance =
                new ProvenancePart(artifact, protocols, accounts, () -> artifacts.verify(artifact.id(), reader.id()));
        Div columns = new Div(body, provenance);
        columns.addClassName("artifact-columns");
        add(header(artifact, content), columns);
    }

    private Component header(Artifact artifact, Content content) {
        Paragraph about = new Paragraph(artifact.roomTitle() + " · " + When.day(artifact.at(), getLocale()));
        about.addClassName("quiet");
        Div header = new Div(new H1(title), about);
        header.addClassName("page-header");
        Optional.ofNullable(content.focus()).filter(focus -> !focus.isBlank()).ifPresent(focus -> {
            Paragraph line = new Paragraph(getTranslation("artifact.focus", focus));
            line.addClassName("artifact-focus");
            header.add(line);
        });
        header.add(actions(artifact));
        return header;
    }

    private Component actions(Artifact artifact) {
        Div actions = new Div();
        actions.addClassName("page-actions");
        if (!reader.guest()) {
            Anchor link = new Anchor("evidence?artifact=" + artifact.id(), getTranslation("artifact.link"));
            link.addClassName("action");
            actions.add(link);
            if (pseudonym(artifact).isPresent()) {
                Anchor part = new Anchor("contributions/" + artifact.room(), getTranslation("contribution.open"));
                part.addClassName("action");
                actions.add(part);
            }
        }
        String address = "api/artifacts/" + artifact.id();
        actions.add(
                download(address + "?download", "artifact.download"),
                download(address + "/package.zip", "artifact.package"));
        if (!reader.guest()) {
            Anchor meeting = new Anchor("rooms/" + artifact.room() + "/record", getTranslation("artifact.record"));
            meeting.addClassName("action");
            actions.add(meeting);
        }
        return actions;
    }

    private Anchor download(String address, String key) {
        Anchor download = new Anchor(address, getTranslation(key));
        download.setRouterIgnore(true);
        download.getElement().setAttribute("download", true);
        download.addClassName("action");
        return download;
    }

    private List<Content> beside(Artifact artifact, Content content) {
        boolean lookElsewhere = !content.lineage().isEmpty()
                || !content.tallies().isEmpty()
                || !content.checks().isEmpty();
        return lookElsewhere ? artifacts.contentsBeside(artifact.id(), reader.id()) : List.of();
    }

    /** How the content names the reader, if the reader was in the room. */
    private Optional<String> pseudonym(Artifact artifact) {
        return rooms.pseudonymOf(artifact.room(), reader.id()).map(MemberId::toString);
    }

    private static Optional<ArtifactId> artifactId(String text) {
        try {
            return Optional.of(new ArtifactId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
