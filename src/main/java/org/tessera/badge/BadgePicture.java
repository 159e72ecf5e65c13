package org.tessera.badge;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.UUID;
import javax.imageio.ImageIO;

/**
 * The picture of a badge: a round mosaic whose tiles follow from the badge's id, so that no two look the same. It holds no
 * words, because a server need not have a font.
 */
final class BadgePicture {

    private static final int SIZE = 400;
    private static final int TILES = 7;
    private static final int TILE = 36;
    private static final int GAP = 4;
    private static final int START = (SIZE - TILES * TILE - (TILES - 1) * GAP) / 2;
    private static final double REACH = 3.6;
    private static final int[] SHADES = {0x1f4e5f, 0x2a6f7f, 0x3d8f8b, 0x79a98f, 0xd9a441, 0xc46a3f};
    private static final int GROUND = 0xf4efe6;
    private static final int RING = 0x1f4e5f;

    private BadgePicture() {}

    static String svg(UUID badge) {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%1$d\" viewBox=\"0 0 %1$d %1$d\">",
                SIZE));
        svg.append(String.format(
                Locale.ROOT,
                "<circle cx=\"%1$d\" cy=\"%1$d\" r=\"%2$d\" fill=\"#%3$06x\" stroke=\"#%4$06x\" stroke-width=\"12\"/>",
                SIZE / 2,
                SIZE / 2 - 10,
                GROUND,
                RING));
        tiles(
                badge,
                (x, y, shade) -> svg.append(String.format(
                        Locale.ROOT,
                        "<rect x=\"%d\" y=\"%d\" width=\"%3$d\" height=\"%3$d\" rx=\"6\" fill=\"#%4$06x\"/>",
                        x,
                        y,
                        TILE,
                        shade)));
        return svg.append("</svg>").toString();
    }

    static byte[] png(UUID badge) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setColor(new Color(RING));
            pen.fill(new Ellipse2D.Double(4, 4, SIZE - 8.0, SIZE - 8.0));
            pen.setColor(new Color(GROUND));
            pen.fill(new Ellipse2D.Double(16, 16, SIZE - 32.0, SIZE - 32.0));
            tiles(badge, (x, y, shade) -> {
                pen.setColor(new Color(shade));
                pen.fill(new RoundRectangle2D.Double(x, y, TILE, TILE, 12, 12));
            });
        } finally {
            pen.dispose();
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    /** Draws one tile. */
    private interface Brush {
        void tile(int x, int y, int shade);
    }

    private static void tiles(UUID badge, Brush brush) {
        long bits = badge.getMostSignificantBits() ^ Long.rotateLeft(badge.getLeastSignificantBits(), 17);
        double middle = (TILES - 1) / 2.0;
        for (int row = 0; row < TILES; row++) {
            for (int column = 0; column < TILES; column++) {
                if (Math.hypot(row - middle, column - middle) > REACH) {
                    continue;
                }
                bits = bits * 6364136223846793005L + 1442695040888963407L;
                int shade = SHADES[(int) ((bits >>> 33) % SHADES.length)];
                brush.tile(START + column * (TILE + GAP), START + row * (TILE + GAP), shade);
            }
        }
    }
}
