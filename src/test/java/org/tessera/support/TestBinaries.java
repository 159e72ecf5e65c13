package org.tessera.support;

import java.nio.file.Files;
import java.nio.file.Path;
import org.tessera.shell.database.MariaDbBinaries;

/** The programs that the build has unpacked into the folder that checkouts share. */
public final class TestBinaries {

    private TestBinaries() {}

    /** Where MariaDB lies. */
    public static MariaDbBinaries unpacked() {
        return MariaDbBinaries.in(cache());
    }

    /** The Node that the build runs its own scripts with. */
    public static Path node() {
        Path node = cache().resolve("node-24/bin/node");
        if (!Files.isExecutable(node)) {
            throw new AssertionError("there is no Node at " + node + "; ./tessera doctor says how to get one");
        }
        return node;
    }

    private static Path cache() {
        return Path.of(System.getProperty("tessera.cache", System.getProperty("user.home") + "/.cache/tessera"));
    }
}
