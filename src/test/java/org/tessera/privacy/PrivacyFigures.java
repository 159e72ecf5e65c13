package org.tessera.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Writes {@code docs/privacy.md}: what the search found of what is there to be found, and what it did not. */
final class PrivacyFigures {

    private static final Path PAGE = Path.of("docs/privacy.md");

    private PrivacyFigures() {}

    static void write(List<Measured> all) throws IOException {
        LocalDate today =
                InstantSource.system().instant().atOffset(ZoneOffset.UTC).toLocalDate();
        int signs = all.stream().mapToInt(one -> one.made().signs()).sum();
        int caught = all.stream().mapToInt(Measured::caught).sum();
        int alarms = all.stream().mapToInt(Measured::falseAlarms).sum();
        StringBuilder page = new StringBuilder("""
                # What the search for names finds, and what it does not

                `./tessera test --long` writes this page. Before student work is evidence it is searched for names and other
                signs, what is found is covered for good, and **a second person looks at every page**. This page says why that
                person is needed: the search is measured on files made for it, and it misses some.

                """);
        page.append(today)
                .append(": ")
                .append(all.size())
                .append(" made documents and pictures, in which invented people are named ")
                .append(signs)
                .append(" times. Found: **")
                .append(caught)
                .append("**. Missed: **")
                .append(signs - caught)
                .append("**. False alarms, which a person dismisses with a reason: **")
                .append(alarms)
                .append("""
                **. After what was found had been covered, none of it could be read any more: not in a text layer or
                metadata (a covered page has neither), not by the same engine on the page’s picture. What was missed, the
                second person can mark; covering the place makes it black, whatever stood there.

                ## Known misses

                | what | why |
                |---|---|
                """);
        all.stream()
                .filter(one -> !one.missed().isEmpty())
                .forEach(one -> row(
                        page,
                        one.made().what(),
                        Corpus.KNOWN_MISSES.getOrDefault(one.made().what(), "not known")));
        page.append("""

                Also outside the search: faces, voices, and anything that tells who somebody is without a name. English print
                is what the engine learned; Spanish names and accents are found in text layers, and mostly on pictures. The
                figures hold for made files: a crumpled photo under a desk lamp is harder than any of them.

                ## Every file

                | what | named | found | false alarms |
                |---|---|---|---|
                """);
        all.forEach(one -> row(
                page,
                one.made().what(),
                Integer.toString(one.made().signs()),
                Integer.toString(one.caught()),
                Integer.toString(one.falseAlarms())));
        Files.writeString(PAGE, page);
    }

    private static void row(StringBuilder page, String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
