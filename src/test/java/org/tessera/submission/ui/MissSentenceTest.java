package org.tessera.submission.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.tessera.account.TeamId;
import org.tessera.credential.Aspect;
import org.tessera.credential.Standing;
import org.tessera.credential.Wording;
import org.tessera.room.RoomId;
import org.tessera.submission.Discussion;
import org.tessera.submission.Finding;
import org.tessera.submission.Miss;

class MissSentenceTest {

    private static final Locale SPANISH = Locale.of("es");
    private static final Aspect WORK = aspect("student work", "trabajo estudiantil");
    private static final Aspect VALIDITY = aspect("validity", "validez");
    private static final Discussion LAB = discussion("Lab reports", "student-work");
    private static final Discussion ESSAYS = discussion("Essays", "student-work");

    @Test
    void says_how_far_and_what_is_still_needed() {
        Finding finding = new Finding(List.of(LAB, ESSAYS), 3, List.of(new Miss.StillNeeded(2, 3, List.of(WORK), 1)));
        assertThat(in(Locale.ENGLISH).progress(finding))
                .isEqualTo("2 of 3 discussions. Still needed: one on an aspect other than student work.");
        assertThat(in(SPANISH).progress(finding))
                .isEqualTo("2 de 3 conversaciones. Falta: una sobre un aspecto distinto de trabajo estudiantil.");
    }

    @Test
    void lists_all_covered_aspects() {
        Miss miss = new Miss.StillNeeded(2, 3, List.of(WORK, VALIDITY), 1);
        assertThat(in(Locale.ENGLISH).of(miss))
                .isEqualTo("Still needed: one on an aspect other than student work or validity.");
        assertThat(in(SPANISH).of(miss))
                .isEqualTo("Falta: una sobre un aspecto distinto de trabajo estudiantil o validez.");
    }

    @Test
    void speaks_of_several_missing_ones() {
        Miss miss = new Miss.StillNeeded(1, 3, List.of(WORK), 2);
        assertThat(in(Locale.ENGLISH).of(miss))
                .isEqualTo("Still needed: two, each on an aspect of its own other than student work.");
        assertThat(in(SPANISH).of(miss))
                .isEqualTo("Faltan: dos, cada una sobre un aspecto propio distinto de trabajo estudiantil.");
    }

    @Test
    void speaks_to_somebody_who_has_not_begun() {
        Miss miss = new Miss.StillNeeded(0, 3, List.of(), 3);
        assertThat(in(Locale.ENGLISH).of(miss))
                .isEqualTo("Still needed: three discussions, each on a different aspect.");
        assertThat(in(SPANISH).of(miss)).isEqualTo("Faltan tres conversaciones, cada una sobre un aspecto distinto.");
    }

    @Test
    void tells_a_met_rule() {
        Finding finding = new Finding(List.of(LAB, ESSAYS), 2, List.of());
        assertThat(in(Locale.ENGLISH).progress(finding)).isEqualTo("2 of 2 discussions count. This rule is met.");
    }

    @Test
    void explains_every_kind_of_miss_in_both_languages() {
        List<Miss> misses = List.of(
                new Miss.StillNeeded(2, 3, List.of(WORK, VALIDITY), 0),
                new Miss.NotFacilitated(LAB, Duration.ofMinutes(12), Duration.ofMinutes(38)),
                new Miss.NotFacilitated(LAB, Duration.ZERO, Duration.ofMinutes(38)),
                new Miss.AspectNotNamed(discussion("Our vision", "shared-vision")),
                new Miss.AspectRepeated(ESSAYS, WORK, LAB),
                new Miss.OtherPlc(ESSAYS));
        assertThat(misses.stream().map(in(Locale.ENGLISH)::of))
                .containsExactly(
                        "Still needed: one more, on any aspect that counts.",
                        "“Lab reports” does not count: you facilitated for 12 min, somebody else for 38 min. It counts"
                                + " for whoever facilitated longest.",
                        "“Lab reports” does not count: you did not facilitate it.",
                        "“Our vision” does not count: its protocol works on an aspect (shared vision) that the"
                                + " credential is not known to count.",
                        "“Essays” does not count as well: it is on student work again, which “Lab reports” already"
                                + " covers.",
                        "“Essays” does not count: it was with another learning community, and all discussions must be"
                                + " with one.");
        assertThat(misses.stream().map(in(SPANISH)::of))
                .hasSize(6)
                .allSatisfy(sentence ->
                        assertThat(sentence).endsWith(".").doesNotContain("!").doesNotContain("{"));
    }

    @Test
    void gives_reasons_apart_from_what_is_still_needed() {
        Finding finding = new Finding(
                List.of(LAB), 3, List.of(new Miss.StillNeeded(1, 3, List.of(WORK), 2), new Miss.OtherPlc(ESSAYS)));
        assertThat(in(Locale.ENGLISH).reasons(finding))
                .singleElement()
                .asString()
                .startsWith("“Essays”");
    }

    private static MissSentence in(Locale locale) {
        Properties texts = new Properties();
        String file = locale.getLanguage().equals("es") ? "submission_es" : "submission";
        try (Reader in = new InputStreamReader(
                new ClassPathResource("messages/" + file + ".properties").getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MissSentence(
                (key, parameters) -> parameters.length == 0
                        ? texts.getProperty(key, "!" + key)
                        : new MessageFormat(texts.getProperty(key, "!" + key), locale).format(parameters),
                locale);
    }

    private static Discussion discussion(String title, String aspect) {
        return new Discussion(
                new RoomId(UUID.randomUUID()),
                new TeamId(UUID.randomUUID()),
                title,
                aspect,
                Map.of(),
                Instant.parse("2026-10-14T20:00:00Z"));
    }

    private static Aspect aspect(String en, String es) {
        return new Aspect(en.replace(' ', '-'), new Wording(en, es, Standing.VERIFIED, "test"));
    }
}
