package org.tessera.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Words that stand on one line, to be looked through. It lives for one search and is never stored.
 *
 * @param words in the order they are read in
 */
record Text(Origin origin, boolean tellsMaker, List<Word> words) {

    Text {
        words = List.copyOf(words);
    }

    /** A word as it stands there, and where. */
    record Word(String text, Optional<Place> place) {}

    /** Words without a place. */
    static Text loose(Origin origin, String words) {
        List<Word> list = new ArrayList<>();
        for (String word : words.strip().split("\\s+", -1)) {
            list.add(new Word(word, Optional.empty()));
        }
        return new Text(origin, false, list);
    }

    /** The box around some of the words; nothing if one of them has none. */
    Optional<Place> place(int from, int to) {
        Optional<Place> around = Optional.empty();
        for (Word word : words.subList(from, to)) {
            if (word.place().isEmpty()) {
                return Optional.empty();
            }
            Place here = word.place().get();
            around = Optional.of(around.map(here::and).orElse(here));
        }
        return around;
    }
}
