package org.tessera.material;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Writes pixels as PNG and nothing else: no times, no names, no tool. */
final class PlainPng {

    private static final int PALETTE = 256;

    private PlainPng() {}

    static void write(BufferedImage page, Path file) throws IOException {
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        BufferedImage smallest = smallest(page, pixels);
        try (var out = Files.newOutputStream(file)) {
            if (!ImageIO.write(smallest, "png", out)) {
                throw new IOException("no PNG writer");
            }
        }
    }

    /** Most pages are ink on paper: with one byte a pixel they load three times as fast on a school's network. */
    private static BufferedImage smallest(BufferedImage page, int[] pixels) {
        @Nullable Map<Integer, Integer> palette = palette(pixels);
        return palette == null ? page : indexed(page, pixels, palette);
    }

    private static @Nullable Map<Integer, Integer> palette(int[] pixels) {
        Map<Integer, Integer> palette = HashMap.newHashMap(PALETTE);
        int last = ~pixels[0];
        for (int pixel : pixels) {
            if (pixel != last) {
                last = pixel;
                palette.putIfAbsent(pixel, palette.size());
                if (palette.size() > PALETTE) {
                    return null;
                }
            }
        }
        return palette;
    }

    private static BufferedImage indexed(BufferedImage page, int[] pixels, Map<Integer, Integer> palette) {
        int[] colours = new int[palette.size()];
        palette.forEach((colour, index) -> colours[index] = colour);
        IndexColorModel model =
                new IndexColorModel(Byte.SIZE, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage indexed =
                new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        byte[] indices = ((DataBufferByte) indexed.getRaster().getDataBuffer()).getData();
        int last = colours[0];
        byte index = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] != last) {
                last = pixels[i];
                index = palette.getOrDefault(last, 0).byteValue();
            }
            indices[i] = index;
        }
        return indexed;
    }
}
