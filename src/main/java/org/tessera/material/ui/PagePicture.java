package org.tessera.material.ui;

import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.tessera.material.MaterialId;
import org.tessera.material.Materials;

/** Serves a page to the session that shows it, and to no other. */
final class PagePicture {

    private PagePicture() {}

    /** The page as it is kept. */
    static DownloadHandler whole(Materials materials, MaterialId id, int n) {
        return DownloadHandler.fromInputStream(_ ->
                        materials.page(id, n).map(page -> response(page.png())).orElseGet(PagePicture::gone))
                .inline();
    }

    /** The page made smaller, at most this many pixels wide. */
    static DownloadHandler scaled(Materials materials, MaterialId id, int n, int width) {
        return DownloadHandler.fromInputStream(_ -> {
                    var page = materials.page(id, n);
                    return page.isPresent() ? response(scaled(page.get().png(), width)) : gone();
                })
                .inline();
    }

    private static DownloadResponse response(byte[] png) {
        return new DownloadResponse(new ByteArrayInputStream(png), "page.png", "image/png", png.length);
    }

    private static DownloadResponse gone() {
        return DownloadResponse.error(HttpStatusCode.NOT_FOUND);
    }

    private static byte[] scaled(byte[] png, int most) throws IOException {
        BufferedImage page = ImageIO.read(new ByteArrayInputStream(png));
        if (page.getWidth() <= most) {
            return png;
        }
        int height = Math.max(1, page.getHeight() * most / page.getWidth());
        BufferedImage small = new BufferedImage(most, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(page, 0, 0, most, height, null);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(small, "png", out);
        return out.toByteArray();
    }
}
