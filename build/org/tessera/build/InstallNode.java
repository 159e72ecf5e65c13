package org.tessera.build;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Brings the Node that Vaadin asks for from the npm registry, with whatever Node the machine has. Vaadin's own download
 * comes from elsewhere and is impossible behind many networks.
 */
final class InstallNode {

    private final Path folder;

    InstallNode(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    void run() throws IOException, InterruptedException {
        if (isPresent()) {
            return;
        }
        System.out.println("Installing Node 24 into " + folder);
        Files.createDirectories(folder.getParent());
        // Several builds may do this at once: install beside, the first to rename wins.
        var beside = Files.createTempDirectory(folder.getParent(), "node-installing-");
        // Without --global Vaadin would not find npm where it looks, beside the program.
        var command = List.of("npm", "install", "--global", "--prefix", beside.toString(), "node@24", "npm@11");
        var exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IOException("npm could not install Node 24 into " + beside + ".");
        }
        try {
            Files.move(beside, folder);
        } catch (FileSystemException e) {
            if (!isPresent()) {
                throw e;
            }
        }
    }

    private boolean isPresent() {
        return Files.exists(folder.resolve("bin/node")) || Files.exists(folder.resolve("node.exe"));
    }
}
