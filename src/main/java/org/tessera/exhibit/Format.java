package org.tessera.exhibit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The formats that are taken, by what stands at the beginning of the file and by nothing else. */
enum Format {
    PDF("pdf"),
    PNG("png"),
    JPEG("jpg"),
    MP4("mp4"),
    /** MPEG-4 that says it holds sound alone. */
    M4A("m4a"),
    WEBM("webm"),
    OGG("ogg"),
    MP3("mp3"),
    WAV("wav");

    private static final int HEAD = 64;
    private static final byte[] PNG_MARK = {(byte) 0x89, 'P', 'N', 'G'};
    private static final byte[] EBML_MARK = {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3};

    private final String ending;

    Format(String ending) {
        this.ending = ending;
    }

    /** What the intake of pages goes by. */
    String fileName() {
        return "brought." + ending;
    }

    /** The format of a file; nothing for any other. */
    static Optional<Format> of(FileChannel file) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        while (head.hasRemaining() && file.read(head, head.position()) > 0) {
            // until there is no more
        }
        byte[] bytes = new byte[head.position()];
        head.flip().get(bytes);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return Optional.ofNullable(named(bytes, text));
    }

    private static @org.jspecify.annotations.Nullable Format named(byte[] bytes, String text) {
        if (text.startsWith("%PDF-")) {
            return PDF;
        }
        if (begins(bytes, PNG_MARK)) {
            return PNG;
        }
        if (bytes.length > 3 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xD8 && (bytes[2] & 0xFF) == 0xFF) {
            return JPEG;
        }
        if (text.length() > 12 && text.startsWith("ftyp", 4)) {
            return mpeg4(text.substring(8, 12));
        }
        if (begins(bytes, EBML_MARK)) {
            return text.contains("webm") ? WEBM : null;
        }
        if (text.startsWith("OggS")) {
            return OGG;
        }
        if (text.startsWith("RIFF") && text.startsWith("WAVE", 8)) {
            return WAV;
        }
        boolean isMpegFrame = bytes.length > 3 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xE6) == 0xE2;
        return text.startsWith("ID3") || isMpegFrame ? MP3 : null;
    }

    /** QuickTime looks much the same and is not played by most browsers. */
    private static @org.jspecify.annotations.Nullable Format mpeg4(String brand) {
        return switch (brand) {
            case "qt  ", "heic", "heix", "mif1", "avif" -> null;
            case "M4A ", "M4B " -> M4A;
            default -> MP4;
        };
    }

    private static boolean begins(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && java.util.Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    /** Whether a file of this format may be such an exhibit. */
    boolean mayBe(ExhibitKind kind) {
        return switch (this) {
            case PDF -> kind == ExhibitKind.DOCUMENT;
            case PNG, JPEG -> kind == ExhibitKind.PICTURE;
            case MP4, WEBM, OGG -> kind.isRecording();
            case M4A, MP3, WAV -> kind == ExhibitKind.AUDIO;
        };
    }

    /** The media type browsers play it as. */
    String mediaType(ExhibitKind kind) {
        String family = kind.name().toLowerCase(Locale.ROOT);
        return switch (this) {
            case PDF -> "application/pdf";
            case PNG -> "image/png";
            case JPEG -> "image/jpeg";
            case MP4, M4A -> family + "/mp4";
            case WEBM -> family + "/webm";
            case OGG -> family + "/ogg";
            case MP3 -> "audio/mpeg";
            case WAV -> "audio/wav";
        };
    }
}
