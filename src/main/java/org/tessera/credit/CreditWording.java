package org.tessera.credit;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tessera.account.Languages;

/** Our own words about credit, in one language; on pages and in files. */
public final class CreditWording {

    private final Locale language;
    private final ResourceBundle texts;

    /** In the nearest language there is. */
    public CreditWording(Locale locale) {
        language = Languages.nearest(locale);
        texts = ResourceBundle.getBundle(
                "messages.credit",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Locale language() {
        return language;
    }

    /** The sentence called {@code key}; with parameters it is a {@link MessageFormat}. */
    public String say(String key, Object... parameters) {
        String text = texts.getString(key);
        return parameters.length == 0 ? text : new MessageFormat(text, language).format(parameters);
    }

    /** A day as people write it. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(day);
    }

    /** Minutes as hours and minutes. */
    public String time(int minutes) {
        return say("credit.time", minutes / 60, minutes % 60);
    }

    /** What it was for: the credential's name, or the length of the meeting; its day stands beside it. */
    public String thing(CreditLine line) {
        return line.thing().isMeeting()
                ? say("credit.thing.meeting", time(line.thing().minutes()))
                : line.thing().name();
    }

    /** Hours and money in words; a dash where there is neither. */
    public String given(Optional<Hours> hours, Optional<Money> money) {
        return Stream.concat(
                        hours.map(each -> each.in(language)).stream(), money.map(each -> each.in(language)).stream())
                .reduce((one, other) -> say("credit.and", one, other))
                .orElse("–");
    }

    /** Where a line stands. */
    public String outcome(CreditLine.Outcome outcome) {
        return switch (outcome) {
            case CreditLine.Outcome.Due() -> say("credit.outcome.due");
            case CreditLine.Outcome.Done(var on, var _, boolean revoked) ->
                say(revoked ? "credit.outcome.done.revoked" : "credit.outcome.done", day(on));
            case CreditLine.Outcome.BadgeWaits() -> say("credit.outcome.suspended");
            case CreditLine.Outcome.RegistrationWaits() -> say("credit.outcome.registration");
            case CreditLine.Outcome.Nothing(var why) ->
                say("credit.why." + why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        };
    }

    /**
     * A rule in sentences.
     *
     * @param name of the credential, stack or protocol it counts
     */
    public String rule(RuleTerms terms, String name) {
        String gets = given(terms.hours(), terms.money());
        String first =
                switch (terms.counts()) {
                    case Counts.OfCredential _ -> say("credit.rule.credential", name, gets);
                    case Counts.OfStack _ -> say("credit.rule.stack", name, gets);
                    case Counts.OfMeetings(var protocol, int per) ->
                        say(
                                protocol.isPresent() ? "credit.rule.protocol" : "credit.rule.meetings",
                                name,
                                gets,
                                per,
                                say("credit.rounding." + terms.rounding().name().toLowerCase(Locale.ROOT)));
                };
        boolean isOfMeetings = terms.counts() instanceof Counts.OfMeetings;
        return Stream.of(
                        Optional.of(first),
                        terms.needsRegistration()
                                ? Optional.of(terms.registerUntil()
                                        .map(day -> say(
                                                isOfMeetings
                                                        ? "credit.rule.register.meetings.until"
                                                        : "credit.rule.register.until",
                                                day(day)))
                                        .orElseGet(() -> say(
                                                isOfMeetings
                                                        ? "credit.rule.register.meetings"
                                                        : "credit.rule.register")))
                                : Optional.<String>empty(),
                        most(terms),
                        Optional.of(terms.until()
                                .map(last -> say("credit.rule.from-until", day(terms.from()), day(last)))
                                .orElseGet(() -> say("credit.rule.from", day(terms.from())))))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private Optional<String> most(RuleTerms terms) {
        Optional<Hours> hours =
                terms.mostHours().flatMap(most -> terms.hours().map(each -> new Hours(most, each.unit())));
        Optional<Money> money =
                terms.mostMoney().flatMap(most -> terms.money().map(each -> new Money(most, each.currency())));
        return hours.isEmpty() && money.isEmpty()
                ? Optional.empty()
                : Optional.of(say("credit.rule.most", given(hours, money)));
    }
}
