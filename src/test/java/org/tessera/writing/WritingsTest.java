package org.tessera.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialId;
import org.tessera.credential.CredentialRef;
import org.tessera.credential.Credentials;
import org.tessera.support.AppTest;

@AppTest
class WritingsTest {

    private static final CredentialRef BUILDING =
            new CredentialRef(new CredentialId("building-a-pa-learning-community"), "1");
    private static final WritingPlace REFLECTION = new WritingPlace(BUILDING, "reflection");
    private static final UUID HERE = UUID.randomUUID();
    private static final UUID THERE = UUID.randomUUID();

    @Autowired
    Accounts accounts;

    @Autowired
    Credentials credentials;

    @Autowired
    WritingStore store;

    @Autowired
    Sources sources;

    private Instant now = Instant.parse("2026-11-20T15:00:00Z");
    private Writings writings;
    private PersonId ana;
    private PersonId ben;

    @BeforeEach
    void people() {
        DistrictId district = accounts.addDistrict("North");
        ana = person(district);
        ben = person(district);
        writings = new Writings(
                store,
                credentials,
                accounts,
                new StaticListableBeanFactory().getBeanProvider(FurtherPlaces.class),
                () -> now);
    }

    @Nested
    class Saving {

        @Test
        void begins_a_text_and_goes_on_with_it() {
            assertThat(writings.at(ana, REFLECTION).version()).isZero();
            assertThat(saved(save(0, HERE, "I")).version()).isEqualTo(1);
            assertThat(saved(save(1, HERE, "I learned")).text()).isEqualTo("I learned");
            assertThat(writings.at(ana, REFLECTION).text()).isEqualTo("I learned");
            assertThat(writings.at(ben, REFLECTION).text()).isEmpty();
        }

        @Test
        void keeps_every_character() {
            String text = " \n𝒜 ñ “q” 學 \t👍🏽 \u00a0 \r\n end ";
            saved(save(0, HERE, text));
            assertThat(writings.at(ana, REFLECTION).text()).isEqualTo(text);
        }

        @Test
        void the_same_again_changes_nothing() {
            saved(save(0, HERE, "I learned"));
            assertThat(saved(save(0, HERE, "I learned")).version()).isEqualTo(1);
            assertThat(writings.versions(ana, REFLECTION)).hasSize(1);
        }

        @Test
        void is_refused_for_a_part_the_credential_does_not_ask_for() {
            assertThat(writings.save(ana, new WritingPlace(BUILDING, "poem"), 0, HERE, "x"))
                    .isEqualTo(new SaveAnswer.Refused(WritingRefusal.PLACE_UNKNOWN));
            assertThat(writings.save(
                            ana, new WritingPlace(new CredentialRef(BUILDING.id(), "99"), "reflection"), 0, HERE, "x"))
                    .isEqualTo(new SaveAnswer.Refused(WritingRefusal.PLACE_UNKNOWN));
            assertThat(writings.save(ana, new WritingPlace(BUILDING, WritingPlace.COLLABORATION), 0, HERE, "x"))
                    .isInstanceOf(SaveAnswer.Saved.class);
        }

        @Test
        void is_refused_beyond_the_longest_text_and_for_guests() {
            assertThat(save(0, HERE, "x".repeat(Writing.MOST + 1)))
                    .isEqualTo(new SaveAnswer.Refused(WritingRefusal.TOO_LONG));
            assertThat(writings.save(new PersonId(UUID.randomUUID()), REFLECTION, 0, HERE, "x"))
                    .isEqualTo(new SaveAnswer.Refused(WritingRefusal.GUEST));
        }
    }

    @Nested
    class Two_windows {

        @Test
        void never_write_over_each_other_and_both_texts_are_kept() {
            saved(save(0, HERE, "Together."));
            saved(save(1, HERE, "Together. From here."));
            assertThat(save(1, THERE, "Together. From there."))
                    .isInstanceOfSatisfying(
                            SaveAnswer.Overtaken.class,
                            overtaken -> assertThat(overtaken.now().text()).isEqualTo("Together. From here."));
            assertThat(writings.at(ana, REFLECTION).text()).isEqualTo("Together. From here.");
            assertThat(versions()).containsExactly("beside: Together. From there.", "Together. From here.");
        }

        @Test
        void what_is_typed_on_beside_the_text_is_kept_too() {
            saved(save(0, HERE, "From here."));
            save(0, THERE, "From there");
            save(0, THERE, "From there, and on");
            assertThat(versions()).containsExactly("beside: From there, and on", "From here.");
        }

        @Test
        void whoever_has_seen_both_may_decide_for_either() {
            saved(save(0, HERE, "From here."));
            save(0, THERE, "From there.");
            saved(save(1, THERE, "From there."));
            assertThat(writings.at(ana, REFLECTION).text()).isEqualTo("From there.");
            assertThat(versions()).contains("From here.");
        }
    }

    @Nested
    class Versions {

        @Test
        void a_stretch_of_writing_is_one() {
            saved(save(0, HERE, "One"));
            later(Duration.ofMinutes(9));
            saved(save(1, HERE, "One two"));
            assertThat(versions()).containsExactly("One two");
        }

        @Test
        void a_pause_begins_another() {
            saved(save(0, HERE, "One"));
            later(Duration.ofMinutes(11));
            saved(save(1, HERE, "One two"));
            assertThat(versions()).containsExactly("One two", "One");
        }

        @Test
        void another_window_begins_another() {
            saved(save(0, HERE, "One"));
            saved(save(1, THERE, "One two"));
            assertThat(versions()).containsExactly("One two", "One");
        }

        @Test
        void removing_much_at_once_leaves_what_was_there() {
            String much = "word ".repeat(60);
            saved(save(0, HERE, much));
            saved(save(1, HERE, ""));
            assertThat(versions()).containsExactly("", much);
        }

        @Test
        void one_can_be_brought_back_and_loses_none() {
            saved(save(0, HERE, "One"));
            later(Duration.ofMinutes(11));
            saved(save(1, HERE, "Two"));
            assertThat(writings.replace(ana, REFLECTION, "One")).isInstanceOf(SaveAnswer.Saved.class);
            assertThat(writings.at(ana, REFLECTION).text()).isEqualTo("One");
            assertThat(versions()).containsExactly("One", "Two", "One");
            assertThat(writings.versions(ben, REFLECTION)).isEmpty();
        }
    }

    @Nested
    class Sources_of_a_person {

        private static final SourceDraft BOOK =
                new SourceDraft(Source.Kind.BOOK, " Dweck, Carol S. ", "2006", "Mindset", "Random House", "");

        @Test
        void are_listed_once_and_can_be_removed_by_nobody_else() {
            SourceAnswer first = sources.add(ana, BOOK);
            assertThat(sources.add(ana, BOOK)).isEqualTo(first);
            assertThat(sources.of(ana)).singleElement().satisfies(source -> {
                assertThat(source.said().authors()).isEqualTo("Dweck, Carol S.");
                assertThat(sources.remove(ben, source.id()))
                        .isEqualTo(new SourceAnswer.Refused(WritingRefusal.SOURCE_UNKNOWN));
                assertThat(sources.remove(ana, source.id())).isEqualTo(new SourceAnswer.Removed());
            });
            assertThat(sources.of(ana)).isEmpty();
        }

        @Test
        void have_a_title_and_a_year_of_four_digits_if_any() {
            assertThat(sources.add(ana, new SourceDraft(Source.Kind.BOOK, "", "", " ", "", "")))
                    .isEqualTo(new SourceAnswer.Refused(WritingRefusal.TITLE_EMPTY));
            assertThat(sources.add(ana, new SourceDraft(Source.Kind.BOOK, "", "soon", "T", "", "")))
                    .isEqualTo(new SourceAnswer.Refused(WritingRefusal.YEAR_UNREADABLE));
            assertThat(sources.add(ana, new SourceDraft(Source.Kind.BOOK, "", "2006", "T".repeat(501), "", "")))
                    .isEqualTo(new SourceAnswer.Refused(WritingRefusal.TOO_LONG));
        }
    }

    private SaveAnswer save(int base, UUID tab, String text) {
        return writings.save(ana, REFLECTION, base, tab, text);
    }

    private static Writing saved(SaveAnswer answer) {
        assertThat(answer).isInstanceOf(SaveAnswer.Saved.class);
        return ((SaveAnswer.Saved) answer).now();
    }

    private List<String> versions() {
        return writings.versions(ana, REFLECTION).stream()
                .map(version -> (version.isBeside() ? "beside: " : "") + version.text())
                .toList();
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    private PersonId person(DistrictId district) {
        return accounts.addPerson(new PersonDraft(
                district,
                null,
                "Somebody",
                UUID.randomUUID() + "@example.org",
                Locale.ENGLISH,
                "correct horse battery"));
    }
}
