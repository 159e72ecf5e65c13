package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.Ids.id;
import static org.tessera.room.Ids.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tessera.protocol.NoteKind;
import org.tessera.room.Entity.Group;
import org.tessera.room.Entity.Note;
import org.tessera.room.Entity.Statement;

/** Where the phrases of a final text come from. */
class LineageTest {

    private final List<Statement> drafts = new ArrayList<>();
    private final List<Note> words = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();

    @Test
    void splits_a_text_at_its_punctuation_and_its_lines() {
        draft("one", "irrelevant");

        assertThat(phrases(
                        of("Students ask, think – and build.\nTogether; always! Really? Yes: now… well-being stays")))
                .containsExactly(
                        "Students ask",
                        "think",
                        "and build",
                        "Together",
                        "always",
                        "Really",
                        "Yes",
                        "now… well-being stays");
    }

    @Test
    void names_the_words_a_phrase_shares_letters_with_in_whatever_form() {
        word("curious", "curiosity");
        word("build", "building things");
        word("rest", "calm");

        Lineage lineage = of("Our students are curious, and they build.");

        assertThat(notes(lineage, 0)).containsExactly(id("curious").toString());
        assertThat(notes(lineage, 1)).containsExactly(id("build").toString());
        assertThat(lineage.unused()).containsExactly(id("rest").toString());
    }

    @Test
    void does_so_in_spanish_with_and_without_accents() {
        word("curiosidad", "curiosidad");
        word("educación", "Educacion para todos");
        word("niños", "niñas y niños");
        word("silencio", "silencio");

        Lineage lineage = of("Somos curiosos; la educación nos une; cada niño cuenta");

        assertThat(notes(lineage, 0)).containsExactly(id("curiosidad").toString());
        assertThat(notes(lineage, 1)).containsExactly(id("educación").toString());
        assertThat(notes(lineage, 2)).containsExactly(id("niños").toString());
        assertThat(lineage.unused()).containsExactly(id("silencio").toString());
    }

    @Test
    void counts_a_short_word_and_its_plural_as_one() {
        word("niños", "niños");
        word("minds", "open minds");
        word("moon", "moon");

        Lineage lineage = of("Cada niño cuenta. An open mind.");

        assertThat(notes(lineage, 0)).containsExactly(id("niños").toString());
        assertThat(notes(lineage, 1)).containsExactly(id("minds").toString());
        assertThat(lineage.unused()).containsExactly(id("moon").toString());
    }

    @Test
    void follows_a_word_into_the_theme_it_was_sorted_under() {
        group("theme", "Belonging");
        wordIn("theme", "hug", "hugs");
        word("loose", "homework");

        Lineage lineage = of("Everybody belongs here.");

        assertThat(notes(lineage, 0)).containsExactly(id("hug").toString());
        assertThat(lineage.unused()).containsExactly(id("loose").toString());
    }

    @Test
    void goes_on_from_the_draft_where_the_final_text_says_it_in_other_words() {
        word("brave", "courage");
        draft("first", "With courage we question everything, and we rest.");
        draft("second", "We dance.");

        Lineage lineage = of("We question what we see");

        assertThat(ids(lineage, 0, "drafts")).containsExactly(id("first").toString());
        assertThat(notes(lineage, 0)).containsExactly(id("brave").toString());
    }

    @Test
    void does_not_count_the_little_words_that_every_sentence_has() {
        word("we", "we and our");
        draft("first", "We are the ones.");

        Lineage lineage = of("We and our");

        assertThat(ids(lineage, 0, "drafts")).isEmpty();
        assertThat(notes(lineage, 0)).isEmpty();
        assertThat(lineage.unused()).containsExactly(id("we").toString());
    }

    @Test
    void says_of_a_new_phrase_that_nothing_is_behind_it() {
        word("hope", "hope");
        draft("first", "We hope.");

        Lineage lineage = of("Unprecedented fireworks");

        assertThat(ids(lineage, 0, "drafts")).isEmpty();
        assertThat(notes(lineage, 0)).isEmpty();
        assertThat(lineage.unused()).containsExactly(id("hope").toString());
    }

    @Test
    void of_an_empty_text_has_no_phrase_and_leaves_every_word_unused() {
        word("hope", "hope");

        assertThat(of("").phrases()).isEmpty();
        assertThat(of(" \n ,; ").phrases()).isEmpty();
        assertThat(of("").unused()).containsExactly(id("hope").toString());
    }

    private Lineage of(String text) {
        return Lineage.of(text, drafts, words, groups);
    }

    private void draft(String name, String text) {
        drafts.add(new Statement(
                id(name), name, "pairs", List.of(person("ana"), person("eva")), text, 1, true, false, drafts.size()));
    }

    private void word(String name, String text) {
        words.add(noteIn(Optional.empty(), name, text));
    }

    private void wordIn(String group, String name, String text) {
        words.add(noteIn(Optional.of(group), name, text));
    }

    private Note noteIn(Optional<String> group, String name, String text) {
        return new Note(
                Ids.note(name),
                person("ana"),
                text,
                NoteKind.NOTE,
                Optional.empty(),
                "post",
                Note.State.POSTED,
                0,
                0,
                group.map(Ids::id),
                words.size(),
                Entity.Ties.NONE);
    }

    private void group(String name, String title) {
        groups.add(new Group(id(name), title, groups.size(), 0, 0));
    }

    private static List<Object> phrases(Lineage lineage) {
        return lineage.phrases().stream().map(phrase -> phrase.get("phrase")).toList();
    }

    private static List<Object> notes(Lineage lineage, int phrase) {
        return ids(lineage, phrase, "notes");
    }

    private static List<Object> ids(Lineage lineage, int phrase, String key) {
        return List.copyOf((List<?>) lineage.phrases().get(phrase).get(key));
    }
}
