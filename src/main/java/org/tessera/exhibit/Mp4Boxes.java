package org.tessera.exhibit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * MPEG-4 files: boxes in boxes. Places, names and devices stand in {@code udta}, {@code meta} and an XMP {@code uuid}; each
 * becomes a {@code free} box of the same size.
 */
final class Mp4Boxes {

    private static final byte[] FREE = "free".getBytes(StandardCharsets.US_ASCII);
    private static final String XMP = "be7acfcb97a942e89c71999491e3afac";
    /** More boxes than this beside one another is no recording. */
    private static final int MOST = 200_000;

    private final FileChannel file;
    private boolean blanked;
    private boolean unknown;
    private Optional<Duration> length = Optional.empty();

    private Mp4Boxes(FileChannel file) {
        this.file = file;
    }

    /** A box; {@code body} is where its content begins and {@code end} where the next one does. */
    private record Box(String type, long start, long body, long end) {}

    static Tidied tidy(FileChannel file) throws IOException, Tidied.Malformed {
        Mp4Boxes boxes = new Mp4Boxes(file);
        boolean hasMovie = false;
        for (Box box : boxes.in(0, file.size())) {
            boxes.blankIfTelling(box);
            if (box.type().equals("moov")) {
                hasMovie = true;
                boxes.movie(box);
            }
        }
        if (!hasMovie) {
            throw new Tidied.Malformed();
        }
        return new Tidied(boxes.length, boxes.unknown ? Traces.UNKNOWN : boxes.blanked ? Traces.BLANKED : Traces.NONE);
    }

    private void movie(Box movie) throws IOException, Tidied.Malformed {
        for (Box box : in(movie.body(), movie.end())) {
            blankIfTelling(box);
            switch (box.type()) {
                case "mvhd" -> length = lengthOf(box);
                case "trak" -> track(box);
                default -> {}
            }
        }
    }

    private void track(Box track) throws IOException, Tidied.Malformed {
        for (Box box : in(track.body(), track.end())) {
            blankIfTelling(box);
            if (box.type().equals("mdia")) {
                for (Box inner : in(box.body(), box.end())) {
                    if (inner.type().equals("hdlr") && inner.end() - inner.body() >= 12) {
                        // a track that tells something second by second, often where: its samples lie among the others
                        unknown |= text(inner.body() + 8).equals("meta");
                    }
                }
            }
        }
    }

    private Optional<Duration> lengthOf(Box header) throws IOException, Tidied.Malformed {
        boolean isLong = Tidied.read(file, header.body(), 1).get() == 1;
        ByteBuffer times = Tidied.read(file, header.body() + (isLong ? 20 : 12), 12);
        long scale = Integer.toUnsignedLong(times.getInt());
        long units = isLong ? times.getLong() : Integer.toUnsignedLong(times.getInt());
        boolean isKnown = scale > 0 && units > 0 && units < Long.MAX_VALUE / 1000 && (isLong || units != 0xFFFFFFFFL);
        return isKnown ? Optional.of(Duration.ofMillis(units * 1000 / scale)) : Optional.empty();
    }

    private void blankIfTelling(Box box) throws IOException, Tidied.Malformed {
        boolean isTelling =
                switch (box.type()) {
                    case "udta", "meta" -> true;
                    case "uuid" ->
                        box.end() - box.start() >= 24
                                && HexFormat.of()
                                        .formatHex(Tidied.read(file, box.start() + 8, 16)
                                                .array())
                                        .equals(XMP);
                    default -> false;
                };
        if (isTelling && box.end() > box.body()) {
            Tidied.blank(file, box.body(), box.end());
            Tidied.write(file, box.start() + 4, FREE);
            blanked = true;
        }
    }

    private List<Box> in(long from, long to) throws IOException, Tidied.Malformed {
        List<Box> boxes = new ArrayList<>();
        for (long at = from; at < to; at = boxes.getLast().end()) {
            if (to - at < 8) {
                // what writers leave behind the last box
                break;
            }
            long size = Integer.toUnsignedLong(Tidied.read(file, at, 4).getInt());
            String type = text(at + 4);
            long body = at + 8;
            if (size == 1) {
                size = Tidied.read(file, at + 8, 8).getLong();
                body = at + 16;
            } else if (size == 0) {
                size = to - at;
            }
            if (size < body - at || size > to - at || boxes.size() == MOST) {
                throw new Tidied.Malformed();
            }
            boxes.add(new Box(type, at, body, at + size));
        }
        return boxes;
    }

    private String text(long at) throws IOException, Tidied.Malformed {
        return new String(Tidied.read(file, at, 4).array(), StandardCharsets.ISO_8859_1);
    }
}
