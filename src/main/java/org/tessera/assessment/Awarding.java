package org.tessera.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tessera.account.PersonId;
import org.tessera.badge.Award;
import org.tessera.badge.Badges;

/** Has the badge made for whoever has met every row. */
@Component
class Awarding {

    private final Badges badges;
    private final Copies copies;

    Awarding(Badges badges, Copies copies) {
        this.badges = badges;
        this.copies = copies;
    }

    void award(KeptCase kept, PersonId earner, Instant decided) {
        List<Award.RowResult> rows = kept.now().findings().stream()
                .map(finding -> row(
                        finding,
                        kept.now().brief().row(finding.row()).orElseThrow().scale()))
                .toList();
        badges.award(new Award(
                earner,
                kept.now().brief().credential(),
                rows,
                copies.manifestOf(kept.id()),
                copies.narrativesOf(kept, earner),
                decided,
                Optional.empty()));
    }

    private static Award.RowResult row(Finding finding, Scale scale) {
        return new Award.RowResult(
                finding.row(),
                scale.levels().reversed().stream()
                        .map(level -> new Award.Level(level.id(), level.name()))
                        .toList(),
                scale.least().id(),
                finding.level());
    }
}
