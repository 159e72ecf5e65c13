package org.tessera.room;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tessera.room.Entity.Group;
import org.tessera.room.Entity.Note;
import org.tessera.room.Entity.Statement;

/**
 * Where each phrase of a final statement comes from: the drafts and the posted words that share a word with it. A
 * phrase without any is new in the final statement, and says so by naming none.
 *
 * @param phrases for each phrase its text, the ids of the drafts and of the notes behind it
 * @param unused the ids of the posted words behind no phrase; they stay visible beside the statement
 */
record Lineage(List<Map<String, Object>> phrases, List<String> unused) {

    private static final Pattern BETWEEN_PHRASES = Pattern.compile("[,.;:!?\\n]+|\\s[–—-]\\s");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Two forms of a word count as one when they begin alike for so many letters. */
    private static final int STEM = 5;
    /** Shorter words join others and carry no idea of their own. */
    private static final int SHORTEST = 4;

    static Lineage of(String statement, List<Statement> drafts, List<Note> words, List<Group> groups) {
        List<Map<String, Object>> phrases = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (String phrase : phrasesOf(statement)) {
            Set<String> stems = stems(phrase);
            List<Statement> behind = drafts.stream()
                    .filter(draft -> overlaps(stems(draft.text()), stems))
                    .toList();
            List<String> notes = wordsBehind(stems, words, groups);
            if (notes.isEmpty()) {
                // The phrase took its idea from a draft in other words: go on from the draft's.
                Set<String> drafted = behind.stream()
                        .flatMap(draft -> phrasesOf(draft.text()).stream())
                        .map(Lineage::stems)
                        .filter(draft -> overlaps(draft, stems))
                        .flatMap(Set::stream)
                        .collect(Collectors.toSet());
                notes = wordsBehind(drafted, words, groups);
            }
            used.addAll(notes);
            phrases.add(Map.of(
                    "phrase", phrase,
                    "drafts",
                            behind.stream().map(draft -> draft.id().toString()).toList(),
                    "notes", notes));
        }
        List<String> unused = words.stream()
                .map(note -> note.id().toString())
                .filter(id -> !used.contains(id))
                .toList();
        return new Lineage(phrases, unused);
    }

    private static List<String> wordsBehind(Set<String> stems, List<Note> words, List<Group> groups) {
        return words.stream()
                .filter(note -> overlaps(stems(note.text()), stems) || overlaps(stems(themeOf(note, groups)), stems))
                .map(note -> note.id().toString())
                .toList();
    }

    private static String themeOf(Note note, List<Group> groups) {
        Optional<String> name = groups.stream()
                .filter(group -> note.group().filter(group.id()::equals).isPresent())
                .map(Group::name)
                .findFirst();
        return name.orElse("");
    }

    private static List<String> phrasesOf(String text) {
        return BETWEEN_PHRASES
                .splitAsStream(text)
                .map(String::strip)
                .filter(phrase -> !phrase.isEmpty())
                .toList();
    }

    private static boolean overlaps(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(others::contains);
    }

    private static Set<String> stems(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "");
        return BETWEEN_WORDS
                .splitAsStream(plain)
                .filter(word -> word.length() >= SHORTEST)
                .map(Lineage::stem)
                .collect(Collectors.toSet());
    }

    /** English and Spanish both make most plurals with an s, which would keep a short word from its plural. */
    private static String stem(String word) {
        String one = word.length() > SHORTEST && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        return one.substring(0, Math.min(STEM, one.length()));
    }
}
