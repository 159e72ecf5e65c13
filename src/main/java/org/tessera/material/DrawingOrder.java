package org.tessera.material;

import java.nio.file.Path;
import java.util.List;

/**
 * What the drawing process is told on its command line.
 *
 * @param source the file as it came
 * @param folder where the pages go, as {@link #pageFile}
 * @param pages the most pages
 * @param pixels the most pixels of a picture before it is decoded
 * @param pagePixels the most pixels of a drawn page
 */
record DrawingOrder(FileKind kind, Path source, Path folder, int pages, long pixels, long pagePixels) {

    static DrawingOrder of(String[] arguments) {
        return new DrawingOrder(
                FileKind.valueOf(arguments[0]),
                Path.of(arguments[1]),
                Path.of(arguments[2]),
                Integer.parseInt(arguments[3]),
                Long.parseLong(arguments[4]),
                Long.parseLong(arguments[5]));
    }

    List<String> arguments() {
        return List.of(
                kind.name(),
                source.toString(),
                folder.toString(),
                Integer.toString(pages),
                Long.toString(pixels),
                Long.toString(pagePixels));
    }

    /** Where goes what the file says in words. */
    Path traceFile() {
        return folder.resolve("traces");
    }

    /** Where page n goes, counted from one. */
    Path pageFile(int n) {
        return folder.resolve(n + ".png");
    }
}
