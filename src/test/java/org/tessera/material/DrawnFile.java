package org.tessera.material;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * What becomes of a file on its way in, done inside the test's own process: its pages, and what it said in words.
 *
 * @param pages PNG each
 */
public record DrawnFile(List<byte[]> pages, List<Trace> traces) {

    /** Draws a file exactly as the process of its own does. */
    public static DrawnFile of(String fileName, byte[] bytes, Path desk) throws IOException {
        Path brought = Files.write(desk.resolve("brought"), bytes);
        IntakeLimits limits = Limits.ours();
        DrawingOrder order = new DrawingOrder(
                FileKind.named(fileName).orElseThrow(),
                brought,
                desk,
                limits.pages(),
                limits.pixels(),
                limits.pagePixels());
        String answer = DrawingProcess.answer(
                order, new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        if (!answer.equals("done")) {
            throw new IllegalStateException(fileName + " is " + answer);
        }
        List<byte[]> pages = new ArrayList<>();
        for (int n = 1; Files.exists(order.pageFile(n)); n++) {
            pages.add(Files.readAllBytes(order.pageFile(n)));
            Files.delete(order.pageFile(n));
        }
        return new DrawnFile(pages, TraceFile.read(order.traceFile()));
    }

    /** Reads pages. One engine for many: it takes a while to start. */
    public static final class Reader implements AutoCloseable {

        private final PageReader reader;

        public Reader() throws IOException {
            reader = PageReader.open();
        }

        public List<Trace> read(List<byte[]> pages) {
            return IntStream.rangeClosed(1, pages.size())
                    .boxed()
                    .flatMap(n -> reader.read(Picture.read(pages.get(n - 1)), n).stream())
                    .toList();
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    /** A page with covers burned into it. */
    public static byte[] covered(byte[] page, List<Cover> covers, Path desk) throws IOException {
        Path into = desk.resolve("covered.png");
        Cover.burn(page, covers, into);
        return Files.readAllBytes(into);
    }

    /** The names of the chunks a PNG is made of. */
    public static List<String> chunksOf(byte[] png) {
        return Picture.chunkNames(png);
    }

    static {
        ImageIO.setUseCache(false);
    }
}
