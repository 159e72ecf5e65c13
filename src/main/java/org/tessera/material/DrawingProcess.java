package org.tessera.material;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * Draws one file and ends: the main class of a process of its own, which holds no secret, no database and little memory.
 *
 * <p>It says on standard output {@code pages N}, then {@code page n width height} for each, then {@code done}; or at any
 * time {@code refused REASON} and nothing more. It dies with its parent: when standard input ends, so does the process.
 */
final class DrawingProcess {

    private DrawingProcess() {}

    static void main(String[] arguments) {
        PrintStream wire = System.out;
        System.setOut(System.err); // whatever a library prints must not be taken for the wire
        Thread.ofPlatform().daemon().start(DrawingProcess::endWithParent);
        wire.println(answer(DrawingOrder.of(arguments), wire));
        wire.flush();
        Runtime.getRuntime().halt(0);
    }

    /** Draws into the order's folder, says each page on the wire, and gives the last line. */
    static String answer(DrawingOrder order, PrintStream wire) {
        try {
            draw(order, wire);
            return "done";
        } catch (Undrawable no) {
            return "refused " + no.why();
        } catch (OutOfMemoryError | StackOverflowError _) {
            return "refused " + IntakeRefusal.TOO_COMPLICATED;
        } catch (IOException | RuntimeException _) {
            // Parsers of hostile bytes fail in every way there is; to the person they all mean one thing.
            return "refused " + IntakeRefusal.DAMAGED;
        }
    }

    private static void draw(DrawingOrder order, PrintStream wire) throws IOException {
        try (Sheets sheets = Sheets.open(order)) {
            int pages = sheets.count();
            wire.println("pages " + pages);
            wire.flush();
            for (int n = 1; n <= pages; n++) {
                BufferedImage page = sheets.draw(n - 1);
                PlainPng.write(page, order.pageFile(n));
                wire.println("page " + n + " " + page.getWidth() + " " + page.getHeight());
                wire.flush();
            }
            TraceFile.write(order.traceFile(), traces(sheets));
        }
    }

    /** A file whose words cannot be taken out is drawn all the same; that its words are not known is said. */
    private static List<Trace> traces(Sheets sheets) {
        try {
            return sheets.traces();
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError _) {
            return List.of(Trace.loose(Trace.Source.BROKEN, 1, ""));
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
