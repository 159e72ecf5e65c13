package org.tessera.room;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A change of a text in the JSON form of a CodeMirror ChangeSet: an array of sections over the old text, where a number
 * keeps so many UTF-16 units, {@code [n]} deletes n, and {@code [n, "line", "line"…]} replaces n by lines joined by a
 * line break.
 *
 * @see <a href="https://codemirror.net/docs/ref/#state.ChangeSet.toJSON">ChangeSet.toJSON</a>
 */
final class TextChanges {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Section> sections;

    private record Section(int length, boolean kept, String inserted) {}

    private TextChanges(List<Section> sections) {
        this.sections = sections;
    }

    /**
     * Reads a ChangeSet.
     *
     * @throws IllegalArgumentException if {@code json} is none
     */
    static TextChanges parse(String json) {
        JsonNode root = read(json);
        if (!root.isArray()) {
            throw new IllegalArgumentException("a change set is an array");
        }
        List<Section> sections = new ArrayList<>();
        for (JsonNode part : root) {
            sections.add(section(part));
        }
        return new TextChanges(sections);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("a change set is JSON", e);
        }
    }

    private static Section section(JsonNode part) {
        if (part.isIntegralNumber() && part.canConvertToInt() && part.intValue() >= 0) {
            return new Section(part.intValue(), true, "");
        }
        if (part.isArray()
                && !part.isEmpty()
                && part.get(0).isIntegralNumber()
                && part.get(0).canConvertToInt()
                && part.get(0).intValue() >= 0) {
            List<String> lines = new ArrayList<>();
            for (int i = 1; i < part.size(); i++) {
                if (!part.get(i).isString()) {
                    throw new IllegalArgumentException("an inserted line is text");
                }
                lines.add(part.get(i).stringValue());
            }
            String inserted = String.join("\n", lines);
            if (!isWhole(inserted)) {
                throw new IllegalArgumentException("an inserted text has no half characters");
            }
            return new Section(part.get(0).intValue(), false, inserted);
        }
        throw new IllegalArgumentException("a section is a number or an array that begins with one");
    }

    /** Whether {@code text} has no half of a character: such a text could be neither stored nor sent. */
    static boolean isWhole(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** Whether the change was made for a text of {@code length} UTF-16 units. */
    boolean fits(int length) {
        return sections.stream().mapToLong(Section::length).sum() == length;
    }

    /** The text after the change; {@link #fits} must hold. */
    String applyTo(String text) {
        StringBuilder next = new StringBuilder(text.length() + 16);
        int at = 0;
        for (Section section : sections) {
            if (section.kept()) {
                next.append(text, at, at + section.length());
            }
            next.append(section.inserted());
            at += section.length();
        }
        return next.toString();
    }
}
