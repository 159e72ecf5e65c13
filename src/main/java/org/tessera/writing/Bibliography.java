package org.tessera.writing;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A person's sources as APA style (seventh edition) cites and lists them, in English or Spanish. */
public final class Bibliography {

    private final List<Source> sources;
    private final Locale language;

    /** @param language of the text the sources are cited in */
    public Bibliography(List<Source> sources, Locale language) {
        this.language = language;
        Collator order = Collator.getInstance(language);
        this.sources = sources.stream()
                .sorted(Comparator.comparing((Source source) -> lead(source), order)
                        .thenComparing(source -> source.said().year())
                        .thenComparing(source -> source.said().title(), order))
                .toList();
    }

    /** The sources in the order of the list of references. */
    public List<Source> sources() {
        return sources;
    }

    /** The source a citation in a text points to: the one whose author and year it names. */
    public Optional<Source> cited(String citation) {
        return sources.stream()
                .filter(source -> startsWith(citation, who(source) + ", " + year(source)))
                .max(Comparator.comparingInt(source -> (who(source) + year(source)).length()));
    }

    /**
     * What stands in the text: {@code (Dweck, 2006, p. 7)}.
     *
     * @param place page or pages; anything that is not a number stands as it is; may be blank
     */
    public String inText(Source source, String place) {
        String where = place.strip();
        String pages = where.isEmpty()
                ? ""
                : !where.matches("\\d[\\d\\s,–-]*")
                        ? ", " + where
                        : (where.matches("\\d+") ? ", p. " : ", pp. ") + where;
        return "(" + who(source) + ", " + year(source) + pages + ")";
    }

    /** The entry of the list of references. */
    public Reference reference(Source source) {
        SourceDraft said = source.said();
        String year = "(" + year(source) + "). ";
        String authors = source.authors().isEmpty() ? "" : ended(listed(source.authors())) + " ";
        String title = said.title();
        String address = said.address().isBlank() ? "" : " " + said.address();
        String container = said.container().isBlank() ? "" : " " + ended(said.container());
        if (authors.isEmpty()) {
            return new Reference("", ended(title), " " + year.strip() + container + address);
        }
        return switch (source.said().kind()) {
            case ARTICLE -> {
                // the journal's name is italic, what follows it in the field is not
                int comma = said.container().indexOf(',');
                String journal = comma < 0 ? said.container() : said.container().substring(0, comma);
                String rest = comma < 0 ? "" : said.container().substring(comma);
                yield new Reference(
                        authors + year + ended(title) + (journal.isBlank() ? "" : " "),
                        journal,
                        (journal.isBlank() ? "" : ended(rest)) + address);
            }
            case BOOK, PAGE -> new Reference(authors + year, ended(title), container + address);
            case RECORD ->
                new Reference(
                        authors + year,
                        title,
                        (isSpanish() ? " [Registro de reunión]." : " [Meeting record].") + container + address);
        };
    }

    private String year(Source source) {
        String year = source.said().year().isBlank()
                ? isSpanish() ? "s.f." : "n.d."
                : source.said().year();
        List<Source> same = sources.stream()
                .filter(other -> other.said().year().equals(source.said().year())
                        && lead(other).equals(lead(source)))
                .toList();
        return same.size() < 2
                ? year
                : year + (year.endsWith(".") ? "-" : "") + (char) ('a' + same.indexOf(source) % 26);
    }

    private String who(Source source) {
        List<Author> authors = source.authors();
        return switch (authors.size()) {
            case 0 -> "“" + source.said().title() + "”";
            case 1 -> authors.getFirst().family();
            case 2 -> authors.getFirst().family() + and() + authors.getLast().family();
            default -> authors.getFirst().family() + " et al.";
        };
    }

    private static String lead(Source source) {
        List<Author> authors = source.authors();
        return authors.isEmpty()
                ? source.said().title()
                : authors.stream().map(Author::inverted).collect(Collectors.joining(", "));
    }

    private String listed(List<Author> authors) {
        List<String> names =
                new ArrayList<>(authors.stream().map(Author::inverted).toList());
        if (names.size() == 1) {
            return names.getFirst();
        }
        String last = names.removeLast();
        return String.join(", ", names) + (isSpanish() ? and() : "," + and()) + last;
    }

    private String and() {
        return isSpanish() ? " y " : " & ";
    }

    private boolean isSpanish() {
        return language.getLanguage().equals("es");
    }

    private static String ended(String words) {
        return words.isEmpty() || words.endsWith(".") || words.endsWith("?") || words.endsWith("!")
                ? words
                : words + ".";
    }

    private static boolean startsWith(String citation, String key) {
        return citation.strip().equals(key) || citation.strip().startsWith(key + ",");
    }
}
