package org.tessera.entry.ui;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tessera.exhibit.Exhibit;
import org.tessera.record.Paper;

/** A document in the language of a page, put together piece by piece. What is blank leaves no trace in it. */
public final class PaperDraft {

    private final Component page;
    private final List<Paper.Piece> pieces = new ArrayList<>();

    /** @param page in whose language it speaks */
    public PaperDraft(Component page) {
        this.page = page;
    }

    /** A heading. */
    public PaperDraft heading(String key, Object... parameters) {
        return titled(page.getTranslation(key, parameters));
    }

    /** A heading somebody typed. */
    public PaperDraft titled(String words) {
        if (!words.isBlank()) {
            pieces.add(new Paper.Heading(2, words.strip()));
        }
        return this;
    }

    /** A sentence of the page's. */
    public PaperDraft says(String key, Object... parameters) {
        return words(page.getTranslation(key, parameters));
    }

    /** What somebody typed: each line a paragraph. */
    public PaperDraft words(String typed) {
        typed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Paper.Words::new)
                .forEach(pieces::add);
        return this;
    }

    /** What somebody typed, under a heading of its own. */
    public PaperDraft section(String key, String typed) {
        return typed.isBlank() ? this : heading(key).words(typed);
    }

    /** A list. */
    public PaperDraft points(List<String> texts) {
        List<String> some = texts.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        if (!some.isEmpty()) {
            pieces.add(new Paper.Points(some));
        }
        return this;
    }

    /** A list under a heading of its own. */
    public PaperDraft points(String key, List<String> texts) {
        return texts.stream().allMatch(String::isBlank) ? this : heading(key).points(texts);
    }

    /** A sentence about the document. */
    public PaperDraft aside(String key, Object... parameters) {
        pieces.add(new Paper.Aside(page.getTranslation(key, parameters)));
        return this;
    }

    /** The document; its title is cut to what an exhibit can bear. */
    public Paper paper(String title, Locale language) {
        String line = title.strip();
        int most = Exhibit.LONGEST_TITLE;
        return new Paper(line.length() > most ? line.substring(0, most - 1) + "…" : line, language, pieces);
    }
}
