package org.tessera.credential.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tessera.credential.Credential;
import org.tessera.credential.CredentialId;
import org.tessera.credential.CredentialRef;
import org.tessera.credential.Credentials;
import org.tessera.credential.Level;
import org.tessera.credential.Standing;
import org.tessera.credential.SubmissionPart;
import org.tessera.credential.WordLimit;
import org.tessera.credential.Wording;

/** A credential with its six parts, each text with its standing. {@code ?version=} opens an older version. */
@Route("credentials/:credential")
@PermitAll
@CssImport("./styles/page-parts.css")
@CssImport("./styles/credential.css")
class CredentialView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Credentials credentials;
    private String title = "";

    CredentialView(Credentials credentials) {
        this.credentials = credentials;
        addClassNames("page", "credential-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CredentialId id =
                new CredentialId(event.getRouteParameters().get("credential").orElse(""));
        Optional<String> version = event.getLocation().getQueryParameters().getSingleParameter("version");
        Optional<Credential> wanted =
                version.isPresent() ? credentials.find(new CredentialRef(id, version.get())) : credentials.current(id);
        removeAll();
        show(wanted.orElseThrow(NotFoundException::new));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", title);
    }

    private void show(Credential credential) {
        title = credential.name().in(getLocale());
        add(header(credential), legend());
        add(part(1, "competency", new WordingBlock(credential.competency())));
        add(part(2, "method", new WordingBlock(credential.keyMethod())));
        add(part(3, "components", list(credential.components())));
        add(part(4, "resources", list(credential.resources())));
        add(part(5, "submission", submission(credential)));
        add(part(6, "rubric", rubric(credential)));
        add(requirements(credential));
    }

    private Component header(Credential credential) {
        Div header = new Div(new H1(title));
        header.addClassName("page-header");
        Span version =
                new Span(getTranslation("credential.version", credential.ref().version()));
        Div facts = new Div(new StandingMark(credential.name().standing()), version);
        credential
                .page()
                .map(page -> new Anchor(page.toString(), getTranslation("credential.page"), AnchorTarget.BLANK))
                .ifPresent(facts::add);
        credentials
                .stackOf(credential.ref().id())
                .map(stack -> new Anchor("evidence?stack=" + stack.ref().id(), getTranslation("credential.evidence")))
                .ifPresent(facts::add);
        facts.add(new Anchor("credentials", getTranslation("credential.all")));
        facts.addClassName("page-facts");
        header.add(facts);
        olderNote(credential).ifPresent(header::add);
        if (!credential.aliases().isEmpty()) {
            Section names = new Section(new H2(getTranslation("credential.aliases")), list(credential.aliases()));
            names.addClassName("credential-aliases");
            header.add(names);
        }
        return header;
    }

    private Optional<Component> olderNote(Credential shown) {
        return credentials
                .current(shown.ref().id())
                .map(current -> current.ref().version())
                .filter(current -> !current.equals(shown.ref().version()))
                .map(current -> {
                    Anchor there = new Anchor("credentials/" + shown.ref().id(), getTranslation("credential.current"));
                    Paragraph note = new Paragraph(
                            new Span(getTranslation(
                                    "credential.older", shown.ref().version(), current)),
                            there);
                    note.addClassName("page-note");
                    return note;
                });
    }

    private Component legend() {
        UnorderedList legend = new UnorderedList();
        Arrays.stream(Standing.values()).forEach(standing -> {
            Span hint = new Span(getTranslation("credential.standing." + standing.word() + ".hint"));
            legend.add(new ListItem(new StandingMark(standing), hint));
        });
        legend.addClassName("credential-legend");
        legend.getElement().setAttribute("aria-label", getTranslation("credential.standing.legend"));
        return legend;
    }

    private Section part(int number, String key, Component content) {
        Section part = new Section(new H2(number + ". " + getTranslation("credential.part." + key)), content);
        part.addClassName("credential-part");
        return part;
    }

    private Component list(List<Wording> wordings) {
        Div list = new Div();
        wordings.forEach(wording -> list.add(new WordingBlock(wording)));
        return list;
    }

    private Component submission(Credential credential) {
        Div parts = new Div();
        credential.submission().forEach(part -> parts.add(submissionPart(part)));
        return parts;
    }

    private Component submissionPart(SubmissionPart part) {
        Div block = new Div(new H3(part.title().in(getLocale())), new WordingBlock(part.wording()));
        part.limit().ifPresent(limit -> block.add(new WordingBlock(limit.wording()), limitLine(limit)));
        return block;
    }

    private Component limitLine(WordLimit limit) {
        String length = "";
        if (limit.min().isPresent() && limit.max().isPresent()) {
            length = getTranslation(
                    "credential.limit.between",
                    limit.min().getAsInt(),
                    limit.max().getAsInt());
        } else if (limit.max().isPresent()) {
            length = getTranslation("credential.limit.most", limit.max().getAsInt());
        } else if (limit.min().isPresent()) {
            length = getTranslation("credential.limit.least", limit.min().getAsInt());
        }
        Span line = new Span(length);
        line.setVisible(!length.isEmpty());
        line.addClassName("credential-limit");
        return line;
    }

    private Component rubric(Credential credential) {
        Div rubric = new Div();
        credential.rubric().forEach(row -> rubric.add(new WordingBlock(row.wording())));
        rubric.add(new H3(getTranslation("credential.levels")));
        UnorderedList scale = new UnorderedList();
        scale.addClassName("credential-scale");
        credential.levels().forEach(level -> scale.add(level(level)));
        rubric.add(scale);
        return rubric;
    }

    private ListItem level(Level level) {
        return new ListItem(
                new Span(level.name().in(getLocale())),
                new StandingMark(level.name().standing()));
    }

    private Component requirements(Credential credential) {
        Section section = new Section(
                new H2(getTranslation("credential.requirements")),
                new Paragraph(getTranslation("credential.requirements.hint")));
        section.addClassName("credential-part");
        credential.requirements().forEach(requirement -> {
            WordingBlock block = new WordingBlock(requirement.wording());
            requirement.rule().ifPresent(rule -> block.addComponentAtIndex(1, new RuleLine(rule)));
            section.add(block);
        });
        return section;
    }
}
