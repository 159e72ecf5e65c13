package org.tessera.badge.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.badge.Badge;
import org.tessera.badge.Badges;
import org.tessera.badge.Deed;
import org.tessera.badge.ShowAnswer;

/** One's own badges, and who may see them. */
@Route("badges")
@RolesAllowed("PERSON")
@CssImport("./styles/page-parts.css")
@CssImport("./styles/badge.css")
class BadgesView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Badges badges;
    private final transient InstantSource clock;
    private final PersonId me;

    BadgesView(Badges badges, CurrentUser user, InstantSource clock) {
        this.badges = badges;
        this.clock = clock;
        this.me = user.require().id();
        addClassNames("page", "badge-page");
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("badge.own.title"));
    }

    private void show() {
        removeAll();
        add(new H1(getTranslation("badge.own.title")), new Paragraph(getTranslation("badge.own.lead")));
        List<Badge> own = badges.of(me);
        if (own.isEmpty()) {
            add(
                    new Paragraph(getTranslation("badge.own.none")),
                    new Anchor("submissions", getTranslation("badge.own.none.next")));
        }
        own.forEach(badge -> add(card(badge)));
        Div foot = new Div(new Anchor("verify", getTranslation("badge.own.verify")));
        if (badges.isIssuer(me)) {
            foot.add(new Anchor("issued-badges", getTranslation("badge.issued.title")));
        }
        foot.addClassName("page-actions");
        add(foot);
    }

    private Section card(Badge badge) {
        Section card = new Section();
        card.addClassNames("card", "badge-card");
        Anchor name = new Anchor(BadgeWords.page(badge.id()), badge.name());
        card.add(
                BadgeWords.picture(badge),
                new H2(name),
                BadgeWords.standing(card, badge, clock.instant()),
                new Paragraph(getTranslation("badge.dates", BadgeWords.day(badge.decided(), getLocale()))));
        for (Deed deed : badges.history(badge.id(), me)) {
            card.add(new Paragraph(getTranslation(
                    "badge.deed." + deed.kind().name().toLowerCase(java.util.Locale.ROOT),
                    BadgeWords.day(deed.at(), getLocale()),
                    deed.reason())));
        }
        card.add(badge.isShownAt(clock.instant()) ? shown(badge) : hidden(badge));
        return card;
    }

    private Div shown(Badge badge) {
        String until = badge.showing()
                .map(showing -> BadgeWords.day(showing.until(), getLocale()))
                .orElse("");
        Button hide = new Button(getTranslation("badge.hide"), _ -> {
            badges.hide(badge.id(), me);
            show();
        });
        return new Div(new Paragraph(getTranslation("badge.shown", until)), hide);
    }

    private Div hidden(Badge badge) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        DatePicker until = new DatePicker(getTranslation("badge.show.until"));
        until.setLocale(getLocale());
        until.setMin(today.plusDays(1));
        until.setMax(today.plusDays(Badges.LONGEST_SHOWING.toDays() - 1));
        until.setValue(today.plusYears(1));
        Checkbox named = new Checkbox(getTranslation("badge.show.named"));
        Paragraph says = new Paragraph();
        says.getElement().setAttribute("role", "alert");
        Button show = new Button(getTranslation("badge.show"), _ -> {
            LocalDate day = until.getValue();
            ShowAnswer answer = day == null
                    ? ShowAnswer.BAD_END
                    : badges.show(
                            badge.id(),
                            me,
                            named.getValue(),
                            day.atStartOfDay(ZoneOffset.UTC).toInstant());
            switch (answer) {
                case SHOWN -> show();
                case NOT_FOUND, BAD_END -> says.setText(getTranslation("badge.show.bad-end"));
            }
        });
        return new Div(new Paragraph(getTranslation("badge.hidden")), until, named, show, says);
    }
}
