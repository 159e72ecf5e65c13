package org.tessera.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.tessera.account.Languages;

/**
 * Every sentence a person reads, merged from {@code messages/<feature>.properties} and
 * {@code messages/<feature>_es.properties}. A sentence with parameters is a {@link MessageFormat}; one without is
 * taken as it stands.
 */
@Component
class Texts implements I18NProvider {

    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(Texts.class);

    private final Map<String, Properties> byLanguage = new ConcurrentHashMap<>();
    /** Sentences with parameters as they were read once; each use takes a copy, for a format is nobody else's meanwhile. */
    private final Map<Sentence, MessageFormat> formats = new ConcurrentHashMap<>();

    private record Sentence(String key, Locale language) {}

    Texts() {
        for (Resource file : files()) {
            String language = languageOf(Objects.requireNonNullElse(file.getFilename(), ""));
            read(file, byLanguage.computeIfAbsent(language, _ -> new Properties()));
        }
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Languages.ALL;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        Locale language = Languages.nearest(locale);
        return parameters.length == 0
                ? find(key, language)
                : ((MessageFormat) format(key, language).clone()).format(parameters);
    }

    private MessageFormat format(String key, Locale language) {
        Sentence sentence = new Sentence(key, language);
        MessageFormat read = formats.get(sentence);
        return read != null
                ? read
                : formats.computeIfAbsent(sentence, _ -> new MessageFormat(find(key, language), language));
    }

    /** The sentences of one language by key. */
    Map<Object, Object> in(Locale language) {
        return Map.copyOf(byLanguage.getOrDefault(language.getLanguage(), new Properties()));
    }

    private String find(String key, Locale language) {
        Properties texts = byLanguage.get(language.getLanguage());
        String text = texts == null ? null : texts.getProperty(key);
        if (text == null) {
            log.warn("No text for {} in {}", key, language);
            return "!" + key;
        }
        return text;
    }

    private static List<Resource> files() {
        try {
            return List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException("The texts cannot be listed", e);
        }
    }

    private static void read(Resource file, Properties into) {
        try (Reader in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            into.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Texts cannot be read: " + file, e);
        }
    }

    private static String languageOf(String fileName) {
        String name = fileName.substring(0, fileName.lastIndexOf('.'));
        int mark = name.lastIndexOf('_');
        return mark < 0 ? Locale.ENGLISH.getLanguage() : name.substring(mark + 1);
    }
}
