package org.tessera.submission;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tessera.account.PersonId;

/**
 * Names that must not stand in a submission: the earner's, those of people the earner works with, and those of their
 * schools, district and teams. They are found without regard to accents, to characters nobody sees, and to what joins the
 * words of a name.
 */
public final class Roster {

    private static final int SHORTEST = 3;
    private static final int SHORTEST_JOINED = 6;
    /** In a citation a name is an author's. */
    private static final Pattern CITATION = Pattern.compile("\\([^()]*\\d{4}[^()]*\\)");

    private static final String BETWEEN = "[\\s\\u00A0_.-]+";
    private static final String NOT_AFTER = "(?<![\\p{L}\\p{N}])";
    private static final String NOT_BEFORE = "(?![\\p{L}\\p{N}])";

    /** First names that are words as well; in small letters they are taken for the word. */
    private static final Set<String> WORDS = Set.of(
            "art", "bill", "chase", "dawn", "dean", "drew", "faith", "frank", "glen", "grace", "grant", "guy", "hope",
            "jack", "joy", "june", "lane", "may", "mark", "mike", "miles", "nick", "pat", "penny", "ray", "rich", "rob",
            "rose", "sol", "luz", "paz", "sue", "tad", "van", "ward", "will", "win", "bob", "don", "gene", "cruz",
            "mar");

    private final List<Form> forms;

    /** What a name is of. */
    public enum Kind {
        PERSON,
        SCHOOL,
        DISTRICT,
        TEAM
    }

    /**
     * Somebody or something with a name.
     *
     * @param person who, where that is known
     * @param isClose whether a part of the name alone would tell who it is
     */
    public record Known(Kind kind, Optional<PersonId> person, String name, boolean isClose) {}

    /**
     * A name that stands in a text.
     *
     * @param name as the roster writes it
     * @param isWhole a whole name; otherwise it may be another word
     */
    public record Found(String name, boolean isWhole, Known whose) {}

    private record Form(Pattern pattern, boolean isCapital, String name, boolean isWhole, Known whose) {}

    private record Hit(int from, int to, Form form) {}

    /** Everything this roster knows. */
    public Roster(Collection<Known> known) {
        this(known.stream().flatMap(Roster::forms));
    }

    private Roster(Stream<Form> unordered) {
        forms = unordered
                .sorted(Comparator.<Form>comparingInt(form -> form.isWhole() ? 0 : 1)
                        .thenComparing(Comparator.<Form>comparingInt(
                                        form -> form.name().length())
                                .reversed()))
                .toList();
    }

    /**
     * A roster of people only.
     *
     * @param everybody full names of the district
     * @param close full names of those whose first names alone would tell who they are
     */
    Roster(Collection<String> everybody, Collection<String> close) {
        this(Stream.concat(
                        close.stream().map(name -> new Known(Kind.PERSON, Optional.empty(), name, true)),
                        everybody.stream()
                                .filter(name -> !close.contains(name))
                                .map(name -> new Known(Kind.PERSON, Optional.empty(), name, false)))
                .toList());
    }

    /** A roster that knows more. */
    Roster with(Collection<Known> more) {
        return new Roster(Stream.concat(forms.stream(), more.stream().flatMap(Roster::forms)));
    }

    /** Whether a word of a place's or team's name would tell which one is meant. */
    static boolean isTelling(String word) {
        String folded = Folded.of(word).text();
        return word.length() > SHORTEST && !PlaceWords.isEverywhere(folded) && !PlaceWords.isOfMany(folded);
    }

    /** The names in a text somebody wrote, each once. Authors in citations are none. */
    public List<Found> in(String text) {
        Folded folded = Folded.of(text);
        return hits(folded, folded.masked(CITATION)).stream()
                .map(hit -> new Found(
                        hit.form().name(), hit.form().isWhole(), hit.form().whose()))
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .stream()
                .sorted(Comparator.comparing(found -> !found.isWhole()))
                .toList();
    }

    /** The text with {@code instead} in the place of each name, citations included. */
    public String without(String text, Function<Known, String> instead) {
        Folded folded = Folded.of(text);
        StringBuilder clean = new StringBuilder();
        int at = 0;
        for (Hit hit : hits(folded, folded.text())) {
            clean.append(text, at, folded.placeOf(hit.from()))
                    .append(instead.apply(hit.form().whose()));
            at = folded.placeBehind(hit.to());
        }
        return clean.append(text, at, text.length()).toString();
    }

    private List<Hit> hits(Folded folded, String searched) {
        List<Hit> hits = new ArrayList<>();
        StringBuilder words = new StringBuilder(searched);
        for (Form form : forms) {
            Matcher there = form.pattern().matcher(words.toString());
            while (there.find()) {
                if (!form.isCapital() || folded.isCapital(there.start())) {
                    hits.add(new Hit(there.start(), there.end(), form));
                    for (int i = there.start(); i < there.end(); i++) {
                        words.setCharAt(i, '\n');
                    }
                }
            }
        }
        hits.sort(Comparator.comparingInt(Hit::from));
        return hits;
    }

    private static Stream<Form> forms(Known known) {
        String name = known.name().strip().replaceAll("[\\s\\u00A0]+", " ");
        List<String> words = Arrays.stream(Folded.of(name).text().split("[\\s\\u00A0]+"))
                .filter(word -> !word.isBlank())
                .toList();
        if (words.isEmpty()) {
            return Stream.empty();
        }
        return switch (known.kind()) {
            case PERSON -> person(known, name, words);
            case SCHOOL, DISTRICT -> place(known, name, words);
            case TEAM ->
                words.stream().allMatch(PlaceWords::isEverywhere)
                        ? Stream.empty()
                        : Stream.of(form(joined(words), true, name, words.size() > 2, known));
        };
    }

    private static Stream<Form> place(Known known, String name, List<String> words) {
        boolean isOne = words.size() == 1;
        return isOne && PlaceWords.isEverywhere(words.getFirst())
                ? Stream.empty()
                : Stream.of(form(joined(words), isOne, name, !isOne, known));
    }

    private static Stream<Form> person(Known known, String name, List<String> words) {
        List<Form> forms = new ArrayList<>();
        String first = words.getFirst();
        String last = words.getLast();
        String[] typed = name.split(" ");
        if (words.size() > 1) {
            forms.add(form(joined(words), false, name, true, known));
            forms.add(form(joined(List.of(first, last)), false, name, true, known));
            forms.add(form(Pattern.quote(last) + ",\\s*" + Pattern.quote(first), false, name, true, known));
            forms.add(form(
                    Pattern.quote(first.substring(0, 1)) + "\\.\\s?" + Pattern.quote(last), true, name, true, known));
            if (first.length() + last.length() >= SHORTEST_JOINED) {
                forms.add(form(Pattern.quote(first + last), false, name, true, known));
            }
        }
        if (known.isClose()) {
            if (first.length() >= SHORTEST) {
                forms.add(form(Pattern.quote(first), WORDS.contains(first), typed[0], false, known));
            } else if (first.length() == SHORTEST - 1) {
                forms.add(form(Pattern.quote(first), true, typed[0], false, known));
            }
            if (words.size() > 1 && last.length() >= SHORTEST) {
                forms.add(form(Pattern.quote(last), true, typed[typed.length - 1], false, known));
            }
            if (words.size() > 1) {
                forms.add(form(
                        Pattern.quote(first.substring(0, 1)) + "\\.\\s?" + Pattern.quote(last.substring(0, 1)) + "\\.",
                        true,
                        initials(typed),
                        false,
                        known));
            }
        }
        return forms.stream();
    }

    private static String initials(String[] typed) {
        return typed[0].charAt(0) + ". " + typed[typed.length - 1].charAt(0) + ".";
    }

    private static String joined(List<String> words) {
        return words.stream().map(Pattern::quote).collect(Collectors.joining(BETWEEN));
    }

    private static Form form(String pattern, boolean isCapital, String name, boolean isWhole, Known whose) {
        String end = pattern.endsWith("\\.") ? "" : NOT_BEFORE;
        return new Form(Pattern.compile(NOT_AFTER + pattern + end), isCapital, name, isWhole, whose);
    }

    /** A text in small letters, without accents and without characters nobody sees, that knows where each letter stood. */
    private record Folded(String text, List<Integer> places, String original) {

        static Folded of(String original) {
            StringBuilder text = new StringBuilder();
            List<Integer> places = new ArrayList<>();
            for (int at = 0; at < original.length(); ) {
                int c = original.codePointAt(at);
                if (Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.NON_SPACING_MARK) {
                    for (char folded : folded(c).toCharArray()) {
                        text.append(folded);
                        places.add(at);
                    }
                }
                at += Character.charCount(c);
            }
            return new Folded(text.toString(), places, original);
        }

        private static String folded(int c) {
            if (c == '’' || c == 'ʼ') {
                return "'";
            }
            String small = Character.toString(Character.toLowerCase(c));
            return Normalizer.normalize(small, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        }

        int placeOf(int index) {
            return places.get(index);
        }

        /** Where the original goes on behind the letter before {@code index}; marks on that letter belong to it. */
        int placeBehind(int index) {
            return index < places.size() ? places.get(index) : original.length();
        }

        boolean isCapital(int index) {
            return Character.isUpperCase(original.codePointAt(placeOf(index)));
        }

        /** The text with nothing to be found where {@code pattern} stands. */
        String masked(Pattern pattern) {
            Matcher there = pattern.matcher(text);
            StringBuilder masked = new StringBuilder(text);
            while (there.find()) {
                for (int i = there.start(); i < there.end(); i++) {
                    masked.setCharAt(i, '\n');
                }
            }
            return masked.toString();
        }
    }
}
