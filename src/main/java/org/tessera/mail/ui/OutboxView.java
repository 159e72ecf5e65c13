package org.tessera.mail.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import org.tessera.account.CurrentUser;
import org.tessera.mail.Mail;
import org.tessera.mail.Outbox;
import org.tessera.room.ui.Zones;

/** What was written to the person who looks, whether it also went out as e-mail or not. */
@Route("mail")
@RolesAllowed("PERSON")
@CssImport("./styles/mail.css")
class OutboxView extends Div implements HasDynamicTitle {

    OutboxView(Outbox outbox, CurrentUser user) {
        addClassNames("page", "mail");
        add(
                new H1(getTranslation("mail.page")),
                new Paragraph(getTranslation(outbox.sends() ? "mail.sent" : "mail.kept")));
        List<Mail> mails = outbox.of(user.require().id());
        if (mails.isEmpty()) {
            add(new Paragraph(getTranslation("mail.none")));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("mail-list");
        mails.forEach(mail -> list.add(new ListItem(letter(mail))));
        add(list);
    }

    private Details letter(Mail mail) {
        Span subject = new Span(mail.subject());
        subject.addClassName("mail-subject");
        Span meta = new Span(getTranslation(
                "mail.meta",
                Zones.told(mail.madeAt(), UI.getCurrent(), getLocale()),
                getTranslation("mail.state." + mail.state().name().toLowerCase(Locale.ROOT))));
        Div summary = new Div(subject, meta);
        summary.addClassName("mail-summary");
        Details details = new Details(summary);
        mail.body().lines().forEach(line -> details.add(new Paragraph(line)));
        return details;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("mail.page"));
    }
}
