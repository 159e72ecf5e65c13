package org.tessera.material;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Reads what stands on drawn pages and ends: the main class of a process of its own. It says {@code read} once what it read is
 * in its folder's {@value #FILE}, or {@code unable} where this machine has no engine for it.
 */
final class ReadingProcess {

    static final String FILE = "read";
    static final String DONE = "read";
    static final String UNABLE = "unable";

    private ReadingProcess() {}

    /** @param arguments the folder, and how many pages {@code 1.png}, {@code 2.png} … are in it */
    static void main(String[] arguments) {
        PrintStream wire = System.out;
        System.setOut(System.err);
        Thread.ofPlatform().daemon().start(ReadingProcess::endWithParent);
        wire.println(answer(Path.of(arguments[0]), Integer.parseInt(arguments[1])));
        wire.flush();
        Runtime.getRuntime().halt(0);
    }

    private static String answer(Path folder, int pages) {
        try (PageReader reader = PageReader.open()) {
            List<Trace> traces = new ArrayList<>();
            for (int n = 1; n <= pages; n++) {
                BufferedImage page = ImageIO.read(folder.resolve(n + ".png").toFile());
                traces.addAll(reader.read(page, n));
            }
            TraceFile.write(folder.resolve(FILE), traces);
            return DONE;
        } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError _) {
            // Whatever goes wrong here, the answer is the same: people have to look.
            return UNABLE;
        }
    }

    private static void endWithParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // A broken pipe says the same as its end.
        }
        Runtime.getRuntime().halt(1);
    }
}
