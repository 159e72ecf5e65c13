package org.tessera.submission.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tessera.account.Accounts;
import org.tessera.account.Person;
import org.tessera.credential.Credentials;
import org.tessera.mail.Letter;
import org.tessera.mail.Outbox;
import org.tessera.submission.Breached;

/** Writes to whoever handed in work that was stopped afterwards, and to their helpers. The letter names no piece and nobody. */
@Component
class BreachMail {

    private final Outbox outbox;
    private final Accounts accounts;
    private final Credentials credentials;
    private final I18NProvider texts;

    BreachMail(Outbox outbox, Accounts accounts, Credentials credentials, I18NProvider texts) {
        this.outbox = outbox;
        this.accounts = accounts;
        this.credentials = credentials;
        this.texts = texts;
    }

    @EventListener
    void on(Breached breached) {
        accounts.person(breached.earner()).ifPresent(earner -> {
            write(breached, earner, "handin.mail.breach.text", earner.name());
            breached.helpers().forEach(helper -> accounts.person(helper)
                    .ifPresent(person -> write(breached, person, "handin.mail.breach.helper", earner.name())));
        });
    }

    private void write(Breached breached, Person to, String key, String earner) {
        String credential = credentials
                .find(breached.breach().credential())
                .map(one -> one.name().in(to.locale()))
                .orElse("");
        outbox.write(new Letter(
                to.id(),
                "breach " + breached.breach().submission() + " "
                        + breached.breach().work().id() + " "
                        + breached.breach().stop().at().getEpochSecond(),
                texts.getTranslation("handin.mail.breach", to.locale(), credential),
                texts.getTranslation(key, to.locale(), to.name(), credential, earner),
                Optional.empty()));
    }
}
