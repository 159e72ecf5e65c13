package org.tessera.assessment.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tessera.account.Accounts;
import org.tessera.account.Officers;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.assessment.CaseNews;
import org.tessera.assessment.Task;
import org.tessera.credential.Credentials;
import org.tessera.mail.Letter;
import org.tessera.mail.Outbox;

/** Writes to whoever should hear of a case. A letter to an assessor has its number and nothing else of it. */
@Component
class CaseMail {

    private final Outbox outbox;
    private final Accounts accounts;
    private final Officers officers;
    private final Credentials credentials;
    private final I18NProvider texts;

    CaseMail(Outbox outbox, Accounts accounts, Officers officers, Credentials credentials, I18NProvider texts) {
        this.outbox = outbox;
        this.accounts = accounts;
        this.officers = officers;
        this.credentials = credentials;
        this.texts = texts;
    }

    @EventListener
    void on(CaseNews news) {
        switch (news) {
            case CaseNews.Drawn drawn ->
                to(
                        drawn.assessor(),
                        drawn,
                        "drawn " + drawn.at(),
                        "assessment.mail.drawn",
                        (person, credential) -> new Object[] {
                            person.name(),
                            credential,
                            drawn.about().number(),
                            task(drawn.task(), person.locale()),
                            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                                    .withLocale(person.locale())
                                    // a minute before midnight is read more surely than midnight
                                    .format(drawn.until().minusMillis(1).atZone(drawn.zone()))
                        });
            case CaseNews.Lapsed lapsed ->
                to(
                        lapsed.assessor(),
                        lapsed,
                        "lapsed " + lapsed.at(),
                        "assessment.mail.lapsed",
                        (person, credential) -> new Object[] {
                            person.name(), credential, lapsed.about().number(), task(lapsed.task(), person.locale())
                        });
            case CaseNews.Nobody nobody ->
                officers.of(nobody.district())
                        .forEach(officer -> to(
                                officer.id(),
                                nobody,
                                "nobody " + nobody.task(),
                                "assessment.mail.nobody",
                                (person, credential) -> new Object[] {
                                    person.name(),
                                    credential,
                                    nobody.about().number(),
                                    task(nobody.task(), person.locale())
                                }));
            case CaseNews.Returned returned ->
                to(returned.earner(), returned, "returned", "assessment.mail.returned", (person, credential) ->
                        new Object[] {person.name(), credential});
            case CaseNews.Decided decided ->
                to(
                        decided.earner(),
                        decided,
                        decided.isAppeal() ? "heard" : "decided",
                        decided.isEarned() ? "assessment.mail.earned" : "assessment.mail.unmet",
                        (person, credential) -> new Object[] {person.name(), credential});
        }
    }

    @FunctionalInterface
    private interface Parameters {
        Object[] of(Person person, String credential);
    }

    private void to(PersonId id, CaseNews about, String occasion, String key, Parameters parameters) {
        accounts.person(id).ifPresent(person -> {
            String credential = credentials
                    .find(about.credential())
                    .map(one -> one.name().in(person.locale()))
                    .orElse("");
            Object[] said = parameters.of(person, credential);
            outbox.write(new Letter(
                    id,
                    "case " + about.about() + " " + occasion,
                    texts.getTranslation(key, person.locale(), said),
                    texts.getTranslation(key + ".text", person.locale(), said),
                    Optional.empty()));
        });
    }

    private String task(Task task, Locale language) {
        return texts.getTranslation("assessment.task." + task.word(), language);
    }
}
