package org.tessera.record;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.tessera.account.Languages;

/** Our own words in a file, in one language. */
final class Wording {

    private final Reading reading;
    private final Locale language;
    private final List<ResourceBundle> bundles;

    Wording(Reading reading) {
        this.reading = reading;
        language = Languages.nearest(reading.locale());
        ResourceBundle.Control plain =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        bundles = List.of(
                ResourceBundle.getBundle("messages.record", language, plain),
                ResourceBundle.getBundle("messages.protocol", language, plain));
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

    /** The text in this language, in English where there is none, or in any. */
    String in(Map<String, String> byLanguage) {
        return byLanguage.getOrDefault(
                language.getLanguage(),
                byLanguage.getOrDefault(
                        "en", byLanguage.values().stream().findFirst().orElse("")));
    }

    String kind(String kind) {
        return say("kind." + kind);
    }

    String role(String role) {
        return say("role." + role);
    }

    /** A day and time, with its zone. */
    String moment(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(reading.locale())
                        .format(at.atZone(reading.zone()))
                + " (" + reading.zone().getId() + ")";
    }
}
