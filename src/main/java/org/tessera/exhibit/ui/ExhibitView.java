package org.tessera.exhibit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.artifact.ui.When;
import org.tessera.exhibit.Exhibit;
import org.tessera.exhibit.ExhibitId;
import org.tessera.exhibit.ExhibitKind;
import org.tessera.exhibit.Exhibits;
import org.tessera.exhibit.Link;
import org.tessera.privacy.ui.ClearancePages;

/** One exhibit, for its owner and for whom it is shown to; everybody else gets the answer for one that is not there. */
@Route("exhibits/:exhibit")
@RolesAllowed("PERSON")
@CssImport("./styles/page-parts.css")
@CssImport("./styles/exhibit.css")
class ExhibitView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Exhibits exhibits;
    private final transient PersonId reader;
    private String title = "";

    ExhibitView(Exhibits exhibits, CurrentUser user) {
        this.exhibits = exhibits;
        reader = user.require().id();
        addClassNames("page", "exhibit-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Exhibit exhibit = event.getRouteParameters()
                .get("exhibit")
                .flatMap(ExhibitView::id)
                .flatMap(id -> exhibits.find(id, reader))
                .orElseThrow(NotFoundException::new);
        removeAll();
        show(exhibit);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", title);
    }

    private void show(Exhibit exhibit) {
        title = exhibit.title();
        Paragraph about = new Paragraph(
                getTranslation("exhibit.kind." + exhibit.kind().name().toLowerCase(Locale.ROOT)) + " · "
                        + When.day(exhibit.at(), getLocale()));
        about.addClassName("quiet");
        Div header = new Div(new H1(title), about, actions(exhibit));
        header.addClassName("page-header");
        add(header, content(exhibit));
        if (exhibit.owner().equals(reader) && !exhibits.isCleared(exhibit)) {
            Div open = new Div(new Paragraph(getTranslation("exhibit.uncleared")));
            open.addClassName("page-note");
            add(open);
            Exhibits.gated(exhibit).ifPresent(subject -> {
                Anchor clear = action(ClearancePages.of(subject), "exhibit.clear");
                open.add(clear);
            });
        }
        add(provenance(exhibit));
    }

    private Component actions(Exhibit exhibit) {
        Div actions = new Div();
        actions.addClassName("page-actions");
        if (exhibit.owner().equals(reader)) {
            actions.add(action("evidence?exhibit=" + exhibit.id(), "exhibit.use"), action("exhibits", "exhibit.all"));
        }
        if (exhibit.kind() == ExhibitKind.RECORD) {
            actions.add(
                    download(exhibit, "record.pdf", "exhibit.record.pdf"),
                    download(exhibit, "record.docx", "exhibit.record.docx"));
        }
        return actions;
    }

    private Anchor action(String address, String key) {
        Anchor action = new Anchor(address, getTranslation(key));
        action.addClassName("action");
        return action;
    }

    private Anchor download(Exhibit exhibit, String file, String key) {
        Anchor download = action("api/exhibits/" + exhibit.id() + "/" + file, key);
        download.setRouterIgnore(true);
        download.getElement().setAttribute("download", true);
        return download;
    }

    private Component content(Exhibit exhibit) {
        return switch (exhibit.kind()) {
            case RECORD ->
                exhibits.paper(exhibit.id(), reader)
                        .<Component>map(PaperPart::new)
                        .orElseGet(Div::new);
            case LINK -> exhibits.link(exhibit.id(), reader).map(this::link).orElseGet(Div::new);
            case DOCUMENT, PICTURE -> pages(exhibit);
            case AUDIO, VIDEO -> new PlayerPart(exhibit, exhibit.owner().equals(reader));
        };
    }

    private Component pages(Exhibit exhibit) {
        Div pages = new Div();
        pages.addClassName("exhibit-pages");
        int count = exhibit.pages().map(Exhibit.Pages::count).orElse(0);
        for (int page = 1; page <= count; page++) {
            Image picture = new Image(
                    "api/exhibits/" + exhibit.id() + "/pages/" + page, getTranslation("exhibit.page", page, count));
            pages.add(picture);
        }
        return pages;
    }

    private Component link(Link link) {
        Anchor address = new Anchor(link.address().toString(), link.address().toString(), AnchorTarget.BLANK);
        address.getElement().setAttribute("rel", "noopener noreferrer");
        address.addClassName("exhibit-address");
        Paragraph note = new Paragraph(link.note());
        note.addClassName("paper-words");
        return new Div(
                address,
                new H2(getTranslation(
                        "exhibit.link.seen",
                        When.day(link.seen().atStartOfDay(ZoneOffset.UTC).toInstant(), getLocale()))),
                note);
    }

    private Component provenance(Exhibit exhibit) {
        Span checksum = new Span(getTranslation("exhibit.checksum", exhibit.sha256()));
        checksum.addClassName("exhibit-checksum");
        Div provenance = new Div(new Paragraph(getTranslation("exhibit.frozen")), checksum);
        provenance.addClassName("quiet");
        return provenance;
    }

    private static Optional<ExhibitId> id(String text) {
        try {
            return Optional.of(new ExhibitId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
