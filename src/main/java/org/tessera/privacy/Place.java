package org.tessera.privacy;

/**
 * A box on a page, in fractions of the page's width and height from its upper left corner.
 *
 * @param page from 1; of a recording always 1
 * @throws IllegalArgumentException for a box that is on no page
 */
public record Place(int page, double x, double y, double w, double h) {

    public Place {
        boolean onPage = page >= 1 && x >= 0 && y >= 0 && w > 0 && h > 0 && x + w <= 1.0001 && y + h <= 1.0001;
        if (!onPage) {
            throw new IllegalArgumentException("No place on a page");
        }
    }

    /** All of a page. */
    public static Place whole(int page) {
        return new Place(page, 0, 0, 1, 1);
    }

    /** Cuts a box off at the page's edges, and makes it a hair wide at least. */
    static Place within(int page, double x, double y, double w, double h) {
        double left = Math.clamp(x, 0, 0.999);
        double top = Math.clamp(y, 0, 0.999);
        double right = Math.clamp(x + w, left + 0.001, 1);
        double bottom = Math.clamp(y + h, top + 0.001, 1);
        return new Place(page, left, top, right - left, bottom - top);
    }

    /** The smallest box around both, which are on the same page. */
    Place and(Place other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Place(
                page, left, top, Math.max(x + w, other.x + other.w) - left, Math.max(y + h, other.y + other.h) - top);
    }

    /** The share of the smaller box that both have in common; 0 on different pages. */
    double overlap(Place other) {
        if (page != other.page) {
            return 0;
        }
        double width = Math.min(x + w, other.x + other.w) - Math.max(x, other.x);
        double height = Math.min(y + h, other.y + other.h) - Math.max(y, other.y);
        return width <= 0 || height <= 0 ? 0 : width * height / Math.min(w * h, other.w * other.h);
    }
}
