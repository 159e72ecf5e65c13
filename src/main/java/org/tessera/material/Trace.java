package org.tessera.material;

/**
 * A word, or some text, that was in a file or can be read on a page. It lives as long as somebody looks through it and is
 * never stored.
 *
 * @param page from 1; 0 for what is on no page
 * @param line what stands on one line has one number, from 1; counted for each page and source
 * @param x left edge as a fraction of the page's width, likewise the others; all 0 for what has no place
 */
public record Trace(Source source, int page, int line, double x, double y, double w, double h, String text) {

    /** The longest text of one trace, in characters; what is longer comes in several. */
    static final int MOST = 500;

    /** Where a text was. */
    public enum Source {
        /** The text a PDF carries, visible or not. */
        TEXT_LAYER,
        /** What can be read on the drawn page. */
        READING,
        /** A comment in a PDF. */
        COMMENT,
        /** A form's field. */
        FIELD,
        /** A file inside the file, a bookmark, a link. */
        ATTACHMENT,
        /** Who made the file, as it says itself. */
        MAKER,
        /** Where a picture was taken. */
        WHERE_TAKEN,
        /** Whatever else a file says about itself. */
        METADATA,
        /** Looking through the file failed; what is there is not known. */
        BROKEN
    }

    /** Something that is on no page. */
    static Trace loose(Source source, int line, String text) {
        return new Trace(source, 0, line, 0, 0, 0, 0, text);
    }

    /** Whether it has a place on a page. */
    public boolean isOnPage() {
        return page > 0 && w > 0 && h > 0;
    }

    /** The form in which it goes from one process to the other. */
    String word() {
        return String.join(
                "\t",
                source.name(),
                Integer.toString(page),
                Integer.toString(line),
                Double.toString(x),
                Double.toString(y),
                Double.toString(w),
                Double.toString(h),
                text.replaceAll("[\\p{Cntrl}\\s]+", " "));
    }

    /** Reads {@link #word()}. */
    static Trace of(String word) {
        String[] fields = word.split("\t", 8);
        return new Trace(
                Source.valueOf(fields[0]),
                Integer.parseInt(fields[1]),
                Integer.parseInt(fields[2]),
                Double.parseDouble(fields[3]),
                Double.parseDouble(fields[4]),
                Double.parseDouble(fields[5]),
                Double.parseDouble(fields[6]),
                fields[7]);
    }
}
