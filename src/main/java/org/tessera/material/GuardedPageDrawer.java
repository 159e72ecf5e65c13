package org.tessera.material;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.jspecify.annotations.Nullable;

/**
 * Draws a page, but no picture that would flood the memory, and never a page with a picture silently missing: a scan
 * whose picture cannot be drawn would otherwise come out as a blank sheet.
 */
final class GuardedPageDrawer extends PageDrawer {

    private static final String DRAW_OBJECT = "Do";
    private static final String DRAW_INLINE_PICTURE = "BI";

    private final long pixels;

    GuardedPageDrawer(PageDrawerParameters parameters, long pixels) throws IOException {
        super(parameters);
        this.pixels = pixels;
    }

    @Override
    public void drawImage(PDImage picture) throws IOException {
        guard(picture);
        if (picture instanceof PDImageXObject object) {
            guard(object.getSoftMask());
            guard(object.getMask());
        }
        super.drawImage(picture);
    }

    private void guard(@Nullable PDImage picture) {
        if (picture != null && (long) picture.getWidth() * picture.getHeight() > pixels) {
            throw new Undrawable(IntakeRefusal.TOO_MANY_PIXELS);
        }
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e) throws IOException {
        if (e instanceof MissingImageReaderException) {
            throw new Undrawable(IntakeRefusal.PICTURE_UNREADABLE);
        }
        if (operator.getName().equals(DRAW_OBJECT) || operator.getName().equals(DRAW_INLINE_PICTURE)) {
            throw new Undrawable(IntakeRefusal.DAMAGED);
        }
        super.operatorException(operator, operands, e);
    }
}
