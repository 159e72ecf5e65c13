package org.tessera.protocol.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tessera.account.Languages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the fields of the editor. Each puts what is typed into its place of the draft, whatever it is. */
final class Inputs {

    static final int LONGEST_WORDING = 1_000;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int PAUSE = 500;

    private final Desk desk;
    private final Fields fields;
    private final Component speaker;
    private final Locale reader;
    private List<String> languages;

    Inputs(Desk desk, Fields fields, Component speaker, Locale reader) {
        this.desk = desk;
        this.fields = fields;
        this.speaker = speaker;
        this.reader = reader;
        this.languages = List.of(reader.getLanguage());
    }

    /** In which languages the texts are written, one or both. */
    void write(List<String> in) {
        languages = in;
    }

    List<String> languages() {
        return languages;
    }

    Desk desk() {
        return desk;
    }

    Fields fields() {
        return fields;
    }

    private String t(String key, Object... parameters) {
        return speaker.getTranslation(key, parameters);
    }

    // Texts

    /** A short text that must be there. */
    Component name(String path) {
        return text(path, label(path), false, true);
    }

    /** A longer text that must be there. */
    Component wording(String path) {
        return text(path, label(path), true, true);
    }

    /** A longer text that may be missing. */
    Component optional(String path) {
        return text(path, label(path), true, false);
    }

    private String label(String path) {
        return new Words(speaker, reader).field(path);
    }

    Component text(String path, String label, boolean isLong, boolean required) {
        return text(
                label,
                isLong,
                () -> desk.at(path),
                text -> {
                    boolean nothing = text.isEmpty() && !required;
                    desk.put(path, nothing ? MissingNode.getInstance() : text);
                },
                path);
    }

    /** A text that is part of something else: {@code now} reads it, and {@code put} is given the whole of it. */
    Component text(String label, boolean isLong, Supplier<JsonNode> now, Consumer<ObjectNode> put, String path) {
        Div both = new Div();
        both.addClassName("text");
        for (String language : languages) {
            String called =
                    languages.size() == 1 ? label : t("protocol.edit.in", label, t("protocol.language." + language));
            TextFieldBase<?, String> field = isLong ? area() : wording();
            field.setLabel(called);
            field.getElement().setAttribute("lang", language);
            field.setValue(now.get().path(language).asString(""));
            String other = Languages.ALL.stream()
                    .map(Locale::getLanguage)
                    .filter(each -> !each.equals(language))
                    .findFirst()
                    .orElseThrow();
            if (field.getValue().isEmpty() && languages.size() == 1) {
                alsoSays(field, other, now.get());
            }
            field.addValueChangeListener(event -> {
                if (!event.isFromClient()) {
                    return;
                }
                ObjectNode text = now.get() instanceof ObjectNode there ? there.deepCopy() : JSON.objectNode();
                if (event.getValue().isBlank()) {
                    text.remove(language);
                } else {
                    text.put(language, event.getValue());
                }
                if (languages.size() == 1) {
                    alsoSays(field, other, text);
                }
                put.accept(text);
            });
            if (language.equals(languages.getFirst())) {
                fields.at(path, (Component) field);
            } else {
                fields.at(path + "/" + language, (Component) field);
            }
            both.add((Component) field);
        }
        return both;
    }

    /** What somebody who writes in one language should know: what the text says in the other. */
    private void alsoSays(TextFieldBase<?, String> field, String language, JsonNode text) {
        String wording = text.path(language).asString("");
        field.setHelperText(
                wording.isBlank() || wording.equals(field.getValue())
                        ? null
                        : t("protocol.edit.also-says", t("protocol.language." + language), wording));
    }

    private static TextField wording() {
        TextField field = line();
        field.setMaxLength(LONGEST_WORDING);
        return field;
    }

    private static TextField line() {
        TextField field = new TextField();
        patient(field);
        return field;
    }

    private static TextArea area() {
        TextArea field = new TextArea();
        field.setMaxLength(LONGEST_WORDING);
        patient(field);
        return field;
    }

    private static void patient(TextFieldBase<?, String> field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE);
    }

    /** Plain words that are the same in every language. */
    TextField plain(String path, String label) {
        TextField field = line();
        field.setLabel(label);
        field.setValue(desk.at(path).asString(""));
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                desk.put(path, JSON.stringNode(event.getValue()));
            }
        });
        return fields.at(path, field);
    }

    // Numbers

    /** A number; what is no number is kept as it was typed, and told. */
    TextField number(String path) {
        return number(label(path), () -> desk.at(path), value -> desk.put(path, value), path);
    }

    TextField number(String label, Supplier<JsonNode> now, Consumer<JsonNode> put, String path) {
        TextField field = line();
        field.setLabel(label);
        field.addClassName("number");
        field.getElement().setProperty("inputmode", "decimal");
        field.setValue(now.get().asString(""));
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                put.accept(typed(event.getValue()));
            }
        });
        return fields.at(path, field);
    }

    static JsonNode typed(String words) {
        String number = words.strip().replace(',', '.');
        if (number.isEmpty()) {
            return MissingNode.getInstance();
        }
        if (number.matches("\\d{1,9}")) {
            return JSON.numberNode(Integer.parseInt(number));
        }
        return number.matches("\\d{1,9}\\.\\d{1,4}") ? JSON.numberNode(new BigDecimal(number)) : JSON.stringNode(words);
    }

    // Words to choose from

    /** One of several words; {@code prefix} is how the keys of their texts begin. */
    Select<String> choice(String path, List<String> words, String prefix, Consumer<String> then) {
        return choice(path, words, prefix, word -> t(prefix + word), then);
    }

    Select<String> choice(
            String path, List<String> words, String usual, Function<String, String> called, Consumer<String> then) {
        Select<String> select = new Select<>();
        select.setLabel(label(path));
        String now = desk.at(path).asString("");
        Set<String> offered = new LinkedHashSet<>(words);
        if (!now.isEmpty()) {
            offered.add(now);
        }
        select.setItems(offered);
        select.setItemLabelGenerator(word -> word == null ? "" : called.apply(word));
        if (!now.isEmpty()) {
            select.setValue(now);
        } else if (words.contains(usual)) {
            select.setValue(usual);
        }
        select.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                then.accept(event.getValue());
            }
        });
        return fields.at(path, select);
    }

    void putWord(String path, String word) {
        desk.put(path, JSON.stringNode(word));
    }

    /** Yes or no; no is what stands where nothing is said. */
    Checkbox yes(String path) {
        Checkbox box = new Checkbox(label(path));
        box.setValue(desk.at(path).asBoolean(false));
        box.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                desk.put(path, event.getValue() ? JSON.booleanNode(true) : MissingNode.getInstance());
            }
        });
        return fields.at(path, box);
    }

    /** Several of several words. {@code keepEmpty} says whether an empty list stays in the draft. */
    FieldSet several(String path, List<String> words, Function<String, String> called, boolean keepEmpty) {
        return several(
                label(path),
                words,
                called,
                () -> desk.at(path),
                list -> {
                    boolean nothing = list.isEmpty() && !keepEmpty;
                    desk.put(path, nothing ? MissingNode.getInstance() : list);
                },
                path);
    }

    FieldSet several(
            String label,
            List<String> words,
            Function<String, String> called,
            Supplier<JsonNode> now,
            Consumer<ArrayNode> put,
            String path) {
        FieldSet set = new FieldSet(label);
        set.addClassName("several");
        Set<String> offered = new LinkedHashSet<>(words);
        offered.addAll(words(now.get()));
        Set<String> chosen = Set.copyOf(words(now.get()));
        offered.forEach(word -> {
            Checkbox box = new Checkbox(called.apply(word));
            box.setValue(chosen.contains(word));
            box.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    put.accept(toggled(now.get(), word, event.getValue()));
                }
            });
            set.add(box);
        });
        return fields.at(path, set);
    }

    static ArrayNode toggled(JsonNode list, String word, boolean in) {
        List<String> words = words(list);
        ArrayNode next = JSON.arrayNode();
        words.stream().filter(each -> in || !each.equals(word)).forEach(next::add);
        if (in && !words.contains(word)) {
            next.add(word);
        }
        return next;
    }

    static List<String> words(JsonNode list) {
        return list.isArray()
                ? list.valueStream().map(word -> word.asString("")).toList()
                : List.of();
    }
}
