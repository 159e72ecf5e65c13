package org.tessera.protocol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tessera.yaml.YamlFile;
import org.tessera.yaml.YamlProblem;

/** What must hold across a pack, beyond its shape; {@link PhaseRules} looks into each phase. */
final class PackRules {

    private final Pack pack;
    private final YamlFile file;
    private final List<YamlProblem> problems = new ArrayList<>();

    private PackRules(Pack pack, YamlFile file) {
        this.pack = pack;
        this.file = file;
    }

    /**
     * Everything the rules find wrong, nothing if the pack is sound.
     *
     * @param file where the pack was read, to name the lines
     */
    static List<YamlProblem> check(Pack pack, YamlFile file) {
        var rules = new PackRules(pack, file);
        rules.name();
        rules.groupSize();
        rules.uniqueIds();
        IntStream.range(0, pack.protections().size()).forEach(rules::protection);
        IntStream.range(0, pack.protections().size()).forEach(rules::crossing);
        IntStream.range(0, pack.repeats().size()).forEach(rules::repeat);
        IntStream.range(0, pack.phases().size())
                .forEach(index -> rules.problems.addAll(PhaseRules.check(pack, index, file)));
        return rules.problems;
    }

    private void name() {
        String expected = pack.ref().id() + ".yaml";
        if (!file.name().equals(expected) && !file.name().endsWith("/" + expected)) {
            found("/id", "file-name", "the file of the pack “" + pack.ref().id() + "” must be called " + expected);
        }
    }

    private void groupSize() {
        GroupSize size = pack.groupSize();
        if (size.min() > size.max()) {
            found(
                    "/groupSize",
                    "group-size",
                    "the smallest group, " + size.min() + ", is larger than the largest, " + size.max());
        }
    }

    private void uniqueIds() {
        Set<String> phases = new HashSet<>();
        Set<String> yields = new HashSet<>();
        for (int index = 0; index < pack.phases().size(); index++) {
            Phase phase = pack.phases().get(index);
            if (!phases.add(phase.id())) {
                found("/phases/" + index + "/id", "step-twice", "another phase is called “" + phase.id() + "” already");
            }
            if (phase.yields().map(PhaseYield::id).filter(id -> !yields.add(id)).isPresent()) {
                found("/phases/" + index + "/yields/id", "yield-twice", "another phase yields this artifact already");
            }
        }
    }

    private void protection(int index) {
        Protection protection = pack.protections().get(index);
        String at = "/protect/" + index;
        Duration planned = Duration.ZERO;
        for (int member = 0; member < protection.phases().size(); member++) {
            String id = protection.phases().get(member);
            var phase = pack.phase(id);
            if (phase.isEmpty()) {
                found(at + "/phases/" + member, "protects-nothing", "there is no phase “" + id + "” to protect");
                return;
            }
            if (phase.get().optional()) {
                found(
                        at + "/phases/" + member,
                        "protects-optional",
                        "“" + id + "” is optional, so its minutes cannot be protected");
            }
            if (isRepeated(id)) {
                found(
                        at + "/phases/" + member,
                        "protects-repeated",
                        "“" + id + "” repeats, so its minutes cannot be protected");
            }
            planned = planned.plus(phase.get().planned());
        }
        if (planned.compareTo(Duration.ofMinutes(protection.minMinutes())) < 0) {
            found(
                    at + "/minMinutes",
                    "protects-more",
                    "the protected phases are planned with " + Minutes.number(planned) + " minutes, fewer than "
                            + protection.minMinutes(),
                    Minutes.number(planned).toPlainString(),
                    String.valueOf(protection.minMinutes()));
        }
    }

    /** What is protected twice would leave open which minutes count for which rule. */
    private void crossing(int index) {
        Set<String> phases = Set.copyOf(pack.protections().get(index).phases());
        for (Protection other : pack.protections().subList(0, index)) {
            Set<String> before = Set.copyOf(other.phases());
            boolean apart = before.stream().noneMatch(phases::contains);
            if (!apart && !before.containsAll(phases) && !phases.containsAll(before)) {
                found(
                        "/protect/" + index + "/phases",
                        "protects-across",
                        "it shares some phases with another rule: it must hold all of them, or none");
            }
        }
    }

    private boolean isRepeated(String phase) {
        return pack.repeats().stream().anyMatch(repeat -> repeat.phases().contains(phase));
    }

    private void repeat(int index) {
        Repeat repeat = pack.repeats().get(index);
        String at = "/repeats/" + index;
        List<String> ids = pack.phases().stream().map(Phase::id).toList();
        int first = ids.indexOf(repeat.phases().getFirst());
        boolean inARow = first >= 0
                && first + repeat.phases().size() <= ids.size()
                && ids.subList(first, first + repeat.phases().size()).equals(repeat.phases());
        if (!inARow) {
            found(
                    at + "/phases",
                    "repeat-row",
                    "phases that repeat must stand one after the other in the pack, in this order");
        }
        if (repeat.min() > repeat.target() || repeat.target() > repeat.max()) {
            found(
                    at,
                    "repeat-counts",
                    "repetitions must rise from min over target to max, not " + repeat.min() + ", " + repeat.target()
                            + ", " + repeat.max());
        }
        if (repeat.per() == Repeat.Per.PERSON && !pack.roles().contains(Role.PRESENTER)) {
            found(
                    at + "/per",
                    "repeat-presenter",
                    "each person acts as the presenter in turn, but the pack has no presenter");
        }
        boolean again = pack.repeats().subList(0, index).stream()
                .anyMatch(other -> other.phases().stream().anyMatch(repeat.phases()::contains));
        if (again) {
            found(at + "/phases", "repeat-twice", "a phase repeats in one way only");
        }
    }

    private void found(String at, String rule, String reason, String... details) {
        problems.add(file.problemAt(at, reason).under(rule, details));
    }
}
