package org.tessera.portfolio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tessera.account.CurrentUser;
import org.tessera.account.SignedIn;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Credentials;
import org.tessera.credential.Stack;
import org.tessera.credential.Standing;
import org.tessera.portfolio.LeftOut;
import org.tessera.portfolio.PackageAnswer;
import org.tessera.portfolio.PackageOrder;
import org.tessera.portfolio.Portfolios;
import org.tessera.portfolio.Profile;
import org.tessera.portfolio.Profiles;
import org.tessera.portfolio.SubmissionPackage;
import org.tessera.proof.Packages;
import org.tessera.submission.Platform;
import org.tessera.submission.Submission;
import org.tessera.submission.Submissions;

/**
 * Where an earner chooses a platform, sees what will be in the package and what will not, and fetches it: of one submission,
 * or of all that were handed in for a stack.
 */
@Route("submissions/:credential/package")
@RouteAlias("stacks/:stack/package")
@RolesAllowed("PERSON")
@CssImport("./styles/page-parts.css")
@CssImport("./styles/portfolio.css")
class PackageView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Portfolios portfolios;
    private final transient Profiles profiles;
    private final transient Submissions submissions;
    private final transient Credentials credentials;
    private final transient Packages packages;
    private final transient SignedIn me;
    private final Div body = new Div();
    private final RadioButtonGroup<Platform> platform = new RadioButtonGroup<>();
    private final Checkbox editable = new Checkbox();
    private final Set<String> words = new HashSet<>();
    private transient Content content = new OfCredential(new CredentialId(""));
    private Platform begunFor = Platform.BLOOMBOARD;

    /** What is packed. */
    private sealed interface Content {}

    private record OfCredential(CredentialId credential) implements Content {}

    private record OfStack(Stack stack) implements Content {}

    PackageView(
            Portfolios portfolios,
            Profiles profiles,
            Submissions submissions,
            Credentials credentials,
            Packages packages,
            CurrentUser user) {
        this.portfolios = portfolios;
        this.profiles = profiles;
        this.submissions = submissions;
        this.credentials = credentials;
        this.packages = packages;
        me = user.require();
        addClassNames("page", "package-page");
        body.getElement().setAttribute("aria-live", "polite");
        platform.setLabel(getTranslation("portfolio.page.profile"));
        platform.setItems(Platform.elsewhere());
        platform.setItemLabelGenerator(one -> profiles.of(one).name());
        platform.addValueChangeListener(_ -> show());
        editable.setLabel(getTranslation("portfolio.page.editable"));
        editable.setHelperText(getTranslation("portfolio.page.editable.help"));
        editable.addValueChangeListener(_ -> show());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        words.clear();
        Optional<String> stack = event.getRouteParameters().get("stack");
        boolean isThere = stack.isPresent()
                ? begin(credentials.stack(new CredentialId(stack.get())).orElseThrow(NotFoundException::new))
                : begin(new CredentialId(
                        event.getRouteParameters().get("credential").orElse("")));
        if (!isThere) {
            add(new Paragraph(getTranslation("portfolio.page.not-handed")));
            return;
        }
        add(platform, editable, body);
        // the page may be the same one as before, with another content
        Platform first = Platform.elsewhere().contains(begunFor) ? begunFor : Platform.BLOOMBOARD;
        if (first == platform.getValue()) {
            show();
        } else {
            platform.setValue(first);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("portfolio.page"));
    }

    private boolean begin(CredentialId credential) {
        Submission submission = submissions.find(me.id(), credential).orElseThrow(NotFoundException::new);
        content = new OfCredential(credential);
        begunFor = submission.platform();
        Div header = header(
                credentials
                        .find(submission.credential())
                        .map(one -> one.name().in(getLocale()))
                        .orElse(""),
                "portfolio.page.lead");
        header.add(new Anchor("submissions/" + credential, getTranslation("portfolio.page.back")));
        credentials
                .stackOf(credential)
                .ifPresent(stack -> header.add(new Anchor(
                        "stacks/" + stack.ref().id() + "/package",
                        getTranslation("portfolio.page.stack", stack.name().in(getLocale())))));
        add(header);
        return !submission.handedIn().isEmpty();
    }

    private boolean begin(Stack stack) {
        content = new OfStack(stack);
        List<Submission> handed = stack.members().stream()
                .flatMap(member -> submissions.find(me.id(), member).stream())
                .filter(submission -> !submission.handedIn().isEmpty())
                .toList();
        begunFor = handed.stream().map(Submission::platform).findFirst().orElse(Platform.BLOOMBOARD);
        Div header = header(stack.name().in(getLocale()), "portfolio.page.stack.lead");
        header.add(new Anchor("submissions", getTranslation("portfolio.page.stack.back")));
        add(header);
        return !handed.isEmpty();
    }

    private Div header(String of, String lead) {
        Paragraph about = new Paragraph(of);
        about.addClassName("quiet");
        Div header = new Div(new H1(getTranslation("portfolio.page")), about, new Paragraph(getTranslation(lead)));
        header.addClassName("page-header");
        return header;
    }

    private void show() {
        body.removeAll();
        Profile profile = profiles.of(platform.getValue());
        if (platform.getValue() != begunFor) {
            body.add(note("portfolio.page.other"));
        }
        switch (answer()) {
            case PackageAnswer.Ready(var file) -> body.add(ready(file));
            case PackageAnswer.Named named -> body.add(names(named));
            case PackageAnswer.Altered _ -> body.add(note("portfolio.page.altered"));
            case PackageAnswer.Unknown _, PackageAnswer.NotHandedIn _ ->
                body.add(new Paragraph(getTranslation("portfolio.page.not-handed")));
        }
        if (profile.asksForTemplates()) {
            body.add(note("portfolio.page.template"));
        }
        body.add(rules(profile));
    }

    private PackageAnswer answer() {
        return switch (content) {
            case OfCredential(var credential) -> portfolios.pack(me, credential, order());
            case OfStack(var stack) -> portfolios.packStack(me, stack.ref().id(), order());
        };
    }

    private PackageOrder order() {
        return new PackageOrder(platform.getValue(), editable.getValue(), words);
    }

    private Component ready(SubmissionPackage file) {
        Anchor download =
                new Anchor(address(), getTranslation("portfolio.page.download", Sizes.of(file.bytes(), getLocale())));
        download.addClassName("action");
        download.setRouterIgnore(true);
        download.getElement().setAttribute("download", true);
        Div actions = new Div(download);
        actions.addClassName("page-actions");
        UnorderedList files = new UnorderedList();
        files.addClassName("package-files");
        file.documents().forEach(path -> files.add(new ListItem(path)));
        Code key = new Code(packages.keyId());
        key.addClassName("package-key");
        Section section = new Section(actions);
        if (!file.missing().isEmpty()) {
            section.add(new H2(getTranslation("portfolio.page.missing")), missing(file.missing()));
        }
        section.add(new H2(getTranslation("portfolio.page.left")));
        file.folders().forEach(folder -> {
            if (content instanceof OfStack) {
                section.add(new H3(folder.credential().name().in(getLocale())));
            }
            section.add(leftOut(folder.leftOut()));
        });
        section.add(
                new NativeDetails(getTranslation("portfolio.page.files"), files),
                new NativeDetails(
                        getTranslation("portfolio.page.how"),
                        new Div(new Paragraph(getTranslation("portfolio.page.how.text", packages.keyId())), key)));
        return section;
    }

    private Component missing(List<CredentialId> missing) {
        UnorderedList list = new UnorderedList();
        missing.forEach(id -> credentials
                .current(id)
                .map(one -> new Anchor("submissions/" + id, one.name().in(getLocale())))
                .ifPresent(link -> list.add(new ListItem(link))));
        return new Div(new Paragraph(getTranslation("portfolio.page.missing.lead")), list);
    }

    private Component leftOut(List<LeftOut> left) {
        if (left.isEmpty()) {
            return new Paragraph(getTranslation("portfolio.page.left.none"));
        }
        UnorderedList list = new UnorderedList();
        left.forEach(one -> list.add(new ListItem(sentence(one))));
        return list;
    }

    private String sentence(LeftOut left) {
        String why = getTranslation("portfolio.left." + left.why().name().toLowerCase(Locale.ROOT), left.count());
        return left.evidence() == 0
                ? why
                : getTranslation("portfolio.page.evidence", String.valueOf(left.evidence()), why);
    }

    private Component names(PackageAnswer.Named named) {
        UnorderedList list = new UnorderedList();
        named.names().stream()
                .map(name -> getTranslation(
                        name.isCertain() ? "portfolio.page.names.certain" : "portfolio.page.names.maybe", name.name()))
                .distinct()
                .forEach(sentence -> list.add(new ListItem(sentence)));
        Section section = new Section(
                new H2(getTranslation("portfolio.page.names")),
                new Paragraph(getTranslation("portfolio.page.names.lead")),
                list);
        section.addClassName("package-names");
        if (named.canBeSettled()) {
            section.add(new Button(getTranslation("portfolio.page.names.none"), _ -> {
                named.names().forEach(name -> words.add(name.name()));
                show();
            }));
        }
        return section;
    }

    private Component rules(Profile profile) {
        UnorderedList list = new UnorderedList();
        list.addClassName("package-rules");
        for (Profile.Rule rule : profile.rules()) {
            ListItem item = new ListItem(new Span(rule.wording().in(getLocale())));
            if (rule.wording().standing() != Standing.VERIFIED) {
                Span mark = new Span(getTranslation(
                        rule.wording().standing() == Standing.PLACEHOLDER
                                ? "portfolio.page.unknown"
                                : "portfolio.page.inferred"));
                mark.addClassName("rule-standing");
                item.add(mark);
            }
            list.add(item);
        }
        return new Section(new H2(getTranslation("portfolio.page.rules")), list);
    }

    private Paragraph note(String key) {
        Paragraph note = new Paragraph(getTranslation(key));
        note.addClassName("package-note");
        return note;
    }

    private String address() {
        StringBuilder address = new StringBuilder(
                        switch (content) {
                            case OfCredential(var credential) -> "api/submissions/" + credential;
                            case OfStack(var stack) ->
                                "api/stacks/" + stack.ref().id();
                        })
                .append("/package.zip?profile=")
                .append(platform.getValue().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (editable.getValue()) {
            address.append("&editable=yes");
        }
        words.stream().sorted().forEach(word -> address.append("&word=")
                .append(URLEncoder.encode(word, StandardCharsets.UTF_8)));
        return address.toString();
    }
}
