package org.tessera.portfolio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.tessera.account.PersonId;
import org.tessera.submission.Roster;

/** Who somebody is in one package: the earner, or an educator with a letter, the same letter in all of it. */
final class Pseudonyms {

    private final PersonId earner;
    private final Roster roster;
    private final PackageWording wording;
    private final UnaryOperator<String> before;
    private final UnaryOperator<String> after;
    private final Map<PersonId, String> letters = new LinkedHashMap<>();

    private Pseudonyms(
            PersonId earner,
            Roster roster,
            PackageWording wording,
            UnaryOperator<String> before,
            UnaryOperator<String> after) {
        this.earner = earner;
        this.roster = roster;
        this.wording = wording;
        this.before = before;
        this.after = after;
    }

    /** For a package: addresses go, too, where the platform takes none. */
    static Pseudonyms of(PersonId earner, Roster roster, Profile profile, PackageWording wording) {
        return new Pseudonyms(
                earner,
                roster,
                wording,
                UnaryOperator.identity(),
                text -> profile.takesLinks() ? text : WebAddresses.noted(text, wording));
    }

    /** For a blind copy: whatever else leads to somebody goes first, since a name may be a part of it. */
    static Pseudonyms of(PersonId earner, Roster roster, Traces traces, PackageWording wording) {
        return new Pseudonyms(earner, roster, wording, traces::without, UnaryOperator.identity());
    }

    /** What somebody is called. */
    String of(PersonId person) {
        return person.equals(earner)
                ? wording.say("portfolio.earner")
                : wording.say("portfolio.educator", letters.computeIfAbsent(person, _ -> letter(letters.size())));
    }

    /**
     * What somebody wrote: with what is meant in brackets in the place of names, and without addresses where none may stand.
     */
    String clean(String text) {
        return after.apply(unnamed(before.apply(text)));
    }

    /** With what is meant in brackets in the place of names, and nothing else changed. */
    String unnamed(String text) {
        return roster.without(text, known -> "[" + instead(known) + "]");
    }

    private String instead(Roster.Known known) {
        return switch (known.kind()) {
            case SCHOOL -> wording.say("portfolio.school");
            case DISTRICT -> wording.say("portfolio.district");
            case TEAM -> wording.say("portfolio.team");
            case PERSON ->
                known.person()
                        .filter(person -> known.isClose())
                        .map(this::of)
                        .orElseGet(() -> wording.say("portfolio.somebody"));
        };
    }

    /** A to Z, then AA and so on. */
    private static String letter(int place) {
        String last = String.valueOf((char) ('A' + place % 26));
        return place < 26 ? last : letter(place / 26 - 1) + last;
    }
}
