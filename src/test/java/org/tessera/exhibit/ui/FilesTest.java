package org.tessera.exhibit.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.db.Tables.EXHIBIT;
import static org.tessera.db.Tables.EXHIBIT_UPLOAD;

import com.github.mvysny.kaributesting.v10.ElementUtilsKt;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Person;
import org.tessera.account.PersonDraft;
import org.tessera.account.TeamId;
import org.tessera.clock.AlarmClock;
import org.tessera.exhibit.ExhibitId;
import org.tessera.exhibit.Uploads;
import org.tessera.support.AppTest;
import org.tessera.support.OpenPage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files on their way and recordings to play, as pages show them. */
@AppTest
class FilesTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    Accounts accounts;

    @Autowired
    Uploads uploads;

    @Autowired
    AlarmClock clock;

    @Autowired
    DSLContext db;

    private TeamId team;
    private Person ana;
    private Person ben;
    private Optional<OpenPage> page = Optional.empty();

    @BeforeEach
    void people() {
        DistrictId district = accounts.addDistrict("North");
        team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        ana = aPerson(district, "Ana");
        ben = aPerson(district, "Ben");
        accounts.join(team, ana.id());
        accounts.join(team, ben.id());
    }

    @AfterEach
    void close() {
        page.ifPresent(OpenPage::close);
    }

    @Nested
    class An_upload {

        @Test
        void that_waits_for_its_file_says_how_much_came_and_how_the_file_begins_and_ends() {
            ExhibitId id = onItsWay("abcdef0123456789");
            open(ana, "exhibits");
            JsonNode waiting = waiting();
            assertThat(waiting.size()).isEqualTo(1);
            assertThat(waiting.get(0).path("id").asString()).isEqualTo(id.toString());
            assertThat(waiting.get(0).path("title").asString()).isEqualTo("Our gallery walk");
            assertThat(waiting.get(0).path("bytes").asLong()).isEqualTo(1_000);
            assertThat(waiting.get(0).path("came").asLong()).isZero();
            assertThat(waiting.get(0).path("ends").asString()).isEqualTo("abcdef0123456789");
        }

        @Test
        void of_somebody_else_is_not_shown() {
            onItsWay("abcdef0123456789");
            open(ben, "exhibits");
            assertThat(waiting().size()).isZero();
        }

        @Test
        void that_is_forgotten_is_gone_and_only_its_owner_can_forget_it() {
            ExhibitId id = onItsWay("");
            open(ben, "exhibits");
            discard(id);
            assertThat(uploads.of(ana.id())).hasSize(1);
            close();
            open(ana, "exhibits");
            discard(id);
            assertThat(uploads.of(ana.id())).isEmpty();
            assertThat(waiting().size()).isZero();
        }

        @Test
        void has_its_words_in_the_language_of_the_page_and_the_teams_to_choose_from() {
            open(ana, "exhibits", Locale.of("es"));
            assertThat(part().getElement().getPropertyRaw("messages").toString())
                    .contains("Este es otro archivo del mismo tamaño");
            assertThat(part().getElement().getPropertyRaw("teams").toString()).contains("Grade 9");
        }

        private JsonNode waiting() {
            return JsonMapper.builder()
                    .build()
                    .readTree(part().getElement().getPropertyRaw("waiting").toString());
        }

        private UploadPart part() {
            return _get(UploadPart.class);
        }

        private void discard(ExhibitId id) {
            ElementUtilsKt._fireDomEvent(
                    part().getElement(),
                    new DomEvent(
                            part().getElement(),
                            "upload-discarded",
                            JsonMapper.builder().build().createObjectNode().put("event.detail.id", id.toString())));
        }
    }

    @Nested
    class A_recording {

        @Test
        void is_played_and_a_stretch_is_linked_once_it_begins_and_ends() {
            ExhibitId film = film();
            open(ana, "exhibits/" + film);
            _assertNone(Anchor.class, anchor -> anchor.withText("Link this stretch as evidence"));
            _get(TextField.class, field -> field.withLabel("From")).setValue("0:07");
            _assertNone(Anchor.class, anchor -> anchor.withText("Link this stretch as evidence"));
            _get(TextField.class, field -> field.withLabel("To")).setValue("1:30");
            assertThat(_get(Anchor.class, anchor -> anchor.withText("Link this stretch as evidence"))
                            .getHref())
                    .isEqualTo("evidence?exhibit=" + film + "&stretch=0%3A07-1%3A30");
        }

        @Test
        void counts_hours_only_where_there_are_some() {
            assertThat(PlayerPart.clock(7.9)).isEqualTo("0:07");
            assertThat(PlayerPart.clock(750)).isEqualTo("12:30");
            assertThat(PlayerPart.clock(3723)).isEqualTo("1:02:03");
        }

        @Test
        void of_somebody_else_is_not_there() {
            open(ben, "exhibits/" + film());
            _assertNone(PlayerPart.class);
        }
    }

    private ExhibitId onItsWay(String ends) {
        ExhibitId id = new ExhibitId(UUID.randomUUID());
        Instant now = clock.instant();
        db.insertInto(EXHIBIT_UPLOAD)
                .set(EXHIBIT_UPLOAD.ID, id)
                .set(EXHIBIT_UPLOAD.OWNER_ID, ana.id())
                .set(EXHIBIT_UPLOAD.TEAM_ID, team)
                .set(EXHIBIT_UPLOAD.TITLE, "Our gallery walk")
                .set(EXHIBIT_UPLOAD.KIND, "AUDIO")
                .set(EXHIBIT_UPLOAD.BYTES, 1_000L)
                .set(EXHIBIT_UPLOAD.ENDS, ends)
                .set(EXHIBIT_UPLOAD.BEGUN_AT, now)
                .set(EXHIBIT_UPLOAD.EXPIRES_AT, now.plusSeconds(3_600))
                .execute();
        return id;
    }

    private ExhibitId film() {
        ExhibitId id = new ExhibitId(UUID.randomUUID());
        db.insertInto(EXHIBIT)
                .set(EXHIBIT.ID, id)
                .set(EXHIBIT.OWNER_ID, ana.id())
                .set(EXHIBIT.TEAM_ID, team)
                .set(EXHIBIT.TITLE, "Our gallery walk")
                .set(EXHIBIT.KIND, "VIDEO")
                .set(EXHIBIT.SHA256, "0".repeat(64))
                .set(EXHIBIT.BYTES, 1L)
                .set(EXHIBIT.MEDIA_TYPE, "video/mp4")
                .set(EXHIBIT.MILLIS, 95_000L)
                .set(EXHIBIT.TRACES, "NONE")
                .set(EXHIBIT.MADE_AT, Instant.parse("2026-10-14T15:00:00Z"))
                .execute();
        return id;
    }

    private void open(Person who, String address) {
        open(who, address, Locale.ENGLISH);
    }

    private void open(Person who, String address, Locale language) {
        page = Optional.of(OpenPage.of(application, who, language).go(address));
    }

    private Person aPerson(DistrictId district, String name) {
        return accounts.person(accounts.addPerson(new PersonDraft(
                        district,
                        null,
                        name,
                        UUID.randomUUID() + "@example.org",
                        Locale.ENGLISH,
                        "correct horse battery")))
                .orElseThrow();
    }
}
