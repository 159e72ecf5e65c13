package org.tessera.privacy;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tessera.material.Cover;
import org.tessera.material.DrawnFile;

/**
 * What the search made of one file of the corpus.
 *
 * @param caught how many of the signs were found, and {@code missed} what was not
 * @param falseAlarms what was found where nobody is named
 * @param burned the pages with everything covered that was caught
 * @param legible what can still be read of it on them
 */
record Measured(
        Made made, int caught, List<String> missed, int falseAlarms, List<byte[]> burned, List<String> legible) {

    /** A box that covers this much of a name covers it. */
    private static final double ENOUGH = 0.7;

    static Measured of(Made made, Search search, DrawnFile.Reader reader, Path desk) throws IOException {
        DrawnFile drawn = DrawnFile.of(made.fileName(), made.bytes(), desk);
        List<Finding> all = new ArrayList<>(search.in(drawn.traces()));
        all.addAll(search.inFileName(made.fileName()));
        all.addAll(search.in(reader.read(drawn.pages())));
        List<Finding> found = Search.once(all);
        List<String> missed = new ArrayList<>();
        List<Finding> right = new ArrayList<>();
        int words = 0;
        List<String> caughtWords = new ArrayList<>();
        for (int n = 1; n <= made.pages().size(); n++) {
            for (Rectangle2D sign : made.pages().get(n - 1)) {
                Optional<Finding> hit = covering(found, n, sign);
                hit.ifPresent(right::add);
                if (hit.isPresent()) {
                    caughtWords.add(made.words().get(words));
                } else {
                    missed.add("page " + n);
                }
                words++;
            }
        }
        for (Origin origin : made.beside()) {
            if (found.stream().noneMatch(one -> one.place().isEmpty() && one.origin() == origin)) {
                missed.add(origin.name());
            }
        }
        int alarms = (int) found.stream()
                .filter(one ->
                        one.place().isPresent() ? touches(made, one.place().get()) == 0 : isBesideWrongly(made, one))
                .count();
        List<byte[]> burned = new ArrayList<>();
        for (int n = 1; n <= drawn.pages().size(); n++) {
            int page = n;
            List<Cover> covers = right.stream()
                    .flatMap(one -> one.place().stream())
                    .filter(place -> place.page() == page)
                    .map(place -> new Cover(page, place.x(), place.y(), place.w(), place.h()))
                    .toList();
            burned.add(DrawnFile.covered(drawn.pages().get(n - 1), covers, desk));
        }
        String read = Spelling.parts(String.join(
                        " ",
                        reader.read(burned).stream().map(trace -> trace.text()).toList()))
                .toString();
        List<String> legible = caughtWords.stream()
                .filter(name -> read.contains(Spelling.parts(name).toString().replaceAll("[\\[\\]]", "")))
                .toList();
        return new Measured(made, made.signs() - missed.size(), missed, alarms, burned, legible);
    }

    private static Optional<Finding> covering(List<Finding> found, int page, Rectangle2D sign) {
        return found.stream()
                .filter(Finding::isOpen)
                .filter(one -> one.place()
                        .filter(place -> place.page() == page && share(place, sign) >= ENOUGH)
                        .isPresent())
                .findFirst();
    }

    private static double touches(Made made, Place place) {
        return place.page() > made.pages().size()
                ? 0
                : made.pages().get(place.page() - 1).stream()
                        .mapToDouble(sign -> share(place, sign))
                        .max()
                        .orElse(0);
    }

    private static boolean isBesideWrongly(Made made, Finding one) {
        return !made.beside().contains(one.origin());
    }

    private static double share(Place place, Rectangle2D sign) {
        Rectangle2D both = sign.createIntersection(new Rectangle2D.Double(place.x(), place.y(), place.w(), place.h()));
        return both.isEmpty() ? 0 : both.getWidth() * both.getHeight() / (sign.getWidth() * sign.getHeight());
    }
}
