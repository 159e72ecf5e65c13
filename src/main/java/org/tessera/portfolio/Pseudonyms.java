package org.tessera.portfolio;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tessera.account.PersonId;
import org.tessera.submission.Roster;

/** Who somebody is in one package: the earner, or an educator with a letter, the same letter in all of it. */
final class Pseudonyms {

    private final PersonId earner;
    private final Roster roster;
    private final Profile profile;
    private final PackageWording wording;
    private final Map<PersonId, String> letters = new LinkedHashMap<>();

    Pseudonyms(PersonId earner, Roster roster, Profile profile, PackageWording wording) {
        this.earner = earner;
        this.roster = roster;
        this.profile = profile;
        this.wording = wording;
    }

    /** What somebody is called. */
    String of(PersonId person) {
        return person.equals(earner)
                ? wording.say("portfolio.earner")
                : wording.say("portfolio.educator", letters.computeIfAbsent(person, _ -> letter(letters.size())));
    }

    /**
     * What somebody wrote in a meeting or a record: with what is meant in brackets in the place of names, and without addresses
     * where the platform takes none.
     */
    String clean(String text) {
        String unnamed = roster.without(text, known -> "[" + instead(known) + "]");
        return profile.takesLinks() ? unnamed : WebAddresses.noted(unnamed, wording);
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
