package org.tessera.room.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.tessera.clock.HandClock;
import org.tessera.protocol.Role;
import org.tessera.room.RoomCommand;
import org.tessera.room.RoomId;
import org.tessera.room.Rooms;
import org.tessera.support.AppTest;

/** A page draws what changes on it; what people write is drawn by the board beside it. */
@AppTest
@ActiveProfiles("test")
@Timeout(60)
class PageSeatTest {

    private static final int NOTES = 5;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Rooms rooms;

    @Autowired
    private HandClock clock;

    private final List<Browser> open = new ArrayList<>();
    private final Album facilitators = new Album();
    private final Album participants = new Album();
    private Browser ana;
    private Browser dee;
    private Cast cast;
    private RoomId room;

    /** What a page was shown, in order. */
    private static final class Album implements PageSeat.Page {

        private final List<RoomPicture> pictures = new ArrayList<>();

        @Override
        public void show(RoomPicture picture, List<Happening> news) {
            pictures.add(picture);
        }

        @Override
        public void lost() {
            throw new AssertionError("nobody leaves");
        }
    }

    @BeforeEach
    void a_meeting_in_which_all_write() {
        cast = new Cast(application, "Ana", "Ben", "Cho", "Dee");
        room = cast.meeting(
                "looking-at-student-work",
                Map.of(
                        "Ana", Role.FACILITATOR,
                        "Ben", Role.PRESENTER,
                        "Cho", Role.PARTICIPANT,
                        "Dee", Role.PARTICIPANT));
        cast.goesTo(room, "Ana", "describe");
        ana = sits("Ana", facilitators);
        dee = sits("Dee", participants);
        ana.sees(_ -> assertThat(facilitators.pictures).isNotEmpty());
        dee.sees(_ -> assertThat(participants.pictures).isNotEmpty());
    }

    @AfterEach
    void close_everything() {
        open.forEach(Browser::close);
    }

    @Test
    void draws_nothing_that_only_the_board_shows() {
        int before = participants.pictures.size();
        int beforeOfAna = facilitators.pictures.size();

        for (int note = 1; note <= NOTES; note++) {
            cast.gives(room, "Cho", addNote("words " + note));
            clock.advance(Duration.ofSeconds(1));
        }
        cast.gives(room, "Cho", new RoomCommand.AskTime());
        clock.advance(Duration.ofSeconds(1));

        dee.sees(_ -> assertThat(participants.pictures.getLast().asking()).isEqualTo(1));
        ana.sees(_ -> assertThat(facilitators.pictures.getLast().asking()).isEqualTo(1));
        // the first note is the first of its kind, and somebody asking is seen; four more notes are not
        assertThat(participants.pictures.size() - before).isLessThanOrEqualTo(2);
        assertThat(facilitators.pictures.size() - beforeOfAna).isLessThanOrEqualTo(2);
        assertThat(words(participants)).isEmpty();
        assertThat(words(facilitators)).isEmpty();
    }

    @Test
    void shows_words_to_the_facilitator_alone_where_they_read_like_a_judgement() {
        UUID note = UUID.randomUUID();

        cast.gives(room, "Cho", new RoomCommand.AddNote(note, "The axes are messy", null, null, null, false));
        ana.sees(_ -> assertThat(words(facilitators)).containsExactly("The axes are messy"));
        clock.advance(Duration.ofSeconds(1));
        cast.gives(room, "Cho", new RoomCommand.EditNote(note, "The axes have no labels"));
        clock.advance(Duration.ofSeconds(1));

        ana.sees(_ -> assertThat(words(facilitators)).isEmpty());
        assertThat(participants.pictures)
                .allSatisfy(picture -> assertThat(picture.talk().written())
                        .allSatisfy(written -> assertThat(written.text()).isEmpty()));
    }

    private static List<String> words(Album album) {
        return album.pictures.getLast().talk().written().stream()
                .map(Talk.Written::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private Browser sits(String name, Album album) {
        Browser browser = new Browser(application, cast.signedIn(name, Locale.ENGLISH));
        open.add(browser);
        browser.on(() -> PageSeat.of(
                UI.getCurrent(),
                album,
                clock,
                end -> rooms.sit(room, cast.member(room, name), Locale.ENGLISH, end, Optional.empty(), false)));
        return browser;
    }

    private static RoomCommand.OfSeat addNote(String text) {
        return new RoomCommand.AddNote(UUID.randomUUID(), text, null, null, null, false);
    }
}
