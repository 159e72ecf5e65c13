package org.tessera.submission.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tessera.account.Accounts;
import org.tessera.mail.Letter;
import org.tessera.mail.Outbox;
import org.tessera.submission.CoachNamed;

/** Writes to people who were named as a coach. */
@Component
class CoachLetters {

    private final Outbox outbox;
    private final Accounts accounts;
    private final I18NProvider texts;

    CoachLetters(Outbox outbox, Accounts accounts, I18NProvider texts) {
        this.outbox = outbox;
        this.accounts = accounts;
        this.texts = texts;
    }

    @EventListener
    void on(CoachNamed named) {
        accounts.person(named.coach()).ifPresent(coach -> {
            Locale language = coach.locale();
            String earner = accounts.nameOf(named.earner());
            outbox.write(new Letter(
                    coach.id(),
                    "coach " + named.earner().value() + " " + named.version(),
                    texts.getTranslation("picks.mail", language, earner),
                    texts.getTranslation("picks.mail.text", language, coach.name(), earner),
                    Optional.empty()));
        });
    }
}
