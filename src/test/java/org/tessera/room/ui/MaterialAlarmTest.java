package org.tessera.room.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.tessera.account.Guests;
import org.tessera.account.JoinAnswer;
import org.tessera.account.PersonId;
import org.tessera.account.SignedIn;
import org.tessera.material.Intake;
import org.tessera.material.Material;
import org.tessera.material.MaterialDraft;
import org.tessera.material.MaterialKind;
import org.tessera.material.Materials;
import org.tessera.material.PrivacyStatement;
import org.tessera.material.ProgressListener;
import org.tessera.privacy.Alarm;
import org.tessera.privacy.Clearances;
import org.tessera.privacy.Report;
import org.tessera.privacy.Subject;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.room.RoomDraft;
import org.tessera.room.RoomId;
import org.tessera.room.Rooms;
import org.tessera.support.AppTest;
import tools.jackson.databind.json.JsonMapper;

/** Somebody in the room sees a name on a page. */
@AppTest
@ActiveProfiles("test")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class MaterialAlarmTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Rooms rooms;

    @Autowired
    private Materials materials;

    @Autowired
    private Clearances clearances;

    private final List<AutoCloseable> open = new ArrayList<>();
    private Cast cast;
    private Material work;
    private RoomId room;

    @BeforeEach
    void student_work_is_on_the_table() throws IOException {
        cast = new Cast(application, "Ana", "Ben", "Cho");
        work = brought();
        Map<PersonId, Role> roles = new LinkedHashMap<>();
        roles.put(cast.id("Ana"), Role.FACILITATOR);
        roles.put(cast.id("Ben"), Role.PRESENTER);
        roles.put(cast.id("Cho"), Role.PARTICIPANT);
        room = rooms.prepare(
                new RoomDraft(
                        cast.team,
                        "Looking at water",
                        application
                                .getBean(Protocols.class)
                                .latest("looking-at-student-work")
                                .ref(),
                        roles,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(work.id()),
                        List.of()),
                cast.id("Ana"));
    }

    @AfterEach
    void close_everything() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        open.clear();
    }

    @Test
    void a_member_hides_it_from_everybody_and_their_words_reach_its_owner_alone() {
        cast.goesTo(room, "Ana", "describe");
        Browser cho = enters(cast.signedIn("Cho", Locale.ENGLISH));
        reports(cho, "Second page, last line");
        assertThat(materials.page(work.id(), 1)).isEmpty();
        assertThat(clearances.reports(Subject.of(work.id()), cast.id("Ben")))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.words()).isEqualTo("Second page, last line");
                    assertThat(report.alarm()).isEqualTo(Alarm.NAME_SEEN);
                    assertThat(report.by()).contains(cast.id("Cho"));
                });
        assertThat(clearances.reports(Subject.of(work.id()), cast.id("Ana"))).isEmpty();
        Browser owner = new Browser(application, cast.signedIn("Ben", Locale.ENGLISH));
        open.add(owner);
        owner.open("clearing/" + work.id().value());
        assertThat(owner.on(owner::words))
                .contains("In their words: “Second page, last line”")
                .doesNotContain("Cho");
    }

    @Test
    void a_guest_can_do_so_too() {
        cast.goesTo(room, "Ana", "describe");
        Browser guest = enters(guest());
        reports(guest, "");
        assertThat(materials.page(work.id(), 1)).isEmpty();
        assertThat(clearances.reports(Subject.of(work.id()), cast.id("Ben")))
                .extracting(Report::by)
                .containsExactly(Optional.empty());
    }

    @Test
    void what_is_not_on_the_table_yet_cannot_be_asked_about() {
        Browser cho = enters(cast.signedIn("Cho", Locale.ENGLISH));
        cho.run(() -> raise(work.id().value()));
        cho.run(() -> raise(UUID.randomUUID()));
        cho.run(() -> assertThat(_find(Dialog.class)).isEmpty());
        assertThat(materials.page(work.id(), 1)).isPresent();
    }

    @SuppressWarnings("unchecked")
    private void reports(Browser browser, String words) {
        browser.run(() -> raise(work.id().value()));
        browser.run(() -> {
            Dialog dialog = _get(Dialog.class);
            _click(_get(dialog, Button.class, spec -> spec.withText("Hide it from everybody")));
            assertThat(materials.page(work.id(), 1)).isPresent();
            ((RadioButtonGroup<Alarm>) _get(dialog, RadioButtonGroup.class)).setValue(Alarm.NAME_SEEN);
            _get(dialog, TextArea.class).setValue(words);
            _click(_get(dialog, Button.class, spec -> spec.withText("Hide it from everybody")));
            assertThat(_find(Dialog.class)).isEmpty();
        });
    }

    private static void raise(UUID material) {
        var board = _get(RoomBoard.class).getElement();
        var data = JsonMapper.builder().build().createObjectNode();
        data.put("event.detail.material", material.toString());
        board.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(board, "tessera-alarm", data));
    }

    private Browser enters(SignedIn person) {
        Browser browser = new Browser(application, person);
        open.add(browser);
        browser.open("rooms/" + room);
        return browser;
    }

    private SignedIn guest() {
        String code = rooms.openToGuests(room, cast.member(room, "Ana")).orElseThrow();
        return switch (application.getBean(Guests.class).join(code, "Robin", Locale.ENGLISH)) {
            case JoinAnswer.Joined joined ->
                new SignedIn(joined.guest(), joined.name(), true, joined.room(), joined.locale());
            case JoinAnswer.Refused no -> throw new AssertionError(no);
        };
    }

    private Material brought() throws IOException {
        MaterialDraft draft = new MaterialDraft(
                cast.team, cast.id("Ben"), "Water", MaterialKind.WORK, PrivacyStatement.NO_NAME_OR_CONSENT);
        try (InputStream bytes = MaterialAlarmTest.class.getResourceAsStream("/seeds/demo/water-student-work.pdf")) {
            return ((Intake.Accepted)
                            materials.take(draft, "work.pdf", Objects.requireNonNull(bytes), ProgressListener.NONE))
                    .material();
        }
    }
}
