package org.tessera.portfolio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.db.Tables.EXHIBIT;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tessera.attachment.Way;
import org.tessera.credential.CredentialId;
import org.tessera.exhibit.Exhibit;
import org.tessera.exhibit.ExhibitAnswer;
import org.tessera.exhibit.ExhibitId;
import org.tessera.exhibit.ExhibitKind;
import org.tessera.exhibit.ExhibitOrigin;
import org.tessera.exhibit.Exhibits;
import org.tessera.exhibit.LinkDraft;
import org.tessera.material.DrawnFile;
import org.tessera.material.Intake;
import org.tessera.material.MaterialDraft;
import org.tessera.material.MaterialId;
import org.tessera.material.MaterialKind;
import org.tessera.material.Materials;
import org.tessera.material.PrivacyStatement;
import org.tessera.material.ProgressListener;
import org.tessera.material.Trace;
import org.tessera.privacy.CoveredWork;
import org.tessera.proof.Checked;
import org.tessera.record.Paper;
import org.tessera.record.PdfA;
import org.tessera.submission.ConsentAnswer;
import org.tessera.submission.Consents;
import org.tessera.submission.FrozenAttachment;
import org.tessera.submission.FrozenEvidence;
import org.tessera.submission.HandIn;
import org.tessera.submission.HelpScene;
import org.tessera.submission.Piece;
import org.tessera.submission.Platform;
import org.tessera.submission.Spot;
import org.tessera.submission.Submission;
import org.tessera.support.AppTest;

@AppTest
class PortfoliosTest {

    private static final String FOLDER = "building-a-pa-learning-community/";
    private static final PackageOrder BLOOMBOARD = PackageOrder.of(Platform.BLOOMBOARD);

    @Autowired
    ApplicationContext application;

    private Scene scene;

    @BeforeEach
    void a_meeting() {
        scene = new Scene(application);
    }

    @Nested
    class A_package {

        @Test
        void is_laid_out_as_somebody_would_have_done_it_by_hand() {
            scene.handIn(scene.what(
                    Scene.REFLECTION,
                    List.of(
                            scene.evidence("rubric-evidence", "See how we looked."),
                            scene.evidence("discussions", "The board shows what I asked for."))));
            assertThat(Checked.parts(scene.bytes(BLOOMBOARD)).keySet())
                    .containsExactly(
                            "manifest.json",
                            "manifest.sig",
                            "logs/" + scene.room + ".jsonl",
                            FOLDER + "Requirements.pdf",
                            FOLDER + "Part 1.pdf",
                            FOLDER + "Part 2.pdf",
                            FOLDER + "Part 3.pdf",
                            FOLDER + "Evidence/Evidence 01.pdf",
                            "proof/building-a-pa-learning-community.json");
        }

        @Test
        void holds_the_texts_and_the_evidence_as_they_were_handed_in() throws IOException {
            scene.handIn();
            Map<String, byte[]> parts = Checked.parts(scene.bytes(BLOOMBOARD));
            assertThat(text(parts, "Part 1.pdf"))
                    .contains("I teach science and lead a team")
                    .contains("Working together I worked with two colleagues");
            assertThat(text(parts, "Part 2.pdf")).contains("Evidence 01").contains("The board shows what I asked for.");
            assertThat(text(parts, "Part 3.pdf"))
                    .contains("I learned otherwise. “The view you adopt for yourself shapes it. (Dweck, 2006, p. 6)”")
                    .contains("References Dweck, C. S. (2006).");
            assertThat(text(parts, "Requirements.pdf"))
                    .contains("At least three discussions that I facilitated")
                    .contains("Evidence 01: The board shows what I asked for.")
                    .contains("Everybody who can be recognised in it has agreed")
                    .contains("Building a Performance Assessment Learning Community 1 / ");
        }

        @Test
        void shows_ones_own_words_and_those_of_colleagues_who_agreed() throws IOException {
            scene.handIn();
            String evidence = text(Checked.parts(scene.bytes(BLOOMBOARD)), "Evidence/Evidence 01.pdf");
            assertThat(evidence)
                    .contains(Scene.OWN)
                    .contains(Scene.AGREED)
                    .contains("2 notes of colleagues who have not agreed")
                    .doesNotContain("Zyzzyva")
                    .contains("The earner’s role: Facilitator")
                    .contains(scene.observations.sha256());
        }

        @Test
        void calls_everybody_by_the_same_letter_everywhere() throws IOException {
            scene.handIn();
            String evidence = text(Checked.parts(scene.bytes(BLOOMBOARD)), "Evidence/Evidence 01.pdf");
            String letter = evidence.replaceAll(".*as \\[(Educator [A-Z])\\]’s class.*", "$1");
            assertThat(letter).startsWith("Educator ").hasSize(10);
            assertThat(evidence).contains("so did [" + letter + "]").contains("in [school] wrote it");
        }

        @Test
        void names_nobody_anywhere() throws IOException {
            scene.handIn();
            namesNobody(scene.bytes(new PackageOrder(Platform.BLOOMBOARD, true, Set.of())));
        }

        @Test
        void is_pdf_a_without_a_link_or_anything_else_to_click_on() throws IOException {
            scene.handIn();
            Map<String, byte[]> parts = Checked.parts(scene.bytes(BLOOMBOARD));
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                if (part.getKey().endsWith(".pdf")) {
                    assertThat(PdfA.faults(part.getValue())).as(part.getKey()).isEmpty();
                    try (PDDocument document = Loader.loadPDF(part.getValue())) {
                        for (PDPage page : document.getPages()) {
                            assertThat(page.getAnnotations()).isEmpty();
                        }
                        assertThat(document.getDocumentInformation().getAuthor())
                                .isNull();
                        assertThat(document.getDocumentCatalog().getOpenAction())
                                .isNull();
                    }
                }
            }
        }

        @Test
        void holds_nothing_of_what_helpers_said_or_began_to_say() throws IOException {
            Submission handed = scene.handIn();
            HelpScene.comment(
                    application, handed, scene.ben.id(), "XYZZYX about", "Gnomonic advice", "half a Quixotry");
            String all = String.join("\n", everything(scene.bytes(BLOOMBOARD)).values());
            assertThat(all).contains("Part 3.pdf").doesNotContain("XYZZYX", "Gnomonic", "Quixotry");
        }

        @Test
        void holds_what_was_handed_in_and_no_draft() throws IOException {
            scene.handIn();
            application
                    .getBean(org.tessera.writing.Writings.class)
                    .replace(
                            scene.ana.id(),
                            new org.tessera.writing.WritingPlace(scene.credential(), "reflection"),
                            "Quite another draft");
            assertThat(text(Checked.parts(scene.bytes(BLOOMBOARD)), "Part 3.pdf"))
                    .contains("I learned otherwise.")
                    .doesNotContain("another draft");
        }
    }

    @Nested
    class What_no_meeting_left {

        @Autowired
        Exhibits exhibits;

        @Test
        void stands_in_its_document_without_names_titles_or_links() throws IOException {
            Paper plan = new Paper(
                    "Plan of Thandeka Mkhize",
                    Locale.ENGLISH,
                    List.of(
                            new Paper.Heading(1, "Two years at Quillfeather High School"),
                            new Paper.Points(List.of("Benjamin leads, see https://www.example.org/plan"))));
            Exhibit record = kept(exhibits.record(scene.ana.id(), scene.team, plan));
            Exhibit link = kept(exhibits.link(
                    scene.ana.id(),
                    scene.team,
                    new LinkDraft(
                            "Page of Thandeka Mkhize",
                            "https://www.example.org/board/7",
                            "A board that Chinonso had filled with tasks.",
                            LocalDate.of(2026, 10, 1))));
            scene.handIn(scene.what(
                    Scene.REFLECTION, List.of(of(record, "Our plan, as it stands."), of(link, "What others do."))));
            byte[] file = scene.bytes(BLOOMBOARD);
            assertThat(text(Checked.parts(file), "Evidence/Evidence 01.pdf"))
                    .contains("Two years at [school]")
                    .contains("[Educator A] leads, see (address left out: example . org)")
                    .contains(record.sha256());
            assertThat(text(Checked.parts(file), "Evidence/Evidence 02.pdf"))
                    .contains("A page on the web: (address left out: example . org), as it was on October 1, 2026.")
                    .contains("A board that [Educator B] had filled with tasks.");
            namesNobody(file);
        }

        @Test
        void shows_no_page_that_is_not_cleared() throws IOException {
            UUID material = UUID.randomUUID();
            scene.handIn(scene.what(
                    Scene.REFLECTION,
                    List.of(scene.evidence(
                            "discussions", "Look at the graph.", "page:" + material + ":1:0.1,0.1,0.2,0.2"))));
            assertThat(text(Checked.parts(scene.bytes(BLOOMBOARD)), "Evidence/Evidence 01.pdf"))
                    .contains("The page of student work: it is not cleared, so it never goes into a package.");
        }

        @Test
        void shows_a_page_that_needs_no_clearing_as_a_picture_in_its_document() throws IOException {
            MaterialDraft draft = new MaterialDraft(
                    scene.team,
                    scene.ana.id(),
                    "Rubric of Thandeka Mkhize",
                    MaterialKind.RUBRIC,
                    PrivacyStatement.of(MaterialKind.RUBRIC));
            try (InputStream bytes = Files.newInputStream(Path.of("seeds/demo/water-assignment.pdf"))) {
                Intake taken =
                        application.getBean(Materials.class).take(draft, "Mkhize.pdf", bytes, ProgressListener.NONE);
                assertThat(taken).isInstanceOf(Intake.Accepted.class);
                UUID material = ((Intake.Accepted) taken).material().id().value();
                scene.handIn(scene.what(
                        Scene.REFLECTION,
                        List.of(scene.evidence(
                                "discussions", "Look at this row.", "page:" + material + ":1:0.1,0.1,0.2,0.2"))));
            }
            byte[] file = scene.bytes(BLOOMBOARD);
            byte[] pdf = Checked.parts(file).getOrDefault(FOLDER + "Evidence/Evidence 01.pdf", new byte[0]);
            assertThat(PdfA.faults(pdf)).isEmpty();
            assertThat(pdfText(pdf)).contains("The page that is meant stands at the end of this document.");
            try (PDDocument document = Loader.loadPDF(pdf)) {
                PDPage last = document.getPage(document.getNumberOfPages() - 1);
                assertThat(last.getResources().getXObjectNames()).hasSize(1);
            }
            namesNobody(file);
        }

        @Test
        void spoken_or_drawn_beside_a_text_stands_there_in_words_and_as_a_picture_and_no_sound_travels()
                throws IOException {
            UUID voice = drawnOrSpoken(ExhibitKind.AUDIO, ExhibitOrigin.SPOKEN, null);
            MaterialId material;
            try (InputStream bytes = Files.newInputStream(Path.of("seeds/demo/water-assignment.pdf"))) {
                Intake taken = application
                        .getBean(Materials.class)
                        .take(
                                new MaterialDraft(
                                        scene.team,
                                        scene.ana.id(),
                                        "Drawing",
                                        MaterialKind.WORK,
                                        PrivacyStatement.of(MaterialKind.WORK)),
                                "brought.pdf",
                                bytes,
                                ProgressListener.NONE);
                material = ((Intake.Accepted) taken).material().id();
            }
            UUID drawing = drawnOrSpoken(ExhibitKind.PICTURE, ExhibitOrigin.DRAWN, material);
            UUID photo = drawnOrSpoken(ExhibitKind.PICTURE, ExhibitOrigin.BROUGHT, material);
            HandIn words = scene.what(
                    Scene.REFLECTION, List.of(scene.evidence("discussions", "The board shows what I asked for.")));
            String sha = "ab".repeat(32);
            scene.handIn(new HandIn(
                    words.answers(),
                    words.collaboration(),
                    words.evidence(),
                    words.references(),
                    List.of(
                            new FrozenAttachment(
                                    "reflection",
                                    voice,
                                    sha,
                                    Way.VOICE,
                                    "About the ramp",
                                    "I asked where we could see it.\nThen I waited.",
                                    65_000),
                            new FrozenAttachment(
                                    "reflection", drawing, sha, Way.DRAWING, "Two circles that overlap", "", 0),
                            new FrozenAttachment("reflection", photo, sha, Way.PHOTO, "Our board", "", 0))));
            byte[] file = scene.bytes(BLOOMBOARD);
            byte[] pdf = Checked.parts(file).getOrDefault(FOLDER + "Part 3.pdf", new byte[0]);
            assertThat(PdfA.faults(pdf)).isEmpty();
            assertThat(pdfText(pdf))
                    .contains("Recording 1: About the ramp", "It lasts 1:05.", "Then I waited.")
                    .contains("Drawing 2: Two circles that overlap", "Photo 3: Our board");
            assertThat(pdfText(pdf).split("stands at the end of this document", -1))
                    .hasSize(2);
            assertThat(Checked.parts(file).keySet()).noneMatch(name -> name.matches(".*\\.(webm|ogg|wav|mp3|m4a)"));
            assertThat(((PackageAnswer.Ready) scene.pack(scene.ana, BLOOMBOARD))
                            .file()
                            .leftOut())
                    .extracting(LeftOut::why)
                    .contains(LeftOut.Why.RECORDING, LeftOut.Why.NOT_CLEARED);
            namesNobody(file);
        }

        @Test
        void said_beside_a_text_is_searched_for_names_as_the_text_is() {
            HandIn words = scene.what(
                    Scene.REFLECTION, List.of(scene.evidence("discussions", "The board shows what I asked for.")));
            scene.handIn(new HandIn(
                    words.answers(),
                    words.collaboration(),
                    words.evidence(),
                    words.references(),
                    List.of(new FrozenAttachment(
                            "reflection",
                            UUID.randomUUID(),
                            "ab".repeat(32),
                            Way.VOICE,
                            "",
                            "I asked Thandeka Mkhize.",
                            1_000))));
            assertThat(scene.pack(scene.ana, BLOOMBOARD)).isInstanceOf(PackageAnswer.Named.class);
        }

        private UUID drawnOrSpoken(ExhibitKind kind, ExhibitOrigin origin, @Nullable MaterialId material) {
            ExhibitId id = new ExhibitId(UUID.randomUUID());
            application
                    .getBean(DSLContext.class)
                    .insertInto(EXHIBIT)
                    .set(EXHIBIT.ID, id)
                    .set(EXHIBIT.OWNER_ID, scene.ana.id())
                    .set(EXHIBIT.TEAM_ID, scene.team)
                    .set(EXHIBIT.TITLE, "Beside my text")
                    .set(EXHIBIT.KIND, kind.name())
                    .set(EXHIBIT.ORIGIN, origin.name())
                    .set(EXHIBIT.SHA256, "ab".repeat(32))
                    .set(EXHIBIT.BYTES, 1L)
                    .set(EXHIBIT.MEDIA_TYPE, "audio/webm")
                    .set(EXHIBIT.MATERIAL_ID, material)
                    .set(EXHIBIT.PAGES, material == null ? null : 1)
                    .set(EXHIBIT.MADE_AT, Instant.parse("2026-10-14T15:00:00Z"))
                    .execute();
            return id.value();
        }

        @Test
        void shows_a_page_of_student_work_with_its_names_covered_for_good() throws Exception {
            MaterialId work =
                    CoveredWork.of(application, scene.team, scene.ben.id(), scene.thandeka.id(), "Xiomara Quintanilla");
            scene.handIn(scene.what(
                    Scene.REFLECTION,
                    List.of(scene.evidence("discussions", "Look here.", "page:" + work.value() + ":1:0,0,1,1"))));
            byte[] file = scene.bytes(BLOOMBOARD);
            namesNobody(file);
            for (Map.Entry<String, String> part : everything(file).entrySet()) {
                assertThat(part.getValue().toLowerCase(Locale.ROOT))
                        .as(part.getKey())
                        .doesNotContain("xiomara", "quintanilla");
            }
            String seen = read(Checked.parts(file).getOrDefault(FOLDER + "Evidence/Evidence 01.pdf", new byte[0]));
            assertThat(seen).contains(CoveredWork.QUESTION).doesNotContainIgnoringCase("xiomara", "quintanilla");
        }

        /** What an engine reads on the last page as it is drawn: what stands in the picture itself. */
        private String read(byte[] pdf) throws IOException {
            try (PDDocument document = Loader.loadPDF(pdf);
                    DrawnFile.Reader reader = new DrawnFile.Reader()) {
                ByteArrayOutputStream png = new ByteArrayOutputStream();
                ImageIO.write(
                        new PDFRenderer(document).renderImageWithDPI(document.getNumberOfPages() - 1, 200), "png", png);
                return reader.read(List.of(png.toByteArray())).stream()
                        .map(Trace::text)
                        .collect(Collectors.joining(" "));
            }
        }

        private FrozenEvidence of(Exhibit exhibit, String says) {
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

        private Exhibit kept(ExhibitAnswer answer) {
            assertThat(answer).isInstanceOf(ExhibitAnswer.Kept.class);
            return ((ExhibitAnswer.Kept) answer).exhibit();
        }
    }

    @Nested
    class A_package_of_a_whole_stack {

        private static final CredentialId STACK = new CredentialId("leading-a-pa-community");
        private static final String PLAN = "developing-a-plan-to-implement-pas";

        @Test
        void has_a_folder_for_each_credential_that_was_handed_in_and_says_what_is_missing() {
            scene.handIn();
            scene.handInPlan();
            SubmissionPackage file = ready();
            assertThat(file.name()).isEqualTo("leading-a-pa-community.zip");
            assertThat(file.missing())
                    .extracting(CredentialId::value)
                    .containsExactly("engaging-stakeholders-to-support-pas");
            assertThat(file.folders())
                    .extracting(folder -> folder.credential().ref().id().value())
                    .containsExactly("building-a-pa-learning-community", PLAN);
            byte[] bytes = scene.bytes(file);
            assertThat(Checked.sound(bytes)).isNotEmpty();
            assertThat(Checked.parts(bytes).keySet())
                    .contains(
                            FOLDER + "Requirements.pdf",
                            FOLDER + "Part 3.pdf",
                            FOLDER + "Evidence/Evidence 01.pdf",
                            PLAN + "/Requirements.pdf",
                            PLAN + "/Evidence/Evidence 01.pdf",
                            "proof/building-a-pa-learning-community.json",
                            "proof/" + PLAN + ".json")
                    .filteredOn(name -> name.startsWith("logs/"))
                    .hasSize(1);
        }

        @Test
        void calls_everybody_by_the_same_letter_in_every_folder_and_names_nobody() throws IOException {
            scene.handIn();
            scene.handInPlan();
            byte[] bytes = scene.bytes(ready());
            namesNobody(bytes);
            Map<String, byte[]> parts = Checked.parts(bytes);
            assertThat(letter(parts, FOLDER))
                    .isEqualTo(letter(parts, PLAN + "/"))
                    .startsWith("Educator ");
        }

        private String letter(Map<String, byte[]> parts, String folder) throws IOException {
            return pdfText(parts.getOrDefault(folder + "Evidence/Evidence 01.pdf", new byte[0]))
                    .replaceAll(".*as \\[(Educator [A-Z])\\]’s class.*", "$1");
        }

        @Test
        void proves_what_serves_two_credentials_once_with_all_that_shows_it() {
            scene.handIn();
            scene.handInPlan();
            assertThat(ready().draft().artifacts()).singleElement().satisfies(artifact -> assertThat(artifact.shown())
                    .containsExactly(FOLDER + "Evidence/Evidence 01.pdf", PLAN + "/Evidence/Evidence 01.pdf"));
        }

        @Test
        void is_not_there_before_anything_was_handed_in_nor_of_what_is_no_stack() {
            assertThat(pack(STACK)).isEqualTo(new PackageAnswer.NotHandedIn());
            assertThat(pack(Scene.BUILDING)).isEqualTo(new PackageAnswer.Unknown());
        }

        private SubmissionPackage ready() {
            PackageAnswer answer = pack(STACK);
            assertThat(answer).isInstanceOf(PackageAnswer.Ready.class);
            return ((PackageAnswer.Ready) answer).file();
        }

        private PackageAnswer pack(CredentialId stack) {
            return application.getBean(Portfolios.class).packStack(scene.ana, stack, BLOOMBOARD);
        }
    }

    @Nested
    class Consent {

        @Test
        void cannot_be_taken_back_once_the_words_are_handed_in() {
            Consents consents = application.getBean(Consents.class);
            scene.handIn();
            assertThat(consents.answer(
                            scene.chi.id(),
                            consents.askedOf(scene.chi.id()).getFirst().id(),
                            false))
                    .isEqualTo(ConsentAnswer.HANDED_IN);
        }

        @Test
        void that_was_taken_back_before_leaves_the_words_out() throws IOException {
            Consents consents = application.getBean(Consents.class);
            assertThat(consents.answer(
                            scene.chi.id(),
                            consents.askedOf(scene.chi.id()).getFirst().id(),
                            false))
                    .isEqualTo(ConsentAnswer.DONE);
            scene.handIn();
            assertThat(text(Checked.parts(scene.bytes(BLOOMBOARD)), "Evidence/Evidence 01.pdf"))
                    .contains("3 notes of colleagues who have not agreed")
                    .doesNotContain(Scene.AGREED);
        }

        @Test
        void that_came_later_adds_nothing_to_what_was_handed_in() throws IOException {
            scene.handIn();
            scene.agree(scene.thandeka.id());
            assertThat(text(Checked.parts(scene.bytes(BLOOMBOARD)), "Evidence/Evidence 01.pdf"))
                    .doesNotContain("Zyzzyva");
        }
    }

    @Nested
    class A_name_in_ones_own_words {

        @Test
        void is_never_rewritten_but_asked_about() {
            scene.handIn(scene.what("Hallström, I think, was right. " + Scene.REFLECTION, List.of()));
            Spot reflection = new Spot.OfPart("reflection");
            assertThat(scene.pack(scene.ana, BLOOMBOARD))
                    .isEqualTo(
                            new PackageAnswer.Named(List.of(new PackageAnswer.Name(reflection, "Hallström", false))));
            assertThat(scene.pack(scene.ana, new PackageOrder(Platform.BLOOMBOARD, false, Set.of("Hallström"))))
                    .isInstanceOf(PackageAnswer.Ready.class);
        }

        @Test
        void that_is_a_colleagues_whole_name_is_no_question() {
            scene.handIn(scene.what("Benjamin Hallstrom was right. " + Scene.REFLECTION, List.of()));
            PackageAnswer answer =
                    scene.pack(scene.ana, new PackageOrder(Platform.BLOOMBOARD, false, Set.of("Benjamin Hallström")));
            assertThat(answer)
                    .isInstanceOfSatisfying(PackageAnswer.Named.class, named -> assertThat(named.canBeSettled())
                            .isFalse());
        }
    }

    @Nested
    class Profiles_differ {

        @ParameterizedTest
        @EnumSource(Platform.class)
        void in_whether_addresses_stay(Platform platform) throws IOException {
            scene.handIn(scene.what(
                    Scene.REFLECTION + " See https://www.example.org/a/board?x=1.",
                    List.of(scene.evidence("discussions", "Look at it."))));
            byte[] file = scene.bytes(PackageOrder.of(platform));
            String all = String.join("\n", everything(file).values());
            boolean takes = platform.takesLinks();
            assertThat(all.contains("https://www.example.org/a/board")).isEqualTo(takes);
            assertThat(all.contains("https://doi.org/10.1000/182")).isEqualTo(takes);
            if (!takes) {
                assertThat(text(Checked.parts(file), "Part 3.pdf"))
                        .contains("(address left out: example . org)")
                        .contains("doi 10.1000/182");
            }
        }

        @ParameterizedTest
        @EnumSource(Platform.class)
        void and_agree_with_the_check_before_handing_in(Platform platform) {
            Profile profile = application.getBean(Profiles.class).of(platform);
            assertThat(profile.takesLinks()).isEqualTo(platform.takesLinks());
            assertThat(profile.rules())
                    .filteredOn(rule -> rule.id().equals("limits"))
                    .allMatch(rule -> rule.value().equals("advisory") != platform.holdsToLimits());
        }
    }

    @Nested
    class Is_refused {

        @Test
        void to_everybody_else_and_before_anything_was_handed_in() {
            assertThat(scene.pack(scene.ana, BLOOMBOARD)).isEqualTo(new PackageAnswer.Unknown());
            application
                    .getBean(org.tessera.submission.Submissions.class)
                    .begin(scene.ana.id(), Scene.BUILDING, Platform.BLOOMBOARD);
            assertThat(scene.pack(scene.ana, BLOOMBOARD)).isEqualTo(new PackageAnswer.NotHandedIn());
        }

        @Test
        void to_a_colleague() {
            scene.handIn();
            assertThat(scene.pack(scene.ben, BLOOMBOARD)).isEqualTo(new PackageAnswer.Unknown());
        }
    }

    private static void namesNobody(byte[] file) throws IOException {
        for (Map.Entry<String, String> part : everything(file).entrySet()) {
            for (String name : Scene.NAMES) {
                assertThat(part.getValue().toLowerCase(Locale.ROOT))
                        .as("%s in %s", name, part.getKey())
                        .doesNotContain(name.toLowerCase(Locale.ROOT));
            }
        }
    }

    private static String text(Map<String, byte[]> parts, String name) throws IOException {
        return pdfText(parts.getOrDefault(FOLDER + name, new byte[0]));
    }

    private static String pdfText(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    /** All that can be read of each part: its name, its bytes, and what is wrapped in them. */
    private static Map<String, String> everything(byte[] file) throws IOException {
        Map<String, String> all = new java.util.LinkedHashMap<>();
        all.put("the container", new String(file, ISO_8859_1));
        for (Map.Entry<String, byte[]> part : Checked.parts(file).entrySet()) {
            StringBuilder words = new StringBuilder(part.getKey()).append(new String(part.getValue(), UTF_8));
            if (part.getKey().endsWith(".pdf")) {
                words.append(pdfText(part.getValue()));
                try (PDDocument document = Loader.loadPDF(part.getValue())) {
                    words.append(document.getDocumentInformation().getCOSObject());
                    words.append(new String(
                            document.getDocumentCatalog().getMetadata().toByteArray(), UTF_8));
                }
            }
            if (part.getKey().endsWith(".docx")) {
                try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(part.getValue()))) {
                    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                        words.append(entry.getName())
                                .append(Optional.ofNullable(entry.getComment()).orElse(""))
                                .append(new String(zip.readAllBytes(), UTF_8));
                    }
                }
            }
            all.put(part.getKey(), words.toString());
        }
        return all;
    }
}
