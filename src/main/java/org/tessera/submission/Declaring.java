package org.tessera.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tessera.credential.Rule;

/** The rules that count what an earner declares. Nothing recorded says whether a rubric is original; the earner does. */
final class Declaring {

    private Declaring() {}

    /** Different pieces count; linking one twice does not make it two. */
    static Finding.Declared pieces(Rule.Pieces rule, List<EvidenceLink> links) {
        int count = (int) links.stream().map(EvidenceLink::piece).distinct().count();
        List<Miss> misses = count < rule.atLeast() ? List.of(new Miss.PiecesNeeded(count, rule.atLeast())) : List.of();
        return new Finding.Declared(count, rule.atLeast(), misses);
    }

    /** Every part of the package needs a link that is declared to be it; one piece may hold several parts. */
    static Finding.Declared items(Rule.Items rule, List<EvidenceLink> links) {
        Set<String> declared =
                links.stream().flatMap(link -> link.item().stream()).collect(Collectors.toSet());
        List<Rule.Item> missing = new ArrayList<>(rule.items());
        missing.removeIf(item -> declared.contains(item.id()));
        return new Finding.Declared(
                rule.items().size() - missing.size(),
                rule.items().size(),
                missing.isEmpty() ? List.of() : List.of(new Miss.ItemsNeeded(missing)));
    }
}
