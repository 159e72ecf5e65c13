package org.tessera.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {

    private final Traces traces = traces(Locale.ENGLISH);

    private static Traces traces(Locale language) {
        return new Traces(URI.create("https://tessera.schule.example"), PackageWording.undated(language));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Write to ana.ortiz@wexmoor.k12.va.us today          | Write to (e-mail address left out) today
        see https://www.wexmoor.org/board?x=1.              | see (address left out).
        see www.wexmoor.org/board                           | see (address left out)
        it is on wexmoor.k12.va.us/board, I think           | it is on (address left out), I think
        it is on tessera.schule.example/submissions/x       | it is on (address left out)
        follow @anabel_o on it                              | follow (address left out) on it
        call (555) 123-4567 or +34 600 123 456              | call (number left out) or (number left out)
        call 555-123-4567                                   | call (number left out)
        we met on October 14, 2026 and on 3 May             | we met on [day] and on [day]
        nos vimos el 14 de octubre de 2026                  | nos vimos el [day]
        on 2026-10-14 and on 10/14/2026                     | on [day] and on [day]
        """)
    void gives_way_to_a_note_of_what_stood_there(String text, String clean) {
        assertThat(traces.without(text)).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The view you adopt shapes it. (Dweck, 2006, p. 6)",
                "We went from 2024 to 2025, in 3 meetings of 45 minutes; 12 of 20 students.",
                "Levels 1-2-3, a ratio of 3/4, and 10.5 points: e.g. the end.Then more",
                "Mindset. Random House, 16(3), 123-145. ISBN 978-0-345-47232-8",
                "May we wait? Then 5 may speak."
            })
    void leaves_alone_what_leads_to_nobody(String text) {
        assertThat(traces.without(text)).isEqualTo(text);
    }

    @Test
    void keeps_the_doi_of_a_work_so_that_it_can_be_found() {
        assertThat(traces.inReference("Dweck, C. S. (2006). Mindset. https://doi.org/10.1000/182"))
                .isEqualTo("Dweck, C. S. (2006). Mindset. doi 10.1000/182");
        assertThat(traces.inReference("Retrieved May 3, 2024, from https://www.ascd.org/el"))
                .isEqualTo("Retrieved May 3, 2024, from (address left out)");
    }

    @Test
    void says_it_in_the_readers_language() {
        assertThat(traces(Locale.of("es")).without("Escribe a a@b.org el 3 de mayo de 2026"))
                .isEqualTo("Escribe a (correo electrónico omitido) el [día]");
    }
}
