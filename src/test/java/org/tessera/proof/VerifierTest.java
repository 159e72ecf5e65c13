package org.tessera.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.proof.SmallPackage.Part;

class VerifierTest {

    @TempDir
    Path folder;

    private SmallPackage small;
    private Path file;

    @BeforeEach
    void pack() throws IOException {
        small = SmallPackage.signedWith(folder.resolve("package.key"));
        file = folder.resolve("package.zip");
        Files.write(file, small.bytes());
    }

    @Nested
    class An_untouched_package {

        @Test
        void holds_and_says_for_each_check_what_held() throws IOException {
            Verdict verdict = Verifier.verify(file, Optional.empty());
            assertThat(verdict.bad()).isEmpty();
            assertThat(verdict.held())
                    .hasSize(6)
                    .anyMatch(sentence -> sentence.contains("signed with the key " + small.keyId()))
                    .anyMatch(sentence -> sentence.contains("5 entries") && sentence.contains("4 show what they say"))
                    .anyMatch(sentence -> sentence.endsWith("is the one that entry 4 of its room's log announced."));
        }

        @Test
        void holds_with_the_key_one_trusts_and_with_no_other() throws IOException {
            assertThat(Verifier.verify(file, Optional.of(small.keyId())).isSound())
                    .isTrue();
            assertThat(Verifier.verify(file, Optional.of("0".repeat(32))).bad())
                    .hasValueSatisfying(bad -> assertThat(bad).contains("not with 000"));
        }

        @Test
        void withholds_what_the_closed_entries_say() throws IOException {
            assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain("a secret")
                    .contains("phase-started");
        }

        @Test
        void can_be_opened_by_every_other_program_that_knows_zip() throws IOException {
            try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(file.toFile())) {
                assertThat(new String(
                                zip.getInputStream(zip.getEntry("minutes.txt")).readAllBytes(), UTF_8))
                        .isEqualTo("What was said.");
                assertThat(zip.size()).isEqualTo(6);
            }
        }
    }

    @Test
    void no_byte_can_be_changed_without_being_found() throws IOException {
        byte[] sound = Files.readAllBytes(file);
        List<Integer> missed = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int at = 0; at < sound.length; at++) {
                byte changed = (byte) (sound[at] ^ (1 << (at % 8)));
                channel.write(ByteBuffer.wrap(new byte[] {changed}), at);
                if (Verifier.verify(file, Optional.empty()).isSound()) {
                    missed.add(at);
                }
                channel.write(ByteBuffer.wrap(sound, at, 1), at);
            }
        }
        assertThat(missed).isEmpty();
        assertThat(Verifier.verify(file, Optional.empty()).isSound()).isTrue();
    }

    @Nested
    class Of_a_log_it_names_the_entry {

        @Test
        void that_was_dropped() {
            assertThat(badAfter(onLog(lines -> without(lines, 1)))).contains("where entry 2 belongs stands entry 3");
        }

        @Test
        void that_was_dropped_at_the_end() {
            assertThat(badAfter(onLog(lines -> without(lines, 4))))
                    .contains("entry 5 and whatever followed it are missing");
        }

        @Test
        void at_which_the_order_changes() {
            assertThat(badAfter(onLog(lines -> {
                        List<String> swapped = new ArrayList<>(lines);
                        Collections.swap(swapped, 2, 3);
                        return swapped;
                    })))
                    .contains("where entry 3 belongs stands entry 4");
        }

        @Test
        void that_comes_twice() {
            assertThat(badAfter(onLog(lines -> {
                        List<String> twice = new ArrayList<>(lines);
                        twice.add(3, lines.get(2));
                        return twice;
                    })))
                    .contains("where entry 4 belongs stands entry 3");
        }

        @Test
        void that_was_backdated() {
            assertThat(badAfter(onLog(lines -> replaced(lines, 2, "20:17:30Z", "19:17:30Z"))))
                    .contains("what entry 3 says is not what was committed to");
        }

        @Test
        void that_was_backdated_with_a_new_commitment() {
            assertThat(badAfter(onLog(lines -> rewritten(lines, 2, false))))
                    .contains("entry 3 does not follow from the one before it");
        }

        @Test
        void or_the_end_when_all_that_follows_was_made_anew() {
            assertThat(badAfter(onLog(lines -> rewritten(lines, 2, true))))
                    .contains("they do not end where the manifest says");
        }

        @Test
        void that_was_added() {
            assertThat(badAfter(onLog(lines -> {
                        List<String> more = new ArrayList<>(lines);
                        more.add(forged(more.getLast(), 6));
                        return more;
                    })))
                    .contains("entry 6 was added");
        }

        @Test
        void that_was_opened_with_made_up_words() {
            assertThat(badAfter(onLog(lines -> replaced(
                            lines,
                            1,
                            "\"seq\":2",
                            "\"payload\":\"{}\",\"salt\":\"" + "0".repeat(64) + "\",\"seq\":2"))))
                    .contains("what entry 2 says is not what was committed to");
        }

        @Test
        void that_cannot_be_read() {
            assertThat(badAfter(onLog(lines -> replaced(lines, 1, "\"seq\":2", "\"seq\": 2"))))
                    .contains("entry 2 cannot be read");
        }

        @Test
        void that_is_cut_off() {
            assertThat(badAfter(parts -> parts.stream()
                            .map(part -> part.name().equals(small.logName())
                                    ? part.reading(
                                            part.text().substring(0, part.text().length() - 1))
                                    : part)
                            .toList()))
                    .contains("entry 5 is cut off");
        }

        private List<String> rewritten(List<String> lines, int from, boolean toTheEnd) {
            try {
                List<String> anew = new ArrayList<>(lines);
                for (int at = from; at < (toTheEnd ? lines.size() : from + 1); at++) {
                    LoggedEntry was = LogLine.read(anew.get(at).getBytes(UTF_8), at + 1);
                    LoggedEntry before = LogLine.read(anew.get(at - 1).getBytes(UTF_8), at);
                    LoggedEntry.Opened said = was.opened().orElseThrow();
                    LoggedEntry.Opened says = at == from
                            ? new LoggedEntry.Opened(said.salt(), said.payload().replace("20:", "19:"))
                            : said;
                    byte[] hash = Hashing.payload(says.salt(), says.payload());
                    byte[] chain = toTheEnd ? Hashing.chain(before.chainHash(), at + 1, hash) : was.chainHash();
                    anew.set(
                            at,
                            new String(LogLine.bytes(new LoggedEntry(at + 1, hash, chain, Optional.of(says))), UTF_8)
                                    .strip());
                }
                return anew;
            } catch (BadLink e) {
                throw new AssertionError(e);
            }
        }

        private String forged(String last, int seq) {
            try {
                byte[] hash = new byte[32];
                byte[] chain = Hashing.chain(
                        LogLine.read(last.getBytes(UTF_8), seq - 1).chainHash(), seq, hash);
                return new String(LogLine.bytes(new LoggedEntry(seq, hash, chain, Optional.empty())), UTF_8).strip();
            } catch (BadLink e) {
                throw new AssertionError(e);
            }
        }
    }

    @Nested
    class Of_the_files_it_names_the_one {

        @Test
        void that_was_changed() {
            assertThat(badAfter(on("minutes.txt", text -> text.replace("said", "sung"))))
                    .isEqualTo("The file \"minutes.txt\" is not what was signed.");
        }

        @Test
        void that_became_longer() {
            assertThat(badAfter(on("minutes.txt", text -> text + "!")))
                    .contains("\"minutes.txt\" has 15 bytes; 14 were signed");
        }

        @Test
        void that_is_missing() {
            assertThat(badAfter(parts -> without(parts, 5))).contains("\"board.csv\", which was signed, is missing");
            assertThat(badAfter(parts -> without(parts, 4)))
                    .contains("Where the file \"minutes.txt\" belongs stands \"board.csv\"");
        }

        @Test
        void that_the_manifest_does_not_name() {
            assertThat(badAfter(parts -> {
                        List<Part> more = new ArrayList<>(parts);
                        more.add(new Part("extra.txt", new byte[] {1}));
                        return more;
                    }))
                    .isEqualTo("The manifest does not name the file \"extra.txt\".");
        }

        @Test
        void that_stands_elsewhere() {
            assertThat(badAfter(parts -> {
                        List<Part> swapped = new ArrayList<>(parts);
                        Collections.swap(swapped, 4, 5);
                        return swapped;
                    }))
                    .contains("Where the file \"minutes.txt\" belongs stands \"board.csv\"");
        }

        @Test
        void that_was_renamed() {
            assertThat(badAfter(parts -> parts.stream()
                            .map(part ->
                                    part.name().equals("minutes.txt") ? new Part("protocol.txt", part.bytes()) : part)
                            .toList()))
                    .isEqualTo("The manifest does not name the file \"protocol.txt\".");
        }

        @Test
        void artifact_that_was_changed() {
            assertThat(badAfter(on(small.artifactName(), text -> text.replace("word", "Word"))))
                    .contains(small.artifactName() + "\" is not what was signed");
        }
    }

    @Nested
    class Of_two_packages_it_finds {

        private List<Part> others;

        @BeforeEach
        void another() throws IOException {
            Path other = folder.resolve("other.zip");
            Files.write(
                    other,
                    SmallPackage.signedWith(folder.resolve("package.key"), "other")
                            .bytes());
            others = SmallPackage.parts(other);
        }

        @Test
        void the_manifest_of_one_over_the_files_of_the_other() {
            assertThat(badAfter(parts -> {
                        List<Part> mixed = new ArrayList<>(parts);
                        mixed.set(0, others.get(0));
                        mixed.set(1, others.get(1));
                        return mixed;
                    }))
                    .contains("The manifest does not name the file \"" + small.logName());
        }

        @Test
        void the_signature_of_the_other() {
            assertThat(badAfter(parts -> {
                        List<Part> mixed = new ArrayList<>(parts);
                        mixed.set(1, others.get(1));
                        return mixed;
                    }))
                    .isEqualTo("The manifest is not what was signed with the key it names.");
        }

        @Test
        void the_log_of_the_other_under_the_name_of_the_own() {
            assertThat(badAfter(parts -> {
                        List<Part> mixed = new ArrayList<>(parts);
                        mixed.set(2, new Part(parts.get(2).name(), others.get(2).bytes()));
                        return mixed;
                    }))
                    .contains("they do not end where the manifest says");
        }
    }

    @Nested
    class A_manifest {

        @Test
        void that_was_changed_is_not_the_one_that_was_signed() {
            assertThat(badAfter(
                            on("manifest.json", text -> text.replace("\"kind\":\"meeting\"", "\"kind\":\"merging\""))))
                    .isEqualTo("The manifest is not what was signed with the key it names.");
        }

        @Test
        void that_was_signed_anew_with_another_key_is_told_by_the_key() throws IOException {
            SmallPackage forged = SmallPackage.signedWith(folder.resolve("forged.key"));
            Files.write(file, forged.bytes());
            assertThat(Verifier.verify(file, Optional.of(small.keyId())).bad())
                    .hasValueSatisfying(bad -> assertThat(bad).contains(forged.keyId()));
        }

        @Test
        void in_another_spelling_is_refused() {
            assertThat(badAfter(on("manifest.json", text -> text.replaceFirst(":", ": "))))
                    .isEqualTo("The manifest cannot be read: it is not in canonical form.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "null", "[]", "{}", "{\"format\":7}", "nonsense", "\u0000"})
        void that_is_none_is_refused(String text) {
            assertThat(badAfter(on("manifest.json", _ -> text))).startsWith("The manifest");
        }

        @Test
        void that_is_endlessly_deep_is_refused() {
            assertThat(badAfter(on("manifest.json", _ -> "[".repeat(1_000_000))))
                    .isEqualTo("The manifest cannot be read: it is nested deeper than 64.");
        }

        @Test
        void that_is_missing_or_not_the_first_part_is_noticed() {
            assertThat(badAfter(parts -> without(parts, 0)))
                    .isEqualTo("The package does not begin with a manifest and its signature.");
            assertThat(badAfter(parts -> without(parts, 1)))
                    .isEqualTo("The package does not begin with a manifest and its signature.");
        }
    }

    @Nested
    class The_container {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "../outside.txt",
                    "/etc/passwd",
                    "a/../../b",
                    "C:\\windows",
                    "a//b",
                    "minutes.txt.",
                    "line\nbreak",
                    "",
                    "minutes .txt/ "
                })
        void takes_no_name_that_leads_elsewhere(String name) throws IOException {
            byte[] sound = Files.readAllBytes(file);
            byte[] first = ZipForm.head(new ZipForm.Placed(name, 0, 0, 0));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(first);
            bytes.write(sound);
            Files.write(file, bytes.toByteArray());
            assertThat(bad()).startsWith("A part has a name that packages do not use");
        }

        @Test
        void takes_no_two_parts_that_some_system_takes_for_one() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(ZipForm.head(new ZipForm.Placed("a.txt", 0, 0, 0)));
            bytes.write(ZipForm.head(new ZipForm.Placed("A.TXT", 0, 0, 0)));
            Files.write(file, bytes.toByteArray());
            assertThat(bad()).isEqualTo("There are two parts called \"A.TXT\".");
        }

        @Test
        void takes_no_part_that_claims_to_be_larger_than_the_file() throws IOException {
            byte[] head = ZipForm.head(new ZipForm.Placed("manifest.json", 0, 0xFFFF_FFF0L, 0));
            Files.write(file, head);
            assertThat(bad()).isEqualTo("The part at byte 0 is cut off.");
        }

        @Test
        void takes_nothing_behind_or_between_the_parts() throws IOException {
            byte[] sound = Files.readAllBytes(file);
            Files.write(file, new byte[] {0}, StandardOpenOption.APPEND);
            assertThat(bad()).contains("table of contents");
            Files.write(file, java.util.Arrays.copyOf(sound, sound.length - 1));
            assertThat(bad()).contains("table of contents");
        }

        @Test
        void takes_no_zip_that_another_program_made() throws IOException {
            List<Part> parts = SmallPackage.parts(file);
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                for (Part part : parts) {
                    zip.putNextEntry(new ZipEntry(part.name()));
                    zip.write(part.bytes());
                    zip.closeEntry();
                }
            }
            assertThat(bad()).contains("\"manifest.json\"").contains("not as packages have it");
        }

        @Test
        void is_none_where_there_is_something_else() throws IOException {
            for (byte[] other :
                    List.of(new byte[0], new byte[100], "%PDF-1.7 and so on, longer than a head".getBytes(UTF_8))) {
                Files.write(file, other);
                assertThat(bad()).isEqualTo("The file is no package: it does not begin like one.");
            }
        }
    }

    // Changing a package

    private String badAfter(UnaryOperator<List<Part>> change) {
        try {
            Files.write(file, SmallPackage.packed(change.apply(SmallPackage.parts(file))));
            String bad = bad();
            Files.write(file, small.bytes());
            return bad;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String bad() throws IOException {
        return Verifier.verify(file, Optional.empty()).bad().orElse("everything holds");
    }

    private static UnaryOperator<List<Part>> on(String name, UnaryOperator<String> change) {
        return parts -> parts.stream()
                .map(part -> part.name().equals(name) ? part.reading(change.apply(part.text())) : part)
                .toList();
    }

    private UnaryOperator<List<Part>> onLog(UnaryOperator<List<String>> change) {
        return on(
                small.logName(),
                text -> String.join("\n", change.apply(text.lines().toList())) + "\n");
    }

    private static <T> List<T> without(List<T> list, int at) {
        List<T> rest = new ArrayList<>(list);
        rest.remove(at);
        return rest;
    }

    private static List<String> replaced(List<String> lines, int at, String from, String to) {
        assertThat(lines.get(at)).contains(from);
        List<String> changed = new ArrayList<>(lines);
        changed.set(at, lines.get(at).replace(from, to));
        return changed;
    }
}
