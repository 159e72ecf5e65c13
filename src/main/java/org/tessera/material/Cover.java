package org.tessera.material;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * An opaque box that becomes part of a page's pixels; what was under it is not in the picture any more.
 *
 * @param page from 1
 * @param x left edge as a fraction of the page's width, likewise the others
 */
public record Cover(int page, double x, double y, double w, double h) {

    /** Paints covers on a page and writes it as a new picture, with pixels and nothing else. */
    static void burn(byte[] png, List<Cover> covers, Path into) throws IOException {
        BufferedImage page = ImageIO.read(new ByteArrayInputStream(png));
        BufferedImage covered = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = covered.createGraphics();
        graphics.drawImage(page, 0, 0, null);
        graphics.setColor(Color.BLACK);
        for (Cover cover : covers) {
            int left = (int) Math.floor(cover.x * page.getWidth());
            int top = (int) Math.floor(cover.y * page.getHeight());
            int right = (int) Math.ceil((cover.x + cover.w) * page.getWidth());
            int bottom = (int) Math.ceil((cover.y + cover.h) * page.getHeight());
            graphics.fillRect(left, top, right - left, bottom - top);
        }
        graphics.dispose();
        PlainPng.write(covered, into);
    }
}
