package org.tessera.protocol.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tessera.account.Languages;
import org.tessera.protocol.PackTree;
import org.tessera.protocol.Text;
import tools.jackson.databind.JsonNode;

/** What stands in a pack, in the words of a page. */
final class Words {

    /** Members whose value is a word that has a text in the bundles, and how the keys of these texts begin. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("mode", "mode."),
            Map.entry("grouping", "grouping."),
            Map.entry("instrument", "instrument."),
            Map.entry("visibility", "visibility."),
            Map.entry("expiry", "expiry."),
            Map.entry("aspect", "aspect."),
            Map.entry("timing", "timing."),
            Map.entry("layout", "layout."),
            Map.entry("kinds", "kind."),
            Map.entry("unlocks", "material-kind."),
            Map.entry("roles", "role."),
            Map.entry("speak", "role."),
            Map.entry("at", "moment."),
            Map.entry("per", "repeat-per."));

    private final Component speaker;
    private final Locale language;

    Words(Component speaker, Locale language) {
        this.speaker = speaker;
        this.language = language;
    }

    /** The text under a key in every language, as packs keep texts. */
    Text everywhere(String key, Object... parameters) {
        return new Text(Languages.ALL.stream()
                .collect(Collectors.toMap(Locale::getLanguage, each -> speaker.getTranslation(each, key, parameters))));
    }

    /** How a member of a pack or phase is called on the page. */
    String field(String path) {
        List<String> steps = List.of(path.split("/", -1));
        String last = steps.getLast();
        if (steps.contains("may") && !last.equals("may")) {
            return speaker.getTranslation("action." + last);
        }
        if (steps.contains("forRole") && !last.equals("forRole")) {
            return speaker.getTranslation("protocol.field.forRole.of", speaker.getTranslation("role." + last));
        }
        return speaker.getTranslation("protocol.field." + last);
    }

    /** The value that stands under {@code path}. */
    String value(String path, JsonNode value) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (value.isObject()) {
            return object(name, value);
        }
        if (value.isArray()) {
            String each = path.contains("may/") ? "speak" : name;
            return value.isEmpty()
                    ? speaker.getTranslation("protocol.value.nobody")
                    : value.valueStream().map(item -> value(each, item)).collect(Collectors.joining(", "));
        }
        if (value.isBoolean()) {
            return speaker.getTranslation(value.booleanValue() ? "protocol.value.yes" : "protocol.value.no");
        }
        String prefix = WORDS.get(name);
        return prefix != null && value.isString()
                ? speaker.getTranslation(prefix + value.stringValue())
                : value.asString();
    }

    private String object(String name, JsonNode value) {
        return switch (name) {
            case "minutes" -> minutes(value);
            case "groupSize" ->
                speaker.getTranslation("protocol.value.people", number(value, "min"), number(value, "max"));
            case "protect" -> speaker.getTranslation("protocol.value.protect", ids(value), number(value, "minMinutes"));
            case "repeats" ->
                speaker.getTranslation("protocol.value.repeat", ids(value), value("per", value.path("per")));
            case "round" -> round(value);
            case "yields" -> quoted(value.path("name"));
            case "items", "choices" -> quoted(value.path("text"));
            case "mistakes" -> value("at", value.path("at")) + ": " + quoted(value.path("text"));
            default -> quoted(value);
        };
    }

    private String minutes(JsonNode value) {
        return speaker.getTranslation(
                "protocol.value.minutes", number(value, "target"), number(value, "min"), number(value, "max"));
    }

    private String round(JsonNode value) {
        return Stream.of(
                        value.has("seconds")
                                ? speaker.getTranslation("protocol.value.seconds", number(value, "seconds"))
                                : speaker.getTranslation("protocol.value.turns"),
                        value.path("rotate").asBoolean(false) ? field("rotate") : "",
                        value.path("noRepeats").asBoolean(false) ? field("noRepeats") : "")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String ids(JsonNode rule) {
        return rule.path("phases").valueStream().map(id -> id.asString("")).collect(Collectors.joining(", "));
    }

    private static String number(JsonNode around, String name) {
        return around.path(name).asString("");
    }

    private String quoted(JsonNode text) {
        return speaker.getTranslation("protocol.value.quoted", PackTree.wording(text, language.getLanguage()));
    }

    /** The name of a phase as it is written in a tree. */
    String nameOf(JsonNode phase) {
        String name = PackTree.wording(phase.path("name"), language.getLanguage());
        return name.isBlank() ? speaker.getTranslation("protocol.step.unnamed") : name;
    }
}
