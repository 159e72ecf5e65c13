package org.tessera.protocol;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Makes the records of a pack out of a tree that has the shape of one. It judges nothing, so that old versions in
 * running rooms stay readable when the rules for new packs grow. For the same reason a word that packs could once use is
 * never taken away.
 */
final class PackMapping {

    private PackMapping() {}

    static Pack pack(JsonNode pack) {
        return new Pack(
                new PackRef(word(pack, "id"), word(pack, "version")),
                text(pack.required("name")),
                text(pack.required("purpose")),
                attribution(pack.required("attribution")),
                word(pack, "aspect"),
                new GroupSize(
                        pack.required("groupSize").required("min").intValue(),
                        pack.required("groupSize").required("max").intValue()),
                list(pack.path("roles"), PackMapping::role),
                list(pack.path("norms"), PackMapping::text),
                list(pack.path("protect"), PackMapping::protection),
                list(pack.path("repeats"), repeat -> repeat(repeat, pack)),
                list(pack.path("phases"), PackMapping::phase));
    }

    private static Attribution attribution(JsonNode attribution) {
        return new Attribution(
                text(attribution.required("credit")),
                text(attribution.required("licence")),
                list(attribution.path("sources"), JsonNode::stringValue),
                attribution.required("verified").booleanValue());
    }

    private static Protection protection(JsonNode protection) {
        return new Protection(
                list(protection.path("phases"), JsonNode::stringValue),
                protection.required("minMinutes").intValue());
    }

    private static Phase phase(JsonNode phase) {
        return new Phase(
                word(phase, "id"),
                text(phase.required("name")),
                minutes(phase.required("minutes")),
                mode(word(phase, "mode")),
                constant(Grouping.class, word(phase, "grouping")),
                constant(Instrument.class, word(phase, "instrument")),
                roles(phase.path("speak")),
                may(phase.path("may")),
                constant(Visibility.class, word(phase, "visibility")),
                list(phase.path("kinds"), kind -> constant(NoteKind.class, kind.stringValue())),
                list(phase.path("unlocks"), JsonNode::stringValue),
                optional(phase.path("yields"))
                        .map(yields -> new PhaseYield(word(yields, "id"), text(yields.required("name")))),
                prompts(phase.required("prompts")),
                constant(Expiry.class, word(phase, "expiry")),
                phase.path("budget").asInt(0),
                phase.path("least").asInt(0),
                optional(phase.path("rework")).map(JsonNode::stringValue),
                phase.path("optional").asBoolean(false),
                tools(phase),
                optional(phase.path("round")).map(PackMapping::round),
                word(phase, "timing", Timing.class, Timing.MEETING),
                0);
    }

    private static Phase.Tools tools(JsonNode phase) {
        return new Phase.Tools(
                word(phase, "layout", Layout.class, Layout.FREE),
                list(phase.path("items"), PackMapping::choice),
                phase.path("levels").asInt(0),
                phase.path("threshold").asInt(0),
                list(phase.path("choices"), PackMapping::choice));
    }

    private static Choice choice(JsonNode choice) {
        return new Choice(word(choice, "id"), text(choice.required("text")));
    }

    private static Round round(JsonNode round) {
        return new Round(
                optional(round.path("seconds")).map(seconds -> Duration.ofSeconds(seconds.intValue())),
                round.path("rotate").asBoolean(false),
                round.path("noRepeats").asBoolean(false));
    }

    private static Repeat repeat(JsonNode repeat, JsonNode pack) {
        Repeat.Per per = constant(Repeat.Per.class, word(repeat, "per"));
        JsonNode size = pack.required("groupSize");
        boolean each = per == Repeat.Per.PERSON;
        int min = each ? size.required("min").intValue() : repeat.path("min").asInt(1);
        int target = each ? min : repeat.path("target").asInt(min);
        int max = each ? size.required("max").intValue() : repeat.path("max").asInt(target);
        return new Repeat(list(repeat.path("phases"), JsonNode::stringValue), per, min, target, max);
    }

    private static Minutes minutes(JsonNode minutes) {
        return new Minutes(
                length(minutes.required("min")), length(minutes.required("target")), length(minutes.required("max")));
    }

    private static Duration length(JsonNode minutes) {
        return Duration.ofSeconds(Math.round(minutes.doubleValue() * 60));
    }

    private static Prompts prompts(JsonNode prompts) {
        var forRole = new EnumMap<Role, Text>(Role.class);
        prompts.path("forRole").forEachEntry((role, text) -> forRole.put(constant(Role.class, role), text(text)));
        return new Prompts(
                text(prompts.required("task")),
                forRole,
                optional(prompts.path("say")).map(PackMapping::text),
                optional(prompts.path("watch")).map(PackMapping::text),
                list(
                        prompts.path("mistakes"),
                        mistake -> new Mistake(
                                constant(Mistake.Moment.class, word(mistake, "at")), text(mistake.required("text")))));
    }

    private static Map<Action, Set<Role>> may(JsonNode may) {
        var granted = new EnumMap<Action, Set<Role>>(Action.class);
        may.forEachEntry((action, roles) -> granted.put(constant(Action.class, action), roles(roles)));
        return granted;
    }

    private static Text text(JsonNode text) {
        var byLanguage = new HashMap<String, String>();
        text.forEachEntry((language, wording) -> byLanguage.put(language, wording.stringValue()));
        return new Text(byLanguage);
    }

    private static Set<Role> roles(JsonNode roles) {
        var set = EnumSet.noneOf(Role.class);
        roles.forEach(role -> set.add(role(role)));
        return set;
    }

    private static Role role(JsonNode role) {
        return constant(Role.class, role.stringValue());
    }

    private static Mode mode(String code) {
        return Stream.of(Mode.values())
                .filter(mode -> mode.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no mode " + code));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static <E extends Enum<E>> E word(JsonNode node, String name, Class<E> type, E usual) {
        return optional(node.path(name))
                .map(word -> constant(type, word.stringValue()))
                .orElse(usual);
    }

    private static String word(JsonNode node, String name) {
        return node.required(name).stringValue();
    }

    private static Optional<JsonNode> optional(JsonNode node) {
        return Optional.of(node).filter(there -> !there.isMissingNode());
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> item) {
        return StreamSupport.stream(array.spliterator(), false).map(item).toList();
    }
}
