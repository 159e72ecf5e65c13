package org.tessera.room;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tessera.protocol.Budget;
import org.tessera.protocol.Choice;
import org.tessera.protocol.Minutes;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Text;
import org.tessera.room.Entity.*;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Entities as the wire shows them. What an entity hides (a locked material's title) is hidden here. */
final class EntityJson {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private EntityJson() {}

    static ObjectNode of(Entity entity, Room room, Names names) {
        ObjectNode json = NODES.objectNode().put("id", entity.ref().id());
        return switch (entity) {
            case Setting e -> setting(json, e, room);
            case Member e -> member(json, e, names);
            case PhaseRun e -> phase(json, e, room, Exceptions.Known.NONE);
            case Note e -> note(json, e);
            case Group e ->
                json.put("name", e.name())
                        .put("ordinal", e.ordinal())
                        .put("x", e.x())
                        .put("y", e.y());
            case Pair e -> with(json.put("over", e.over()), "people", words(e.people()));
            case Ballot e -> with(json.put("by", text(e.by())).put("phase", e.phase()), "marks", counts(e.marks()));
            case Tally e -> with(json.put("voters", e.voters()), "counts", counts(e.counts()));
            case Statement e -> statement(json, e);
            case Answer e ->
                json.put("by", text(e.by())).put("item", text(e.item())).put("answer", e.answer());
            case Check e ->
                with(json.put("passed", e.passed()).put("voters", e.voters()), "counts", counts(e.counts()));
            case Goal e -> json.put("text", e.text()).put("by", text(e.by())).put("ordinal", e.ordinal());
            case Brought e -> material(json, e, room);
            case Left e ->
                with(json.put("phase", e.phase()).put("sha256", e.sha256()), "name", translated(e.name()))
                        .put("at", text(e.at()));
            case Agenda e -> agenda(json, e, room);
            case Wish e -> with(json, "people", words(e.people()));
            case Circle e -> with(json, "people", words(e.people()));
            case Attendance e -> with(json, "people", words(e.people()));
            case Turns e -> turns(json, e);
            case Leading e ->
                with(json, "co", words(e.co()))
                        .put("deputy", e.deputy().map(MemberId::toString).orElse(null))
                        .put("owed", e.owed().map(MemberId::toString).orElse(null));
            case Voice e ->
                json.put("by", text(e.by()))
                        .put("turns", e.turns())
                        .put("seconds", (int) e.floor().toSeconds())
                        .put("agreed", e.agreed())
                        .put("shared", e.shared());
            case Item e -> InstrumentJson.of(json, e);
            case Opinion e -> InstrumentJson.of(json, e);
            case Consensus e -> InstrumentJson.of(json, e);
            case Score e -> InstrumentJson.of(json, e);
            case Grid e -> InstrumentJson.of(json, e);
            case Settled e -> InstrumentJson.of(json, e);
            case Wording e ->
                json.put("version", e.version())
                        .put("text", e.text())
                        .put("by", text(e.by()))
                        .put("phase", e.phase().orElse(null))
                        .put("at", text(e.at()));
            case Ground e -> ground(json, e);
            case Norm e -> json.put("text", e.text()).put("hard", e.hard()).put("ordinal", e.ordinal());
            case Flag e -> json.put("by", text(e.by())).put("norm", text(e.norm()));
            case Lookback e ->
                json.put("by", text(e.by()))
                        .put("phase", e.phase())
                        .put("kept", word(e.kept()))
                        .put("hard", e.hard().orElse(null));
            case Debrief e -> debrief(json, e);
            case Pick e -> json.put("by", text(e.by())).put("phase", e.phase()).put("choice", e.choice());
            case Readiness e ->
                json.put("by", e.by().map(MemberId::toString).orElse(null))
                        .put("phase", e.phase())
                        .put("ready", e.ready());
            case Claim e -> json.put("was", text(e.was()));
            case Extension e ->
                json.put("phase", e.phase()).put("group", text(e.pair())).put("endsAt", text(e.endsAt()));
            case Link e -> json.put("from", text(e.from())).put("to", text(e.to()));
            case Due e -> json.put("at", text(e.at()));
        };
    }

    private static ObjectNode ground(ObjectNode json, Ground e) {
        ArrayNode norms = json.putArray("norms");
        e.norms().forEach(norm -> norms.add(translated(norm)));
        return json;
    }

    private static ObjectNode agenda(ObjectNode json, Agenda e, Room room) {
        ArrayNode times = json.putArray("times");
        e.times().forEach(times::add);
        Duration usual = Duration.ofMinutes(Budget.usualMinutes(room.written()));
        json.set("plannedMinutes", minutes(e.meeting().orElse(usual)));
        return json.put("people", e.people().orElse(null));
    }

    private static ObjectNode setting(ObjectNode json, Setting e, Room room) {
        json.put("title", e.title()).put("team", text(e.team().value()));
        json.putObject("pack").put("id", e.pack().id()).put("version", e.pack().version());
        json.set("name", translated(room.pack().name()));
        json.put("status", word(e.status()));
        json.put("meetingUrl", e.meetingUrl().orElse(null));
        json.putNull("focus");
        e.focus().ifPresent(f -> json.putObject("focus")
                .put("text", f.text())
                .put("version", f.version())
                .put("by", text(f.by())));
        ArrayNode norms = json.putArray("norms");
        e.norms().forEach(norm -> norms.add(translated(norm)));
        json.put("phase", e.phase().orElse(null));
        json.put("plannedMinutes", Budget.usualMinutes(room.written()));
        json.put("scheduledAt", instant(e.scheduledAt()));
        json.put("startedAt", instant(e.startedAt()));
        if (e.isCancelled()) {
            json.put("cancelled", e.cancelReason().orElse(""));
        }
        return json.put("closedAt", instant(e.closedAt()));
    }

    private static ObjectNode debrief(ObjectNode json, Debrief e) {
        ArrayNode norms = json.putArray("norms");
        e.norms().forEach(norm -> norms.add(translated(norm)));
        ObjectNode kept = json.putObject("kept");
        e.kept().forEach((answer, people) -> kept.put(word(answer), people));
        with(json, "hard", counts(e.hard()));
        return json.put("voters", e.voters()).put("reason", e.reason().orElse(null));
    }

    private static ObjectNode member(ObjectNode json, Member e, Names names) {
        return json.put("name", names.of(e.id()))
                .put("role", e.role().word())
                .put("home", e.home().word())
                .put("guest", e.guest())
                .put("agreed", e.agreed())
                .put("ready", e.ready())
                .put("hand", instant(e.hand()))
                .put("ordinal", e.ordinal());
    }

    /** A phase as somebody is told of it who knows of these exceptions. */
    static ObjectNode phase(PhaseRun run, Room room, Exceptions.Known known) {
        return phase(NODES.objectNode().put("id", run.ref().id()), run, room, known);
    }

    private static ObjectNode phase(ObjectNode json, PhaseRun e, Room room, Exceptions.Known known) {
        Phase phase = room.phaseOf(e);
        json.put("ordinal", e.ordinal());
        json.set("name", translated(phase.name()));
        json.put("mode", phase.mode().code())
                .put("grouping", word(phase.grouping()))
                .put("instrument", word(phase.instrument()))
                .put("visibility", word(phase.visibility()))
                .put("expiry", word(phase.expiry()))
                .put("optional", phase.optional())
                .put("budget", phase.budget())
                .put("least", phase.least())
                .put("rework", phase.rework().orElse(null));
        ObjectNode minutes = json.putObject("minutes");
        minutes.set("min", minutes(phase.minutes().min()));
        minutes.set("target", minutes(phase.minutes().target()));
        minutes.set("max", minutes(phase.minutes().max()));
        json.put("protected", room.pack().protections().stream().anyMatch(p -> p.phases()
                .contains(phase.id())));
        room.pack().protections().stream()
                .filter(p -> !p.phases().isEmpty() && p.phases().getLast().equals(phase.id()))
                .findFirst()
                .ifPresent(p -> {
                    ObjectNode keeps = json.putObject("keeps").put("minutes", p.minMinutes());
                    with(keeps, "phases", list(p.phases()));
                });
        with(json, "kinds", list(phase.kinds().stream().map(kind -> kind.word()).toList()));
        with(
                json,
                "speak",
                list(phase.speak().stream().map(role -> role.word()).sorted().toList()));
        with(json, "unlocks", list(phase.unlocks()));
        ObjectNode may = json.putObject("may");
        phase.may()
                .forEach((action, roles) -> with(
                        may,
                        action.word(),
                        list(roles.stream().map(role -> role.word()).sorted().toList())));
        json.set("task", translated(phase.prompts().task()));
        ObjectNode forRole = json.putObject("forRole");
        phase.prompts().forRole().forEach((role, text) -> forRole.set(role.word(), translated(text)));
        phase.prompts().say().ifPresent(say -> json.set("say", translated(say)));
        phase.prompts().watch().ifPresent(watch -> json.set("watch", translated(watch)));
        phase.yields().ifPresent(yield -> json.set("yields", translated(yield.name())));
        tools(json, phase);
        ObjectNode grants = json.putObject("grants");
        known.grants()
                .forEach((member, actions) -> with(
                        grants,
                        text(member),
                        list(actions.stream().map(a -> a.word()).sorted().toList())));
        if (known.early()) {
            json.put("early", true);
        }
        json.set("planned", minutes(e.planned()));
        return json.put("state", word(e.state()))
                .put("holder", e.holder().map(MemberId::toString).orElse(null))
                .put("turn", phase.turn())
                .put("startedAt", instant(e.startedAt()))
                .put("endsAt", instant(e.endsAt()))
                .put("pausedSeconds", (int) e.paused().toSeconds())
                .put("pausedAt", instant(e.pausedAt()))
                .put("endedAt", instant(e.endedAt()))
                .put("locked", e.locked())
                .put("runs", e.runs());
    }

    /** Whole minutes as a whole number, as a reader of the text would make of it. */
    private static JsonNode minutes(Duration length) {
        BigDecimal minutes = Minutes.number(length);
        return minutes.scale() == 0 ? NODES.numberNode(minutes.intValue()) : NODES.numberNode(minutes.doubleValue());
    }

    private static void tools(ObjectNode json, Phase phase) {
        json.put("timing", word(phase.timing()))
                .put("layout", word(phase.tools().layout()));
        json.put("levels", phase.tools().levels())
                .put("threshold", phase.tools().threshold());
        with(json, "items", choices(phase.tools().items()));
        with(json, "choices", choices(phase.tools().choices()));
        json.putNull("round");
        phase.round().ifPresent(round -> {
            ObjectNode turns = json.putObject("round");
            turns.putNull("seconds");
            round.turn().ifPresent(turn -> turns.put("seconds", (int) turn.toSeconds()));
            turns.put("rotate", round.rotate()).put("noRepeats", round.noRepeats());
        });
        ArrayNode mistakes = json.putArray("mistakes");
        phase.prompts()
                .mistakes()
                .forEach(mistake -> with(
                        mistakes.addObject().put("at", word(mistake.moment()).replace('_', '-')),
                        "text",
                        translated(mistake.text())));
    }

    private static ArrayNode choices(List<Choice> choices) {
        ArrayNode json = NODES.arrayNode();
        choices.forEach(choice -> with(json.addObject().put("id", choice.id()), "text", translated(choice.text())));
        return json;
    }

    private static ObjectNode note(ObjectNode json, Note e) {
        json.put("by", e.by().equals(MemberId.NOBODY) ? null : text(e.by()))
                .put("text", e.text())
                .put("kind", e.kind().word())
                .put("phase", e.phase())
                .put("state", word(e.state() == Note.State.ANONYMOUS ? Note.State.SEALED : e.state()))
                .put("x", e.x())
                .put("y", e.y())
                .put("group", e.group().map(Object::toString).orElse(null))
                .put("ordinal", e.ordinal());
        json.put("late", e.late());
        json.put("pair", e.ties().pair().map(Object::toString).orElse(null))
                .put("station", e.ties().station().map(Object::toString).orElse(null))
                .put("replyTo", e.ties().replyTo().map(Object::toString).orElse(null))
                .put("mergedInto", e.ties().mergedInto().map(Object::toString).orElse(null));
        json.putNull("anchor");
        e.anchor().ifPresent(a -> json.putObject("anchor")
                .put("material", text(a.material()))
                .put("page", a.page())
                .put("x", a.x())
                .put("y", a.y())
                .put("w", a.w())
                .put("h", a.h()));
        return json;
    }

    private static ObjectNode turns(ObjectNode json, Turns e) {
        ArrayNode order = json.putArray("order");
        e.order().forEach(party -> order.add(words(party)));
        with(json.put("at", e.at()), "speaking", words(e.speaking()));
        with(
                json,
                "passed",
                words(e.passed().stream()
                        .sorted(Comparator.comparing(MemberId::toString))
                        .toList()));
        return json.put("since", instant(e.since())).put("until", instant(e.until()));
    }

    private static ObjectNode statement(ObjectNode json, Statement e) {
        json.put("title", e.title())
                .put("phase", e.phase())
                .put("text", e.text())
                .put("version", e.version())
                .put("shared", e.shared())
                .put("fixed", e.fixed())
                .put("ordinal", e.ordinal());
        json.putNull("people");
        return e.people().isEmpty() ? json : with(json, "people", words(e.people()));
    }

    private static ObjectNode material(ObjectNode json, Brought e, Room room) {
        json.put("kind", e.kind()).put("locked", e.locked());
        if (!e.locked()) {
            return json.put("title", e.title()).put("pages", e.pages());
        }
        // Of what is locked nobody learns more than that it is there and when it opens.
        return json.put(
                "unlocks",
                room.pack().phases().stream()
                        .filter(phase -> phase.unlocks().contains(e.kind()))
                        .map(Phase::id)
                        .findFirst()
                        .orElse(null));
    }

    private static ObjectNode with(ObjectNode json, String key, JsonNode value) {
        json.set(key, value);
        return json;
    }

    static ObjectNode translated(Text text) {
        ObjectNode json = NODES.objectNode();
        text.byLanguage().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> json.put(entry.getKey(), entry.getValue()));
        return json;
    }

    private static ObjectNode counts(Map<?, Integer> counts) {
        ObjectNode json = NODES.objectNode();
        counts.forEach((key, count) -> json.put(key.toString(), count));
        return json;
    }

    private static ArrayNode words(List<MemberId> members) {
        return list(members.stream().map(MemberId::toString).toList());
    }

    private static ArrayNode list(Collection<String> words) {
        ArrayNode json = NODES.arrayNode();
        words.forEach(json::add);
        return json;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String text(Object id) {
        return id.toString();
    }

    private static @org.jspecify.annotations.Nullable String instant(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse(null);
    }
}
