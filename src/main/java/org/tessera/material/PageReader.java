package org.tessera.material;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.tesseract.ETEXT_DESC;
import org.bytedeco.tesseract.FileReader;
import org.bytedeco.tesseract.ResultIterator;
import org.bytedeco.tesseract.StringVector;
import org.bytedeco.tesseract.TessBaseAPI;
import org.bytedeco.tesseract.global.tesseract;
import org.jspecify.annotations.Nullable;

/** Reads print off a page, and what handwriting it can; the engine is Tesseract. */
final class PageReader implements AutoCloseable {

    private static final String MODEL = "/tessdata/eng.traineddata";
    private static final String LANGUAGE = "eng";
    /** Below this the engine itself does not believe it has read a word. */
    private static final float LEAST_CONFIDENCE = 20;
    /** What is drawn at 150 dots per inch is read at twice that: small print needs it. */
    private static final int SCALE = 2;
    /** A page of more pixels than this is read as it is. */
    private static final long MOST_PIXELS = 4_200_000;

    private static final int DOTS_PER_INCH = 150;

    private final TessBaseAPI engine;
    /** The engine reads its model from here as long as it lives. */
    private final BytePointer model;

    private PageReader(TessBaseAPI engine, BytePointer model) {
        this.engine = engine;
        this.model = model;
    }

    /**
     * @throws LinkageError where this machine has no engine
     * @throws IOException where it cannot start
     */
    static PageReader open() throws IOException {
        byte[] bytes;
        try (InputStream in = PageReader.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new FileNotFoundException(MODEL);
            }
            bytes = in.readAllBytes();
        }
        TessBaseAPI engine = new TessBaseAPI();
        BytePointer model = new BytePointer(bytes);
        try (BytePointer language = new BytePointer(LANGUAGE)) {
            int answer = engine.Init(
                    model,
                    bytes.length,
                    language,
                    tesseract.OEM_LSTM_ONLY,
                    (BytePointer) null,
                    0,
                    (StringVector) null,
                    (StringVector) null,
                    false,
                    (FileReader) null);
            if (answer != 0) {
                throw new IOException("the engine does not start");
            }
        }
        engine.SetPageSegMode(tesseract.PSM_AUTO);
        return new PageReader(engine, model);
    }

    /** The words on a page. */
    List<Trace> read(BufferedImage page, int number) {
        int scale = (long) page.getWidth() * page.getHeight() > MOST_PIXELS ? 1 : SCALE;
        BufferedImage grey = grey(page, scale);
        List<Trace> words = new ArrayList<>();
        byte[] pixels = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        try (BytePointer bytes = new BytePointer(pixels)) {
            engine.SetImage(bytes, grey.getWidth(), grey.getHeight(), 1, grey.getWidth());
            engine.SetSourceResolution(DOTS_PER_INCH * scale);
            engine.Recognize((ETEXT_DESC) null);
            collect(grey, number, words);
        }
        engine.Clear();
        return words;
    }

    private void collect(BufferedImage grey, int number, List<Trace> words) {
        @Nullable ResultIterator at = engine.GetIterator();
        if (at == null) {
            return;
        }
        try (at;
                IntPointer left = new IntPointer(1);
                IntPointer top = new IntPointer(1);
                IntPointer right = new IntPointer(1);
                IntPointer bottom = new IntPointer(1)) {
            at.Begin();
            int line = 0;
            do {
                if (at.IsAtBeginningOf(tesseract.RIL_TEXTLINE)) {
                    line++;
                }
                if (at.Empty(tesseract.RIL_WORD) || at.Confidence(tesseract.RIL_WORD) < LEAST_CONFIDENCE) {
                    continue;
                }
                at.BoundingBox(tesseract.RIL_WORD, left, top, right, bottom);
                try (BytePointer text = at.GetUTF8Text(tesseract.RIL_WORD)) {
                    words.add(new Trace(
                            Trace.Source.READING,
                            number,
                            line,
                            (double) left.get() / grey.getWidth(),
                            (double) top.get() / grey.getHeight(),
                            (double) (right.get() - left.get()) / grey.getWidth(),
                            (double) (bottom.get() - top.get()) / grey.getHeight(),
                            text.getString(StandardCharsets.UTF_8)));
                }
            } while (at.Next(tesseract.RIL_WORD));
        }
    }

    private static BufferedImage grey(BufferedImage page, int scale) {
        BufferedImage grey =
                new BufferedImage(page.getWidth() * scale, page.getHeight() * scale, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = grey.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, grey.getWidth(), grey.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(page, 0, 0, grey.getWidth(), grey.getHeight(), null);
        graphics.dispose();
        return grey;
    }

    @Override
    public void close() {
        engine.End();
        engine.close();
        model.close();
    }
}
