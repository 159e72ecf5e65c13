package org.tessera.support;

import java.nio.file.Path;
import org.tessera.shell.database.MariaDbBinaries;

/** The MariaDB that the build has unpacked. */
public final class TestBinaries {

    private TestBinaries() {}

    /** Where it lies in the folder that checkouts share. */
    public static MariaDbBinaries unpacked() {
        return MariaDbBinaries.in(
                Path.of(System.getProperty("tessera.cache", System.getProperty("user.home") + "/.cache/tessera")));
    }
}
