package org.tessera.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.privacy.ClearanceAnswer;
import org.tessera.privacy.ClearanceCommand;
import org.tessera.privacy.Clearances;
import org.tessera.privacy.Permission;
import org.tessera.privacy.Subject;
import org.tessera.support.AppTest;
import org.tessera.support.wire.Visitor;

@AppTest
class UploadWireTest {

    private static final String PASSWORD = "correct horse battery";
    private static final int MEGA = 1 << 20;
    private static final Permission PERMITTED = new Permission(Permission.Giver.PARENTS, Optional.empty());

    @Autowired
    Accounts accounts;

    @Autowired
    Exhibits exhibits;

    @Autowired
    Clearances clearances;

    @Autowired
    Uploads uploads;

    @Autowired
    Recordings recordings;

    @Autowired
    DSLContext db;

    @LocalServerPort
    int port;

    private TeamId team;
    private PersonId ana;
    private Tus tus;
    private Tus ben;
    private PersonId bensId;
    private Tus chloe;
    private PersonId chloesId;

    @BeforeEach
    void people() {
        DistrictId district = accounts.addDistrict("North");
        team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        String run = UUID.randomUUID().toString();
        ana = aPerson(district, "ana-" + run);
        bensId = aPerson(district, "ben-" + run);
        chloesId = aPerson(district, "chloe-" + run);
        List.of(ana, bensId, chloesId).forEach(person -> accounts.join(team, person));
        tus = new Tus(server(), Visitor.person(server(), "ana-" + run + "@example.org", PASSWORD));
        ben = new Tus(server(), Visitor.person(server(), "ben-" + run + "@example.org", PASSWORD));
        chloe = new Tus(server(), Visitor.person(server(), "chloe-" + run + "@example.org", PASSWORD));
    }

    @Nested
    class A_recording {

        @Test
        void of_64_megabytes_comes_whole_though_its_line_breaks_twice() throws Exception {
            Film film = Film.of(64L * MEGA);
            String upload = begun(film);
            tus.send(upload, film, 0, 20L * MEGA + 12_345);
            long first = settled(upload, 20L * MEGA);
            tus.send(upload, film, first, 20L * MEGA);
            long second = settled(upload, first + 19L * MEGA);
            assertThat(tus.send(upload, film, second, film.size() - second)).contains(" 204");

            Exhibit kept = kept(upload);
            assertThat(kept.sha256()).isEqualTo(film.sha256());
            assertThat(kept.bytes()).isEqualTo(film.size());
            assertThat(kept.kind()).isEqualTo(ExhibitKind.VIDEO);
            assertThat(kept.mediaType()).isEqualTo("video/mp4");
            assertThat(kept.title()).isEqualTo("How we calibrated");
            assertThat(kept.length()).contains(java.time.Duration.ofMinutes(1));
            assertThat(kept.traces()).contains(Traces.NONE);
            assertThat(uploads.of(ana)).isEmpty();
            assertThat(tus.offset(upload))
                    .as("its last answer may have been lost")
                    .isEqualTo(film.size());
        }

        @Test
        void plays_by_range_and_says_that_it_can() {
            Film film = Film.of(3L * MEGA);
            Exhibit kept = uploaded(film);
            for (long[] range : new long[][] {{0, 99}, {MEGA - 7, 2L * MEGA}, {film.size() - 5, film.size() - 1}}) {
                HttpResponse<byte[]> answer = get(tus, kept, "Range", "bytes=" + range[0] + "-" + range[1]);
                assertThat(answer.statusCode()).isEqualTo(206);
                assertThat(answer.headers().firstValue("Content-Range"))
                        .contains("bytes " + range[0] + "-" + range[1] + "/" + film.size());
                assertThat(answer.body()).isEqualTo(film.bytes(range[0], (int) (range[1] - range[0] + 1)));
            }
            HttpResponse<byte[]> tail = get(tus, kept, "Range", "bytes=-5");
            assertThat(tail.body()).isEqualTo(film.bytes(film.size() - 5, 5));
            HttpResponse<byte[]> whole = get(tus, kept);
            assertThat(whole.statusCode()).isEqualTo(200);
            assertThat(whole.body()).isEqualTo(film.bytes(0, (int) film.size()));
            assertThat(whole.headers().map())
                    .containsEntry("accept-ranges", java.util.List.of("bytes"))
                    .containsEntry("content-type", java.util.List.of("video/mp4"))
                    .containsEntry("cache-control", java.util.List.of("private, no-store"))
                    .containsEntry("x-content-type-options", java.util.List.of("nosniff"));
            assertThat(whole.headers().allValues("content-security-policy")).anyMatch(one -> one.contains("sandbox"));
            assertThat(whole.headers().firstValue("content-disposition").orElseThrow())
                    .startsWith("inline")
                    .contains("recording.mp4");
        }

        @Test
        void gives_all_of_it_to_who_holds_another_one_and_nothing_beyond_its_end() {
            Exhibit kept = uploaded(Film.of(MEGA));
            assertThat(get(tus, kept, "Range", "bytes=0-9", "If-Range", "\"other\"")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(get(tus, kept, "Range", "bytes=0-9", "If-Range", '"' + kept.sha256() + '"')
                            .statusCode())
                    .isEqualTo(206);
            HttpResponse<byte[]> beyond = get(tus, kept, "Range", "bytes=" + MEGA + "-");
            assertThat(beyond.statusCode()).isEqualTo(416);
            assertThat(beyond.headers().firstValue("Content-Range")).contains("bytes */" + MEGA);
            assertThat(get(tus, kept, "If-None-Match", '"' + kept.sha256() + '"')
                            .statusCode())
                    .isEqualTo(304);
        }

        @Test
        void is_there_for_nobody_else() {
            Exhibit kept = uploaded(Film.of(MEGA));
            assertThat(get(ben, kept).statusCode()).isEqualTo(404);
            assertThat(ben.where("/api/uploads/" + kept.id()).statusCode()).isEqualTo(404);
        }

        @Test
        void is_played_by_range_to_the_one_person_asked_to_listen_as_long_as_it_waits_for_them() {
            Exhibit kept = uploaded(Film.of(MEGA));
            Subject subject = Subject.recording(kept.id().value());
            assertThat(get(ben, kept).statusCode()).isEqualTo(404);
            done(ana, subject, new ClearanceCommand.Permit(PERMITTED));
            done(ana, subject, new ClearanceCommand.Ask(Optional.of(bensId)));
            assertThat(get(ben, kept).statusCode())
                    .as("asked, and not told yet")
                    .isEqualTo(404);
            done(ana, subject, new ClearanceCommand.BurnIn());
            assertThat(get(ben, kept, "Range", "bytes=0-99").statusCode()).isEqualTo(206);
            assertThat(get(chloe, kept).statusCode()).as("another of the team").isEqualTo(404);
            assertThat(exhibits.find(kept.id(), bensId)).isPresent();
            assertThat(exhibits.find(kept.id(), chloesId)).isEmpty();
            done(bensId, subject, new ClearanceCommand.Listen(false));
            done(bensId, subject, new ClearanceCommand.Confirm());
            assertThat(get(ben, kept).statusCode()).as("confirmed").isEqualTo(404);
            assertThat(exhibits.isCleared(kept)).isTrue();
        }

        @Test
        void no_longer_says_where_it_was_made() throws Exception {
            Film film = Film.from(MEGA, "+40.7128-074.0060/");
            Exhibit kept = uploaded(film);
            assertThat(kept.traces()).contains(Traces.BLANKED);
            byte[] now = get(tus, kept).body();
            assertThat(new String(film.bytes(0, MEGA), StandardCharsets.ISO_8859_1))
                    .contains("40.7128");
            assertThat(new String(now, StandardCharsets.ISO_8859_1)).doesNotContain("40.7128");
            assertThat(now).hasSize(MEGA);
            assertThat(java.util.Arrays.copyOf(now, MEGA - 300)).isEqualTo(film.bytes(0, MEGA - 300));
            assertThat(kept.sha256())
                    .isEqualTo(Checksum.hex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(now)));
        }

        @Test
        void goes_with_its_file() throws Exception {
            Exhibit kept = uploaded(Film.of(MEGA));
            assertThat(recordings.size(kept.id())).isEqualTo(MEGA);
            assertThat(exhibits.remove(ana, kept.id())).isEqualTo(new ExhibitAnswer.Removed());
            assertThat(recordings.place(kept.id())).doesNotExist();
            assertThat(get(tus, kept).statusCode()).isEqualTo(404);
        }
    }

    @Nested
    class A_picture {

        @Test
        void becomes_a_drawn_page() throws Exception {
            byte[] png = png();
            String upload = begun(png.length, "picture");
            assertThat(tus.patch(upload, 0, png).statusCode()).isEqualTo(204);
            Exhibit kept = kept(upload);
            assertThat(kept.pages().orElseThrow().count()).isEqualTo(1);
            assertThat(recordings.place(kept.id())).doesNotExist();
            assertThat(tus.visitor()
                            .get("/api/exhibits/" + kept.id() + "/pages/1")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(ben.visitor()
                            .get("/api/exhibits/" + kept.id() + "/pages/1")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(exhibits.isCleared(kept)).isFalse();
        }
    }

    @Nested
    class A_part {

        @Test
        void that_does_not_go_on_where_the_last_ended_changes_nothing() {
            Film film = Film.of(MEGA);
            String upload = begun(film);
            tus.patch(upload, 0, film.bytes(0, 1000));
            for (long wrong : new long[] {0, 999, 1001}) {
                assertThat(tus.patch(upload, wrong, new byte[10]).statusCode()).isEqualTo(409);
            }
            assertThat(tus.offset(upload)).isEqualTo(1000);
        }

        @Test
        void that_is_longer_than_the_file_is_refused() {
            String upload = begun(Film.of(MEGA));
            assertThat(tus.patch(upload, 0, new byte[MEGA + 1]).statusCode()).isEqualTo(400);
            assertThat(tus.offset(upload)).isZero();
        }

        @Test
        void of_another_person_of_the_team_is_refused_as_if_there_were_no_upload() {
            String upload = begun(Film.of(MEGA));
            String nothing = "/api/uploads/" + UUID.randomUUID();
            assertThat(ben.patch(upload, 0, new byte[10]).statusCode()).isEqualTo(404);
            assertThat(ben.where(upload).statusCode()).isEqualTo(404);
            assertThat(ben.discard(upload).statusCode()).isEqualTo(404);
            assertThat(ben.patch(upload, 0, new byte[10]).body())
                    .isEqualTo(ben.patch(nothing, 0, new byte[10]).body());
            assertThat(tus.offset(upload)).isZero();
        }

        @Test
        void of_another_version_kind_or_without_its_token_is_refused() {
            String upload = begun(Film.of(MEGA));
            HttpRequest.Builder old = tus.visitor().request(upload).header("Tus-Resumable", "0.2.2");
            assertThat(tus.visitor()
                            .send(old.method("HEAD", HttpRequest.BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(412);
            assertThat(tus.visitor()
                            .send(tus.with(tus.visitor().request(upload))
                                    .header("Upload-Offset", "0")
                                    .header("Content-Type", "text/plain")
                                    .method("PATCH", HttpRequest.BodyPublishers.ofString("x")))
                            .statusCode())
                    .isEqualTo(415);
            assertThat(tus.visitor()
                            .send(tus.visitor()
                                    .request(upload)
                                    .header("Tus-Resumable", "1.0.0")
                                    .header("Upload-Offset", "0")
                                    .header("Content-Type", Tus.PART)
                                    .method("PATCH", HttpRequest.BodyPublishers.ofString("x")))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(tus.offset(upload)).isZero();
        }

        @Test
        void comes_too_late_once_the_upload_has_expired_and_its_file_is_swept() throws Exception {
            Film film = Film.of(MEGA);
            String upload = begun(film);
            ExhibitId id = id(upload);
            tus.patch(upload, 0, film.bytes(0, 1000));
            db.execute("update exhibit_upload set expires_at = '2020-01-01' where id = ?", id.value());
            assertThat(tus.where(upload).statusCode()).isEqualTo(404);
            assertThat(tus.patch(upload, 1000, film.bytes(1000, 10)).statusCode())
                    .isEqualTo(404);
            assertThat(recordings.place(id)).exists();
            uploads.sweep();
            assertThat(recordings.place(id)).doesNotExist();
        }
    }

    @Nested
    class An_announcement {

        @Test
        void is_refused_with_the_reason() {
            assertThat(begin(5L * 1024 * MEGA, Map.of()).body()).contains("TOO_LARGE");
            assertThat(begin(100L * MEGA, Map.of("kind", "picture")).body()).contains("TOO_LARGE");
            assertThat(begin(0, Map.of()).body()).contains("EMPTY");
            assertThat(begin(10, Map.of("stated", "no")).body()).contains("NOT_STATED");
            assertThat(begin(10, Map.of("title", " ")).body()).contains("TITLE_MISSING");
            assertThat(begin(10, Map.of("kind", "record")).body()).contains("KIND_UNKNOWN");
            TeamId other = accounts.addTeam(accounts.addSchool(accounts.addDistrict("South"), "Low"), "Grade 4");
            HttpResponse<String> foreign =
                    begin(10, Map.of("team", other.value().toString()));
            assertThat(foreign.statusCode()).isEqualTo(403);
            assertThat(uploads.of(ana)).isEmpty();
        }

        @Test
        void is_refused_once_the_team_has_used_its_space() {
            for (int i = 0; i < 40; i++) {
                db.execute(
                        "insert into exhibit_upload (id, owner_id, team_id, title, kind, bytes, begun_at, expires_at)"
                                + " values (?, ?, ?, 'x', 'VIDEO', 1073741824, now(), '2999-01-01')",
                        UUID.randomUUID(),
                        ana.value(),
                        team.value());
            }
            HttpResponse<String> answer = begin(10, Map.of());
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("QUOTA_SPENT");
        }
    }

    @Nested
    class A_file {

        @Test
        void that_is_not_what_was_announced_is_refused_and_not_kept() throws Exception {
            byte[] no = "MZ this is a program, whatever it is called".getBytes(StandardCharsets.US_ASCII);
            String upload = begun(no.length, "video");
            tus.patch(upload, 0, no);
            assertThat(refusedAs(upload)).contains("NOT_WHAT_IT_SAYS");
            assertThat(recordings.place(id(upload))).doesNotExist();
            byte[] png = png();
            String picture = begun(png.length, "video");
            tus.patch(picture, 0, png);
            assertThat(refusedAs(picture)).contains("NOT_WHAT_IT_SAYS");
            assertThat(exhibits.of(ana)).isEmpty();
        }

        @Test
        void that_breaks_off_inside_is_refused() {
            byte[] half = Film.of(MEGA).bytes(0, MEGA / 2);
            String upload = begun(half.length, "video");
            tus.patch(upload, 0, half);
            assertThat(refusedAs(upload)).contains("DAMAGED");
        }
    }

    private String refusedAs(String upload) {
        return Awaitility.await().until(() -> tus.visitor().get(upload).body(), body -> body.contains("\"refused\""));
    }

    private Exhibit uploaded(Film film) {
        String upload = begun(film);
        assertThat(tus.patch(upload, 0, film.bytes(0, (int) film.size())).statusCode())
                .isEqualTo(204);
        return kept(upload);
    }

    private String begun(Film film) {
        return begun(film.size(), "video");
    }

    private String begun(long length, String kind) {
        HttpResponse<String> begun = begin(length, Map.of("kind", kind));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        return begun.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> begin(long length, Map<String, String> but) {
        Map<String, String> said = new HashMap<>(Film.said(team.value().toString()));
        said.putAll(but);
        return tus.begin(length, said);
    }

    /** Waits until what the broken line still carried is on disk. */
    /** Where the upload stands when all that was on its way has come: it goes on for a moment after its line broke. */
    private long settled(String upload, long least) {
        Awaitility.await()
                .during(java.time.Duration.ofMillis(300))
                .until(() -> tus.offset(upload), new Unmoved(least)::holds);
        return tus.offset(upload);
    }

    /** Holds while the upload stands where it stood when it was last asked, and has come far enough. */
    private static final class Unmoved {

        private final long least;
        private long last = -1;

        Unmoved(long least) {
            this.least = least;
        }

        boolean holds(long offset) {
            boolean unmoved = offset == last;
            last = offset;
            return unmoved && offset >= least;
        }
    }

    private void done(PersonId actor, Subject subject, ClearanceCommand command) {
        assertThat(clearances.act(actor, subject, command)).isInstanceOf(ClearanceAnswer.Done.class);
    }

    private Exhibit kept(String upload) {
        Awaitility.await().atMost(java.time.Duration.ofSeconds(60)).until(() -> exhibits.find(id(upload), ana)
                .isPresent());
        return exhibits.find(id(upload), ana).orElseThrow();
    }

    private static ExhibitId id(String upload) {
        return new ExhibitId(UUID.fromString(upload.substring(upload.lastIndexOf('/') + 1)));
    }

    private static HttpResponse<byte[]> get(Tus who, Exhibit exhibit, String... headers) {
        HttpRequest.Builder request = who.visitor().request("/api/exhibits/" + exhibit.id() + "/file");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return who.visitor().bytes(request.GET());
    }

    private static byte[] png() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        javax.imageio.ImageIO.write(
                new java.awt.image.BufferedImage(40, 30, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private URI server() {
        return URI.create("http://localhost:" + port);
    }

    private PersonId aPerson(DistrictId district, String name) {
        return accounts.addPerson(
                new PersonDraft(district, null, name, name + "@example.org", Locale.ENGLISH, PASSWORD));
    }
}
