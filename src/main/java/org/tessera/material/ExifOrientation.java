package org.tessera.material;

import java.awt.geom.AffineTransform;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** How a camera was held: the one thing taken over from a photo's metadata, as turned pixels. In the order of Exif, 1 to 8. */
enum ExifOrientation {
    UPRIGHT,
    MIRRORED,
    UPSIDE_DOWN,
    UPSIDE_DOWN_MIRRORED,
    LEFT_MIRRORED,
    LEFT,
    RIGHT_MIRRORED,
    RIGHT;

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int ORIENTATION_TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;

    /** Reads a JPEG's header. Whatever is missing or broken there means upright: the picture itself may still be fine. */
    static ExifOrientation of(Path jpeg) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(jpeg)))) {
            in.skipNBytes(2);
            while (in.readUnsignedByte() == 0xFF) {
                int marker = in.readUnsignedByte();
                byte[] segment = in.readNBytes(Math.max(0, in.readUnsignedShort() - 2));
                if (marker == START_OF_SCAN) {
                    return UPRIGHT;
                }
                if (marker == APP1 && startsWithExif(segment)) {
                    return ofTiff(ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length)
                            .slice());
                }
            }
            return UPRIGHT;
        } catch (EOFException | BufferUnderflowException | IndexOutOfBoundsException _) {
            return UPRIGHT;
        }
    }

    private static boolean startsWithExif(byte[] segment) {
        return segment.length >= EXIF.length && Arrays.equals(EXIF, Arrays.copyOf(segment, EXIF.length));
    }

    private static ExifOrientation ofTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION_TAG) {
                return ofValue(Short.toUnsignedInt(tiff.getShort(entry + 8)));
            }
        }
        return UPRIGHT;
    }

    private static ExifOrientation ofValue(int value) {
        return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
    }

    /** Whether width and height change places. */
    boolean isSideways() {
        return ordinal() >= LEFT_MIRRORED.ordinal();
    }

    /** Maps a picture as the camera stored it, of this width and height, to the way it is looked at. */
    AffineTransform turn(int width, int height) {
        return switch (this) {
            case UPRIGHT -> new AffineTransform();
            case MIRRORED -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case UPSIDE_DOWN -> new AffineTransform(-1, 0, 0, -1, width, height);
            case UPSIDE_DOWN_MIRRORED -> new AffineTransform(1, 0, 0, -1, 0, height);
            case LEFT_MIRRORED -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case LEFT -> new AffineTransform(0, 1, -1, 0, height, 0);
            case RIGHT_MIRRORED -> new AffineTransform(0, -1, -1, 0, height, width);
            case RIGHT -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    }
}
