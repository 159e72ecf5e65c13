package org.tessera.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.account.Office;
import org.tessera.account.Officers;
import org.tessera.account.PersonId;
import org.tessera.support.AppTest;

@AppTest
class CalendarFeedTest {

    @Autowired
    Plans plans;

    @Autowired
    CalendarFeeds feeds;

    @Autowired
    Accounts accounts;

    @Autowired
    Officers officers;

    @Autowired
    Office office;

    @Autowired
    InstantSource clock;

    @LocalServerPort
    int port;

    private TestTeam team;
    private PersonId ana;

    @BeforeEach
    void people() {
        team = TestTeam.in(accounts);
        ana = team.members().getFirst();
    }

    private Plan make() {
        return TestTeam.done(plans.make(team.draft(clock, 26), ana)).plan();
    }

    private HttpResponse<String> get(String token) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/calendar/" + token + ".ics"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private Map<String, VEvent> events(String token) throws IOException, InterruptedException, ParserException {
        Calendar calendar =
                new CalendarBuilder().build(new StringReader(get(token).body()));
        assertThat(calendar.getComponents(Component.VTIMEZONE)).hasSize(1);
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        return events.stream().collect(Collectors.toMap(event -> value(event, Property.UID), event -> event));
    }

    private static String value(VEvent event, String property) {
        Optional<Property> found = event.getProperty(property);
        return found.orElseThrow().getValue();
    }

    @Test
    void a_calendar_program_reads_every_meeting_without_signing_in() throws Exception {
        Plan plan = make();
        String token = feeds.make(ana, Optional.empty()).orElseThrow();
        HttpResponse<String> answer = get(token);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/calendar"));
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(events(token).keySet())
                .containsExactlyInAnyOrderElementsOf(plan.meetings().stream()
                        .map(meeting -> meeting.id() + "@tessera")
                        .toList());
    }

    @Test
    void meetings_stay_at_the_same_time_of_day_when_the_clocks_change() throws Exception {
        Plan plan = make();
        String text = get(feeds.make(ana, Optional.empty()).orElseThrow()).body();
        assertThat(plan.meetings().stream()
                        .map(meeting -> meeting.at().atZone(TestTeam.ZONE).getOffset())
                        .distinct())
                .as("half a year has both summer and winter time")
                .hasSize(2);
        for (PlannedMeeting meeting : plan.meetings()) {
            String day = DateTimeFormatter.BASIC_ISO_DATE.format(meeting.at());
            assertThat(text)
                    .contains("DTSTART;TZID=America/New_York:" + day + "T153000")
                    .contains("DTEND;TZID=America/New_York:" + day + "T164500");
        }
        // what the zone's clocks do in these years, for programs that do not know it
        assertThat(text)
                .contains("TZID:America/New_York")
                .contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU");
    }

    @Test
    void a_zone_the_library_does_not_describe_is_told_in_utc() throws Exception {
        PlanDraft draft = team.draft(clock, 4);
        Term term = draft.term();
        Term odd = new Term(term.start(), term.end(), term.closed(), term.rhythm(), ZoneId.of("UTC+02:00"));
        TestTeam.done(plans.make(new PlanDraft(draft.team(), draft.stack(), draft.earners(), odd), ana));
        String text = get(feeds.make(ana, Optional.empty()).orElseThrow()).body();
        assertThat(text).containsPattern("DTSTART:[0-9]{8}T133000Z").doesNotContain("VTIMEZONE");
    }

    @Test
    void a_meeting_that_is_lost_is_told_as_cancelled_under_the_same_name_and_a_higher_number() throws Exception {
        Plan plan = make();
        String token = feeds.make(ana, Optional.of(team.id())).orElseThrow();
        PlannedMeeting first = plan.meetings().getFirst();
        String uid = first.id() + "@tessera";
        VEvent before = events(token).get(uid);
        assertThat(value(before, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(before, Property.SEQUENCE)).isEqualTo("0");

        LocalDate day = first.at().toLocalDate();
        TestTeam.done(plans.change(plan.id(), plan.version(), new PlanEdit.CloseDay(day), ana));
        VEvent after = events(token).get(uid);
        assertThat(value(after, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(after, Property.SEQUENCE)).isEqualTo("1");
    }

    @Test
    void an_address_taken_back_replaced_or_made_up_leads_nowhere() throws Exception {
        make();
        String first = feeds.make(ana, Optional.empty()).orElseThrow();
        String second = feeds.make(ana, Optional.empty()).orElseThrow();
        assertThat(get(first).statusCode()).isEqualTo(404);
        assertThat(get(second).statusCode()).isEqualTo(200);
        feeds.revoke(ana, Optional.empty());
        assertThat(get(second).statusCode()).isEqualTo(404);
        assertThat(get("AAAA").statusCode()).isEqualTo(404);
        assertThat(second).hasSize(43).isNotEqualTo(first);
    }

    @Test
    void an_address_of_who_is_switched_off_leads_nowhere_until_they_are_on_again() throws Exception {
        make();
        PersonId officer = team.members().getLast();
        officers.install(accounts.person(ana).orElseThrow().district(), officer);
        String token = feeds.make(ana, Optional.empty()).orElseThrow();

        office.suspend(officer, ana);
        assertThat(get(token).statusCode()).isEqualTo(404);

        office.resume(officer, ana);
        assertThat(get(token).statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_has_an_address_of_a_team_they_are_not_in() {
        PersonId stranger = TestTeam.in(accounts).members().getFirst();
        assertThat(feeds.make(stranger, Optional.of(team.id()))).isEmpty();
        assertThat(feeds.exists(stranger, Optional.of(team.id()))).isFalse();
    }
}
