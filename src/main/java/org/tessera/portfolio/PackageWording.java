package org.tessera.portfolio;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.tessera.account.Languages;
import org.tessera.protocol.Role;

/** Our own words in a package, in one language. */
final class PackageWording {

    private final Locale language;
    private final List<ResourceBundle> bundles;
    private final boolean isDated;

    PackageWording(Locale locale) {
        this(locale, true);
    }

    private PackageWording(Locale locale, boolean isDated) {
        this.isDated = isDated;
        language = Languages.nearest(locale);
        ResourceBundle.Control plain =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        bundles = List.of(
                ResourceBundle.getBundle("messages.portfolio", language, plain),
                ResourceBundle.getBundle("messages.protocol", language, plain));
    }

    /** For what may not tell on which day something was. */
    static PackageWording undated(Locale locale) {
        return new PackageWording(locale, false);
    }

    Locale language() {
        return language;
    }

    /** The sentence called {@code key}; with parameters it is a {@link MessageFormat}. */
    String say(String key, Object... parameters) {
        String text = bundles.stream()
                .filter(bundle -> bundle.containsKey(key))
                .findFirst()
                .map(bundle -> bundle.getString(key))
                .orElseThrow(() -> new IllegalArgumentException("no text " + key));
        return parameters.length == 0 ? text : new MessageFormat(text, language).format(parameters);
    }

    String kind(String kind) {
        return say("kind." + kind);
    }

    String role(Role role) {
        return say("role." + role.word());
    }

    /** Why something is not there, as assessors here read it. */
    String left(LeftOut.Why why, int count) {
        String word = why.name().toLowerCase(Locale.ROOT);
        String own = "portfolio.blind.left." + word;
        boolean hasOwn = bundles.stream().anyMatch(bundle -> bundle.containsKey(own));
        return say(hasOwn ? own : "portfolio.left." + word, count);
    }

    /** What stands above the note of what was at an address. */
    String seen(String address, LocalDate day) {
        return isDated ? say("portfolio.paper.link", address, day(day)) : say("portfolio.blind.link", address);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(day);
    }

    /** A day, in UTC: a package does not tell where it was made. */
    String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(at.atZone(ZoneOffset.UTC));
    }
}
