package org.tessera.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.submission.Picks;
import org.tessera.support.AppTest;

@AppTest
class EntriesTest {

    private record Page(String title, String words) {}

    private static final EntryKind<Page> KIND = new EntryKind<>("test-page", Page.class);
    private static final EntryKind<Page> OTHER = new EntryKind<>("test-other", Page.class);

    @Autowired
    Entries entries;

    @Autowired
    Circles circles;

    @Autowired
    Accounts accounts;

    @Autowired
    Picks picks;

    private TestCircle circle;
    private PersonId ana;
    private PersonId ben;

    @BeforeEach
    void people() {
        circle = TestCircle.in(accounts, picks);
        ana = circle.ana().id();
        ben = circle.ben().id();
    }

    private Entry<Page> begun() {
        return saved(entries.begin(circle.team(), KIND, new Page("One", ""), ana));
    }

    private static <T> Entry<T> saved(EntryAnswer<T> answer) {
        assertThat(answer).isInstanceOf(EntryAnswer.Saved.class);
        return ((EntryAnswer.Saved<T>) answer).now();
    }

    private List<Page> versions(Entry<Page> entry) {
        return entries.versions(entry.id(), KIND, ana).stream()
                .map(EntryVersion::body)
                .toList();
    }

    @Nested
    class Keeping {

        @Test
        void what_is_typed_comes_back_as_it_was_typed() {
            Page typed = new Page(" One ", "Two\n\nlines 🐟 ");
            saved(entries.save(begun(), typed, ben));
            assertThat(entries.of(circle.team(), KIND, ana)).singleElement().satisfies(entry -> {
                assertThat(entry.body()).isEqualTo(typed);
                assertThat(entry.by()).isEqualTo(ben);
            });
        }

        @Test
        void changes_of_different_fields_are_put_together() {
            Entry<Page> seen = begun();
            saved(entries.save(seen, new Page("One", "Ana's words"), ana));
            Entry<Page> both = saved(entries.save(seen, new Page("Ben's title", ""), ben));
            assertThat(both.body()).isEqualTo(new Page("Ben's title", "Ana's words"));
        }

        @Test
        void of_two_changes_of_the_same_field_neither_is_lost() {
            Entry<Page> seen = begun();
            Entry<Page> first = saved(entries.save(seen, new Page("One", "Ana's words"), ana));
            EntryAnswer<Page> second = entries.save(seen, new Page("One", "Ben's words"), ben);
            assertThat(second).isEqualTo(new EntryAnswer.Overtaken<>(first));
            assertThat(entries.find(seen.id(), KIND, ben).map(Entry::body)).contains(new Page("One", "Ana's words"));
            assertThat(versions(seen)).contains(new Page("One", "Ben's words"));
        }

        @Test
        void typing_on_is_one_version_and_somebody_elses_typing_another() {
            Entry<Page> one = begun();
            Entry<Page> two = saved(entries.save(one, new Page("One", "W"), ana));
            Entry<Page> three = saved(entries.save(two, new Page("One", "Wo"), ana));
            saved(entries.save(three, new Page("One", "Wor"), ben));
            assertThat(versions(one)).containsExactly(new Page("One", "Wor"), new Page("One", "Wo"));
        }

        @Test
        void what_was_removed_at_once_stays_in_the_version_before() {
            Entry<Page> one = begun();
            String much = "words ".repeat(60);
            Entry<Page> two = saved(entries.save(one, new Page("One", much), ana));
            saved(entries.save(two, new Page("One", ""), ana));
            assertThat(versions(one)).containsExactly(new Page("One", ""), new Page("One", much));
        }

        @Test
        void something_far_too_long_is_refused_and_changes_nothing() {
            Entry<Page> one = begun();
            EntryAnswer<Page> answer = entries.save(one, new Page("One", "x".repeat(Entries.MOST)), ana);
            assertThat(answer).isEqualTo(new EntryAnswer.Refused<>(EntryRefusal.TOO_LONG));
            assertThat(entries.find(one.id(), KIND, ana)).contains(one);
        }

        @Test
        void an_entry_a_team_has_once_is_begun_once() {
            Entry<Page> first = saved(entries.beginOnly(circle.team(), KIND, new Page("First", ""), ana));
            Entry<Page> second = saved(entries.beginOnly(circle.team(), KIND, new Page("Second", ""), ben));
            assertThat(second).isEqualTo(first);
            assertThat(entries.of(circle.team(), KIND, ana)).hasSize(1);
        }

        @Test
        void an_entry_is_not_read_as_one_of_another_kind() {
            assertThat(entries.find(begun().id(), OTHER, ana)).isEmpty();
        }
    }

    @Nested
    class Who {

        @Test
        void coaches_read_and_do_not_write() {
            Entry<Page> entry = begun();
            PersonId gil = circle.gil().id();
            assertThat(circles.of(circle.team(), gil)).contains(Standing.COACH);
            assertThat(entries.find(entry.id(), KIND, gil)).contains(entry);
            assertThat(entries.save(entry, new Page("Gil's", ""), gil))
                    .isEqualTo(new EntryAnswer.Refused<>(EntryRefusal.NOT_A_MEMBER));
            entries.remove(entry.id(), gil);
            assertThat(entries.find(entry.id(), KIND, ana)).contains(entry);
        }

        @Test
        void for_everybody_else_there_is_nothing() {
            Entry<Page> entry = begun();
            for (PersonId stranger : circle.strangers()) {
                assertThat(circles.of(circle.team(), stranger)).isEmpty();
                assertThat(entries.of(circle.team(), KIND, stranger)).isEmpty();
                assertThat(entries.find(entry.id(), KIND, stranger)).isEmpty();
                assertThat(entries.versions(entry.id(), KIND, stranger)).isEmpty();
                assertThat(entries.begin(circle.team(), KIND, new Page("Mine", ""), stranger))
                        .isEqualTo(new EntryAnswer.Refused<>(EntryRefusal.NOT_A_MEMBER));
                assertThat(entries.save(entry, new Page("Mine", ""), stranger))
                        .isEqualTo(new EntryAnswer.Refused<>(EntryRefusal.NOT_A_MEMBER));
                entries.remove(entry.id(), stranger);
            }
            assertThat(entries.of(circle.team(), KIND, ana)).containsExactly(entry);
        }

        @Test
        void what_is_erased_is_gone_with_its_versions() {
            Entry<Page> entry = begun();
            entries.remove(entry.id(), ben);
            assertThat(entries.of(circle.team(), KIND, ana)).isEmpty();
            assertThat(versions(entry)).isEmpty();
            assertThat(entries.save(entry, new Page("Late", ""), ana))
                    .isEqualTo(new EntryAnswer.Refused<>(EntryRefusal.GONE));
        }
    }
}
