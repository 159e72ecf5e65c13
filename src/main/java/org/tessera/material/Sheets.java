package org.tessera.material;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/** A file opened for drawing. */
sealed interface Sheets extends AutoCloseable permits PdfSheets, PictureSheet {

    /** @throws Undrawable if the file may not be drawn */
    static Sheets open(DrawingOrder order) throws IOException {
        return switch (order.kind()) {
            case PDF -> PdfSheets.open(order);
            case PNG, JPEG -> PictureSheet.open(order);
        };
    }

    /** How many pages there are, at least one. */
    int count();

    /** Draws a page, counted from zero: opaque pixels on white. */
    BufferedImage draw(int index) throws IOException;

    /** What the file says in words, on its pages and beside them. */
    List<Trace> traces() throws IOException;

    @Override
    void close() throws IOException;
}
