package org.tessera.privacy;

import java.awt.Font;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** How something is written. The fonts come with the tests or with a library, so that every machine draws alike. */
enum Face {
    PRINT(print()),
    /** A neat hand. */
    HAND(Woff.ttf("caveat")),
    /** A joined hand. */
    JOINED(Woff.ttf("homemade-apple"));

    private final byte[] ttf;
    private final Font font;

    Face(byte[] ttf) {
        this.ttf = ttf;
        this.font = Woff.font(ttf);
    }

    Font font(double size) {
        return font.deriveFont((float) size);
    }

    PDFont in(PDDocument document) {
        try {
            return PDType0Font.load(document, new ByteArrayInputStream(ttf), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] print() {
        try (InputStream in =
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
