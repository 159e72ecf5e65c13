package org.tessera.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the verifier says of packages that tests of other features made. */
public final class Checked {

    private Checked() {}

    /** What held; fails naming the first bad link. */
    public static List<String> sound(byte[] file) {
        try {
            Path kept = Files.createTempFile("package", ".zip");
            try {
                Files.write(kept, file);
                Verdict verdict = Verifier.verify(kept, Optional.empty());
                verdict.bad().ifPresent(bad -> {
                    throw new AssertionError(bad);
                });
                return verdict.held();
            } finally {
                Files.delete(kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
