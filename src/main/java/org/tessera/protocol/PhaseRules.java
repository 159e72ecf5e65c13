package org.tessera.protocol;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
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
                found(at, "“" + role.word() + "” is not one of the pack's roles");
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
            found("/speak", inThisMode() + "the " + role.word() + " speaks, and nobody else");
        }
    }

    private void onlyPresenterActs() {
        phase.may().forEach((action, roles) -> {
            if (!Set.of(Role.PRESENTER).containsAll(roles)) {
                found("/may/" + action.word(), inThisMode() + "nobody but the presenter may " + action.word());
            }
        });
    }

    private void presenterListens() {
        if (!pack.roles().contains(Role.PRESENTER)) {
            found("/mode", inThisMode() + "a presenter listens, but the pack has no presenter");
        }
        if (phase.speak().contains(Role.PRESENTER)) {
            found("/speak", inThisMode() + "the presenter listens and does not speak");
        }
        for (Action action : Action.values()) {
            if (phase.grants(Role.PRESENTER, action)) {
                found("/may/" + action.word(), inThisMode() + "the presenter listens and may not " + action.word());
            }
        }
    }

    private void nobodySpeaks() {
        if (!phase.speak().isEmpty()) {
            found("/speak", inThisMode() + "nobody speaks");
        }
    }

    private void somebodySpeaks() {
        if (phase.speak().isEmpty()) {
            found("/speak", inThisMode() + "somebody must have the floor");
        }
    }

    private void grantsNone(Action action) {
        if (phase.may().containsKey(action)) {
            found("/may/" + action.word(), inThisMode() + "everybody works alone, so nobody may " + action.word());
        }
    }

    private String inThisMode() {
        return "in mode " + phase.mode().code() + " ";
    }

    private void grouping() {
        boolean small = phase.grouping() == Grouping.PAIR || phase.grouping() == Grouping.TRIAD;
        if (small != (phase.mode() == Mode.PAIR)) {
            found("/grouping", "mode PAIR and grouping pair or triad belong together");
        }
    }

    private void instrument() {
        switch (phase.instrument()) {
            case NONE -> fits(Set.of());
            case BOARD -> {
                fits(EnumSet.of(Action.POST, Action.ARRANGE));
                if (phase.may().isEmpty() && phase.visibility() == Visibility.OPEN) {
                    found("/may", "a board nobody may post on or arrange is only useful for private or sealed notes");
                }
            }
            case DOTS -> {
                needs(Action.VOTE);
                earlier(Instrument.BOARD, "dots are spent on notes and groups of an earlier board");
            }
            case STATEMENT -> needs(Action.STATEMENT);
            case FINGERS -> {
                needs(Action.ANSWER);
                earlier(Instrument.STATEMENT, "fingers are shown on an earlier statement");
            }
            case GOALS -> needs(Action.GOAL);
        }
    }

    private void needs(Action action) {
        fits(EnumSet.of(action));
        if (!phase.may().containsKey(action)) {
            found("/may", theInstrument() + " needs the right “" + action.word() + "” for some role");
        }
    }

    private void fits(Set<Action> actions) {
        for (Action action : Action.values()) {
            if (phase.may().containsKey(action) && !actions.contains(action)) {
                found(
                        "/may/" + action.word(),
                        theInstrument() + " has no use for the right “" + action.word() + "”"
                                + (actions.isEmpty() ? "" : ", only for " + words(actions)));
            }
        }
    }

    private void earlier(Instrument instrument, String reason) {
        if (pack.phases().subList(0, index).stream().noneMatch(before -> before.instrument() == instrument)) {
            found("/instrument", reason + ", and there is none");
        }
    }

    private void kinds() {
        boolean written = phase.instrument() == Instrument.BOARD
                && (phase.may().containsKey(Action.POST) || phase.visibility() != Visibility.OPEN);
        if (written && phase.kinds().isEmpty()) {
            found("", "notes are written in this phase, so it must name their kinds");
        }
        if (!written && !phase.kinds().isEmpty()) {
            found("/kinds", "no notes are written in this phase, so it opens no kinds");
        }
    }

    private void budget() {
        boolean dots = phase.instrument() == Instrument.DOTS;
        if (dots && phase.budget() == 0) {
            found("", "the instrument dots needs a budget: how many dots each person has");
        }
        if (!dots && phase.budget() > 0 && !phase.may().containsKey(Action.POST)) {
            found("/budget", "a budget counts dots or posted notes, and this phase has neither");
        }
    }

    private void rework() {
        boolean fingers = phase.instrument() == Instrument.FINGERS;
        if (fingers && phase.least() == 0) {
            found("", "the instrument fingers needs least: the number of fingers with which the check passes");
        }
        if (!fingers && phase.least() > 0) {
            found("/least", "only the instrument fingers has a least answer");
        }
        phase.rework().ifPresent(id -> {
            if (!fingers) {
                found("/rework", "only a check with fingers can send the group back");
            } else if (pack.phases().subList(0, index).stream()
                    .noneMatch(before -> before.id().equals(id))) {
                found("/rework", "“" + id + "” is not an earlier phase");
            }
        });
    }

    private String theInstrument() {
        return "the instrument " + phase.instrument().name().toLowerCase(Locale.ROOT);
    }

    private static String words(Set<Action> actions) {
        return actions.stream().map(Action::word).collect(Collectors.joining(" and "));
    }

    private void found(String below, String reason) {
        problems.add(file.problemAt("/phases/" + index + below, reason));
    }
}
