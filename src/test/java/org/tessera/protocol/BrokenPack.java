package org.tessera.protocol;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One way to spoil {@code packs/small.yaml}, and the one problem it must be refused with.
 *
 * @param sound the words to replace; they stand once in the file
 */
record BrokenPack(String what, String sound, String spoiled, int line, String path, String reason) {

    String in(String yaml) {
        if (yaml.split(Pattern.quote(sound), -1).length != 2) {
            throw new IllegalArgumentException("“" + sound + "” must stand exactly once in the pack");
        }
        return yaml.replace(sound, spoiled);
    }

    @Override
    public String toString() {
        return what;
    }

    static Stream<BrokenPack> all() {
        return Stream.of(yaml(), shape(), pack(), modes(), instruments()).flatMap(broken -> broken);
    }

    private static Stream<BrokenPack> yaml() {
        return Stream.of(
                broken(
                        "a bracket left open",
                        "aspect: validity",
                        "aspect: [validity",
                        11,
                        "",
                        "this is not YAML: expected ',' or ']', but got :"),
                broken(
                        "a key twice",
                        "aspect: validity",
                        "aspect: validity\naspect: reliability",
                        11,
                        "/aspect",
                        "“aspect” stands twice here"),
                broken(
                        "an anchor",
                        "aspect: validity",
                        "aspect: &a validity",
                        10,
                        "/aspect",
                        "write the value out: anchors and aliases are not allowed"));
    }

    private static Stream<BrokenPack> shape() {
        return Stream.of(
                broken(
                        "Spanish missing",
                        "name: {en: See, es: Ver}",
                        "name: {en: See}",
                        55,
                        "/phases/3/name",
                        "“es” is missing"),
                broken(
                        "an empty Spanish text",
                        "es: Ver}",
                        "es: \"\"}",
                        55,
                        "/phases/3/name/es",
                        "“” is not of the form \\S"),
                broken(
                        "English missing in a prompt",
                        "say: {en: Begin, es: Empiecen}",
                        "say: {es: Empiecen}",
                        68,
                        "/phases/3/prompts/say",
                        "“en” is missing"),
                broken(
                        "an unknown language",
                        "es: Ver}",
                        "es: Ver, fr: Voir}",
                        55,
                        "/phases/3/name/fr",
                        "“fr” is not a word for this place"),
                broken(
                        "an unknown mode",
                        "mode: OPEN-G",
                        "mode: OPEN-GROUP",
                        57,
                        "/phases/3/mode",
                        "“OPEN-GROUP” is not one of FAC, PRES, QA-C, QA-P, SIL-I, SIL-B, ROUND, OPEN-G, OPEN, PAIR, VOTE"),
                broken(
                        "an unknown role",
                        "speak: [facilitator, participant]",
                        "speak: [facilitator, speaker]",
                        60,
                        "/phases/3/speak/1",
                        "“speaker” is not one of facilitator, presenter, recorder, second-recorder, timekeeper, reporter, participant, coach"),
                broken(
                        "a prompt for an unknown role",
                        "{coach: {en: Watch",
                        "{trainer: {en: Watch",
                        53,
                        "/phases/2/prompts/forRole/trainer",
                        "“trainer” is not a word for this place"),
                broken(
                        "an unknown action",
                        "goal: [participant]",
                        "goals: [participant]",
                        116,
                        "/phases/7/may/goals",
                        "“goals” is not a word for this place"),
                broken(
                        "an unknown kind",
                        "kinds: [note]",
                        "kinds: [notes]",
                        50,
                        "/phases/2/kinds/0",
                        "“notes” is not one of note, observation, question, interpretation, implication, helped, change, works, doubt, clarify, clarifying, probing, feedback, warm, cool, notice, wonder, speculation, theme, idea, heard, unheard, resource, passage, assumption, agree, argue, aspire, hope, fear, norm, intention"),
                broken(
                        "an unknown unlock",
                        "unlocks: [context]",
                        "unlocks: [answers]",
                        38,
                        "/phases/1/unlocks/0",
                        "“answers” is not one of work, context, rubric, text"),
                broken(
                        "an unknown word",
                        "    optional: true",
                        "    skippable: true",
                        52,
                        "/phases/2/skippable",
                        "“skippable” is not a word for this place"),
                broken(
                        "no facilitator",
                        "roles: [facilitator, presenter",
                        "roles: [presenter",
                        12,
                        "/roles",
                        "must contain at least 1 element(s) that passes these validations: {\"const\":\"facilitator\"}"),
                broken(
                        "a right for nobody",
                        "arrange: [participant]",
                        "arrange: []",
                        63,
                        "/phases/3/may/arrange",
                        "must have at least 1 items but found 0"),
                broken(
                        "a version that is a word",
                        "version: \"1\"",
                        "version: next",
                        2,
                        "/version",
                        "“next” is not of the form ^[0-9]{1,4}(\\.[0-9]{1,4}){0,2}$"),
                broken(
                        "a version that is a number",
                        "version: \"1\"",
                        "version: 1",
                        2,
                        "/version",
                        "integer found, string expected"),
                broken(
                        "more fingers than a hand has",
                        "least: 3",
                        "least: 6",
                        104,
                        "/phases/6/least",
                        "must have a maximum value of 5"),
                broken(
                        "too many minutes",
                        "max: 9}",
                        "max: 999}",
                        110,
                        "/phases/7/minutes/max",
                        "must have a maximum value of 240"),
                broken(
                        "an impossible phase",
                        "es: Contar}\n    minutes: {min: 1, target: 2, max: 3}",
                        "es: Contar}\n    minutes: {min: 4, target: 2, max: 3}",
                        31,
                        "/phases/1/minutes",
                        "minutes must rise from min over target to max, not 4, 2, 3"),
                broken(
                        "a target beyond the most",
                        "minutes: {min: 5, target: 5, max: 9}",
                        "minutes: {min: 5, target: 10, max: 9}",
                        110,
                        "/phases/7/minutes",
                        "minutes must rise from min over target to max, not 5, 10, 9"));
    }

    private static Stream<BrokenPack> pack() {
        return Stream.of(
                broken(
                        "an impossible group size",
                        "{min: 4, max: 8}",
                        "{min: 9, max: 8}",
                        11,
                        "/groupSize",
                        "the smallest group, 9, is larger than the largest, 8"),
                broken(
                        "a phase id twice",
                        "- id: choose",
                        "- id: see",
                        69,
                        "/phases/4/id",
                        "another phase is called “see” already"),
                broken(
                        "an artifact twice",
                        "yields: {id: goals",
                        "yields: {id: seen",
                        118,
                        "/phases/7/yields/id",
                        "another phase yields this artifact already"),
                broken(
                        "an unknown phase protected",
                        "phases: [close]",
                        "phases: [ending]",
                        16,
                        "/protect/0/phases/0",
                        "there is no phase “ending” to protect"),
                broken(
                        "an optional phase protected",
                        "phases: [close]",
                        "phases: [close, think]",
                        16,
                        "/protect/0/phases/1",
                        "“think” is optional, so its minutes cannot be protected"),
                broken(
                        "more minutes protected than planned",
                        "minMinutes: 5",
                        "minMinutes: 6",
                        16,
                        "/protect/0/minMinutes",
                        "the protected phases are planned with 5 minutes, fewer than 6"),
                broken(
                        "two protections that cross",
                        "  - {phases: [close], minMinutes: 5}",
                        "  - {phases: [see, close], minMinutes: 5}\n  - {phases: [tell, see], minMinutes: 2}",
                        17,
                        "/protect/1/phases",
                        "it shares some phases with another rule: it must hold all of them, or none"),
                broken(
                        "a role the pack does not have",
                        "speak: [facilitator, presenter, participant]",
                        "speak: [facilitator, recorder]",
                        114,
                        "/phases/7/speak",
                        "“recorder” is not one of the pack's roles"),
                broken(
                        "a prompt for a role the pack does not have",
                        "{coach: {en: Watch",
                        "{recorder: {en: Watch",
                        53,
                        "/phases/2/prompts/forRole/recorder",
                        "“recorder” is not one of the pack's roles"),
                broken(
                        "a right for a role the pack does not have",
                        "vote: [participant]",
                        "vote: [timekeeper]",
                        77,
                        "/phases/4/may/vote",
                        "“timekeeper” is not one of the pack's roles"));
    }

    private static Stream<BrokenPack> modes() {
        return Stream.of(
                broken(
                        "FAC where another speaks",
                        "speak: [facilitator]\n    may: {}",
                        "speak: [facilitator, coach]\n    may: {}",
                        24,
                        "/phases/0/speak",
                        "in mode FAC the facilitator speaks, and nobody else"),
                broken(
                        "PRES where another speaks",
                        "speak: [presenter]",
                        "speak: [presenter, coach]",
                        35,
                        "/phases/1/speak",
                        "in mode PRES the presenter speaks, and nobody else"),
                broken(
                        "PRES where another posts",
                        "    instrument: none\n    speak: [presenter]\n    may: {}\n",
                        "    instrument: board\n    speak: [presenter]\n    may: {post: [participant]}\n    kinds: [note]\n",
                        36,
                        "/phases/1/may/post",
                        "in mode PRES nobody but the presenter may post"),
                broken(
                        "OPEN-G that lets the presenter post",
                        "post: [facilitator, participant]",
                        "post: [presenter, participant]",
                        62,
                        "/phases/3/may/post",
                        "in mode OPEN-G the presenter listens and may not post"),
                broken(
                        "OPEN-G that lets the presenter arrange",
                        "arrange: [participant]",
                        "arrange: [presenter]",
                        63,
                        "/phases/3/may/arrange",
                        "in mode OPEN-G the presenter listens and may not arrange"),
                broken(
                        "OPEN-G that lets the presenter speak",
                        "speak: [facilitator, participant]",
                        "speak: [presenter]",
                        60,
                        "/phases/3/speak",
                        "in mode OPEN-G the presenter listens and does not speak"),
                broken(
                        "OPEN-G where nobody speaks",
                        "speak: [facilitator, participant]",
                        "speak: []",
                        60,
                        "/phases/3/speak",
                        "in mode OPEN-G somebody must have the floor"),
                broken(
                        "SIL-I where somebody speaks",
                        "speak: []\n    may: {}",
                        "speak: [coach]\n    may: {}",
                        47,
                        "/phases/2/speak",
                        "in mode SIL-I nobody speaks"),
                broken(
                        "SIL-I where somebody posts",
                        "may: {}\n    visibility: private",
                        "may: {post: [participant]}\n    visibility: private",
                        48,
                        "/phases/2/may/post",
                        "in mode SIL-I everybody works alone, so nobody may post"),
                broken(
                        "SIL-B where somebody speaks",
                        "mode: OPEN-G",
                        "mode: SIL-B",
                        60,
                        "/phases/3/speak",
                        "in mode SIL-B nobody speaks"),
                broken(
                        "OPEN where nobody speaks",
                        "speak: [facilitator, presenter, participant]",
                        "speak: []",
                        114,
                        "/phases/7/speak",
                        "in mode OPEN somebody must have the floor"),
                broken(
                        "PAIR for all together",
                        "grouping: pair",
                        "grouping: all",
                        86,
                        "/phases/5/grouping",
                        "in mode PAIR people work in pairs, triads or quads"),
                broken(
                        "pairs in another mode",
                        "mode: PAIR",
                        "mode: OPEN-G",
                        86,
                        "/phases/5/grouping",
                        "in mode OPEN-G everybody works together"));
    }

    private static Stream<BrokenPack> instruments() {
        return Stream.of(
                broken(
                        "a clock after the meeting",
                        "es: Metas}}\n    expiry: signal",
                        "es: Metas}}\n    timing: after\n    expiry: lock",
                        120,
                        "/phases/7/expiry",
                        "before and after the meeting there is no clock: expiry signal"),
                broken(
                        "turns after the meeting",
                        "mode: OPEN\n    grouping: all\n    instrument: goals",
                        "mode: ROUND\n    grouping: all\n    instrument: goals\n    timing: after",
                        111,
                        "/phases/7/mode",
                        "before and after the meeting nobody waits for a turn: no ROUND"),
                broken(
                        "a right without an instrument",
                        "instrument: goals",
                        "instrument: none",
                        116,
                        "/phases/7/may/goal",
                        "the instrument none has no use for the right “goal”"),
                broken(
                        "a right of another instrument",
                        "arrange: [participant]",
                        "vote: [participant]",
                        63,
                        "/phases/3/may/vote",
                        "the instrument board has no use for the right “vote”, only for post and arrange"),
                broken(
                        "a board for nobody",
                        "visibility: private\n    kinds: [note]",
                        "visibility: open",
                        48,
                        "/phases/2/may",
                        "a board nobody may post on or arrange is only useful for private or sealed notes"),
                broken(
                        "dots without a budget",
                        "    budget: 3\n",
                        "",
                        69,
                        "/phases/4",
                        "the instrument dots needs a budget: how many dots each person has"),
                broken(
                        "dots for nobody",
                        "may:\n      vote: [participant]",
                        "may: {}",
                        76,
                        "/phases/4/may",
                        "the instrument dots needs the right “vote” for some role"),
                broken(
                        "a statement for nobody",
                        "may:\n      statement: [participant]",
                        "may: {}",
                        89,
                        "/phases/5/may",
                        "the instrument statement needs the right “statement” for some role"),
                broken(
                        "fingers for nobody",
                        "may:\n      answer: [participant]",
                        "may: {}",
                        101,
                        "/phases/6/may",
                        "the instrument fingers needs the right “answer” for some role"),
                broken(
                        "goals for nobody",
                        "may:\n      goal: [participant]",
                        "may: {}",
                        115,
                        "/phases/7/may",
                        "the instrument goals needs the right “goal” for some role"),
                broken(
                        "fingers without a least",
                        "    least: 3\n",
                        "",
                        94,
                        "/phases/6",
                        "the instrument fingers needs least: the number of fingers with which the check passes"),
                broken(
                        "a least without fingers",
                        "    budget: 3\n",
                        "    budget: 3\n    least: 3\n",
                        80,
                        "/phases/4/least",
                        "only the instrument fingers has a least answer"),
                broken(
                        "a budget for nothing",
                        "    least: 3\n",
                        "    least: 3\n    budget: 2\n",
                        105,
                        "/phases/6/budget",
                        "a budget counts dots or posted notes, and this phase has neither"),
                broken(
                        "notes without a kind",
                        "    kinds: [observation, question]\n",
                        "",
                        54,
                        "/phases/3",
                        "notes are written in this phase, so it must name their kinds"),
                broken(
                        "a kind without notes",
                        "    budget: 3\n",
                        "    budget: 3\n    kinds: [note]\n",
                        80,
                        "/phases/4/kinds",
                        "no notes are written in this phase, so it opens no kinds"),
                broken(
                        "rework of a later phase",
                        "rework: draft",
                        "rework: close",
                        105,
                        "/phases/6/rework",
                        "“close” is not an earlier phase"),
                broken(
                        "rework of a phase that is not there",
                        "rework: draft",
                        "rework: drafts",
                        105,
                        "/phases/6/rework",
                        "“drafts” is not an earlier phase"),
                broken(
                        "dots without an earlier board",
                        "mode: PRES\n    grouping: all\n    instrument: none\n    speak: [presenter]\n    may: {}",
                        "mode: VOTE\n    grouping: all\n    instrument: dots\n    budget: 1\n    speak: []\n"
                                + "    may: {vote: [coach]}",
                        34,
                        "/phases/1/instrument",
                        "dots are spent on notes and groups of an earlier board, and there is none"),
                broken(
                        "fingers without an earlier statement",
                        "instrument: statement\n    speak: [participant]\n    may:\n      statement: [participant]",
                        "instrument: goals\n    speak: [participant]\n    may:\n      goal: [participant]",
                        99,
                        "/phases/6/instrument",
                        "fingers are shown on an earlier statement, and there is none"),
                broken(
                        "a checklist without items",
                        SmallPack.FINGERS,
                        SmallPack.CHECKLIST,
                        99,
                        "/phases/6/instrument",
                        "it needs items, here or from an earlier phase, and there is none"),
                broken(
                        "rework without a check",
                        "    budget: 3\n",
                        "    budget: 3\n    rework: see\n",
                        80,
                        "/phases/4/rework",
                        "only a check with fingers can send the group back"));
    }

    private static BrokenPack broken(String what, String sound, String spoiled, int line, String path, String reason) {
        return new BrokenPack(what, sound, spoiled, line, path, reason);
    }
}
