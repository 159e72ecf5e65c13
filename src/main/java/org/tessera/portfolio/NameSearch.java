package org.tessera.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tessera.submission.FrozenEvidence;
import org.tessera.submission.Roster;
import org.tessera.submission.Spot;
import org.tessera.submission.SubmissionEvent;
import org.tessera.submission.WrittenAnswer;

/** Looks for names in what an earner wrote for a submission. */
final class NameSearch {

    private final Roster roster;
    private final Set<String> words;
    private final List<PackageAnswer.Name> found = new ArrayList<>();

    private NameSearch(Roster roster, Set<String> words) {
        this.roster = roster;
        this.words = words;
    }

    /** The names in what was handed in, but for {@code words} of which the earner said that they are none. */
    static List<PackageAnswer.Name> in(SubmissionEvent.HandedIn event, Roster roster, Set<String> words) {
        NameSearch search = new NameSearch(roster, words);
        for (WrittenAnswer answer : event.what().answers()) {
            search.look(new Spot.OfPart(answer.part()), answer.text());
        }
        event.what().attachments().forEach(one -> search.look(new Spot.OfPart(one.part()), one.words()));
        search.look(new Spot.OfCollaboration(), event.what().collaboration());
        search.look(new Spot.OfCollaboration(), event.changes());
        search.look(new Spot.OfCollaboration(), event.context());
        for (FrozenEvidence piece : event.what().evidence()) {
            search.look(new Spot.OfRow(piece.criterion()), piece.annotation());
        }
        return search.found.stream().distinct().toList();
    }

    private void look(Spot where, String text) {
        for (Roster.Found name : roster.in(text)) {
            boolean isCertain = name.isWhole() && name.whose().isClose();
            if (isCertain || !words.contains(name.name())) {
                found.add(new PackageAnswer.Name(where, name.name(), isCertain));
            }
        }
    }
}
