package org.tessera.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The pack {@code packs/small.yaml}: one phase of most modes, in as few words as the rules allow. */
final class SmallPack {

    static final String TEXT = text();

    /** What stands in the pack's check. */
    static final String FINGERS =
            "instrument: fingers\n    speak: [facilitator]\n    may:\n      answer: [participant]\n"
                    + "    visibility: sealed\n    least: 3\n    rework: draft\n";

    /** A check by a list, to stand there instead. */
    static final String CHECKLIST = "instrument: checklist\n    speak: [facilitator]\n    may:\n"
            + "      answer: [participant]\n      settle: [facilitator]\n    visibility: open\n    threshold: 80\n";

    private SmallPack() {}

    /** The same under another version. */
    static ShippedPack version(String version) {
        return shipped(TEXT.replace("version: \"1\"", "version: \"" + version + "\""));
    }

    /** A changed text, which must still be sound. */
    static ShippedPack shipped(String text) {
        return switch (SeedPacks.reader().read("small.yaml", text)) {
            case Reading.Sound(var pack, var file) -> new ShippedPack(pack, text, file);
            case Reading.Broken(var problems) -> throw new AssertionError(problems);
        };
    }

    private static String text() {
        try (var bytes = Objects.requireNonNull(SmallPack.class.getResourceAsStream("/packs/small.yaml"))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
