package org.tessera.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.yaml.YamlProblem;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class UsualPhaseTest {

    private static final Set<Role> ALL = EnumSet.allOf(Role.class);

    /** What only people can say: what there is to choose from. */
    private static final List<String> PEOPLE_SAY = List.of("needs-choices");

    static Stream<Arguments> every_way_of_talking_with_every_instrument() {
        return Stream.of(Mode.values())
                .flatMap(mode -> Stream.of(Instrument.values()).map(instrument -> Arguments.of(mode, instrument)))
                // questions are put to somebody, and alone nobody puts anything to anybody
                .filter(both -> !(both.get()[0] == Mode.SILENT_ALONE && both.get()[1] == Instrument.QUESTIONS));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("every_way_of_talking_with_every_instrument")
    void is_a_sound_phase_behind_those_it_needs(Mode mode, Instrument instrument) {
        assertThat(rulesBroken(mode, instrument, ALL)).isSubsetOf(PEOPLE_SAY);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("every_way_of_talking_with_every_instrument")
    void gives_nothing_to_a_role_the_pack_does_not_have(Mode mode, Instrument instrument) {
        Set<Role> few = EnumSet.of(Role.FACILITATOR, Role.PARTICIPANT);

        assertThat(rulesBroken(mode, instrument, few)).doesNotContain("role");
    }

    private static List<String> rulesBroken(Mode mode, Instrument instrument, Set<Role> roles) {
        ObjectNode tree = PackTree.parse("""
                {"name": {"en": "N"}, "purpose": {"en": "P"}, "aspect": "design", "groupSize": {"min": 4, "max": 8},
                 "attribution": {"credit": {"en": "C"}, "licence": {"en": "L"}, "sources": ["s"], "verified": false},
                 "norms": [{"en": "N"}], "phases": []}""");
        tree.set("roles", UsualPhase.words(roles));
        ArrayNode phases = (ArrayNode) tree.get("phases");
        List.of(Instrument.BOARD, Instrument.STATEMENT, Instrument.ITEMS, Instrument.SCORES)
                .forEach(before -> phases.add(phase("before-" + before.word(), Mode.OPEN, before, roles)));
        phases.add(phase("it", mode, instrument, roles));
        return DraftCheck.of(SeedPacks.reader(), tree, new PackRef("own-x", "1")).problems().stream()
                .map(YamlProblem::rule)
                .toList();
    }

    private static ObjectNode phase(String id, Mode mode, Instrument instrument, Set<Role> roles) {
        ObjectNode words = PackTree.text(Map.of("en", "Words"));
        return UsualPhase.phase(id, words, words, mode, instrument, Minutes.of(1, 2, 3), roles);
    }
}
