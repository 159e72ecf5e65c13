package org.tessera.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tessera.submission.Gap;
import org.tessera.submission.Spot;

class NoticingTest {

    private static final Spot OVERVIEW = new Spot.OfPart("overview");
    private static final Spot GOALS = new Spot.OfRow("goals");

    @Test
    void says_what_kind_and_where_and_quotes_nothing() {
        List<Brief.Noticed> noticed = Noticing.of(List.of(
                new Gap.PersonNamed(OVERVIEW, "Anabel", false),
                new Gap.PlaceNamed(OVERVIEW, "Quillfeather", false),
                new Gap.EvidenceMissing(GOALS, true),
                new Gap.SourceUnlisted(new Spot.OfCollaboration(), "Dweck, 2006")));
        assertThat(noticed)
                .containsExactly(
                        new Brief.Noticed("overview", Lack.NAMED),
                        new Brief.Noticed("goals", Lack.EVIDENCE),
                        new Brief.Noticed(Desk.WHOLE, Lack.SOURCE));
        assertThat(noticed.toString()).doesNotContain("Anabel", "Quillfeather", "Dweck");
    }

    @Test
    void leaves_out_what_nobody_sends_back_for() {
        assertThat(Noticing.of(List.of(
                        new Gap.LimitUnknown(OVERVIEW, 12),
                        new Gap.AcronymUndefined(OVERVIEW, "QPA"),
                        new Gap.EvidenceMissing(GOALS, false),
                        new Gap.PhotoWaits(OVERVIEW))))
                .isEmpty();
    }

    @Test
    void tells_a_length_that_is_only_a_guide() {
        assertThat(Noticing.of(
                        List.of(new Gap.LengthMissed(OVERVIEW, 3, OptionalInt.of(100), OptionalInt.empty(), false))))
                .containsExactly(new Brief.Noticed("overview", Lack.LENGTH));
    }
}
