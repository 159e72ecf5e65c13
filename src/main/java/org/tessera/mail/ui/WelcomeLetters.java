package org.tessera.mail.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tessera.account.Accounts;
import org.tessera.account.Person;
import org.tessera.account.PersonInvited;
import org.tessera.mail.Letter;
import org.tessera.mail.Outbox;

/** Sends people the link to come in by, in their own language; the link itself is kept nowhere once it is sent. */
@Component
class WelcomeLetters {

    private final Outbox outbox;
    private final Accounts accounts;
    private final I18NProvider texts;

    WelcomeLetters(Outbox outbox, Accounts accounts, I18NProvider texts) {
        this.outbox = outbox;
        this.accounts = accounts;
        this.texts = texts;
    }

    @EventListener
    void on(PersonInvited invited) {
        Person person = invited.person();
        Locale language = person.locale();
        String key = invited.first() ? "office.mail.invited" : "office.mail.link";
        String district = accounts.nameOf(person.district());
        String until = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language)
                .format(invited.link().until().atOffset(ZoneOffset.UTC));
        outbox.writeWith(
                invited.link().address(),
                new Letter(
                        person.id(),
                        "welcome " + invited.link().until(),
                        texts.getTranslation(key, language, district),
                        texts.getTranslation(key + ".text", language, person.name(), district, Outbox.SECRET, until),
                        Optional.empty()));
    }
}
