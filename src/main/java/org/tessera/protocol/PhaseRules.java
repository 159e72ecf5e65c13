package org.tessera.protocol;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tessera.yaml.YamlFile;
import org.tessera.yaml.YamlProblem;

/** What must hold inside one phase: mode, grouping, instrument and rights agree with each other. */
final class PhaseRules {

    private final Pack pack;
    private final int index;
    private final Phase phase;
    private final YamlFile file;
    private final List<YamlProblem> problems = new ArrayList<>();

    private PhaseRules(Pack pack, int index, YamlFile file) {
        this.pack = pack;
        this.index = index;
        this.file = file;
        this.phase = pack.phases().get(index);
    }

    static List<YamlProblem> check(Pack pack, int index, YamlFile file) {
        var rules = new PhaseRules(pack, index, file);
        rules.rolesOfThePack();
        rules.mode();
        rules.grouping();
        rules.instrument();
        rules.tools();
        rules.visibility();
        rules.round();
        rules.timing();
        rules.kinds();
        rules.budget();
        rules.rework();
        return rules.problems;
    }

    private void rolesOfThePack() {
        onlyPackRoles("/speak", phase.speak());
        phase.may().forEach((action, roles) -> onlyPackRoles("/may/" + action.word(), roles));
        phase.prompts()
                .forRole()
                .keySet()
                .forEach(role -> onlyPackRoles("/prompts/forRole/" + role.word(), Set.of(role)));
    }

    private void onlyPackRoles(String at, Set<Role> roles) {
        for (Role role : Role.values()) {
            if (roles.contains(role) && !pack.roles().contains(role)) {
                found(at, "role", "“" + role.word() + "” is not one of the pack's roles", told(role));
            }
        }
    }

    private void mode() {
        switch (phase.mode()) {
            case FAC -> onlySpeaker(Role.FACILITATOR);
            case PRES -> {
                onlySpeaker(Role.PRESENTER);
                onlyPresenterActs();
            }
            case OPEN_GROUP -> {
                somebodySpeaks();
                presenterListens();
            }
            case SILENT_ALONE -> {
                nobodySpeaks();
                grantsNone(Action.POST);
                grantsNone(Action.ARRANGE);
            }
            case SILENT_BOARD -> nobodySpeaks();
            case QA_CLARIFYING, QA_PROBING, ROUND, OPEN, PAIR -> somebodySpeaks();
            case VOTE -> {}
        }
    }

    private void onlySpeaker(Role role) {
        if (!phase.speak().equals(Set.of(role))) {
            found(
                    "/speak",
                    "only-speaker",
                    inThisMode() + "the " + role.word() + " speaks, and nobody else",
                    told(phase.mode()),
                    told(role));
        }
    }

    private void onlyPresenterActs() {
        phase.may().forEach((action, roles) -> {
            if (!Set.of(Role.PRESENTER).containsAll(roles)) {
                found(
                        "/may/" + action.word(),
                        "only-presenter",
                        inThisMode() + "nobody but the presenter may " + action.word(),
                        told(phase.mode()),
                        told(action));
            }
        });
    }

    private void presenterListens() {
        if (!pack.roles().contains(Role.PRESENTER)) {
            found(
                    "/mode",
                    "no-presenter",
                    inThisMode() + "a presenter listens, but the pack has no presenter",
                    told(phase.mode()));
        }
        if (phase.speak().contains(Role.PRESENTER)) {
            found(
                    "/speak",
                    "presenter-silent",
                    inThisMode() + "the presenter listens and does not speak",
                    told(phase.mode()));
        }
        for (Action action : Action.values()) {
            if (phase.grants(Role.PRESENTER, action)) {
                found(
                        "/may/" + action.word(),
                        "presenter-idle",
                        inThisMode() + "the presenter listens and may not " + action.word(),
                        told(phase.mode()),
                        told(action));
            }
        }
    }

    private void nobodySpeaks() {
        if (!phase.speak().isEmpty()) {
            found("/speak", "nobody-speaks", inThisMode() + "nobody speaks", told(phase.mode()));
        }
    }

    private void somebodySpeaks() {
        if (phase.speak().isEmpty()) {
            found("/speak", "somebody-speaks", inThisMode() + "somebody must have the floor", told(phase.mode()));
        }
    }

    private void grantsNone(Action action) {
        if (phase.may().containsKey(action)) {
            found(
                    "/may/" + action.word(),
                    "alone",
                    inThisMode() + "everybody works alone, so nobody may " + action.word(),
                    told(phase.mode()),
                    told(action));
        }
    }

    private String inThisMode() {
        return "in mode " + phase.mode().code() + " ";
    }

    private void grouping() {
        boolean small = EnumSet.of(Grouping.PAIR, Grouping.TRIAD, Grouping.QUAD).contains(phase.grouping());
        if (phase.mode() == Mode.PAIR && !small) {
            found(
                    "/grouping",
                    "small-groups",
                    inThisMode() + "people work in pairs, triads or quads",
                    told(phase.mode()));
        }
        boolean together = EnumSet.of(Mode.FAC, Mode.QA_CLARIFYING, Mode.QA_PROBING, Mode.OPEN_GROUP, Mode.VOTE)
                .contains(phase.mode());
        if (phase.isInGroups() && together) {
            found("/grouping", "together", inThisMode() + "everybody works together", told(phase.mode()));
        }
        if (phase.grouping() == Grouping.DIRECTION) {
            earlier(Instrument.CHOICE, "earlier-choice", "people gather by what they chose in an earlier choice");
        }
    }

    private void instrument() {
        fits(phase.instrument().actions());
        switch (phase.instrument()) {
            case NONE -> {}
            case BOARD -> {
                if (phase.may().isEmpty() && phase.visibility() == Visibility.OPEN) {
                    found(
                            "/may",
                            "idle-board",
                            "a board nobody may post on or arrange is only useful for private or sealed notes");
                }
            }
            case DOTS -> {
                needs(Action.VOTE);
                earlier(Instrument.BOARD, "earlier-board", "dots are spent on notes and groups of an earlier board");
            }
            case STATEMENT -> needs(Action.STATEMENT);
            case FINGERS -> {
                needs(Action.ANSWER);
                earlier(Instrument.STATEMENT, "earlier-statement", "fingers are shown on an earlier statement");
            }
            case GOALS -> needs(Action.GOAL);
            case ITEMS -> needs(Action.ITEM);
            case CHECKLIST -> {
                needs(Action.ANSWER);
                needs(Action.SETTLE);
                hasItemsFrom(EnumSet.of(Instrument.ITEMS, Instrument.NORMS));
            }
            case SCORES -> {
                needs(Action.SCORE);
                hasItemsFrom(EnumSet.of(Instrument.ITEMS));
                if (phase.visibility() != Visibility.SEALED) {
                    found("/visibility", "scores-sealed", "score sheets are sealed until everybody has scored");
                }
            }
            case AGREEMENT -> {
                needs(Action.SETTLE);
                earlier(Instrument.SCORES, "earlier-scores", "a group agrees on scores that were given before");
            }
            case QUESTIONS -> needs(Action.POST);
            case NORMS -> needs(Action.ADOPT);
            case CHOICE -> needs(Action.CHOOSE);
        }
    }

    /** A checklist may also go through the norms a group has taken up: can everybody abide by them? */
    private void hasItemsFrom(Set<Instrument> earlier) {
        if (phase.tools().items().isEmpty()) {
            earlier(earlier, "earlier-items", "it needs items, here or from an earlier phase");
        }
    }

    private void tools() {
        Phase.Tools tools = phase.tools();
        onlyFor("/layout", tools.layout() != Layout.FREE, "a layout", Instrument.BOARD, Instrument.QUESTIONS);
        onlyFor(
                "/items",
                !tools.items().isEmpty(),
                "a list of items",
                Instrument.ITEMS,
                Instrument.CHECKLIST,
                Instrument.SCORES);
        both("/levels", tools.levels() > 0, "levels", Instrument.SCORES);
        both("/threshold", tools.threshold() > 0, "a threshold", Instrument.CHECKLIST);
        both("/choices", !tools.choices().isEmpty(), "choices", Instrument.CHOICE);
        unique("/items", tools.items());
        unique("/choices", tools.choices());
        if (tools.layout() == Layout.QUADRANTS && phase.kinds().size() != 4) {
            found("/kinds", "quadrants", "a board in quadrants needs four kinds of note, one for each");
        }
    }

    private void onlyFor(String at, boolean there, String what, Instrument... instruments) {
        if (there && !List.of(instruments).contains(phase.instrument())) {
            found(at, "no-use", theInstrument() + " has no use for " + what, told(phase.instrument()));
        }
    }

    private void both(String at, boolean there, String what, Instrument instrument) {
        onlyFor(at, there, what, instrument);
        if (!there && phase.instrument() == instrument) {
            found("", "needs" + at.replace('/', '-'), theInstrument() + " needs " + what, told(phase.instrument()));
        }
    }

    private void unique(String at, List<Choice> choices) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < choices.size(); i++) {
            if (!seen.add(choices.get(i).id())) {
                found(
                        at + "/" + i + "/id",
                        "item-twice",
                        "another one is called “" + choices.get(i).id() + "” already");
            }
        }
    }

    private void visibility() {
        if (phase.visibility() == Visibility.ANONYMOUS && phase.instrument() != Instrument.BOARD) {
            found("/visibility", "anonymous-notes", "only notes can be anonymous");
        }
        if (phase.visibility() == Visibility.UNRECORDED) {
            if (phase.instrument() != Instrument.NONE) {
                found("/instrument", "unrecorded-talk", "nothing is written in an unrecorded phase");
            }
            if (phase.yields().isPresent()) {
                found("/yields", "unrecorded-leaves", "an unrecorded phase leaves nothing behind");
            }
        }
    }

    private void round() {
        if (phase.round().isPresent() && phase.mode() != Mode.ROUND && phase.mode() != Mode.PAIR) {
            found("/round", "no-turns", inThisMode() + "nobody takes turns", told(phase.mode()));
        }
        phase.round().filter(Round::noRepeats).ifPresent(round -> {
            if (phase.instrument() != Instrument.BOARD) {
                found("/round/noRepeats", "no-repeats-board", "only notes of a board can repeat each other");
            }
        });
        phase.round().flatMap(Round::turn).ifPresent(turn -> exactTurns());
    }

    /** A round of equal turns has no length of its own; what the pack plans is that of the smallest group. */
    private void exactTurns() {
        if (phase.isInGroups()
                || phase.minutes().min().compareTo(phase.minutes().max()) == 0) {
            return;
        }
        found("/minutes", "equal-turns", "equal turns have one length: min, target and max must be the same");
    }

    private void timing() {
        if (phase.timing() == Timing.MEETING) {
            return;
        }
        if (phase.mode() != Mode.SILENT_ALONE && phase.timing() == Timing.BEFORE) {
            found("/timing", "before-alone", "work before the meeting is done alone: mode SIL-I");
        }
        if (phase.mode() == Mode.ROUND) {
            found("/mode", "timing-turns", "before and after the meeting nobody waits for a turn: no ROUND");
        }
        if (phase.expiry() != Expiry.SIGNAL) {
            found("/expiry", "timing-clock", "before and after the meeting there is no clock: expiry signal");
        }
        if (phase.isInGroups()) {
            found("/grouping", "timing-together", "before and after the meeting nobody works in groups");
        }
        boolean wrongPlace = phase.timing() == Timing.BEFORE
                ? pack.phases().subList(0, index).stream().anyMatch(other -> other.timing() != Timing.BEFORE)
                : pack.phases().subList(index, pack.phases().size()).stream()
                        .anyMatch(other -> other.timing() != Timing.AFTER);
        if (wrongPlace) {
            found("/timing", "timing-order", "phases before the meeting come first, phases after it last");
        }
    }

    private void needs(Action action) {
        if (!phase.may().containsKey(action)) {
            found(
                    "/may",
                    "needs-right",
                    theInstrument() + " needs the right “" + action.word() + "” for some role",
                    told(phase.instrument()),
                    told(action));
        }
    }

    private void fits(Set<Action> actions) {
        for (Action action : Action.values()) {
            if (phase.may().containsKey(action) && !actions.contains(action)) {
                found(
                        "/may/" + action.word(),
                        "no-right",
                        theInstrument() + " has no use for the right “" + action.word() + "”"
                                + (actions.isEmpty() ? "" : ", only for " + words(actions)),
                        told(phase.instrument()),
                        told(action));
            }
        }
    }

    private void earlier(Instrument instrument, String rule, String reason) {
        earlier(EnumSet.of(instrument), rule, reason);
    }

    private void earlier(Set<Instrument> instruments, String rule, String reason) {
        if (pack.phases().subList(0, index).stream().noneMatch(before -> instruments.contains(before.instrument()))) {
            found("/instrument", rule, reason + ", and there is none");
        }
    }

    private void kinds() {
        boolean written =
                switch (phase.instrument()) {
                    case BOARD -> phase.may().containsKey(Action.POST) || phase.visibility() != Visibility.OPEN;
                    case QUESTIONS, NORMS -> phase.may().containsKey(Action.POST);
                    default -> false;
                };
        if (written && phase.kinds().isEmpty()) {
            found("", "needs-kinds", "notes are written in this phase, so it must name their kinds");
        }
        if (!written && !phase.kinds().isEmpty()) {
            found("/kinds", "idle-kinds", "no notes are written in this phase, so it opens no kinds");
        }
    }

    private void budget() {
        boolean dots = phase.instrument() == Instrument.DOTS;
        if (dots && phase.budget() == 0) {
            found("", "needs-budget", "the instrument dots needs a budget: how many dots each person has");
        }
        if (!dots && phase.budget() > 0 && !phase.may().containsKey(Action.POST)) {
            found("/budget", "idle-budget", "a budget counts dots or posted notes, and this phase has neither");
        }
    }

    private void rework() {
        boolean fingers = phase.instrument() == Instrument.FINGERS;
        if (fingers && phase.least() == 0) {
            found(
                    "",
                    "needs-least",
                    "the instrument fingers needs least: the number of fingers with which the check passes");
        }
        if (!fingers && phase.least() > 0) {
            found("/least", "idle-least", "only the instrument fingers has a least answer");
        }
        phase.rework().ifPresent(id -> {
            if (!fingers) {
                found("/rework", "idle-rework", "only a check with fingers can send the group back");
            } else if (pack.phases().subList(0, index).stream()
                    .noneMatch(before -> before.id().equals(id))) {
                found("/rework", "later-rework", "“" + id + "” is not an earlier phase");
            }
        });
    }

    private String theInstrument() {
        return "the instrument " + phase.instrument().word();
    }

    private static String words(Set<Action> actions) {
        return actions.stream().map(Action::word).collect(Collectors.joining(" and "));
    }

    private static String told(Role role) {
        return "role." + role.word();
    }

    private static String told(Action action) {
        return "action." + action.word();
    }

    private static String told(Mode mode) {
        return "mode." + mode.code();
    }

    private static String told(Instrument instrument) {
        return "instrument." + instrument.word();
    }

    private void found(String below, String rule, String reason, String... details) {
        problems.add(file.problemAt("/phases/" + index + below, reason).under(rule, details));
    }
}
