package org.tessera.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.yaml.YamlFile;
import tools.jackson.databind.node.ObjectNode;

class PackTreeTest {

    private static ObjectNode tree(String yaml) {
        return (ObjectNode) YamlFile.read("test", yaml).content();
    }

    @Nested
    class A_shipped_pack {

        @ParameterizedTest(name = "{0}")
        @MethodSource("org.tessera.protocol.ShippedPacks#ids")
        void comes_out_of_the_editor_as_it_went_in_but_for_its_name(String id) {
            PackRef own = new PackRef("own-" + id, "7");
            ObjectNode kept = PackTree.parse(PackTree.json(PackTree.folded(tree(ShippedPacks.source(id)))));

            DraftCheck check = DraftCheck.of(SeedPacks.reader(), kept, own);

            Pack shipped = ShippedPacks.read(id);
            assertThat(check.problems()).isEmpty();
            assertThat(check.pack()).contains(renamed(shipped, own));
            assertThat(ShippedPacks.parse(own.id(), check.yaml())).isEqualTo(renamed(shipped, own));
        }

        private static Pack renamed(Pack pack, PackRef ref) {
            return new Pack(
                    ref,
                    pack.name(),
                    pack.purpose(),
                    pack.attribution(),
                    pack.aspect(),
                    pack.groupSize(),
                    pack.roles(),
                    pack.norms(),
                    pack.protections(),
                    pack.repeats(),
                    pack.phases());
        }
    }

    @Nested
    class A_text_in_one_language {

        @Test
        void stands_in_both_once_it_is_published_whichever_it_is() {
            ObjectNode tree = tree("{name: {es: Hola}, norms: [{en: Be kind}], phases: [{prompts: {task: {en: Look}, "
                    + "forRole: {coach: {es: Mira}}}, yields: {id: x, name: {en: Seen, es: Visto}}}]}");

            assertThat(PackTree.filled(tree))
                    .isEqualTo(tree("{name: {es: Hola, en: Hola}, norms: [{en: Be kind, es: Be kind}], "
                            + "phases: [{prompts: {task: {en: Look, es: Look}, forRole: {coach: {es: Mira, en: Mira}}}, "
                            + "yields: {id: x, name: {en: Seen, es: Visto}}}]}"));
        }

        @Test
        void is_one_again_in_the_draft() {
            ObjectNode tree = tree("{name: {en: Hello, es: Hello}, norms: [{en: Be kind, es: Be kind}]}");

            assertThat(PackTree.folded(tree)).isEqualTo(tree("{name: {en: Hello}, norms: [{en: Be kind}]}"));
        }

        @Test
        void is_counted_as_not_translated() {
            ObjectNode tree = tree("{name: {en: Hello, es: Hola}, norms: [{en: Be kind, es: Be kind}, {en: Listen}]}");

            assertThat(PackTree.translated(tree)).isEqualTo(new PackTree.Translated(1, 3));
        }
    }

    @Nested
    class An_id {

        @Test
        void is_made_of_the_name() {
            assertThat(Slug.of("Mirar el trabajo – ¡juntos!", "step")).isEqualTo("mirar-el-trabajo-juntos");
            assertThat(Slug.of("3 2 1 go", "step")).isEqualTo("go");
            assertThat(Slug.of("日本", "step")).isEqualTo("step");
        }

        @Test
        void is_never_one_that_is_taken() {
            ObjectNode tree = tree("{phases: [{id: look}, {id: look-2}]}");

            assertThat(PackTree.freeId(tree, "Look!")).isEqualTo("look-3");
        }

        @Test
        void is_a_word_the_schema_takes_however_long_the_name() {
            assertThat(Slug.of("a-".repeat(200), "step"))
                    .matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")
                    .hasSizeLessThan(41);
        }
    }

    @Test
    void a_wording_that_is_not_there_is_read_in_the_other_language() {
        assertThat(PackTree.wording(PackTree.text(Map.of("es", "Hola", "en", " ")), "en"))
                .isEqualTo("Hola");
    }
}
