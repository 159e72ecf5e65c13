package org.tessera.material;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Pages on which something is covered. The covered page takes the place of the original, for everybody and at once; the
 * original is kept apart until it is deleted. Who may do that, and who may look at an original, is decided by the caller.
 */
@Service
public class CoveredPages {

    private final MaterialStore store;
    private final MaterialFiles files;
    private final WorkFolder work;
    private final ReadingRoom reading;

    CoveredPages(MaterialStore store, MaterialFiles files, WorkFolder work, ReadingRoom reading) {
        this.store = store;
        this.files = files;
        this.work = work;
        this.reading = reading;
    }

    /** A page as it is now, held back or not. */
    public Optional<Page> page(MaterialId id, int n) {
        return store.page(id, n).flatMap(this::picture);
    }

    /** A page as it was before anything on it was covered; nothing if nothing was, or the original is deleted. */
    public Optional<Page> original(MaterialId id, int n) {
        return store.original(id, n).flatMap(this::picture);
    }

    /** The pages of which there still is an original, in order. */
    public List<Integer> originals(MaterialId id) {
        return List.copyOf(store.originals(id).keySet());
    }

    /**
     * What can be read on the pages as they are now, seconds a page; nothing where this machine cannot read, or there are no
     * such pages.
     */
    public Optional<List<Trace>> read(Material material) throws InterruptedException {
        List<byte[]> pages = new ArrayList<>();
        for (int n = 1; n <= material.pages(); n++) {
            page(material.id(), n).ifPresent(page -> pages.add(page.png()));
        }
        try {
            return pages.size() == material.pages() ? reading.read(pages) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came of covering. */
    public sealed interface Covering {

        /** The covered pages are in place; {@code read} says whether they were read before. */
        record Covered(boolean read) implements Covering {}

        /** They are not, because of what can be read on them still. */
        record Legible(List<Trace> traces) implements Covering {}
    }

    /**
     * Covers places for good. The pages are read before they take the place of the originals, and do so only if what can be
     * read is allowed.
     *
     * @param allowed decides about everything that can be read on the pages with covers
     */
    public Covering cover(Material material, List<Cover> covers, Predicate<List<Trace>> allowed)
            throws InterruptedException {
        Map<Integer, List<Cover>> byPage =
                covers.stream().collect(Collectors.groupingBy(Cover::page, TreeMap::new, Collectors.toList()));
        if (byPage.isEmpty()) {
            return new Covering.Covered(true);
        }
        try (WorkFolder.Desk desk = work.desk()) {
            List<Integer> numbers = List.copyOf(byPage.keySet());
            List<DrawnPage> drawn = new ArrayList<>();
            List<byte[]> pictures = new ArrayList<>();
            for (int n : numbers) {
                MaterialStore.PageRow row = store.page(material.id(), n).orElseThrow();
                Path file = desk.path().resolve("covered-" + n + ".png");
                Cover.burn(picture(row).orElseThrow().png(), byPage.getOrDefault(n, List.of()), file);
                byte[] bytes = Files.readAllBytes(file);
                pictures.add(bytes);
                drawn.add(new DrawnPage(file, Sha256.of(bytes), bytes.length, row.width(), row.height()));
            }
            Optional<List<Trace>> read = reading.read(pictures).map(traces -> numbered(traces, numbers));
            if (read.isPresent() && !allowed.test(read.get())) {
                return new Covering.Legible(read.get());
            }
            files.replace(material, numbers, drawn);
            return new Covering.Covered(read.isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Trace> numbered(List<Trace> traces, List<Integer> numbers) {
        return traces.stream()
                .map(trace -> new Trace(
                        trace.source(),
                        numbers.get(trace.page() - 1),
                        trace.line(),
                        trace.x(),
                        trace.y(),
                        trace.w(),
                        trace.h(),
                        trace.text()))
                .toList();
    }

    /** Deletes the originals now; whether there were any. */
    public boolean deleteOriginals(Material material) {
        boolean any = !store.originals(material.id()).isEmpty();
        files.removeOriginals(material);
        return any;
    }

    /** Lets the originals go at this time. */
    public void keepOriginalsUntil(MaterialId id, Instant until) {
        store.keepOriginalsUntil(id, until.truncatedTo(ChronoUnit.MICROS));
    }

    /** Deletes the originals whose time is over; whose they were. */
    public List<MaterialId> deleteOriginalsDue(Instant now) {
        List<MaterialId> due = store.originalsDue(now);
        due.forEach(id -> store.find(id).ifPresent(files::removeOriginals));
        return due;
    }

    private Optional<Page> picture(MaterialStore.PageRow row) {
        return files.read(row.hash()).map(png -> new Page(png, row.width(), row.height()));
    }
}
