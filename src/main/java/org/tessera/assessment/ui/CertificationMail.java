package org.tessera.assessment.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tessera.account.Accounts;
import org.tessera.artifact.ui.When;
import org.tessera.assessment.CertificationNews;
import org.tessera.assessment.Drift;
import org.tessera.credential.Credentials;
import org.tessera.mail.Letter;
import org.tessera.mail.Outbox;

/** Writes to earners who are asked for their consent, and to assessors about their certificates. */
@Component
class CertificationMail {

    private final Outbox outbox;
    private final Accounts accounts;
    private final Credentials credentials;
    private final I18NProvider texts;

    CertificationMail(Outbox outbox, Accounts accounts, Credentials credentials, I18NProvider texts) {
        this.outbox = outbox;
        this.accounts = accounts;
        this.credentials = credentials;
        this.texts = texts;
    }

    @EventListener
    void on(CertificationNews news) {
        switch (news) {
            case CertificationNews.ConsentAsked asked ->
                write(news, "anchor " + asked.about(), "assessment-panel.mail.asked", 0, Optional.empty());
            case CertificationNews.Certified certified ->
                write(
                        news,
                        "certified " + certified.certificate(),
                        "assessment-panel.mail.certified",
                        certified.exact(),
                        Optional.of(certified.until()));
            case CertificationNews.Expiring expiring ->
                write(
                        news,
                        "expiring " + expiring.certificate(),
                        "assessment-panel.mail.expiring",
                        0,
                        Optional.of(expiring.until()));
            case CertificationNews.Drifted drifted ->
                write(
                        news,
                        "drifted " + drifted.certificate(),
                        "assessment-panel.mail.drifted",
                        drifted.exact(),
                        Optional.empty());
        }
    }

    private void write(CertificationNews news, String occasion, String key, int exact, Optional<Instant> until) {
        accounts.person(news.to()).ifPresent(person -> {
            Locale locale = person.locale();
            Object[] said = {
                person.name(),
                credentials
                        .current(news.credential())
                        .map(one -> one.name().in(locale))
                        .orElse(""),
                exact,
                until.map(at -> When.day(at, locale)).orElse(""),
                Drift.ROWS
            };
            outbox.write(new Letter(
                    person.id(),
                    occasion,
                    texts.getTranslation(key, locale, said),
                    texts.getTranslation(key + ".text", locale, said),
                    Optional.empty()));
        });
    }
}
