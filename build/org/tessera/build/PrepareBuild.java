package org.tessera.build;

import java.nio.file.Path;
import org.tessera.shell.database.MariaDbBinaries;

/** What must stand before the product can be compiled and bundled. Each step does nothing when its result is there. */
public final class PrepareBuild {

    private PrepareBuild() {}

    /** Arguments: the cache folder, the folder for Node, the project's folder, the build's folder. */
    public static void main(String[] args) throws Exception {
        // jOOQ greets with a picture and a tip unless told not to.
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");

        var cache = Path.of(args[0]);
        var node = Path.of(args[1]);
        var project = Path.of(args[2]);
        var target = Path.of(args[3]);

        var binaries = MariaDbBinaries.in(cache);
        binaries.unpack();
        new GenerateTables(binaries, project, target).run();
        new InstallNode(node).run();
    }
}
