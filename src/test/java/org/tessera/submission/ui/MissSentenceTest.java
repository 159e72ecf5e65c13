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
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.tessera.account.TeamId;
import org.tessera.credential.Aspect;
import org.tessera.credential.Rule;
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
    private static final Rule.TookPart COLLEAGUES_TASK =
            new Rule.TookPart(1, VALIDITY, Rule.Work.COLLEAGUE, 2, Optional.of("checklist"));
    private static final Discussion LAB = discussion("Lab reports", "student-work");
    private static final Discussion ESSAYS = discussion("Essays", "student-work");

    @Test
    void says_how_far_and_what_is_still_needed() {
        Finding finding =
                new Finding.Recorded(List.of(LAB, ESSAYS), 3, List.of(new Miss.StillNeeded(2, 3, List.of(WORK), 1)));
        assertThat(in(Locale.ENGLISH).progress(finding))
                .isEqualTo("2 of 3 discussions. Still needed: one on an aspect other than student work.");
        assertThat(in(SPANISH).progress(finding))
                .isEqualTo("2 de 3 conversaciones. Falta: una sobre un aspecto distinto de trabajo estudiantil.");
    }

    @Test
    void tells_what_was_recorded_from_what_is_declared() {
        assertThat(in(Locale.ENGLISH).basis(new Finding.Recorded(List.of(), 1, List.of())))
                .isEqualTo("Counted from what your meetings recorded.");
        assertThat(in(SPANISH).basis(new Finding.Declared(0, 1, List.of())))
                .isEqualTo("Lo declaras tú: nada registrado puede decirlo por ti.");
    }

    @Test
    void says_whom_to_invite_to_the_meeting_that_is_still_needed() {
        Miss miss = new Miss.MeetingsNeeded(0, COLLEAGUES_TASK);
        assertThat(in(Locale.ENGLISH).of(miss))
                .isEqualTo(
                        "Still needed: a meeting on validity in which a colleague presents and you take part. Besides"
                                + " you and whoever presents, invite at least 2 other people; a coach who watches is not counted.");
        assertThat(in(SPANISH).of(miss))
                .isEqualTo(
                        "Falta una reunión sobre validez en la que presente un colega y tú participes. Además de ti y"
                                + " de quien presenta, invita al menos a otras 2 personas; quien observa como coach no cuenta.");
    }

    @Test
    void says_how_many_were_there_and_how_many_are_needed() {
        Miss miss = new Miss.TooFew(LAB, 1, COLLEAGUES_TASK);
        assertThat(in(Locale.ENGLISH).of(miss))
                .isEqualTo(
                        "“Lab reports” does not count: besides you and whoever presented, one person was there, and 2"
                                + " are needed. Invite more colleagues next time.");
        assertThat(in(SPANISH).of(miss))
                .isEqualTo(
                        "«Lab reports» no cuenta: además de ti y de quien presentó había una persona, y hacen falta 2."
                                + " La próxima vez invita a más colegas.");
    }

    @Test
    void names_the_pieces_and_parts_that_are_missing() {
        assertThat(in(Locale.ENGLISH).progress(new Finding.Declared(1, 3, List.of(new Miss.PiecesNeeded(1, 3)))))
                .isEqualTo("1 of 3 declared. Still needed: 2 different pieces of evidence. Link them and say what they"
                        + " are.");
        Miss items = new Miss.ItemsNeeded(
                List.of(new Rule.Item("rubric", new Wording("rubric", "rúbrica", Standing.VERIFIED, "test"))));
        assertThat(in(SPANISH).of(items)).isEqualTo("Falta: rúbrica. Vincula cada cosa y di cuál es.");
    }

    @Test
    void has_a_sentence_with_a_way_on_for_every_reason_why_a_meeting_does_not_count() {
        List<Miss> misses = List.of(
                new Miss.OtherAspect(LAB, VALIDITY),
                new Miss.NotThere(LAB),
                new Miss.OnlyWatched(LAB),
                new Miss.NobodyPresented(LAB),
                new Miss.OtherWork(LAB, Rule.Work.OWN),
                new Miss.OtherWork(LAB, Rule.Work.COLLEAGUE),
                new Miss.LeftNothing(LAB, "checklist"));
        for (Locale language : List.of(Locale.ENGLISH, SPANISH)) {
            assertThat(misses.stream().map(in(language)::of))
                    .doesNotHaveDuplicates()
                    .allSatisfy(sentence -> assertThat(sentence)
                            .contains("Lab reports")
                            .containsPattern("[.].+[.]")
                            .doesNotContain("{", "submission."));
        }
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
        Finding finding = new Finding.Recorded(List.of(LAB, ESSAYS), 2, List.of());
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
        Finding finding = new Finding.Recorded(
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
