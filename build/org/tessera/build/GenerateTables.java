package org.tessera.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.LambdaConverter;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;
import org.tessera.shell.database.EmbeddedDatabase;
import org.tessera.shell.database.EmbeddedDatabaseSettings;
import org.tessera.shell.database.MariaDbBinaries;

/**
 * Writes the jOOQ classes of package {@code org.tessera.db}: migrates a real, empty MariaDB and reads its tables. jOOQ's
 * own reading of the scripts refuses ordinary MariaDB statements.
 */
final class GenerateTables {

    private final MariaDbBinaries binaries;
    private final Path project;
    private final Path target;

    GenerateTables(MariaDbBinaries binaries, Path project, Path target) {
        this.binaries = binaries;
        this.project = project;
        this.target = target;
    }

    void run() throws Exception {
        var output = target.resolve("generated-sources/jooq");
        var mark = output.resolve("fingerprint");
        var fingerprint = fingerprint();
        if (Files.exists(mark) && Files.readString(mark).equals(fingerprint)) {
            return;
        }
        delete(output);
        var folder = target.resolve("generator-database");
        delete(folder);
        try (var database = EmbeddedDatabase.start(new EmbeddedDatabaseSettings(binaries, folder, false))) {
            Flyway.configure()
                    .dataSource(database.jdbcUrl(), database.user(), database.password())
                    .locations("filesystem:" + migrations())
                    .load()
                    .migrate();
            GenerationTool.generate(configuration(database, output));
        }
        delete(folder);
        Files.writeString(mark, fingerprint);
    }

    private static Configuration configuration(EmbeddedDatabase from, Path output) {
        return new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(
                        new Jdbc().withUrl(from.jdbcUrl()).withUser(from.user()).withPassword(from.password()))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.mariadb.MariaDBDatabase")
                                .withInputSchema(EmbeddedDatabase.NAME)
                                // the connection says which schema: every test class has its own
                                .withOutputSchemaToDefault(true)
                                .withExcludes("flyway_schema_history")
                                .withIncludeRoutines(false)
                                .withIncludeTriggers(false)
                                .withIncludeSequences(false)
                                .withIncludeCheckConstraints(false)
                                .withForcedTypes(
                                        booleans(),
                                        instants(),
                                        id("account.DistrictId", "district\\.id|(school|person)\\.district_id"),
                                        id("account.SchoolId", "school\\.id|(team|person)\\.school_id"),
                                        id(
                                                "account.TeamId",
                                                "team\\.id|(team_person|material|material_removal)\\.team_id"),
                                        id(
                                                "account.PersonId",
                                                "(person|guest)\\.id|(team_person|sign_in|material)\\.(person|guest)_id"),
                                        id(
                                                "material.MaterialId",
                                                "material\\.id|(material_page|material_removal|material_original)\\.material_id"),
                                        id("writing.WritingId", "writing\\.id|writing_version\\.writing_id"),
                                        id("writing.SourceId", "cited_source\\.id"),
                                        id(
                                                "submission.SubmissionId",
                                                "submission\\.id|(submission_event|submission_hand_in|invitation)\\.submission_id"),
                                        id(
                                                "submission.InvitationId",
                                                "invitation\\.id|submission_comment\\.invitation_id"),
                                        id(
                                                "account.PersonId",
                                                "(writing|cited_source|submission)\\.person_id|invitation\\.invited_id"),
                                        id("account.SignInId", "sign_in\\.id|device_seat\\.sign_in_id"),
                                        id("account.TeamId", "artifact\\.team_id"),
                                        id(
                                                "account.PersonId",
                                                "(artifact_person|evidence_link|device_seat)\\.person_id"),
                                        id("room.RoomId", "artifact\\.room_id"),
                                        id(
                                                "artifact.ArtifactId",
                                                "artifact\\.id|(artifact_person|evidence_link)\\.artifact_id"),
                                        id("submission.EvidenceLinkId", "evidence_link\\.id"),
                                        id(
                                                "account.PersonId",
                                                "(suggestion_dismissed|need_shared|contribution_shared)\\.person_id"
                                                        + "|word_consent\\.(asker|author)_id"
                                                        + "|contribution_shared\\.viewer_id"
                                                        + "|pick_sheet\\.(earner_id|coach_id|changed_by)"
                                                        + "|(pick|pick_evidence)\\.earner_id"),
                                        id("room.RoomId", "(need_shared|contribution_shared)\\.room_id"),
                                        id("artifact.ArtifactId", "(suggestion_dismissed|word_consent)\\.artifact_id"),
                                        id(
                                                "exhibit.ExhibitId",
                                                "(exhibit|exhibit_upload)\\.id|(evidence_link|attachment)\\.exhibit_id"),
                                        id(
                                                "account.PersonId",
                                                "(exhibit|exhibit_upload)\\.owner_id|attachment\\.person_id"),
                                        id("account.TeamId", "(exhibit|exhibit_upload)\\.team_id"),
                                        id("material.MaterialId", "exhibit\\.material_id")))
                        .withGenerate(new Generate().withRecords(true).withGlobalObjectReferences(true))
                        .withTarget(
                                new Target().withPackageName("org.tessera.db").withDirectory(output.toString())));
    }

    private static ForcedType booleans() {
        return new ForcedType().withName("BOOLEAN").withIncludeTypes("(?i:tinyint\\(1\\))");
    }

    /** Columns hold UTC. jOOQ's own INSTANT type fails at run time on a MariaDB datetime. */
    private static ForcedType instants() {
        return new ForcedType()
                .withUserType("java.time.Instant")
                .withLambdaConverter(new LambdaConverter()
                        .withFrom("at -> at.toInstant(java.time.ZoneOffset.UTC)")
                        .withTo("at -> java.time.LocalDateTime.ofInstant(at, java.time.ZoneOffset.UTC)"))
                .withIncludeTypes("(?i:datetime|timestamp).*");
    }

    /** Our ids are records around a UUID; {@code columns} is a regular expression over {@code table.column}. */
    private static ForcedType id(String type, String columns) {
        var record = "org.tessera." + type;
        return new ForcedType()
                .withUserType(record)
                .withLambdaConverter(
                        new LambdaConverter().withFrom(record + "::new").withTo(record + "::value"))
                .withIncludeExpression(".*\\.(" + columns + ")");
    }

    private Path migrations() {
        return project.resolve("db/migration");
    }

    private String fingerprint() throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var files = Stream.of(migrations(), project.resolve("build")).flatMap(GenerateTables::files)) {
            for (var file : (Iterable<Path>) files::iterator) {
                digest.update(project.relativize(file).toString().getBytes());
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Stream<Path> files(Path folder) {
        try {
            return Files.walk(folder).filter(Files::isRegularFile).sorted();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(file);
                }
            }
        }
    }
}
