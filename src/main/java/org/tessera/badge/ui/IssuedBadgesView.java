package org.tessera.badge.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.badge.Badge;
import org.tessera.badge.Badges;
import org.tessera.badge.Deed;
import org.tessera.badge.DeedAnswer;
import org.tessera.badge.Standing;

/** What a district has issued: for who acts as its issuer, to suspend, lift and revoke. */
@Route("issued-badges")
@RolesAllowed("PERSON")
@CssImport("./styles/badge.css")
class IssuedBadgesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Badges badges;
    private final transient Accounts accounts;
    private final transient InstantSource clock;
    private final PersonId me;

    IssuedBadgesView(Badges badges, Accounts accounts, CurrentUser user, InstantSource clock) {
        this.badges = badges;
        this.accounts = accounts;
        this.clock = clock;
        this.me = user.require().id();
        addClassNames("page", "badge-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!badges.isIssuer(me)) {
            throw new NotFoundException();
        }
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("badge.issued.title"));
    }

    private void show() {
        removeAll();
        add(new H1(getTranslation("badge.issued.title")), new Paragraph(getTranslation("badge.issued.lead")));
        List<Badge> issued = badges.issued(me);
        if (issued.isEmpty()) {
            add(new Paragraph(getTranslation("badge.issued.none")));
        }
        issued.forEach(badge -> add(card(badge)));
        add(key());
    }

    /** A new key is asked for twice: there is no way back to the old one. */
    private Section key() {
        Section section =
                new Section(new H2(getTranslation("badge.key.title")), new Paragraph(getTranslation("badge.key.what")));
        section.addClassName("card");
        Button sure = new Button(getTranslation("badge.key.sure"), _ -> {
            boolean isNew = badges.renewKey(me);
            show();
            Notification.show(getTranslation(isNew ? "badge.key.done" : "badge.refused.not_found"));
        });
        sure.setVisible(false);
        Button ask = new Button(getTranslation("badge.key.new"), _ -> sure.setVisible(true));
        section.add(ask, sure);
        return section;
    }

    private Section card(Badge badge) {
        Section card = new Section();
        card.addClassNames("card", "badge-card");
        card.add(
                new H2(getTranslation("badge.issued.whose", badge.name(), accounts.nameOf(badge.earner()))),
                BadgeWords.standing(card, badge, clock.instant()),
                new Paragraph(getTranslation("badge.dates", BadgeWords.day(badge.decided(), getLocale()))));
        List<Deed> deeds = badges.history(badge.id(), me);
        for (Deed deed : deeds) {
            card.add(new Paragraph(getTranslation(
                    "badge.deed." + deed.kind().name().toLowerCase(Locale.ROOT),
                    BadgeWords.day(deed.at(), getLocale()),
                    deed.reason())));
        }
        if (deeds.isEmpty() || deeds.getLast().kind() != Deed.Kind.REVOKED) {
            card.add(actions(badge));
        }
        return card;
    }

    private Div actions(Badge badge) {
        TextField reason = new TextField(getTranslation("badge.deed.reason"));
        reason.setMaxLength(Badges.LONGEST_REASON);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setWidthFull();
        Paragraph says = new Paragraph();
        says.getElement().setAttribute("role", "alert");
        Div actions = new Div(reason);
        if (badge.standing() == Standing.SUSPENDED) {
            actions.add(button("badge.do.lift", badge, Deed.Kind.LIFTED, reason, says));
        } else {
            actions.add(button("badge.do.suspend", badge, Deed.Kind.SUSPENDED, reason, says));
        }
        actions.add(button("badge.do.revoke", badge, Deed.Kind.REVOKED, reason, says), says);
        return actions;
    }

    private Button button(String key, Badge badge, Deed.Kind kind, TextField reason, Paragraph says) {
        Button button = new Button(getTranslation(key));
        button.addClickListener(_ -> {
            switch (badges.act(badge.id(), me, kind, reason.getValue())) {
                case DeedAnswer.Done(Badge _) -> show();
                case DeedAnswer.Refused(DeedAnswer.Why why) ->
                    says.setText(getTranslation("badge.refused." + why.name().toLowerCase(Locale.ROOT)));
            }
        });
        return button;
    }
}
