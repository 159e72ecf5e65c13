package org.tessera.material;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.InflaterInputStream;

/** What a picture says about itself: its maker, the place it was taken at, comments. None of it outlives the drawing. */
final class PictureTraces {

    private static final int APP1 = 0xE1;
    private static final int APP13 = 0xED;
    private static final int COMMENT = 0xFE;
    private static final int START_OF_SCAN = 0xDA;
    private static final int ENTRY_BYTES = 12;
    private static final int EXIF_FOLDER = 0x8769;
    private static final int GPS_FOLDER = 0x8825;
    private static final int MOST = 1 << 20;
    /** Artist, copyright, the camera's owner, and the author as Windows writes it. */
    private static final Set<Integer> MAKERS = Set.of(0x013B, 0x8298, 0xA430, 0x9C9D);
    /** What Windows writes in two bytes a letter. */
    private static final Set<Integer> WIDE = Set.of(0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F);

    private static final int USER_COMMENT = 0x9286;

    private final List<Trace> traces = new ArrayList<>();

    private PictureTraces() {}

    static List<Trace> ofJpeg(Path file) throws IOException {
        PictureTraces found = new PictureTraces();
        try (DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(2);
            while (in.readUnsignedByte() == 0xFF) {
                int marker = in.readUnsignedByte();
                byte[] segment = in.readNBytes(Math.max(0, in.readUnsignedShort() - 2));
                if (marker == START_OF_SCAN) {
                    break;
                }
                found.segment(marker, segment);
            }
        } catch (EOFException _) {
            // a header that ends early says no more
        }
        return found.traces;
    }

    private void segment(int marker, byte[] segment) {
        String start = new String(segment, 0, Math.min(segment.length, 40), StandardCharsets.ISO_8859_1);
        if (marker == APP1 && start.startsWith("Exif\0\0")) {
            exif(ByteBuffer.wrap(segment, 6, segment.length - 6).slice());
        } else if (marker == APP1) {
            PdfTraces.xmp(new String(segment, StandardCharsets.UTF_8), traces);
        } else if (marker == APP13) {
            printable(segment);
        } else if (marker == COMMENT) {
            say(Trace.Source.METADATA, new String(segment, StandardCharsets.UTF_8));
        }
    }

    private void exif(ByteBuffer tiff) {
        try {
            tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            folder(tiff, tiff.getInt(4), 0);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException _) {
            // broken metadata says no more; it goes with the rest
        }
    }

    private void folder(ByteBuffer tiff, int at, int depth) {
        int entries = Short.toUnsignedInt(tiff.getShort(at));
        for (int i = 0; i < entries; i++) {
            int entry = at + 2 + i * ENTRY_BYTES;
            int tag = Short.toUnsignedInt(tiff.getShort(entry));
            int type = Short.toUnsignedInt(tiff.getShort(entry + 2));
            int count = tiff.getInt(entry + 4);
            if (tag == EXIF_FOLDER && depth == 0) {
                folder(tiff, tiff.getInt(entry + 8), 1);
            } else if (tag == GPS_FOLDER) {
                say(Trace.Source.WHERE_TAKEN, "GPS");
            } else if (type == 2 || tag == USER_COMMENT || WIDE.contains(tag)) {
                text(tiff, entry, tag, count);
            }
        }
    }

    private void text(ByteBuffer tiff, int entry, int tag, int count) {
        int where = count <= 4 ? entry + 8 : tiff.getInt(entry + 8);
        if (count <= 0 || count > MOST || where < 0 || where + count > tiff.limit()) {
            return;
        }
        byte[] bytes = new byte[count];
        tiff.get(where, bytes);
        String text = WIDE.contains(tag)
                ? new String(bytes, StandardCharsets.UTF_16LE)
                : new String(
                        tag == USER_COMMENT && count > 8 ? Arrays.copyOfRange(bytes, 8, count) : bytes,
                        StandardCharsets.UTF_8);
        say(MAKERS.contains(tag) ? Trace.Source.MAKER : Trace.Source.METADATA, text);
    }

    /** The readable stretches of a block in another form. */
    private void printable(byte[] block) {
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        for (byte letter : block) {
            if (letter >= 32 || letter < 0) {
                word.write(letter);
            } else {
                sayIfLong(word);
            }
        }
        sayIfLong(word);
    }

    private void sayIfLong(ByteArrayOutputStream word) {
        if (word.size() >= 4) {
            say(Trace.Source.METADATA, word.toString(StandardCharsets.UTF_8));
        }
        word.reset();
    }

    static List<Trace> ofPng(Path file) throws IOException {
        PictureTraces found = new PictureTraces();
        try (DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(8);
            while (true) {
                int length = in.readInt();
                String name = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
                boolean says = Set.of("tEXt", "iTXt", "zTXt", "eXIf").contains(name);
                if (says && length >= 0 && length <= MOST) {
                    found.chunk(name, in.readNBytes(length));
                } else {
                    in.skipNBytes(Integer.toUnsignedLong(length));
                }
                in.skipNBytes(4);
            }
        } catch (EOFException _) {
            return found.traces;
        }
    }

    private void chunk(String name, byte[] content) throws IOException {
        switch (name) {
            case "eXIf" -> exif(ByteBuffer.wrap(content));
            case "zTXt" -> {
                int end = indexOfZero(content);
                if (end >= 0 && end + 2 <= content.length) {
                    byte[] packed = Arrays.copyOfRange(content, end + 2, content.length);
                    try (var plain = new InflaterInputStream(new ByteArrayInputStream(packed))) {
                        field(new String(content, 0, end, StandardCharsets.UTF_8), plain.readNBytes(MOST));
                    }
                }
            }
            default -> {
                int end = Math.max(0, indexOfZero(content));
                field(
                        new String(content, 0, end, StandardCharsets.UTF_8),
                        Arrays.copyOfRange(content, end, content.length));
            }
        }
    }

    private void field(String key, byte[] value) {
        String text = new String(value, StandardCharsets.UTF_8);
        if (key.startsWith("XML:com.adobe.xmp")) {
            PdfTraces.xmp(text, traces);
        } else {
            say(key.equalsIgnoreCase("author") ? Trace.Source.MAKER : Trace.Source.METADATA, text);
        }
    }

    private static int indexOfZero(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private void say(Trace.Source source, String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        for (int at = 0; at < plain.length(); at += Trace.MOST) {
            traces.add(Trace.loose(
                    source, traces.size() + 1, plain.substring(at, Math.min(plain.length(), at + Trace.MOST))));
        }
    }
}
