package org.tessera.writing;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The sentences of a text. */
public final class Sentences {

    private Sentences() {}

    /** The sentences of a text without the space around them; a line break ends one too. */
    public static List<String> of(String text, Locale language) {
        List<String> sentences = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(language);
        for (String line : text.split("\\R")) {
            breaks.setText(line);
            int from = breaks.first();
            for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
                String sentence = line.substring(from, to).strip();
                if (!sentence.isEmpty()) {
                    sentences.add(sentence);
                }
            }
        }
        return sentences;
    }
}
