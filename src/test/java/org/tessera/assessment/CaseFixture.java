package org.tessera.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tessera.credential.CredentialId;
import org.tessera.credential.CredentialRef;
import org.tessera.credential.SubmissionPart.Title;

/** Cases for tests of the rulebook, with three rows: {@code overview}, {@code evidence} and {@code reflection}. */
final class CaseFixture {

    static final Instant OPENED = Instant.parse("2026-11-20T15:00:00Z");
    static final CredentialRef CREDENTIAL =
            new CredentialRef(new CredentialId("building-a-pa-learning-community"), "1");
    static final Scale SCALE = scale("demonstrated", "demonstrated+", "progressing", "not-met");
    static final Scale PASSING = scale("passing", "passing+", "not-passing");
    static final List<String> ROWS = List.of("overview", "evidence", "reflection");
    static final String WORDS = "You name what the group saw and where.";

    private CaseFixture() {}

    /** A scale with levels from the highest to the lowest; those that pass end with {@code +}. */
    static Scale scale(String id, String... levels) {
        return new Scale(
                id,
                "1",
                both(id),
                Arrays.stream(levels)
                        .map(level ->
                                new Scale.Level(level.replace("+", ""), both(level), both(level), level.endsWith("+")))
                        .toList());
    }

    private static Title both(String words) {
        return new Title(words, words);
    }

    static Case aCase(boolean isSecondScored, boolean isApproved) {
        return aCase(isSecondScored, isApproved, Map.of());
    }

    static Case aCase(boolean isSecondScored, boolean isApproved, Map<String, Finding> carried) {
        List<Brief.Row> rows = ROWS.stream()
                .map(row -> new Brief.Row(
                        row, row.equals("evidence") ? SCALE : PASSING, Optional.ofNullable(carried.get(row))))
                .toList();
        return new Case(
                new CaseId(UUID.fromString("3f9a01c7-0000-4000-8000-000000000001")),
                new Brief(CREDENTIAL, rows, isSecondScored, isApproved, OPENED),
                List.of());
    }

    /** Ratings of all rows in order, with words about each that tell who gave them. */
    static List<Rating> ratings(String who, String overview, String evidence, String reflection) {
        List<String> levels = List.of(overview, evidence, reflection);
        List<Rating> ratings = new ArrayList<>();
        for (int i = 0; i < ROWS.size(); i++) {
            ratings.add(rating(who, ROWS.get(i), levels.get(i)));
        }
        return ratings;
    }

    static Rating rating(String who, String row, String level) {
        return new Rating(row, level, who + " on " + row + ": " + WORDS);
    }

    static List<Rating> allMet(String who) {
        return ratings(who, "passing", "demonstrated", "passing");
    }
}
