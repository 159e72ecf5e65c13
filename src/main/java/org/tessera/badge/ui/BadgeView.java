package org.tessera.badge.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.util.HtmlUtils;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.account.SignedIn;
import org.tessera.badge.Badge;
import org.tessera.badge.BadgeId;
import org.tessera.badge.Badges;
import org.tessera.badge.Checks;

/** A badge for everybody to whom its earner shows it, and for its earner; for others it is not there. */
@Route("badges/:badge")
@AnonymousAllowed
@CssImport("./styles/page-parts.css")
@CssImport("./styles/badge.css")
class BadgeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Badges badges;
    private final transient Checks checks;
    private final transient CurrentUser user;
    private final transient InstantSource clock;
    private final boolean isLicensed;
    private final Div answer = new Div();
    private String title = "";

    BadgeView(
            Badges badges,
            Checks checks,
            CurrentUser user,
            InstantSource clock,
            @Value("${tessera.cce-licence:}") String licence) {
        this.badges = badges;
        this.checks = checks;
        this.user = user;
        this.clock = clock;
        this.isLicensed = !licence.isBlank();
        addClassNames("page", "badge-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<PersonId> reader = user.get().filter(one -> !one.guest()).map(SignedIn::id);
        BadgeId id =
                event.getRouteParameters().get("badge").flatMap(BadgeId::read).orElseThrow(NotFoundException::new);
        Optional<Badge> shown = badges.shown(id);
        Badge badge =
                shown.or(() -> reader.flatMap(own -> badges.find(id, own))).orElseThrow(NotFoundException::new);
        title = badge.name();
        show(badge, shown.isPresent());
        if (reader.filter(badge.earner()::equals).isPresent()) {
            add(new TokenSection(badges, badge));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", title);
    }

    private void show(Badge badge, boolean isPublic) {
        removeAll();
        Header head = new Header(BadgeWords.picture(badge), new H1(badge.name()));
        head.addClassName("badge-head");
        Paragraph dates = new Paragraph(
                badge.expires().isPresent()
                        ? getTranslation(
                                "badge.dates.until",
                                BadgeWords.day(badge.decided(), getLocale()),
                                BadgeWords.day(badge.expires().get(), getLocale()))
                        : getTranslation("badge.dates", BadgeWords.day(badge.decided(), getLocale())));
        add(head);
        badges.nameOn(badge).ifPresent(name -> add(new Paragraph(getTranslation("badge.earner", name))));
        if (!isPublic) {
            add(new Paragraph(getTranslation("badge.only-you")));
        }
        Button verify = new Button(getTranslation("badge.verify.here"), _ -> verify(badge));
        verify.addThemeVariants(ButtonVariant.PRIMARY);
        add(
                new Paragraph(getTranslation(isLicensed ? "badge.issuer.licensed" : "badge.issuer", badge.issuer())),
                dates,
                BadgeWords.standing(this, badge, clock.instant()),
                new Div(verify),
                answer);
        BadgeWords.told(badge, this).forEach(this::add);
        add(files(badge));
        if (isPublic) {
            add(sharing(badge));
        }
    }

    private void verify(Badge badge) {
        answer.removeAll();
        Optional<PersonId> reader = user.get().filter(one -> !one.guest()).map(SignedIn::id);
        badges.credential(badge.id(), reader)
                .flatMap(credential -> checks.check(credential.getBytes(StandardCharsets.UTF_8)))
                .ifPresentOrElse(
                        report -> answer.add(new ReportSteps(report)),
                        () -> answer.add(new Paragraph(getTranslation("badge.verify.busy"))));
    }

    private Section files(Badge badge) {
        String page = BadgeWords.page(badge.id());
        Div links = new Div(
                file(page + "/credential.json", "badge.file.json"),
                file(page + "/badge.png", "badge.file.png"),
                file(page + "/badge.svg", "badge.file.svg"));
        links.addClassName("page-actions");
        return new Section(
                new H2(getTranslation("badge.files")), new Paragraph(getTranslation("badge.files.lead")), links);
    }

    private Anchor file(String address, String key) {
        Anchor link = new Anchor(address, getTranslation(key));
        link.getElement().setAttribute("download", true);
        link.getElement().setAttribute("router-ignore", true);
        return link;
    }

    private Section sharing(Badge badge) {
        String address = badges.addressOf(badge.id());
        TextField link = new TextField(getTranslation("badge.share.link"));
        link.setValue(address);
        link.setReadOnly(true);
        link.setWidthFull();
        TextArea embed = new TextArea(getTranslation("badge.share.embed"));
        embed.setValue("<a href=\"" + address + "\"><img src=\"" + address
                + "/badge.png\" width=\"200\" height=\"200\" alt=\""
                + HtmlUtils.htmlEscape(badge.name()) + "\"></a>");
        embed.setReadOnly(true);
        embed.setWidthFull();
        Anchor linkedIn = new Anchor(linkedIn(badge, address), getTranslation("badge.share.linkedin"));
        linkedIn.setTarget("_blank");
        linkedIn.getElement().setAttribute("rel", "noopener noreferrer");
        return new Section(new H2(getTranslation("badge.share")), link, embed, linkedIn);
    }

    /** Its own form, filled in; nothing goes there before somebody follows the link. */
    private static String linkedIn(Badge badge, String address) {
        OffsetDateTime issued = badge.decided().atOffset(ZoneOffset.UTC);
        String link = "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&name=" + coded(badge.name())
                + "&organizationName=" + coded(badge.issuer())
                + "&issueYear=" + issued.getYear() + "&issueMonth=" + issued.getMonthValue()
                + "&certUrl=" + coded(address) + "&certId=" + badge.id().value();
        return badge.expires()
                .map(end -> end.atOffset(ZoneOffset.UTC))
                .map(end -> link + "&expirationYear=" + end.getYear() + "&expirationMonth=" + end.getMonthValue())
                .orElse(link);
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
