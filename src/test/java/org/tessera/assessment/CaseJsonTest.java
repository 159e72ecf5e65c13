package org.tessera.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.assessment.CaseFixture.CREDENTIAL;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is stored must be readable for good: these samples are never changed, only added to. */
class CaseJsonTest {

    private static final Instant AT = Instant.parse("2026-11-20T15:00:00.123456Z");
    private static final List<Rating> RATINGS =
            List.of(new Rating("rubric-evidence", "progressing", "Say more: “why”?"));

    private static final Map<String, CaseEvent> SAMPLES = Map.of(
            """
            {"type":"complete","at":"2026-11-20T15:00:00.123456Z"}""",
            new CaseEvent.FoundComplete(AT),
            """
            {"type":"incomplete","missing":[{"what":"ILLEGIBLE","place":"discussions","words":"Page 2 is dark."}],\
            "at":"2026-11-20T15:00:00.123456Z"}""",
            new CaseEvent.FoundIncomplete(List.of(new Missing(Lack.ILLEGIBLE, "discussions", "Page 2 is dark.")), AT),
            """
            {"type":"scored","task":"SECOND_SCORE","ratings":[{"row":"rubric-evidence","level":"progressing",\
            "feedback":"Say more: “why”?"}],"at":"2026-11-20T15:00:00.123456Z"}""",
            new CaseEvent.Scored(Task.SECOND_SCORE, RATINGS, AT),
            """
            {"type":"adjudicated","ratings":[{"row":"rubric-evidence","level":"progressing",\
            "feedback":"Say more: “why”?"}],"at":"2026-11-20T15:00:00.123456Z"}""",
            new CaseEvent.Adjudicated(RATINGS, AT),
            """
            {"type":"approved","at":"2026-11-20T15:00:00.123456Z"}""",
            new CaseEvent.Approved(AT),
            """
            {"type":"passed-back","why":"Read it again.","rows":["rubric-overview"],\
            "at":"2026-11-20T15:00:00.123456Z"}""",
            new CaseEvent.PassedBack("Read it again.", List.of("rubric-overview"), AT),
            """
            {"type":"appealed","rows":["rubric-evidence"],"why":"It is all there.",\
            "at":"2026-11-20T15:00:00.123456Z"}""",
            new CaseEvent.Appealed(Set.of("rubric-evidence"), "It is all there.", AT),
            """
            {"type":"appeal-heard","ratings":[{"row":"rubric-evidence","level":"progressing",\
            "feedback":"Say more: “why”?"}],"at":"2026-11-20T15:00:00.123456Z"}""",
            new CaseEvent.AppealHeard(RATINGS, AT));

    private static final String BRIEF = """
            {"credential":{"id":{"value":"building-a-pa-learning-community"},"version":"1"},"rows":[{"id":\
            "rubric-overview","scale":{"id":"passing","version":"1","name":{"en":"Passing or not","es":"Aprobado o no"},\
            "levels":[{"id":"passing","name":{"en":"Passing","es":"Aprobado"},"meaning":{"en":"It answers.","es":\
            "Responde."},"passes":true},{"id":"not-passing","name":{"en":"Not passing","es":"No aprobado"},"meaning":\
            {"en":"It does not.","es":"No responde."},"passes":false}]},"carried":{"row":"rubric-overview","level":\
            "passing","isMet":true,"feedback":["Clear."]}},{"id":"rubric-evidence","scale":{"id":"passing","version":"1",\
            "name":{"en":"Passing or not","es":"Aprobado o no"},"levels":[{"id":"passing","name":{"en":"Passing","es":\
            "Aprobado"},"meaning":{"en":"It answers.","es":"Responde."},"passes":true}]},"carried":null}],\
            "isSecondScored":true,"isApproved":false,"at":"2026-11-20T15:00:00.123456Z",\
            "noticed":[{"place":"overview","what":"NAMED"}]}""";

    @TestFactory
    Stream<DynamicTest> every_event_stored_so_far_can_be_read() {
        return SAMPLES.entrySet().stream()
                .map(sample ->
                        DynamicTest.dynamicTest(sample.getKey(), () -> assertThat(CaseJson.event(sample.getKey()))
                                .isEqualTo(sample.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> and_is_written_so_today() {
        return SAMPLES.entrySet().stream()
                .map(sample ->
                        DynamicTest.dynamicTest(sample.getKey(), () -> assertThat(CaseJson.write(sample.getValue()))
                                .isEqualTo(sample.getKey())));
    }

    @Test
    void what_was_passed_back_before_rows_could_be_named_names_none() {
        assertThat(CaseJson.event("""
                {"type":"passed-back","why":"Read it again.","at":"2026-11-20T15:00:00.123456Z"}""")).isEqualTo(new CaseEvent.PassedBack("Read it again.", List.of(), AT));
    }

    @Test
    void there_is_a_sample_of_every_event() {
        assertThat(SAMPLES.values().stream().map(Object::getClass))
                .containsExactlyInAnyOrder(CaseEvent.class.getPermittedSubclasses());
    }

    @Test
    void a_brief_stored_so_far_can_be_read_and_is_written_so_today() {
        Brief brief = CaseJson.brief(BRIEF);
        assertThat(brief.credential()).isEqualTo(CREDENTIAL);
        assertThat(brief.isSecondScored()).isTrue();
        assertThat(brief.isApproved()).isFalse();
        assertThat(brief.at()).isEqualTo(AT);
        assertThat(brief.noticed()).containsExactly(new Brief.Noticed("overview", Lack.NAMED));
        assertThat(brief.rows())
                .extracting(Brief.Row::carried)
                .containsExactly(
                        Optional.of(new Finding("rubric-overview", "passing", true, List.of("Clear."))),
                        Optional.empty());
        Scale scale = brief.rows().getFirst().scale();
        assertThat(scale.passes("passing")).isTrue();
        assertThat(scale.passes("not-passing")).isFalse();
        assertThat(scale.levels().getLast().meaning().es()).isEqualTo("No responde.");
        assertThat(CaseJson.write(brief)).isEqualTo(BRIEF);
    }

    @Test
    void what_a_later_version_adds_does_not_stand_in_the_way() {
        assertThat(CaseJson.event("""
                {"type":"approved","at":"2026-11-20T15:00:00.123456Z","mood":"good"}""")).isEqualTo(new CaseEvent.Approved(AT));
    }
}
