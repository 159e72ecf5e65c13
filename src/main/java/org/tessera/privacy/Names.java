package org.tessera.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds names: those in a list, and those that look like one. */
final class Names {

    private static final Pattern LABEL = Pattern.compile(
            "(?i)(?:(?:full|first|last|student'?s?|pupil'?s?|my|our)?names?|students?|pupil|by|author|written|drawn|made"
                    + "|nombres?|apellidos?|alumn[oa]s?|estudiantes?|por|autora?|group|groupmembers?|members?|partners?"
                    + "|parent|guardian|signed|signature|firma|elaborado|integrantes?|compa[nñ]er[oa]s?)");
    private static final Set<String> GREETINGS = Set.of(
            "dear", "hi", "hello", "querido", "querida", "hola", "estimado", "estimada", "love", "sincerely", "from");
    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "prof",
            "professor",
            "coach",
            "sr",
            "sra",
            "srta",
            "senor",
            "senora",
            "senorita",
            "don",
            "dona",
            "maestra",
            "maestro",
            "profe",
            "profesor",
            "profesora");
    /** A label is followed by at most this many words of a name. */
    private static final int LONGEST_NAME = 4;

    private final People people;

    Names(People people) {
        this.people = people;
    }

    List<Hit> in(Text text) {
        List<Word> words = words(text);
        List<Hit> hits = new ArrayList<>();
        boolean isTitle = isTitle(words);
        for (int i = 0; i < words.size(); i++) {
            listed(words, i, hits);
            alone(words, i, text.origin(), hits);
            labelled(words, i, hits);
            looks(words, i, isTitle, hits);
        }
        return hits;
    }

    /** A word with what is compared of it. */
    private record Word(int at, String raw, List<String> parts) {

        boolean isCapitalised() {
            return raw.codePoints().filter(Character::isLetter).findFirst().stream()
                    .anyMatch(Character::isUpperCase);
        }

        boolean isShouted() {
            return raw.codePoints().filter(Character::isLetter).count() > 1
                    && raw.codePoints().filter(Character::isLetter).allMatch(Character::isUpperCase);
        }

        boolean endsSentence() {
            return raw.endsWith(".") && raw.length() > 3 || raw.endsWith("!") || raw.endsWith("?") || raw.endsWith(":");
        }

        boolean endsWithComma() {
            return raw.endsWith(",");
        }

        String only() {
            return String.join("", parts);
        }
    }

    private static List<Word> words(Text text) {
        List<Word> words = new ArrayList<>();
        boolean isFile = text.origin() == Origin.FILE_NAME || text.origin() == Origin.ATTACHMENT;
        for (int i = 0; i < text.words().size(); i++) {
            String raw = text.words().get(i).text();
            if (isFile) {
                for (String part : Spelling.partsOfFile(raw)) {
                    words.add(new Word(i, capital(part), List.of(part)));
                }
            } else {
                List<String> parts = Spelling.parts(raw);
                if (!parts.isEmpty()) {
                    words.add(new Word(i, raw, parts));
                }
            }
        }
        return words;
    }

    private static String capital(String part) {
        return part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1);
    }

    // Listed people

    private void listed(List<Word> words, int i, List<Hit> hits) {
        Word one = words.get(i);
        for (int next = i + 1; next <= Math.min(i + 3, words.size() - 1); next++) {
            Word other = words.get(next);
            boolean between = next == i + 1
                    || words.subList(i + 1, next).stream()
                            .allMatch(word -> word.only().length() <= 1
                                    || People.isParticle(word.only())
                                    || word.isCapitalised());
            if (between) {
                pair(one, other, hits);
                if (next <= i + 2) {
                    pair(other, one, hits);
                }
            }
        }
        // J.Smith and Smith,J in one word, and Maya_Rodriguez
        List<String> parts = one.parts();
        for (int p = 0; p + 1 < parts.size(); p++) {
            within(one, parts.get(p), parts.get(p + 1), hits);
            within(one, parts.get(p + 1), parts.get(p), hits);
        }
        if (people.isJoined(one.only())) {
            hits.add(new Hit(Trait.LISTED_NAME, Sureness.LIKELY, one.at(), one.at() + 1));
        }
    }

    private void within(Word word, String given, String family, List<Hit> hits) {
        People.Match match = people.whole(given, family);
        if (match != People.Match.NO) {
            hits.add(new Hit(Trait.LISTED_NAME, sure(match), word.at(), word.at() + 1));
        }
    }

    private void pair(Word given, Word family, List<Hit> hits) {
        People.Match best = People.Match.NO;
        for (String first : given.parts()) {
            for (String last : family.parts()) {
                People.Match match = people.whole(first, last);
                boolean initialStands = match != People.Match.INITIAL
                        || (given.isCapitalised()
                                && family.isCapitalised()
                                && given.parts().size() == 1);
                if (initialStands && match.compareTo(best) > 0) {
                    best = match;
                }
            }
        }
        boolean written = best == People.Match.EXACT || (given.isCapitalised() || family.isCapitalised());
        if (best != People.Match.NO && written) {
            hits.add(new Hit(
                    Trait.LISTED_NAME,
                    sure(best),
                    Math.min(given.at(), family.at()),
                    Math.max(given.at(), family.at()) + 1));
        }
    }

    private static Sureness sure(People.Match match) {
        return match == People.Match.EXACT ? Sureness.CERTAIN : Sureness.LIKELY;
    }

    private void alone(List<Word> words, int i, Origin origin, List<Hit> hits) {
        Word word = words.get(i);
        if (!word.isCapitalised()) {
            return;
        }
        for (String part : word.parts()) {
            People.Match match = people.alone(part);
            if (match == People.Match.NO) {
                continue;
            }
            boolean startsSentence = i == 0 || words.get(i - 1).endsSentence();
            boolean isWord = Lexicon.ALSO_WORDS.contains(part) || Lexicon.NO_NAMES.contains(part);
            if (isWord
                    && (startsSentence && origin != Origin.FILE_NAME && words.size() > 2
                            || match == People.Match.NEAR)) {
                continue;
            }
            hits.add(new Hit(
                    Trait.LISTED_WORD,
                    isWord || match == People.Match.NEAR ? Sureness.POSSIBLE : Sureness.LIKELY,
                    word.at(),
                    word.at() + 1));
        }
    }

    // What looks like a name

    private static void labelled(List<Word> words, int i, List<Hit> hits) {
        Word word = words.get(i);
        String only = word.only();
        boolean isTitled = TITLES.contains(only) && word.isCapitalised();
        boolean isGreeting = GREETINGS.contains(only)
                && word.isCapitalised()
                && (i == 0 || words.get(i - 1).endsSentence());
        boolean hasColon = word.raw().contains(":") || word.raw().endsWith("_");
        boolean isLabel = LABEL.matcher(only).matches()
                && (hasColon
                        || (i == 0 && Set.of("by", "por", "name", "nombre").contains(only) && word.isCapitalised()));
        if (!isTitled && !isGreeting && !isLabel) {
            return;
        }
        int to = i + 1;
        while (to < words.size()
                && to - i <= LONGEST_NAME
                && isNamePart(words.get(to), isLabel && hasColon)
                && (to == i + 1 || !words.get(to - 1).endsSentence())) {
            to++;
            if (isTitled && to - i > 2 || isGreeting && words.get(to - 1).endsWithComma()) {
                break;
            }
        }
        if (to > i + 1) {
            hits.add(new Hit(
                    Trait.LIKELY_NAME,
                    Sureness.LIKELY,
                    words.get(i + 1).at(),
                    words.get(to - 1).at() + 1));
        }
    }

    private static boolean isNamePart(Word word, boolean anyCase) {
        String only = word.only();
        boolean letters = only.codePoints().allMatch(Character::isLetter);
        return letters
                && !Lexicon.NO_NAMES.contains(only)
                && (word.isCapitalised() || anyCase || People.isParticle(only))
                && !Set.of("date", "period", "class", "grade", "fecha", "grado", "hour", "teacher", "clase")
                        .contains(only);
    }

    private static void looks(List<Word> words, int i, boolean isTitle, List<Hit> hits) {
        Word word = words.get(i);
        if (!looksLikePart(word)) {
            return;
        }
        boolean isGiven = word.parts().stream().anyMatch(Lexicon.GIVEN::contains);
        boolean isWord = word.parts().stream().anyMatch(Lexicon.ALSO_WORDS::contains);
        boolean startsSentence = i == 0 || words.get(i - 1).endsSentence();
        Word next = i + 1 < words.size() ? words.get(i + 1) : null;
        boolean initial = next != null && next.only().length() == 1 && next.isCapitalised();
        int after = initial ? i + 2 : i + 1;
        boolean followed = after < words.size()
                && !word.endsSentence()
                && !word.endsWithComma()
                && looksLikePart(words.get(after))
                && words.get(after).only().length() > 1;
        if (followed && (isGiven || (!isTitle && !startsSentence))) {
            hits.add(new Hit(
                    Trait.LIKELY_NAME,
                    isGiven && !isWord ? Sureness.LIKELY : Sureness.POSSIBLE,
                    word.at(),
                    words.get(after).at() + 1));
        } else if (isGiven && !isWord) {
            hits.add(new Hit(Trait.LIKELY_NAME, Sureness.POSSIBLE, word.at(), word.at() + 1));
        }
    }

    private static boolean looksLikePart(Word word) {
        String only = word.only();
        return word.isCapitalised()
                && only.length() > 1
                && (!word.isShouted() || word.parts().stream().anyMatch(Lexicon.GIVEN::contains))
                && only.codePoints().allMatch(Character::isLetter)
                && !Lexicon.NO_NAMES.contains(only);
    }

    /** Whether the line is a heading, in which every word has a capital letter. */
    private static boolean isTitle(List<Word> words) {
        long capitals = words.stream().filter(Word::isCapitalised).count();
        return words.size() >= 3 && capitals * 10 >= words.size() * 7L;
    }
}
