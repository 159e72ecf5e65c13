package org.tessera.portfolio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.db.Tables.ARTIFACT;
import static org.tessera.db.Tables.EXHIBIT;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tessera.artifact.ArtifactId;
import org.tessera.attachment.Way;
import org.tessera.db.tables.records.ArtifactRecord;
import org.tessera.exhibit.Exhibit;
import org.tessera.exhibit.ExhibitAnswer;
import org.tessera.exhibit.ExhibitId;
import org.tessera.exhibit.ExhibitKind;
import org.tessera.exhibit.ExhibitOrigin;
import org.tessera.exhibit.Exhibits;
import org.tessera.exhibit.LinkDraft;
import org.tessera.material.Intake;
import org.tessera.material.MaterialDraft;
import org.tessera.material.MaterialId;
import org.tessera.material.MaterialKind;
import org.tessera.material.Materials;
import org.tessera.material.PrivacyStatement;
import org.tessera.material.ProgressListener;
import org.tessera.protocol.Role;
import org.tessera.record.Paper;
import org.tessera.room.RoomMoment;
import org.tessera.submission.FrozenAttachment;
import org.tessera.submission.FrozenEvidence;
import org.tessera.submission.HandIn;
import org.tessera.submission.HandIns;
import org.tessera.submission.HelpScene;
import org.tessera.submission.Piece;
import org.tessera.submission.Submission;
import org.tessera.submission.SubmissionId;
import org.tessera.submission.WrittenAnswer;
import org.tessera.support.AppTest;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class BlindCopiesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Locale SPANISH = Locale.of("es");
    private static final String NAMING =
            "Thandeka Mkhize and Ortíz disagreed; BENJAMIN HALLSTROM did not. At Quillfeather we met on THAT DAY"
                    + " (Dweck, 2006, p. 6).\n\n"
                    + "- Ask chinonso\n"
                    + "- Write to anabel.ortiz@wexmoor.k12.va.us or (555) 123-4567\n\n"
                    + "> The Owls said so. (Ezeani, 2019)\n\n"
                    + "See https://www.wexmoor.org/owls and http://localhost:8080/rooms/3.";

    @Autowired
    ApplicationContext application;

    @Autowired
    BlindCopies copies;

    private Scene scene;

    @BeforeEach
    void a_meeting() {
        scene = new Scene(application);
    }

    @Nested
    class A_copy {

        @Test
        void holds_the_answers_the_evidence_and_where_it_comes_from() {
            BlindCopy copy = copy(scene.handIn());
            assertThat(copy.answers()).extracting(BlindCopy.Answer::part).containsExactly("overview", "reflection");
            BlindCopy.Answer reflection = copy.answers().getLast();
            assertThat(reflection.words()).isEqualTo(29);
            assertThat(reflection.paragraphs())
                    .extracting(BlindCopy.Paragraph::kind)
                    .containsExactly(
                            BlindCopy.Paragraph.Kind.WORDS,
                            BlindCopy.Paragraph.Kind.QUOTE,
                            BlindCopy.Paragraph.Kind.WORDS);
            assertThat(reflection.paragraphs().get(1).text())
                    .isEqualTo("The view you adopt for yourself shapes it. (Dweck, 2006, p. 6)");
            assertThat(copy.collaboration())
                    .extracting(BlindCopy.Paragraph::text)
                    .containsExactly("I worked with two colleagues in one meeting.");
            assertThat(copy.references())
                    .containsExactly("Dweck, C. S. (2006). Mindset. Random House. doi 10.1000/182");
            assertThat(copy.evidence()).singleElement().satisfies(piece -> {
                assertThat(piece.label()).isEqualTo("Evidence 01");
                assertThat(piece.uses())
                        .containsExactly(new BlindCopy.Use(
                                "discussions", Optional.empty(), "The board shows what I asked for."));
                assertThat(piece.isShared()).isTrue();
                BlindCopy.Origin origin = piece.origin().orElseThrow();
                assertThat(origin.protocol()).isEqualTo("Looking at Student Work");
                assertThat(origin.step()).isNotBlank();
                assertThat(origin.day()).isEqualTo(1);
                assertThat(origin.role()).contains(Role.FACILITATOR);
                assertThat(origin.others()).contains(new BlindCopy.Others(Role.PRESENTER, 1));
            });
        }

        @Test
        void is_read_back_from_json_as_it_was_written() {
            BlindCopy copy = copy(scene.handIn());
            BlindCopy read = JSON.readValue(JSON.writeValueAsString(copy), BlindCopy.class);
            assertThat(read).isEqualTo(copy);
        }

        @Test
        void is_of_the_time_at_which_it_was_handed_in_and_no_draft() {
            Submission submission = scene.handIn();
            application
                    .getBean(org.tessera.writing.Writings.class)
                    .replace(
                            scene.ana.id(),
                            new org.tessera.writing.WritingPlace(scene.credential(), "reflection"),
                            "Quite another draft");
            HelpScene.comment(application, submission, scene.ben.id(), "XYZZYX about", "Gnomonic advice", "Quixotry");
            assertThat(everything(submission))
                    .allMatch(text -> !text.contains("another draft")
                            && !text.contains("xyzzyx")
                            && !text.contains("gnomonic")
                            && !text.contains("quixotry"));
        }

        @Test
        void is_not_there_for_what_was_not_handed_in_so_often() {
            Submission submission = scene.handIn();
            assertThat(copies.of(submission.id(), 0, Locale.ENGLISH)).isEmpty();
            assertThat(copies.of(submission.id(), 2, Locale.ENGLISH)).isEmpty();
            assertThat(copies.of(new SubmissionId(UUID.randomUUID()), 1, Locale.ENGLISH))
                    .isEmpty();
        }

        @Test
        void counts_days_from_the_first_meeting() {
            Submission submission = scene.handIn(scene.what(
                    Scene.REFLECTION, List.of(fortnightLater(), scene.evidence("discussions", "Where it began."))));
            assertThat(copy(submission).evidence())
                    .extracting(piece -> piece.origin().orElseThrow().day())
                    .containsExactly(15, 1);
        }

        /** What the same step left two weeks later. */
        private FrozenEvidence fortnightLater() {
            DSLContext db = application.getBean(DSLContext.class);
            ArtifactRecord row = Objects.requireNonNull(db.selectFrom(ARTIFACT)
                    .where(ARTIFACT.ID.eq(scene.observations.id()))
                    .fetchOne());
            ArtifactId id = new ArtifactId(UUID.randomUUID());
            row.set(ARTIFACT.ID, id);
            row.set(ARTIFACT.VERSION, 2);
            row.set(ARTIFACT.MADE_AT, scene.observations.at().plus(Duration.ofDays(14)));
            row.changed(true);
            db.executeInsert(row);
            FrozenEvidence first = scene.evidence("discussions", "What became of it.");
            return new FrozenEvidence(
                    first.criterion(),
                    first.item(),
                    Piece.of(id),
                    first.sha256(),
                    first.room(),
                    first.part(),
                    first.role(),
                    first.annotation(),
                    first.isShared());
        }

        @Test
        void shows_nothing_of_what_is_no_longer_what_was_handed_in() {
            FrozenEvidence frozen = scene.evidence("discussions", "Look.");
            Submission submission =
                    scene.handIn(scene.what(Scene.REFLECTION, List.of(withSha256(frozen, "cd".repeat(32)))));
            assertThat(copy(submission).evidence()).singleElement().satisfies(piece -> {
                assertThat(piece.sections()).isEmpty();
                assertThat(piece.replay()).isEmpty();
                assertThat(piece.leftOut()).extracting(BlindCopy.Left::why).containsExactly(LeftOut.Why.ALTERED);
            });
        }
    }

    @Nested
    class Nothing_tells_whose_it_is {

        @Test
        void in_the_words_of_the_earner_and_of_everybody_else() throws IOException {
            Submission submission = scene.handIn(planted());
            List<String> all = everything(submission);
            for (String text : all) {
                for (String secret : secrets(submission)) {
                    assertThat(text).as(secret).doesNotContain(folded(secret));
                }
            }
            assertThat(all.getFirst())
                    .contains("(dweck, 2006, p. 6)")
                    .contains("(e-mail address left out)")
                    .contains("(number left out)")
                    .contains("(address left out)")
                    .contains("[school]")
                    .contains("met on [day]");
        }

        @Test
        void and_everybody_has_the_same_letter_everywhere() {
            BlindCopy copy = copy(scene.handIn(planted()));
            String reflection = String.join(
                    " ",
                    copy.answers().getLast().paragraphs().stream()
                            .map(BlindCopy.Paragraph::text)
                            .toList());
            String letter = reflection.replaceAll("(?s).*disagreed; \\[(Educator [A-Z])\\] did not.*", "$1");
            assertThat(letter).matches("Educator [A-Z]");
            assertThat(copy.evidence().getFirst().sections().toString())
                    .contains("as [" + letter + "]’s class")
                    .contains("so did [" + letter + "]");
        }

        @Test
        void not_even_in_the_pictures() throws IOException {
            BlindCopy copy = copy(scene.handIn(planted()));
            assertThat(copy.pictures()).hasSize(2);
            assertThat(copy.evidence().get(1).pictures())
                    .extracting(BlindCopy.Shown::picture)
                    .containsExactly(1);
            assertThat(copy.answers().getLast().beside().get(1).pictures())
                    .extracting(BlindCopy.Shown::picture)
                    .containsExactly(0);
            for (byte[] picture : copy.pictures()) {
                assertThat(chunks(picture)).isSubsetOf("IHDR", "IDAT", "IEND");
            }
        }

        /** Names wherever somebody can type, and an own drawing, recording, record, link and page. */
        private HandIn planted() {
            MaterialId page = page("Rubric of Thandeka Mkhize", "Mkhize.pdf");
            Exhibits exhibits = application.getBean(Exhibits.class);
            Exhibit record = kept(exhibits.record(
                    scene.ana.id(),
                    scene.team,
                    new Paper(
                            "Plan of Thandeka Mkhize",
                            Locale.ENGLISH,
                            List.of(
                                    new Paper.Heading(1, "Two years at Quillfeather High School"),
                                    new Paper.Points(List.of("Benjamin leads since " + day(FormatStyle.LONG)))))));
            Exhibit link = kept(exhibits.link(
                    scene.ana.id(),
                    scene.team,
                    new LinkDraft(
                            "Page of Thandeka Mkhize",
                            "https://www.wexmoor.org/board/7",
                            "A board that Chinonso had filled.",
                            LocalDate.of(2026, 10, 1))));
            String naming = NAMING.replace("THAT DAY", day(FormatStyle.LONG));
            String sha = "ab".repeat(32);
            return new HandIn(
                    List.of(new WrittenAnswer("overview", naming), new WrittenAnswer("reflection", naming)),
                    naming,
                    List.of(
                            scene.evidence("discussions", naming),
                            scene.evidence("discussions", "Here.", "page:" + page.value() + ":1:0.1,0.1,0.2,0.2"),
                            own(record, naming),
                            own(link, naming)),
                    List.of("Ezeani, C. (2019). Boards of the Wexmoor Owls. https://www.wexmoor.org/paper"),
                    List.of(
                            new FrozenAttachment(
                                    "reflection",
                                    UUID.randomUUID(),
                                    sha,
                                    Way.VOICE,
                                    "Benjamin Hallström speaks",
                                    naming,
                                    65_000),
                            new FrozenAttachment(
                                    "reflection", drawn(page), sha, Way.DRAWING, "The desk of Mkhize", "", 0)));
        }

        private List<String> secrets(Submission submission) {
            List<String> secrets = new ArrayList<>(Scene.NAMES);
            secrets.addAll(List.of("wexmoor.org", "k12", "localhost", "555", "@", "mkhize.pdf"));
            Stream.of(
                            submission.id(),
                            scene.room,
                            scene.observations.id(),
                            scene.team,
                            scene.district,
                            scene.ana.id(),
                            scene.ben.id(),
                            scene.chi.id(),
                            scene.thandeka.id())
                    .map(Object::toString)
                    .forEach(secrets::add);
            submission.lastHandIn().orElseThrow().evidence().forEach(piece -> {
                secrets.add(piece.piece().value().toString());
                secrets.add(piece.sha256());
            });
            submission.lastHandIn().orElseThrow().attachments().forEach(one -> {
                secrets.add(one.exhibit().toString());
                secrets.add(one.sha256());
            });
            for (FormatStyle style : List.of(FormatStyle.LONG, FormatStyle.MEDIUM)) {
                secrets.add(day(style));
            }
            secrets.add(today().toString());
            secrets.add("2026-10-01");
            secrets.add("October 1");
            return secrets;
        }
    }

    @Nested
    class Rights {

        @Test
        void show_own_words_and_those_of_who_had_agreed_and_count_the_rest() {
            BlindCopy.Evidence piece = copy(scene.handIn()).evidence().getFirst();
            assertThat(piece.sections().toString())
                    .contains(Scene.OWN)
                    .contains(Scene.AGREED)
                    .doesNotContain("Zyzzyva");
            assertThat(piece.leftOut())
                    .containsExactly(new BlindCopy.Left(
                            LeftOut.Why.COLLEAGUES, 2, "2 notes of colleagues who have not agreed to their use."));
        }

        @Test
        void that_came_later_add_nothing() {
            Submission submission = scene.handIn();
            scene.agree(scene.thandeka.id());
            assertThat(everything(submission)).allMatch(text -> !text.contains("zyzzyva"));
        }
    }

    @Nested
    class A_replay {

        @Test
        void goes_through_the_step_in_order_and_says_who_and_what_as_far_as_it_may_be_read() {
            BlindCopy copy = copy(scene.handIn());
            BlindCopy.Replay replay =
                    copy.replays().get(copy.evidence().getFirst().replay().orElseThrow());
            List<BlindCopy.Moment> moments = replay.moments();
            assertThat(moments)
                    .extracting(BlindCopy.Moment::kind)
                    .containsExactly(
                            RoomMoment.Kind.BEGAN,
                            RoomMoment.Kind.WROTE,
                            RoomMoment.Kind.WROTE,
                            RoomMoment.Kind.WROTE,
                            RoomMoment.Kind.WROTE,
                            RoomMoment.Kind.WROTE,
                            RoomMoment.Kind.WROTE,
                            RoomMoment.Kind.ENDED);
            assertThat(moments).isSortedAccordingTo(java.util.Comparator.comparingLong(BlindCopy.Moment::offset));
            assertThat(moments.getFirst().offset()).isZero();
            assertThat(moments.getLast().offset())
                    .isLessThan(Duration.ofMinutes(10).toMillis());
            BlindCopy.Moment withheld = moments.get(1);
            assertThat(withheld.doer()).isEqualTo(BlindCopy.Doer.COLLEAGUE);
            assertThat(withheld.who()).isEqualTo("a colleague");
            assertThat(withheld.texts()).isEmpty();
            BlindCopy.Moment agreed = moments.get(2);
            assertThat(agreed.who()).matches("Educator [A-Z]");
            assertThat(agreed.texts()).containsExactly(Scene.AGREED);
            BlindCopy.Moment own = moments.get(3);
            assertThat(own.doer()).isEqualTo(BlindCopy.Doer.EARNER);
            assertThat(own.texts())
                    .singleElement()
                    .asString()
                    .startsWith(Scene.OWN)
                    .contains("in [school] wrote it");
            assertThat(moments.getLast().doer()).isEqualTo(BlindCopy.Doer.ROOM);
        }

        @Test
        void has_no_words_of_what_lies_outside_of_the_part_that_is_meant() {
            BlindCopy copy = copy(scene.handIn(scene.what(
                    Scene.REFLECTION,
                    List.of(scene.evidence(
                            "discussions", "Here.", "page:" + UUID.randomUUID() + ":1:0.1,0.1,0.2,0.2")))));
            assertThat(copy.replays().getFirst().moments()).isNotEmpty().allMatch(moment -> moment.texts()
                    .isEmpty());
        }
    }

    @Nested
    class The_manifest {

        @Test
        void is_the_same_in_every_language_and_every_time() {
            Submission submission = scene.handIn();
            String manifest = copy(submission).manifestSha256();
            assertThat(manifest).matches("[0-9a-f]{64}");
            assertThat(copy(submission).manifestSha256()).isEqualTo(manifest);
            assertThat(copies.of(submission.id(), 1, SPANISH)).hasValueSatisfying(spanish -> {
                assertThat(spanish.manifestSha256()).isEqualTo(manifest);
                assertThat(spanish.evidence().getFirst().label()).isEqualTo("Evidencia 01");
            });
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"reflection", "collaboration", "annotation", "reference", "evidence", "row", "attachment"})
        void changes_with_everything_that_was_handed_in(String what) {
            HandIn plain = scene.what(Scene.REFLECTION, List.of(scene.evidence("discussions", "Look.")));
            Submission submission = scene.handIn(plain);
            submission = HandIns.handedInAgain(application, submission, changed(plain, what), scene.now());
            submission = HandIns.handedInAgain(application, submission, plain, scene.now());
            assertThat(manifest(submission, 2)).isNotEqualTo(manifest(submission, 1));
            assertThat(manifest(submission, 3)).isEqualTo(manifest(submission, 1));
        }

        private HandIn changed(HandIn plain, String what) {
            FrozenEvidence piece = plain.evidence().getFirst();
            return switch (what) {
                case "reflection" -> scene.what(Scene.REFLECTION + ".", plain.evidence());
                case "collaboration" -> new HandIn(plain.answers(), "Alone.", plain.evidence(), plain.references());
                case "annotation" ->
                    scene.what(Scene.REFLECTION, List.of(scene.evidence("discussions", "Look there.")));
                case "row" -> scene.what(Scene.REFLECTION, List.of(scene.evidence("rubric-evidence", "Look.")));
                case "reference" ->
                    new HandIn(plain.answers(), plain.collaboration(), plain.evidence(), List.of("Other (2001)."));
                case "evidence" -> scene.what(Scene.REFLECTION, List.of(withSha256(piece, "cd".repeat(32))));
                default ->
                    new HandIn(
                            plain.answers(),
                            plain.collaboration(),
                            plain.evidence(),
                            plain.references(),
                            List.of(new FrozenAttachment(
                                    "reflection", UUID.randomUUID(), "ab".repeat(32), Way.VOICE, "", "", 1_000)));
            };
        }

        @Test
        void changes_with_what_stands_behind_a_letter() {
            Submission submission = scene.handIn(scene.what("As Benjamin said.", List.of()));
            submission = HandIns.handedInAgain(
                    application, submission, scene.what("As Hallström said.", List.of()), scene.now());
            assertThat(copies.of(submission.id(), 2, Locale.ENGLISH)
                            .orElseThrow()
                            .answers())
                    .extracting(BlindCopy.Answer::paragraphs)
                    .isEqualTo(copy(submission).answers().stream()
                            .map(BlindCopy.Answer::paragraphs)
                            .toList());
            assertThat(manifest(submission, 2)).isNotEqualTo(manifest(submission, 1));
        }

        @Test
        void changes_with_a_picture() {
            MaterialId page = page("Rubric", "rubric.pdf");
            Submission submission = scene.handIn(
                    scene.what(Scene.REFLECTION, List.of(scene.evidence("discussions", "Look.", place(page, 0.1)))));
            submission = HandIns.handedInAgain(
                    application,
                    submission,
                    scene.what(Scene.REFLECTION, List.of(scene.evidence("discussions", "Look.", place(page, 0.5)))),
                    scene.now());
            assertThat(manifest(submission, 2)).isNotEqualTo(manifest(submission, 1));
        }
    }

    private String manifest(Submission submission, int handedIn) {
        return copies.of(submission.id(), handedIn, Locale.ENGLISH)
                .orElseThrow()
                .manifestSha256();
    }

    private static String place(MaterialId page, double x) {
        return "page:" + page.value() + ":1:" + x + ",0.1,0.2,0.2";
    }

    private static FrozenEvidence withSha256(FrozenEvidence piece, String sha256) {
        return new FrozenEvidence(
                piece.criterion(),
                piece.item(),
                piece.piece(),
                sha256,
                piece.room(),
                piece.part(),
                piece.role(),
                piece.annotation(),
                piece.isShared());
    }

    private BlindCopy copy(Submission submission) {
        return copies.of(submission.id(), 1, Locale.ENGLISH).orElseThrow();
    }

    /** All that an assessor gets, in both languages, with letters folded; the manifest alone stays behind. */
    private List<String> everything(Submission submission) {
        List<String> all = new ArrayList<>();
        for (Locale language : List.of(Locale.ENGLISH, SPANISH)) {
            BlindCopy copy = copies.of(submission.id(), 1, language).orElseThrow();
            all.add(folded(JSON.writeValueAsString(new BlindCopy(
                    copy.answers(),
                    copy.collaboration(),
                    copy.changes(),
                    copy.context(),
                    copy.references(),
                    copy.evidence(),
                    copy.replays(),
                    List.of(),
                    ""))));
            copy.pictures()
                    .forEach(picture -> all.add(folded(new String(picture, ISO_8859_1))
                            // a few letters stand in any file of pixels
                            .replaceAll("@|k12|555", "")));
        }
        return all;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static List<String> chunks(byte[] png) {
        List<String> chunks = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(png).position(8);
        while (bytes.hasRemaining()) {
            int length = bytes.getInt();
            byte[] type = new byte[4];
            bytes.get(type);
            chunks.add(new String(type, ISO_8859_1));
            bytes.position(bytes.position() + length + 4);
        }
        return chunks;
    }

    private LocalDate today() {
        return scene.observations.at().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private String day(FormatStyle style) {
        return DateTimeFormatter.ofLocalizedDate(style)
                .withLocale(Locale.ENGLISH)
                .format(today());
    }

    private FrozenEvidence own(Exhibit exhibit, String says) {
        return new FrozenEvidence(
                "discussions",
                Optional.empty(),
                Piece.of(exhibit.id()),
                exhibit.sha256(),
                Optional.empty(),
                "whole",
                Optional.empty(),
                says,
                false);
    }

    private static Exhibit kept(ExhibitAnswer answer) {
        assertThat(answer).isInstanceOf(ExhibitAnswer.Kept.class);
        return ((ExhibitAnswer.Kept) answer).exhibit();
    }

    private MaterialId page(String title, String file) {
        MaterialDraft draft = new MaterialDraft(
                scene.team, scene.ana.id(), title, MaterialKind.RUBRIC, PrivacyStatement.of(MaterialKind.RUBRIC));
        try (InputStream bytes = Files.newInputStream(Path.of("seeds/demo/water-assignment.pdf"))) {
            Intake taken = application.getBean(Materials.class).take(draft, file, bytes, ProgressListener.NONE);
            assertThat(taken).isInstanceOf(Intake.Accepted.class);
            return ((Intake.Accepted) taken).material().id();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private UUID drawn(MaterialId material) {
        ExhibitId id = new ExhibitId(UUID.randomUUID());
        application
                .getBean(DSLContext.class)
                .insertInto(EXHIBIT)
                .set(EXHIBIT.ID, id)
                .set(EXHIBIT.OWNER_ID, scene.ana.id())
                .set(EXHIBIT.TEAM_ID, scene.team)
                .set(EXHIBIT.TITLE, "Beside my text")
                .set(EXHIBIT.KIND, ExhibitKind.PICTURE.name())
                .set(EXHIBIT.ORIGIN, ExhibitOrigin.DRAWN.name())
                .set(EXHIBIT.SHA256, "ab".repeat(32))
                .set(EXHIBIT.BYTES, 1L)
                .set(EXHIBIT.MEDIA_TYPE, "image/png")
                .set(EXHIBIT.MATERIAL_ID, material)
                .set(EXHIBIT.PAGES, 1)
                .set(EXHIBIT.MADE_AT, Instant.parse("2026-10-14T15:00:00Z"))
                .execute();
        return id.value();
    }
}
