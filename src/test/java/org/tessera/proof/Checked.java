package org.tessera.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the verifier says of packages that tests of other features made. */
public final class Checked {

    private Checked() {}

    /** The first link of {@code file} that does not hold. */
    public static Optional<String> bad(byte[] file) {
        return kept(file, kept -> Verifier.verify(kept, Optional.empty()).bad());
    }

    /** The parts of a sound container by name, in order. */
    public static Map<String, byte[]> parts(byte[] file) {
        return kept(file, kept -> {
            Map<String, byte[]> parts = new LinkedHashMap<>();
            SmallPackage.parts(kept).forEach(part -> parts.put(part.name(), part.bytes()));
            return parts;
        });
    }

    /** A container as sound as any around {@code parts}. */
    public static byte[] packed(Map<String, byte[]> parts) {
        return SmallPackage.packed(parts.entrySet().stream()
                .map(part -> new SmallPackage.Part(part.getKey(), part.getValue()))
                .toList());
    }

    private interface Look<T> {
        T at(Path file) throws IOException;
    }

    private static <T> T kept(byte[] file, Look<T> look) {
        try {
            Path kept = Files.createTempFile("package", ".zip");
            try {
                Files.write(kept, file);
                return look.at(kept);
            } finally {
                Files.delete(kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What held; fails naming the first bad link. */
    public static List<String> sound(byte[] file) {
        return kept(file, kept -> {
            Verdict verdict = Verifier.verify(kept, Optional.empty());
            verdict.bad().ifPresent(bad -> {
                throw new AssertionError(bad);
            });
            return verdict.held();
        });
    }
}
