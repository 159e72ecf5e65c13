package org.tessera.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
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
import org.tessera.credential.CredentialId;
import org.tessera.credential.Credentials;
import org.tessera.exhibit.Exhibit;
import org.tessera.exhibit.ExhibitId;
import org.tessera.exhibit.Exhibits;
import org.tessera.support.AppTest;
import org.tessera.support.wire.Visitor;
import org.tessera.writing.WritingPlace;
import tools.jackson.databind.JsonNode;

/** What the pages for speaking, drawing and photographing rely on. */
@AppTest
class AttachmentWireTest {

    private static final String PASSWORD = "correct horse battery";
    private static final String CREDENTIAL = "building-a-pa-learning-community";

    @Autowired
    Accounts accounts;

    @Autowired
    Credentials credentials;

    @Autowired
    Exhibits exhibits;

    @Autowired
    Attachments attachments;

    @LocalServerPort
    int port;

    private TeamId team;
    private PersonId ana;
    private Visitor anas;
    private Visitor bens;
    private WritingPlace reflection;

    @BeforeEach
    void people() {
        DistrictId district = accounts.addDistrict("North");
        team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        String run = UUID.randomUUID().toString();
        ana = aPerson(district, "ana-" + run);
        accounts.join(team, ana);
        accounts.join(team, aPerson(district, "ben-" + run));
        anas = Visitor.person(server(), "ana-" + run + "@example.org", PASSWORD);
        bens = Visitor.person(server(), "ben-" + run + "@example.org", PASSWORD);
        reflection = new WritingPlace(
                credentials.current(new CredentialId(CREDENTIAL)).orElseThrow().ref(), "reflection");
    }

    @Nested
    class A_voice {

        @Test
        void stands_beside_the_text_with_its_words_and_can_be_put_aside_taken_back_and_deleted() {
            ExhibitId voice = kept(anas, "audio", "voice", sound(1));
            assertThat(attach(anas, voice, "voice", "What I learned", "I learned to ask.", "")
                            .statusCode())
                    .isEqualTo(204);
            assertThat(used()).singleElement().satisfies(one -> {
                assertThat(one.description()).isEqualTo("What I learned");
                assertThat(one.transcript()).isEqualTo("I learned to ask.");
                assertThat(one.length())
                        .hasValueSatisfying(length -> assertThat(length).hasMillis(65_000));
            });

            assertThat(delete(anas, voice).statusCode()).isEqualTo(204);
            assertThat(used()).isEmpty();
            assertThat(attachments.at(ana, reflection)).hasSize(1);
            assertThat(attachments.useAgain(ana, voice)).isEqualTo(new AttachmentAnswer.Done());
            assertThat(used()).hasSize(1);

            assertThat(attachments.delete(ana, voice))
                    .isEqualTo(new AttachmentAnswer.Refused(AttachmentRefusal.IN_USE));
            delete(anas, voice);
            assertThat(attachments.delete(ana, voice)).isEqualTo(new AttachmentAnswer.Done());
            assertThat(attachments.at(ana, reflection)).isEmpty();
            assertThat(exhibits.find(voice)).isEmpty();
        }

        @Test
        void is_nobodys_student_work_and_no_evidence_by_itself() {
            ExhibitId voice = kept(anas, "audio", "voice", sound(1));
            attach(anas, voice, "voice", "", "", "");
            assertThat(attachments.isCleared(used().getFirst())).isTrue();
            assertThat(exhibits.of(ana)).isEmpty();
        }

        @Test
        void put_there_twice_stands_there_once_and_at_one_place_only() {
            ExhibitId voice = kept(anas, "audio", "voice", sound(1));
            attach(anas, voice, "voice", "", "", "");
            assertThat(attach(anas, voice, "voice", "", "", "").statusCode()).isEqualTo(204);
            assertThat(used()).hasSize(1);
            assertThat(put(anas, address("overview", voice), said("voice", "", "", ""))
                            .statusCode())
                    .isEqualTo(409);
        }

        @Test
        void recorded_anew_takes_the_place_of_the_earlier_one_which_stays() {
            ExhibitId first = kept(anas, "audio", "voice", sound(1));
            ExhibitId other = kept(anas, "audio", "voice", sound(2));
            ExhibitId better = kept(anas, "audio", "voice", sound(3));
            attach(anas, first, "voice", "", "", "");
            attach(anas, other, "voice", "", "", "");
            attach(anas, better, "voice", "", "", first.toString());
            assertThat(used()).extracting(Attachment::exhibit).containsExactly(better, other);
            assertThat(attachments.at(ana, reflection))
                    .filteredOn(one -> !one.isUsed())
                    .extracting(Attachment::exhibit)
                    .containsExactly(first);
        }

        @Test
        void can_be_moved_before_another() {
            ExhibitId first = kept(anas, "audio", "voice", sound(1));
            ExhibitId other = kept(anas, "audio", "voice", sound(2));
            attach(anas, first, "voice", "", "", "");
            attach(anas, other, "voice", "", "", "");
            attachments.moveUp(ana, other);
            assertThat(used()).extracting(Attachment::exhibit).containsExactly(other, first);
            attachments.moveUp(ana, other);
            assertThat(used()).extracting(Attachment::exhibit).containsExactly(other, first);
        }
    }

    @Nested
    class Somebody_else {

        @Test
        void finds_neither_the_exhibit_nor_the_attachment() {
            ExhibitId voice = kept(anas, "audio", "voice", sound(1));
            assertThat(attach(bens, voice, "voice", "", "", "").statusCode()).isEqualTo(404);
            attach(anas, voice, "voice", "", "", "");
            assertThat(attach(bens, voice, "voice", "", "", "").statusCode()).isEqualTo(404);
            assertThat(delete(bens, voice).statusCode()).isEqualTo(404);
            assertThat(bens.get("/api/exhibits/" + voice + "/file").statusCode())
                    .isEqualTo(404);
            assertThat(used()).hasSize(1);
        }

        @Test
        void signed_in_beside_a_page_that_stayed_open_puts_nothing_of_it_to_the_own_texts() {
            ExhibitId voice = kept(bens, "audio", "voice", sound(1));
            assertThat(put(bens, address("reflection", voice) + "?owner=" + ana.value(), said("voice", "", "", ""))
                            .statusCode())
                    .isEqualTo(403);
        }

        @Test
        void without_a_sign_in_is_told_so() {
            assertThat(Visitor.stranger(server())
                            .get(address("reflection", new ExhibitId(UUID.randomUUID())))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Nested
    class A_picture {

        @Test
        void drawn_here_needs_no_second_person_and_a_photo_does() {
            ExhibitId drawing = kept(anas, "picture", "drawing", picture("png"));
            ExhibitId photo = kept(anas, "picture", "", picture("jpg"));
            attach(anas, drawing, "drawing", "A circle", "", "");
            attach(anas, photo, "photo", "Our board", "", "");
            assertThat(used()).extracting(attachments::isCleared).containsExactly(true, false);
            assertThat(exhibits.of(ana)).extracting(Exhibit::id).containsExactly(photo);
        }

        @Test
        void of_a_camera_is_no_drawing_whatever_it_calls_itself() {
            String upload = sent(anas, "picture", "drawing", picture("jpg"));
            Awaitility.await()
                    .untilAsserted(() -> assertThat(anas.get(upload).body()).contains("NOT_WHAT_IT_SAYS"));
            ExhibitId drawing = kept(anas, "picture", "drawing", picture("png"));
            assertThat(attach(anas, drawing, "photo", "", "", "").statusCode()).isEqualTo(422);
        }

        @Test
        void is_no_voice_and_stands_where_a_credential_asks_for_a_text() {
            ExhibitId drawing = kept(anas, "picture", "drawing", picture("png"));
            assertThat(attach(anas, drawing, "voice", "", "", "").statusCode()).isEqualTo(422);
            assertThat(put(anas, address("nothing-of-that", drawing), said("drawing", "", "", ""))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(attach(anas, drawing, "drawing", "x".repeat(Attachment.LONGEST_DESCRIPTION + 1), "", "")
                            .statusCode())
                    .isEqualTo(413);
            assertThat(attachments.at(ana, reflection)).isEmpty();
        }
    }

    private List<Attachment> used() {
        return attachments.used(ana, reflection.credential());
    }

    private ExhibitId kept(Visitor who, String kind, String made, byte[] bytes) {
        String upload = sent(who, kind, made, bytes);
        Awaitility.await()
                .untilAsserted(() -> assertThat(who.get(upload).body()).contains("\"kept\""));
        return new ExhibitId(UUID.fromString(upload.substring(upload.lastIndexOf('/') + 1)));
    }

    private String sent(Visitor who, String kind, String made, byte[] bytes) {
        String metadata = Map.of(
                        "title",
                        "Beside my text",
                        "team",
                        team.value().toString(),
                        "kind",
                        kind,
                        "stated",
                        "yes",
                        "made",
                        made)
                .entrySet()
                .stream()
                .map(one -> one.getKey() + " "
                        + Base64.getEncoder().encodeToString(one.getValue().getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining(","));
        String upload = who.send(with(who, "/api/uploads")
                        .header("Upload-Length", String.valueOf(bytes.length))
                        .header("Upload-Metadata", metadata)
                        .POST(HttpRequest.BodyPublishers.noBody()))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        who.send(with(who, upload)
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(bytes)));
        return upload;
    }

    private HttpResponse<String> attach(
            Visitor who, ExhibitId exhibit, String way, String description, String transcript, String instead) {
        return put(who, address("reflection", exhibit), said(way, description, transcript, instead));
    }

    private static String said(String way, String description, String transcript, String instead) {
        return """
                {"way":"%s","description":"%s","transcript":"%s","millis":65000,"instead":%s}""".formatted(way, description, transcript, instead.isEmpty() ? "null" : '"' + instead + '"');
    }

    private static HttpResponse<String> put(Visitor who, String address, String body) {
        return who.send(with(who, address)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> delete(Visitor who, ExhibitId exhibit) {
        return who.send(with(who, address("reflection", exhibit)).DELETE());
    }

    private static HttpRequest.Builder with(Visitor who, String address) {
        JsonNode csrf = who.csrf();
        return who.request(address)
                .header("Tus-Resumable", "1.0.0")
                .header(csrf.path("headerName").asString(), csrf.path("token").asString());
    }

    private String address(String part, ExhibitId exhibit) {
        return "/api/attachments/" + CREDENTIAL + "/" + reflection.credential().version() + "/" + part + "/" + exhibit;
    }

    /** A second of a quiet tone. */
    private static byte[] sound(int volume) {
        int samples = 8_000;
        ByteBuffer wav = ByteBuffer.allocate(44 + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples * 2);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(8_000).putInt(16_000);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples * 2);
        for (int i = 0; i < samples; i++) {
            wav.putShort((short) (volume * 1_000 * Math.sin(i / 5.0)));
        }
        return wav.array();
    }

    private static byte[] picture(String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(120, 80, BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private PersonId aPerson(DistrictId district, String name) {
        return accounts.addPerson(
                new PersonDraft(district, null, name, name + "@example.org", Locale.ENGLISH, PASSWORD));
    }

    private URI server() {
        return URI.create("http://localhost:" + port);
    }
}
