package org.tessera.needs.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.entry.Entries;
import org.tessera.entry.TestCircle;
import org.tessera.needs.Results;
import org.tessera.needs.Survey;
import org.tessera.needs.Surveys;
import org.tessera.needs.TestSurvey;
import org.tessera.submission.Picks;
import org.tessera.support.AppTest;
import org.tessera.support.wire.FlowPage;
import org.tessera.support.wire.Visitor;

@AppTest
@ExtendWith(OutputCaptureExtension.class)
class AnswerWireTest {

    private static final String SECRET = "ocelot-answer-4711";

    @Autowired
    Surveys surveys;

    @Autowired
    Entries entries;

    @Autowired
    Accounts accounts;

    @Autowired
    Picks picks;

    @LocalServerPort
    int port;

    private TestCircle circle;
    private PersonId ana;
    private Survey survey;
    private Visitor stranger;

    @BeforeEach
    void open_a_survey() {
        circle = TestCircle.in(accounts, picks);
        ana = circle.ana().id();
        survey = TestSurvey.open(entries, surveys, circle.team(), ana);
        stranger = Visitor.stranger(server());
    }

    private URI server() {
        return URI.create("http://localhost:" + port);
    }

    private String address() {
        return "/answer/" + survey.link();
    }

    private HttpResponse<String> post(String... fields) {
        return postTo(address(), fields);
    }

    private HttpResponse<String> postTo(String address, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(URLEncoder.encode(fields[i], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return stranger.send(stranger.request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private static String ticket() {
        return UUID.randomUUID().toString();
    }

    private int forms() {
        return switch (surveys.results(survey.id(), ana).orElseThrow()) {
            case Results.StillOpen(var forms) -> forms;
            case Results.TooFew(var forms) -> forms;
            case Results.Shown shown -> shown.forms();
        };
    }

    @Nested
    class Somebody_with_the_link {

        @Test
        void answers_without_an_account_and_leaves_no_cookie() {
            HttpResponse<String> form = stranger.page(address());
            assertThat(form.statusCode()).isEqualTo(200);
            assertThat(form.body())
                    .contains("<legend lang=\"en\">What is missing most?</legend>", "name=\"q3\"")
                    .contains("What our &lt;assessments&gt; miss")
                    .doesNotContain("<assessments>");
            HttpResponse<String> come =
                    post("ticket", ticket(), "lang", "en", "q1", "1", "q2", "4", "q3", "An hour " + SECRET);
            assertThat(come.statusCode()).isEqualTo(303);
            assertThat(stranger.page("/answer/"
                                    + come.headers().firstValue("Location").orElseThrow())
                            .body())
                    .contains("Your answers have arrived");
            assertThat(forms()).isEqualTo(1);
            assertThat(stranger.cookies()).isEmpty();
            assertThat(form.headers().map()).doesNotContainKey("Set-Cookie");
            assertThat(come.headers().map()).doesNotContainKey("Set-Cookie");
        }

        @Test
        void reads_it_as_the_browser_asks_and_otherwise_as_it_is_written() {
            for (String asks : List.of("es-MX,es;q=0.9,en;q=0.5", "fr,es;q=0.5")) {
                assertThat(stranger.send(stranger.request(address())
                                        .header("Accept-Language", asks)
                                        .GET())
                                .body())
                        .as(asks)
                        .contains("<html lang=\"es\">", "Enviar");
            }
            assertThat(stranger.send(stranger.request(address())
                                    .header("Accept-Language", "fr")
                                    .GET())
                            .body())
                    .contains("<html lang=\"en\">");
        }

        @Test
        void reads_it_in_spanish_and_gets_its_files() {
            assertThat(stranger.page(address() + "?lang=es").body())
                    .contains("<html lang=\"es\">", "Enviar", "What is missing most?");
            HttpResponse<String> script = stranger.get("/answer/files/form.js");
            assertThat(script.statusCode()).isEqualTo(200);
            assertThat(script.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/javascript"));
            assertThat(stranger.get("/answer/files/form.css").statusCode()).isEqualTo(200);
        }

        @Test
        void is_told_nothing_by_the_page_but_the_questions() {
            HttpResponse<String> form = stranger.page(address());
            assertThat(form.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
            assertThat(form.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(form.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
            assertThat(form.body())
                    .doesNotContain("Ana", "Grade 9", circle.team().value().toString());
        }

        @Test
        void gets_the_form_back_with_what_was_typed_if_something_is_wrong() {
            HttpResponse<String> blank = post("ticket", ticket(), "lang", "en");
            assertThat(blank.statusCode()).isEqualTo(422);
            assertThat(blank.body()).contains("Answer at least one question");
            HttpResponse<String> tooLong = post("ticket", ticket(), "lang", "en", "q1", "0", "q3", "y".repeat(2001));
            assertThat(tooLong.statusCode()).isEqualTo(422);
            assertThat(tooLong.body()).contains("too long", "y".repeat(2001)).containsPattern("value=\"0\" checked");
            assertThat(forms()).isZero();
        }

        @Test
        void who_sends_twice_counts_once() {
            String ticket = ticket();
            assertThat(post("ticket", ticket, "q1", "0").statusCode()).isEqualTo(303);
            assertThat(post("ticket", ticket, "q1", "1").statusCode()).isEqualTo(303);
            assertThat(forms()).isEqualTo(1);
        }

        @Test
        void finds_it_closed_after_its_end() {
            surveys.close(survey.id(), ana);
            assertThat(stranger.page(address()).statusCode()).isEqualTo(410);
            assertThat(post("ticket", ticket(), "lang", "en", "q1", "0")).satisfies(answer -> {
                assertThat(answer.statusCode()).isEqualTo(410);
                assertThat(answer.body()).contains("This survey is closed");
            });
            assertThat(forms()).isZero();
        }
    }

    @Nested
    class Somebody_hostile {

        @Test
        void finds_nothing_under_a_made_up_link() {
            assertThat(stranger.page("/answer/AAAA").statusCode()).isEqualTo(404);
            assertThat(postTo("/answer/AAAA", "ticket", ticket(), "q1", "0").statusCode())
                    .isEqualTo(404);
            assertThat(stranger.page("/answer/" + "x".repeat(3000)).statusCode())
                    .isEqualTo(404);
            assertThat(stranger.page(address().toLowerCase(java.util.Locale.ROOT))
                            .statusCode())
                    .isEqualTo(404);
        }

        @Test
        void cannot_answer_what_was_not_asked_or_with_what_was_not_offered() {
            List<String[]> forged = List.of(
                    new String[] {"ticket", ticket(), "q1", "0", "q4", "0"},
                    new String[] {"ticket", ticket(), "q1", "2"},
                    new String[] {"ticket", ticket(), "q1", "0", "q1", "1"},
                    new String[] {"ticket", ticket(), "q1", "'; drop table survey; --"},
                    new String[] {"ticket", ticket(), "1", "0"},
                    new String[] {"ticket", ticket(), "admin", "true", "q1", "0"},
                    new String[] {"ticket", "short", "q1", "0"},
                    new String[] {"q1", "0"});
            for (String[] fields : forged) {
                assertThat(post(fields).statusCode())
                        .as(String.join(" ", fields))
                        .isEqualTo(400);
            }
            assertThat(forms()).isZero();
        }

        @Test
        void cannot_send_heaps(CapturedOutput output) {
            assertThat(post("ticket", ticket(), "q3", "z".repeat(300_000)).statusCode())
                    .isEqualTo(413);
            assertThat(post("ticket", ticket(), "q3", "z".repeat(3_000_000)).statusCode())
                    .isEqualTo(413);
            assertThat(forms()).isZero();
            assertThat(output.getAll()).doesNotContain("zzzz");
        }

        @Test
        void finds_script_in_answers_shown_as_words_only() {
            String script = "<script>alert(1)</script>";
            HttpResponse<String> back = post("ticket", ticket(), "q3", script + "x".repeat(2001), "q1", "0");
            assertThat(back.body()).contains("&lt;script&gt;alert(1)").doesNotContain(script);
        }
    }

    @Nested
    class What_was_answered {

        private void answerFour() {
            Map<String, List<String>> given = Map.of("1", List.of("1"), "3", List.of("Please " + SECRET));
            TestSurvey.answer(surveys, survey, 4, given);
        }

        @Test
        void reaches_nobody_before_it_is_closed_with_enough(CapturedOutput output) {
            answerFour();
            try (FlowPage page = open(circle.ana())) {
                assertThat(page.words()).contains("4 answers so far");
                assertThat(page.everything()).doesNotContain(SECRET);
            }
            surveys.close(survey.id(), ana);
            try (FlowPage page = open(circle.ana())) {
                assertThat(page.words()).contains("Closed with 4 answers");
                assertThat(page.everything()).doesNotContain(SECRET);
            }
            assertThat(stranger.page(address()).body()).doesNotContain(SECRET);
            assertThat(output.getAll()).doesNotContain(SECRET);
        }

        @Test
        void reaches_the_team_and_its_coach_and_no_other_district_or_colleague() {
            answerFour();
            TestSurvey.answer(surveys, survey, 1, Map.of("3", List.of("And a fifth")));
            surveys.close(survey.id(), ana);
            for (Person person : List.of(circle.ana(), circle.gil())) {
                try (FlowPage page = open(person)) {
                    assertThat(page.everything()).contains(SECRET);
                }
            }
            for (Person person : List.of(circle.noe(), circle.zoe())) {
                try (FlowPage page = open(person)) {
                    assertThat(page.words()).contains("There is nothing at this address");
                    assertThat(page.everything()).doesNotContain(SECRET, survey.link(), "What our");
                }
            }
        }

        private FlowPage open(Person person) {
            return Visitor.person(server(), person.email(), TestCircle.PASSWORD)
                    .flow("/teams/" + circle.team().value() + "/needs");
        }
    }
}
