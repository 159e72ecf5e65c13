package org.tessera.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.server.ResponseStatusException;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.SignInId;
import org.tessera.account.SignInToken;
import org.tessera.account.SignedIn;
import org.tessera.account.TeamId;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.Artifacts;
import org.tessera.proof.Checked;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.room.MemberId;
import org.tessera.room.Outcome;
import org.tessera.room.RoomCommand;
import org.tessera.room.RoomDraft;
import org.tessera.room.RoomId;
import org.tessera.room.Rooms;
import org.tessera.support.AppTest;

@AppTest
class RecordFilesTest {

    private static final String POSTED = "A graph without units 5f1c";
    private static final String PRIVATE = "A private doubt 77ab";
    private static final String ASIDE = "Kept back for later 90de";
    private static final Reading NAMED = new Reading(Copy.NAMED, Locale.ENGLISH, ZoneOffset.UTC);
    private static final Reading ROLES = new Reading(Copy.ROLES, Locale.ENGLISH, ZoneOffset.UTC);

    @Autowired
    RecordFiles records;

    @Autowired
    RecordApi api;

    @Autowired
    Artifacts artifacts;

    @Autowired
    Accounts accounts;

    @Autowired
    Rooms rooms;

    @Autowired
    Protocols protocols;

    private TeamId team;
    private SignedIn ana;
    private SignedIn ben;
    private SignedIn stranger;
    private RoomId room;

    @BeforeEach
    void a_meeting() {
        DistrictId district = accounts.addDistrict("North");
        team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        ana = aPerson(district, "Ana Zubizarreta");
        ben = aPerson(district, "Ben Okonkwo");
        stranger = aPerson(district, "Eva");
        accounts.join(team, ana.id());
        accounts.join(team, ben.id());
        room = aMeetingInDescribe();
    }

    @AfterEach
    void sign_out() {
        SecurityContextHolder.clearContext();
    }

    @Nested
    class While_the_meeting_runs {

        @ParameterizedTest
        @EnumSource(RecordForm.class)
        void every_form_is_there_and_holds_only_what_everybody_was_told(RecordForm form) throws IOException {
            for (SignedIn reader : List.of(ana, ben)) {
                for (Reading reading : List.of(NAMED, ROLES)) {
                    byte[] bytes = records.file(room, reader, form, reading)
                            .orElseThrow()
                            .bytes();
                    assertThat(bytes).isNotEmpty();
                    assertThat(everythingIn(form, bytes))
                            .as("%s for %s", form, reader.name())
                            .doesNotContain(PRIVATE)
                            .doesNotContain(ASIDE);
                }
            }
        }

        @ParameterizedTest
        @EnumSource(
                value = RecordForm.class,
                names = {"BOARD_PNG"},
                mode = EnumSource.Mode.EXCLUDE)
        void what_was_posted_is_in_it_and_people_are_as_the_copy_has_them(RecordForm form) throws IOException {
            String named = everythingIn(
                    form, records.file(room, ben, form, NAMED).orElseThrow().bytes());
            String roles = everythingIn(
                    form, records.file(room, ben, form, ROLES).orElseThrow().bytes());
            assertThat(named).contains(POSTED);
            assertThat(roles).contains(POSTED).doesNotContain("Zubizarreta").doesNotContain("Okonkwo");
            if (form != RecordForm.PACKAGE) {
                assertThat(named).contains("Okonkwo");
            }
        }

        @Test
        void the_package_holds_and_shows_the_course_of_the_meeting_without_words() throws IOException {
            byte[] file = records.file(room, ben, RecordForm.PACKAGE, NAMED)
                    .orElseThrow()
                    .bytes();
            assertThat(Checked.sound(file)).anyMatch(sentence -> sentence.contains("each of which follows"));
            String log = parts(file).entrySet().stream()
                    .filter(part -> part.getKey().startsWith("logs/"))
                    .map(part -> new String(part.getValue(), UTF_8))
                    .findFirst()
                    .orElseThrow();
            assertThat(log)
                    .contains("phase-started")
                    .contains("phase-ended")
                    .doesNotContain("note-added")
                    .doesNotContain("room-prepared")
                    .doesNotContain(POSTED);
        }
    }

    @Test
    void a_package_does_not_tell_that_somebody_is_writing() throws IOException {
        int before = entries();
        give(ben, new RoomCommand.AddNote(UUID.randomUUID(), "one more", null, null, null, true));
        assertThat(entries()).isEqualTo(before).isPositive();
        give(ana, new RoomCommand.EndPhase("describe"));
        assertThat(entries()).isGreaterThan(before + 1);
    }

    private int entries() throws IOException {
        byte[] file =
                records.file(room, ana, RecordForm.PACKAGE, NAMED).orElseThrow().bytes();
        return (int) new String(parts(file).getOrDefault("logs/" + room + ".jsonl", new byte[0]), UTF_8)
                .lines()
                .count();
    }

    @Nested
    class When_the_meeting_is_over {

        @Test
        void its_artifacts_are_the_ones_its_log_announced() throws IOException {
            endAndClose();
            byte[] file = records.file(room, ana, RecordForm.PACKAGE, NAMED)
                    .orElseThrow()
                    .bytes();
            int made = artifacts.ofRoom(room).size();
            assertThat(made).isPositive();
            assertThat(Checked.sound(file))
                    .filteredOn(sentence -> sentence.endsWith("of its room's log announced."))
                    .hasSize(made);
            assertThat(PdfA.faults(parts(file).getOrDefault("minutes.pdf", new byte[0])))
                    .isEmpty();
        }

        @Test
        void one_artifact_alone_proves_itself_too() {
            endAndClose();
            Artifact artifact = artifacts.ofRoom(room).getFirst();
            byte[] file =
                    records.artifactPackage(artifact.id(), ben).orElseThrow().bytes();
            assertThat(Checked.sound(file))
                    .last()
                    .asString()
                    .contains(artifact.id().toString(), "announced");
            assertThat(records.artifactPackage(artifact.id(), stranger)).isEmpty();
        }
    }

    @Nested
    class Who_may_not_read_the_meeting {

        @ParameterizedTest
        @EnumSource(RecordForm.class)
        void gets_nothing(RecordForm form) {
            assertThat(records.file(room, stranger, form, NAMED)).isEmpty();
            assertThat(records.file(new RoomId(UUID.randomUUID()), ana, form, NAMED))
                    .isEmpty();
        }

        @Test
        void is_answered_as_if_it_were_not_there() {
            signIn(stranger);
            String foreign = refusal(room.toString(), "minutes.pdf");
            assertThat(foreign)
                    .isEqualTo(refusal(UUID.randomUUID().toString(), "minutes.pdf"))
                    .isEqualTo(refusal("nonsense", "minutes.pdf"));
            signIn(ana);
            assertThat(refusal(room.toString(), "nonsense.pdf")).isEqualTo(foreign);
        }

        private String refusal(String id, String file) {
            ResponseStatusException refused = assertThatExceptionOfType(ResponseStatusException.class)
                    .isThrownBy(() -> api.meeting(id, file, Optional.empty(), Optional.empty()))
                    .actual();
            assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
            return refused.toString();
        }
    }

    @Nested
    class The_address {

        @Test
        void gives_a_file_to_keep_in_the_copy_and_zone_one_asks_for() {
            signIn(ana);
            var csv = api.meeting(room.toString(), "board.csv", Optional.of("roles"), Optional.of("No/Zone"));
            assertThat(csv.getHeaders().getContentDisposition().isAttachment()).isTrue();
            assertThat(csv.getHeaders().getContentDisposition().getFilename()).isEqualTo("meeting-board.csv");
            assertThat(new String(csv.getBody(), UTF_8)).contains(POSTED).doesNotContain("Okonkwo");
            var named = api.meeting(room.toString(), "board.csv", Optional.empty(), Optional.empty());
            assertThat(new String(named.getBody(), UTF_8)).contains("Okonkwo");
        }
    }

    private void endAndClose() {
        give(ana, new RoomCommand.EndPhase("describe"));
        give(ana, new RoomCommand.CloseRoom("The bell rang."));
    }

    private RoomId aMeetingInDescribe() {
        Pack pack = protocols.latest("looking-at-student-work");
        room = rooms.prepare(
                new RoomDraft(
                        team,
                        "Lab reports",
                        pack.ref(),
                        Map.of(ana.id(), Role.FACILITATOR, ben.id(), Role.PARTICIPANT),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of()),
                ana.id());
        for (Phase phase : pack.phases()) {
            give(ana, new RoomCommand.StartPhase(phase.id()));
            if (phase.id().equals("describe")) {
                give(ben, new RoomCommand.AddNote(UUID.randomUUID(), POSTED, null, null, null, false));
                give(ben, new RoomCommand.AddNote(UUID.randomUUID(), PRIVATE, null, null, null, true));
                UUID kept = UUID.randomUUID();
                give(ben, new RoomCommand.AddNote(kept, ASIDE, null, null, null, true));
                give(ben, new RoomCommand.KeepNote(kept));
                break;
            }
            give(ana, new RoomCommand.EndPhase(phase.id()));
        }
        return room;
    }

    private void give(SignedIn who, RoomCommand.OfSeat command) {
        MemberId member = rooms.pseudonymOf(room, who.id()).orElseThrow();
        assertThat(rooms.give(room, member, command)).as(command.toString()).isEqualTo(new Outcome.Done());
    }

    private SignedIn aPerson(DistrictId district, String name) {
        PersonId id = accounts.addPerson(new PersonDraft(
                district, null, name, UUID.randomUUID() + "@example.org", Locale.ENGLISH, "correct horse battery"));
        return new SignedIn(id, name, false, null, Locale.ENGLISH);
    }

    private static void signIn(SignedIn person) {
        SecurityContextHolder.getContext().setAuthentication(new SignInToken(new SignInId(UUID.randomUUID()), person));
    }

    /** All that can be read in a file, whatever it is wrapped in. */
    private static String everythingIn(RecordForm form, byte[] bytes) throws IOException {
        return switch (form) {
            case MINUTES_PDF -> pdfText(bytes);
            case BOARD_PNG -> new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
            case BOARD_CSV, MEETING_JSON -> new String(bytes, UTF_8);
            case MINUTES_DOCX, PACKAGE -> {
                StringBuilder all = new StringBuilder();
                for (Map.Entry<String, byte[]> part : parts(bytes).entrySet()) {
                    all.append(part.getKey()).append('\n');
                    all.append(
                            part.getKey().endsWith(".pdf")
                                    ? pdfText(part.getValue())
                                    : new String(part.getValue(), UTF_8));
                }
                yield all.toString();
            }
        };
    }

    private static String pdfText(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            // A line that was wrapped is still one sentence.
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static Map<String, byte[]> parts(byte[] zipped) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }
}
