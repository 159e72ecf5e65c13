package org.tessera.room.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.tessera.protocol.Role;
import org.tessera.room.RoomId;
import org.tessera.room.Seat;
import org.tessera.support.AppTest;

/** The side of the room's page, with the coverage meter of the evidence feature in it. */
@AppTest
@ActiveProfiles("test")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class RoomAsideTest {

    private static final String THREE_DISCUSSIONS =
            "At least three discussions that I facilitated in one learning community, each on a different aspect of"
                    + " performance assessment.";

    @Autowired
    private ApplicationContext application;

    private final List<AutoCloseable> open = new ArrayList<>();
    private Cast cast;
    private RoomId room;

    @BeforeAll
    void make_a_team() {
        cast = new Cast(application, "Ana", "Ben");
    }

    @BeforeEach
    void prepare_a_meeting() {
        room = cast.meeting("looking-at-student-work", Map.of("Ana", Role.FACILITATOR, "Ben", Role.PARTICIPANT));
    }

    @AfterEach
    void close_everything() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        open.clear();
    }

    @Test
    void tells_everybody_what_this_meeting_could_do_for_their_own_evidence() {
        enters("Ana").sees(page -> assertThat(page.words())
                .contains("Only you see this.", THREE_DISCUSSIONS)
                .contains("As it is going, this meeting counts: 1 of 3. Link what it leaves afterwards."));
        enters("Ben").sees(page -> assertThat(page.words())
                .contains("Only you see this.", THREE_DISCUSSIONS)
                .contains("It would be 1 of 3 for whoever facilitates longest."));
    }

    @Test
    void tells_others_only_what_somebody_chose_to_tell_the_meeting() {
        Browser ana = enters("Ana");
        Browser ben = enters("Ben");
        ben.sees(page -> assertThat(page.words()).doesNotContain("Others here still need"));
        ana.sees(page -> assertThat(page.words()).contains(THREE_DISCUSSIONS));
        ana.run(() -> _click(_get(Button.class, spec -> spec.withText("Tell the meeting"))));
        Seat board = cast.board(room, "Ana");
        open.add(board);
        ben.sees(page -> assertThat(page.words()).contains("Others here still need", "Ana: " + THREE_DISCUSSIONS));
        ana.run(() -> _click(_get(Button.class, spec -> spec.withText("Take it back"))));
        board.close();
        ben.sees(page -> assertThat(page.words()).doesNotContain("Others here still need"));
    }

    private Browser enters(String name) {
        Browser browser = new Browser(application, cast.signedIn(name, Locale.ENGLISH));
        open.add(browser);
        browser.open("rooms/" + room);
        return browser;
    }
}
