package org.tessera.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The packs of {@code src/test/resources/packs}: small ones that need something the shipped ones do not show as plainly. */
public final class TestPacks {

    private TestPacks() {}

    /** Whether there is a pack in {@code <id>.yaml}. */
    public static boolean isThere(String id) {
        return TestPacks.class.getResource("/packs/" + id + ".yaml") != null;
    }

    /** The pack in {@code <id>.yaml}. */
    public static Pack read(String id) {
        try (var bytes = Objects.requireNonNull(TestPacks.class.getResourceAsStream("/packs/" + id + ".yaml"), id)) {
            return ShippedPacks.parse(id, new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
