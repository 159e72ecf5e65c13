package org.tessera.material;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** A PDF's pages, drawn at 150 dots per inch; links, scripts and attachments have no pixels and stay behind. */
final class PdfSheets implements Sheets {

    private static final double DOTS_PER_POINT = 150.0 / 72.0;

    private final PDDocument document;
    private final List<PDPage> pages;
    private final PDFRenderer renderer;
    private final long pagePixels;

    private PdfSheets(PDDocument document, List<PDPage> pages, DrawingOrder order) {
        this.document = document;
        this.pages = pages;
        this.pagePixels = order.pagePixels();
        this.renderer = new PDFRenderer(document) {
            @Override
            protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
                return new GuardedPageDrawer(parameters, order.pixels());
            }
        };
        renderer.setSubsamplingAllowed(true);
    }

    static PdfSheets open(DrawingOrder order) throws IOException {
        PDDocument document = load(order);
        try {
            if (document.isEncrypted()) {
                throw new Undrawable(IntakeRefusal.ENCRYPTED);
            }
            return new PdfSheets(document, pages(document, order.pages()), order);
        } catch (RuntimeException e) {
            document.close();
            throw e;
        }
    }

    private static PDDocument load(DrawingOrder order) throws IOException {
        try {
            return Loader.loadPDF(order.source().toFile(), IOUtils.createTempFileOnlyStreamCache());
        } catch (InvalidPasswordException _) {
            throw new Undrawable(IntakeRefusal.ENCRYPTED);
        }
    }

    /** Walks the page tree, because the count a file claims need not be true. */
    private static List<PDPage> pages(PDDocument document, int most) {
        List<PDPage> pages = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            pages.add(page);
            if (pages.size() > most) {
                throw new Undrawable(IntakeRefusal.TOO_MANY_PAGES);
            }
        }
        if (pages.isEmpty()) {
            throw new Undrawable(IntakeRefusal.NO_PAGES);
        }
        return pages;
    }

    @Override
    public int count() {
        return pages.size();
    }

    @Override
    public BufferedImage draw(int index) throws IOException {
        return renderer.renderImage(index, scale(pages.get(index).getCropBox()), ImageType.RGB);
    }

    private float scale(PDRectangle box) {
        double area = (double) box.getWidth() * box.getHeight();
        if (!(area > 0)) {
            throw new Undrawable(IntakeRefusal.DAMAGED);
        }
        return (float) Math.min(DOTS_PER_POINT, Math.sqrt(pagePixels / area));
    }

    @Override
    public List<Trace> traces() throws IOException {
        return PdfTraces.of(document, pages);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
