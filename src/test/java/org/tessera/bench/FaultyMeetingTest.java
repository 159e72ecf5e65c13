package org.tessera.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tessera.bench.Preparation.Prepared;
import org.tessera.bench.fault.Diary;
import org.tessera.bench.fault.FaultyLine;
import org.tessera.bench.fault.JudgedMeeting;
import org.tessera.bench.fault.Tab;
import org.tessera.bench.fault.Toxics;
import org.tessera.support.AppTest;

/** Four people write over a line that is slow, cuts everything into pieces and resets connections; then the judge comes. */
@AppTest
@Tag("long")
class FaultyMeetingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext application;

    @Test
    void nothing_is_lost_doubled_reordered_or_told_to_the_wrong_person_over_a_bad_line() throws Exception {
        meets(Toxics.NONE
                .slow(Duration.ofMillis(30), Duration.ofMillis(20))
                .slicing(97)
                .resetting(0.02));
    }

    @Test
    void where_sockets_are_blocked_the_other_way_is_as_safe() throws Exception {
        meets(Toxics.NONE.withoutSockets().slicing(97));
    }

    @Test
    void who_vanishes_from_a_stream_without_a_word_leaves_the_list_and_comes_back() throws Exception {
        URI server = URI.create("http://localhost:" + port);
        Toxics blocked = Toxics.NONE.withoutSockets();
        Prepared room = Preparation.prepare(application, 2, Meetings.PACK);
        try (HttpClient http = HttpClient.newHttpClient();
                FaultyLine good = new FaultyLine(server, 1);
                FaultyLine bad = new FaultyLine(server, 2)) {
            bad.suffers(blocked);
            try (JudgedMeeting meeting = new JudgedMeeting(
                    http,
                    server,
                    List.of(good.address(), bad.address()),
                    room.room(),
                    room.sessions(),
                    System.nanoTime())) {
                meeting.begins(Meetings.PHASES);
                assertThat(meeting.tabs().getLast().isOverStream()).isTrue();
                Diary witness = meeting.tabs().getFirst().diary();
                String vanishing = meeting.tabs().getLast().diary().you();
                long gone = System.nanoTime();
                bad.suffers(blocked.halfOpen(Toxics.Deaf.BOTH));
                meeting.await("somebody is missed", PATIENCE, () -> witness.told(vanishing, false, gone)
                        .isPresent());
                long back = System.nanoTime();
                bad.suffers(blocked);
                meeting.await("somebody is back", PATIENCE, () -> witness.told(vanishing, true, back)
                        .isPresent());
                assertThat(meeting.judged(PATIENCE)).isEmpty();
            }
            http.shutdownNow();
        }
    }

    private void meets(Toxics toxics) throws Exception {
        URI server = URI.create("http://localhost:" + port);
        Prepared room = Preparation.prepare(application, 4, Meetings.PACK);
        try (HttpClient http = HttpClient.newHttpClient();
                FaultyLine line = new FaultyLine(server, 1);
                JudgedMeeting meeting = new JudgedMeeting(
                        http, server, List.of(line.address()), room.room(), room.sessions(), System.nanoTime())) {
            meeting.begins(Meetings.PHASES);
            line.suffers(toxics);
            if (toxics.socketsBlocked()) {
                line.cut();
                meeting.await("everybody takes the other way", PATIENCE, () -> meeting.tabs().stream()
                        .allMatch(tab -> tab.isOverStream() && tab.isLive()));
            }
            meeting.writes(Duration.ofSeconds(3), 40);
            line.suffers(toxics.resetting(0));
            assertThat(meeting.judged(PATIENCE)).isEmpty();
            assertThat(meeting.acknowledged()).isGreaterThan(100);
            assertThat(line.resets() + line.blocked()).isPositive();
            assertThat(meeting.tabs().stream().map(Tab::waiting)).containsOnly(0);
        }
    }
}
