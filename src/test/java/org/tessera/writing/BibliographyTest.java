package org.tessera.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.writing.Source.Kind.ARTICLE;
import static org.tessera.writing.Source.Kind.BOOK;
import static org.tessera.writing.Source.Kind.PAGE;
import static org.tessera.writing.Source.Kind.RECORD;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BibliographyTest {

    private static final Source MINDSET =
            source(BOOK, "Dweck, Carol S.", "2006", "Mindset: The new psychology of success", "Random House", "");
    private static final Source STACKING = source(
            ARTICLE,
            "French, Dan; Berry, Barnett",
            "2017",
            "Teachers, micro-credentials, and the performance assessment movement",
            "Voices in Urban Education, 46, 37–43",
            "");
    private static final Source SITE = source(PAGE, "CAST", "", "UDL at a glance", "", "https://www.cast.org/impact");

    @Nested
    class In_the_text {

        @Test
        void author_year_and_page_stand_in_brackets() {
            assertThat(english(MINDSET).inText(MINDSET, "7")).isEqualTo("(Dweck, 2006, p. 7)");
            assertThat(english(MINDSET).inText(MINDSET, "7–9")).isEqualTo("(Dweck, 2006, pp. 7–9)");
            assertThat(english(MINDSET).inText(MINDSET, "chapter 2")).isEqualTo("(Dweck, 2006, chapter 2)");
            assertThat(english(MINDSET).inText(MINDSET, " ")).isEqualTo("(Dweck, 2006)");
        }

        @Test
        void two_authors_are_joined_in_the_language_of_the_text_and_three_shortened() {
            assertThat(english(STACKING).inText(STACKING, "")).isEqualTo("(French & Berry, 2017)");
            assertThat(new Bibliography(List.of(STACKING), Locale.of("es")).inText(STACKING, ""))
                    .isEqualTo("(French y Berry, 2017)");
            Source three = source(BOOK, "A, B; C, D; E, F", "1999", "Title", "", "");
            assertThat(english(three).inText(three, "")).isEqualTo("(A et al., 1999)");
        }

        @Test
        void what_has_no_year_says_so() {
            assertThat(english(SITE).inText(SITE, "")).isEqualTo("(CAST, n.d.)");
        }

        @Test
        void works_of_the_same_people_and_year_are_told_apart_by_a_letter() {
            Source second = source(BOOK, "Dweck, Carol S.", "2006", "Another book", "", "");
            Bibliography both = english(MINDSET, second);
            assertThat(both.inText(second, "")).isEqualTo("(Dweck, 2006a)");
            assertThat(both.inText(MINDSET, "")).isEqualTo("(Dweck, 2006b)");
        }

        @Test
        void a_citation_leads_back_to_its_source() {
            Bibliography list = english(MINDSET, STACKING, SITE);
            assertThat(list.cited("Dweck, 2006, p. 7")).contains(MINDSET);
            assertThat(list.cited("French & Berry, 2017")).contains(STACKING);
            assertThat(list.cited("CAST, n.d.")).contains(SITE);
            assertThat(list.cited("Dweck, 2007")).isEmpty();
        }
    }

    @Nested
    class In_the_list {

        @Test
        void a_book_has_initials_year_italic_title_and_publisher() {
            assertThat(english(MINDSET).reference(MINDSET))
                    .isEqualTo(new Reference(
                            "Dweck, C. S. (2006). ", "Mindset: The new psychology of success.", " Random House."));
        }

        @Test
        void of_an_article_the_journal_is_italic() {
            assertThat(english(STACKING).reference(STACKING))
                    .isEqualTo(new Reference(
                            "French, D., & Berry, B. (2017). Teachers, micro-credentials, and the performance assessment"
                                    + " movement. ",
                            "Voices in Urban Education",
                            ", 46, 37–43."));
        }

        @Test
        void an_organisation_keeps_its_name_and_a_page_its_address() {
            assertThat(english(SITE).reference(SITE).text())
                    .isEqualTo("CAST. (n.d.). UDL at a glance. https://www.cast.org/impact");
        }

        @Test
        void without_an_author_the_title_comes_first() {
            Source nobody = source(BOOK, "", "2001", "School rules", "", "");
            assertThat(english(nobody).reference(nobody).text()).isEqualTo("School rules. (2001).");
        }

        @Test
        void what_a_meeting_left_is_named_as_such_in_the_language_of_the_text() {
            Source record = source(RECORD, "Learning community", "2026", "Looking at Student Work", "", "");
            assertThat(english(record).reference(record).text())
                    .isEqualTo("Learning community. (2026). Looking at Student Work [Meeting record].");
            assertThat(new Bibliography(List.of(record), Locale.of("es"))
                            .reference(record)
                            .text())
                    .endsWith("[Registro de reunión].");
        }

        @Test
        void it_is_ordered_by_author() {
            assertThat(english(STACKING, MINDSET, SITE).sources()).containsExactly(SITE, MINDSET, STACKING);
        }
    }

    private static Bibliography english(Source... sources) {
        return new Bibliography(List.of(sources), Locale.ENGLISH);
    }

    private static Source source(
            Source.Kind kind, String authors, String year, String title, String container, String address) {
        return new Source(
                new SourceId(UUID.randomUUID()), new SourceDraft(kind, authors, year, title, container, address));
    }
}
