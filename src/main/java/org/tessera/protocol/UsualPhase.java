package org.tessera.protocol;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What usually goes with a way of talking and an instrument: who speaks, who may do what, what is seen. A new phase
 * begins with it, so that somebody who knows nothing of the rules has a sound phase before the first change.
 */
public final class UsualPhase {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DOTS = 3;
    private static final int FINGERS = 3;
    private static final int AGREE = 80;
    private static final int LEVELS = 4;

    private UsualPhase() {}

    /** The members of a phase that follow from its mode and instrument, by name; missing ones are left out. */
    public static Map<String, JsonNode> of(Mode mode, Instrument instrument, Set<Role> roles) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        members.put("grouping", JSON.stringNode(mode == Mode.PAIR ? "pair" : "all"));
        members.put("speak", words(speakers(mode, roles)));
        ObjectNode may = JSON.objectNode();
        granted(mode, instrument, roles).forEach((action, to) -> may.set(action.word(), words(to)));
        members.put("may", may);
        members.put(
                "visibility",
                JSON.stringNode(visibility(mode, instrument).name().toLowerCase(Locale.ROOT)));
        List<NoteKind> kinds = kinds(mode, instrument);
        if (!kinds.isEmpty()) {
            ArrayNode list = JSON.arrayNode();
            kinds.forEach(kind -> list.add(kind.word()));
            members.put("kinds", list);
        }
        switch (instrument) {
            case DOTS -> members.put("budget", JSON.numberNode(DOTS));
            case FINGERS -> members.put("least", JSON.numberNode(FINGERS));
            case CHECKLIST -> members.put("threshold", JSON.numberNode(AGREE));
            case SCORES -> members.put("levels", JSON.numberNode(LEVELS));
            default -> {}
        }
        return members;
    }

    /** Every member {@link #of} may give. */
    public static final List<String> MEMBERS =
            List.of("grouping", "speak", "may", "visibility", "kinds", "budget", "least", "threshold", "levels");

    /** A whole new phase: everybody talks, notes on a board. */
    public static ObjectNode phase(String id, ObjectNode name, ObjectNode task, Set<Role> roles) {
        return phase(id, name, task, Mode.OPEN, Instrument.BOARD, Minutes.of(3, 5, 10), roles);
    }

    /** A whole new phase. */
    public static ObjectNode phase(
            String id,
            ObjectNode name,
            ObjectNode task,
            Mode mode,
            Instrument instrument,
            Minutes minutes,
            Set<Role> roles) {
        ObjectNode phase = JSON.objectNode();
        phase.put("id", id);
        phase.set("name", name);
        ObjectNode length = phase.putObject("minutes");
        length.put("min", Minutes.number(minutes.min()));
        length.put("target", Minutes.number(minutes.target()));
        length.put("max", Minutes.number(minutes.max()));
        phase.put("mode", mode.code());
        phase.put("instrument", instrument.word());
        of(mode, instrument, roles).forEach(phase::set);
        phase.put("expiry", "signal");
        phase.putObject("prompts").set("task", task);
        return phase;
    }

    private static Set<Role> speakers(Mode mode, Set<Role> roles) {
        return switch (mode) {
            case FAC -> only(roles, Role.FACILITATOR);
            case PRES -> only(roles, Role.PRESENTER);
            case SILENT_ALONE, SILENT_BOARD, VOTE -> EnumSet.noneOf(Role.class);
            case OPEN_GROUP -> without(roles, Role.COACH, Role.PRESENTER);
            case QA_CLARIFYING, QA_PROBING, ROUND, OPEN, PAIR -> without(roles, Role.COACH);
        };
    }

    private static Set<Role> actors(Mode mode, Set<Role> roles) {
        return switch (mode) {
            case PRES -> only(roles, Role.PRESENTER);
            case OPEN_GROUP -> without(roles, Role.COACH, Role.PRESENTER);
            default -> without(roles, Role.COACH);
        };
    }

    private static Map<Action, Set<Role>> granted(Mode mode, Instrument instrument, Set<Role> roles) {
        Map<Action, Set<Role>> granted = new LinkedHashMap<>();
        for (Action action : instrument.actions()) {
            boolean aloneSoFar = mode == Mode.SILENT_ALONE && (action == Action.POST || action == Action.ARRANGE);
            Set<Role> to = aloneSoFar ? Set.of() : to(action, mode, instrument, roles);
            if (!to.isEmpty()) {
                granted.put(action, to);
            }
        }
        return granted;
    }

    private static Set<Role> to(Action action, Mode mode, Instrument instrument, Set<Role> roles) {
        Set<Role> actors = actors(mode, roles);
        Set<Role> wanted =
                switch (action) {
                    case SETTLE, ADOPT -> only(actors, Role.FACILITATOR, Role.RECORDER, Role.SECOND_RECORDER);
                    case REPLY -> only(actors, Role.PRESENTER, Role.RECORDER);
                    case ANSWER -> instrument == Instrument.CHECKLIST ? without(actors, Role.PRESENTER) : actors;
                    case POST -> instrument == Instrument.QUESTIONS ? without(actors, Role.PRESENTER) : actors;
                    default -> actors;
                };
        return wanted.isEmpty() ? actors : wanted;
    }

    private static Visibility visibility(Mode mode, Instrument instrument) {
        return switch (instrument) {
            case SCORES, DOTS, FINGERS -> Visibility.SEALED;
            case BOARD -> mode == Mode.SILENT_ALONE ? Visibility.PRIVATE : Visibility.OPEN;
            default -> Visibility.OPEN;
        };
    }

    private static List<NoteKind> kinds(Mode mode, Instrument instrument) {
        return switch (instrument) {
            case BOARD -> List.of(NoteKind.NOTE);
            case NORMS -> mode == Mode.SILENT_ALONE ? List.of() : List.of(NoteKind.NORM);
            case QUESTIONS ->
                switch (mode) {
                    case QA_CLARIFYING -> List.of(NoteKind.CLARIFYING);
                    case QA_PROBING -> List.of(NoteKind.PROBING);
                    case SILENT_ALONE -> List.of();
                    default -> List.of(NoteKind.QUESTION);
                };
            default -> List.of();
        };
    }

    private static Set<Role> only(Set<Role> roles, Role... wanted) {
        Set<Role> some = EnumSet.noneOf(Role.class);
        some.addAll(List.of(wanted));
        some.retainAll(roles);
        return some;
    }

    private static Set<Role> without(Set<Role> roles, Role... unwanted) {
        Set<Role> some = EnumSet.noneOf(Role.class);
        some.addAll(roles);
        List.of(unwanted).forEach(some::remove);
        return some;
    }

    /** Roles as packs write them, in the order of {@link Role}. */
    public static ArrayNode words(Set<Role> roles) {
        ArrayNode list = JSON.arrayNode();
        for (Role role : Role.values()) {
            if (roles.contains(role)) {
                list.add(role.word());
            }
        }
        return list;
    }
}
