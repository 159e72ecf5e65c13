package org.tessera.portfolio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tessera.credential.CredentialId;
import org.tessera.proof.Checked;
import org.tessera.proof.Packages;
import org.tessera.submission.Platform;
import org.tessera.support.AppTest;

@AppTest
class TamperedPackageTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    Packages packages;

    @TempDir
    Path folder;

    private Scene scene;
    private byte[] file;
    private Map<String, byte[]> parts;

    @BeforeEach
    void pack() {
        scene = new Scene(application);
        scene.handIn();
        file = scene.bytes(PackageOrder.of(Platform.BLOOMBOARD));
        parts = Checked.parts(file);
    }

    @Test
    void an_untouched_one_holds_and_its_log_announced_the_artifact() {
        assertThat(Checked.sound(file)).anySatisfy(sentence -> assertThat(sentence)
                .contains("The artifact " + scene.observations.id() + " was announced by entry ")
                .contains("Evidence 01.pdf\" shows of it."));
    }

    /** Only the file, the key and the verifier's source, in a folder where nothing else is. */
    @Test
    void an_untouched_one_holds_on_another_machine_without_the_server() throws IOException, InterruptedException {
        Path taken = folder.resolve("taken.zip");
        Files.write(taken, file);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Path.of("src/main/java/org/tessera/proof/Verify.java")
                                .toAbsolutePath()
                                .toString(),
                        "taken.zip",
                        "--key",
                        packages.keyId())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).endsWith("The package holds.\n");
    }

    @Test
    void a_byte_changed_in_any_file_is_found_in_that_file() {
        for (String name : parts.keySet()) {
            byte[] bytes = part(name).clone();
            bytes[bytes.length / 2] ^= 1;
            assertThat(bad(with(name, bytes))).as(name).contains(place(name));
        }
    }

    @Test
    void any_file_dropped_is_the_one_that_is_missed() {
        for (String name : parts.keySet()) {
            Map<String, byte[]> fewer = new LinkedHashMap<>(parts);
            fewer.remove(name);
            assertThat(bad(fewer)).as(name).contains(isHead(name) ? "begin with a manifest" : name);
        }
    }

    @Test
    void any_file_under_another_name_is_one_nobody_signed() {
        for (String name : parts.keySet()) {
            Map<String, byte[]> renamed = new LinkedHashMap<>();
            parts.forEach((each, bytes) -> renamed.put(each.equals(name) ? "renamed.pdf" : each, bytes));
            assertThat(bad(renamed)).as(name).contains(isHead(name) ? "begin with a manifest" : "\"renamed.pdf\"");
        }
    }

    @Test
    void any_two_files_in_another_order_are_found() {
        List<String> names = new ArrayList<>(parts.keySet());
        for (int i = 0; i + 1 < names.size(); i++) {
            List<String> order = new ArrayList<>(names);
            Collections.swap(order, i, i + 1);
            Map<String, byte[]> reordered = new LinkedHashMap<>();
            order.forEach(name -> reordered.put(name, part(name)));
            assertThat(bad(reordered))
                    .as(names.get(i))
                    .contains(i < 2 ? "begin with a manifest" : "Where the file \"" + names.get(i) + "\" belongs");
        }
    }

    @Test
    void a_step_moved_to_another_day_in_the_log_is_found_at_its_entry() {
        String name = "logs/" + scene.room + ".jsonl";
        List<String> lines = new String(part(name), UTF_8).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("\\\"at\\\":\\\"20")) {
                List<String> backdated = new ArrayList<>(lines);
                backdated.set(i, lines.get(i).replaceFirst("at\\\\\":\\\\\"20..", "at\\\\\":\\\\\"2001"));
                assertThat(bad(with(name, text(backdated)))).contains("entry " + (i + 1));
            }
        }
        List<String> shorter = new ArrayList<>(lines);
        shorter.remove(1);
        assertThat(bad(with(name, text(shorter)))).contains("where entry 2 belongs stands entry 3");
        List<String> swapped = new ArrayList<>(lines);
        Collections.swap(swapped, 2, 3);
        assertThat(bad(with(name, text(swapped)))).contains("where entry 3 belongs stands entry 4");
    }

    @Test
    void a_manifest_that_says_something_else_is_not_what_was_signed() {
        String manifest = new String(part("manifest.json"), UTF_8);
        for (String said : List.of("\"attempt\":\"1\"", "bloomboard@1", scene.observations.sha256(), "\"made\":\"20")) {
            assertThat(manifest).contains(said);
            char last = said.charAt(said.length() - 1) == '"'
                    ? said.charAt(said.length() - 2)
                    : said.charAt(said.length() - 1);
            String other = manifest.replace(
                    said,
                    said.substring(0, said.lastIndexOf(last))
                            + (last == '2' ? '3' : '2')
                            + said.substring(said.lastIndexOf(last) + 1));
            assertThat(bad(with("manifest.json", other.getBytes(UTF_8))))
                    .as(said)
                    .contains("not what was signed with the key it names");
        }
    }

    @Test
    void another_submissions_signature_or_evidence_does_not_fit() {
        Scene other = new Scene(application);
        other.handIn();
        Map<String, byte[]> foreign = Checked.parts(other.bytes(PackageOrder.of(Platform.BLOOMBOARD)));
        assertThat(bad(with("manifest.sig", foreign.getOrDefault("manifest.sig", new byte[0]))))
                .contains("not what was signed with the key it names");
        String evidence = "building-a-pa-learning-community/Evidence/Evidence 01.pdf";
        assertThat(bad(with(evidence, foreign.getOrDefault(evidence, new byte[0]))))
                .contains(evidence);
    }

    @Test
    void in_a_package_of_a_whole_stack_a_byte_changed_in_any_file_and_any_file_dropped_is_found() {
        scene.handInPlan();
        PackageAnswer answer = application
                .getBean(Portfolios.class)
                .packStack(scene.ana, new CredentialId("leading-a-pa-community"), PackageOrder.of(Platform.BLOOMBOARD));
        parts = Checked.parts(scene.bytes(((PackageAnswer.Ready) answer).file()));
        assertThat(parts).containsKey("developing-a-plan-to-implement-pas/Requirements.pdf");
        a_byte_changed_in_any_file_is_found_in_that_file();
        any_file_dropped_is_the_one_that_is_missed();
    }

    @Test
    void a_byte_changed_anywhere_in_the_container_is_found() {
        for (int at = 0; at < file.length; at += 991) {
            byte[] changed = file.clone();
            changed[at] ^= 4;
            assertThat(Checked.bad(changed)).as("byte " + at).isPresent();
        }
    }

    private static boolean isHead(String name) {
        return name.startsWith("manifest.");
    }

    private String place(String name) {
        return name.startsWith("logs/") ? "entry " : isHead(name) ? "manifest" : "\"" + name + "\"";
    }

    private byte[] part(String name) {
        return parts.getOrDefault(name, new byte[0]);
    }

    private Map<String, byte[]> with(String name, byte[] bytes) {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        assertThat(Arrays.equals(changed.put(name, bytes), bytes)).isFalse();
        return changed;
    }

    private static byte[] text(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(UTF_8);
    }

    private static String bad(Map<String, byte[]> changed) {
        return Checked.bad(Checked.packed(changed)).orElse("nothing was found");
    }
}
