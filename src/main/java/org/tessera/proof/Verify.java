package org.tessera.proof;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Checks an exported package on any machine with a JDK: no server, no database, no other library. {@code ./tessera verify
 * FILE [--key ID]} runs it from its source.
 */
public final class Verify {

    private static final String USAGE = "verify FILE [--key ID]: checks an exported package without a server";

    private Verify() {}

    /** Ends with 0 if everything holds, 1 if something does not, 2 if it was asked in a wrong way. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    static int run(List<String> arguments, PrintStream out) {
        boolean pins = arguments.size() == 3 && arguments.get(1).equals("--key");
        if (arguments.size() != 1 && !pins) {
            out.println(USAGE);
            return 2;
        }
        Optional<String> key = pins ? Optional.of(arguments.get(2).strip().toLowerCase(Locale.ROOT)) : Optional.empty();
        return run(Path.of(arguments.get(0)), key, out);
    }

    private static int run(Path file, Optional<String> key, PrintStream out) {
        if (!Files.isRegularFile(file)) {
            out.println("There is no file " + file + ".");
            return 2;
        }
        Verdict verdict;
        try {
            verdict = Verifier.verify(file, key);
        } catch (IOException e) {
            out.println("The file cannot be read: " + e.getMessage());
            return 2;
        }
        verdict.held().forEach(sentence -> out.println("  ok  " + sentence));
        if (verdict.bad().isPresent()) {
            out.println("  !!  " + verdict.bad().get());
            out.println("The package does not hold. Nothing behind this was looked at.");
            return 1;
        }
        out.println(
                key.isPresent()
                        ? "The package holds."
                        : "The package holds. Anybody can sign with a key of their own: make sure that this one is the"
                                + " school's, which its server tells at /api/package-key.");
        return 0;
    }
}
