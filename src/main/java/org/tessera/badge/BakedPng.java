package org.tessera.badge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/** A PNG picture with a credential in it: an iTXt chunk with the keyword {@code openbadgecredential}, once. */
final class BakedPng {

    private static final byte[] HEAD = HexFormat.of().parseHex("89504e470d0a1a0a");
    private static final String KEYWORD = "openbadgecredential";
    private static final byte[] TEXT = "iTXt".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "IEND".getBytes(StandardCharsets.US_ASCII);

    /** The bytes around a chunk's content: length, name, checksum. */
    private static final int FRAME = 12;

    private static final int MOST_CHUNKS = 5_000;

    private BakedPng() {}

    static boolean isLike(byte[] bytes) {
        return bytes.length >= HEAD.length && Arrays.equals(bytes, 0, HEAD.length, HEAD, 0, HEAD.length);
    }

    /** The picture with the credential in it. */
    static byte[] bake(byte[] png, String credential) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(KEYWORD.getBytes(StandardCharsets.US_ASCII));
        // end of the keyword, not compressed, no language, no translated keyword
        content.writeBytes(new byte[] {0, 0, 0, 0, 0});
        content.writeBytes(credential.getBytes(StandardCharsets.UTF_8));
        byte[] chunk = chunk(content.toByteArray());
        int end = png.length - FRAME;
        if (!isLike(png) || !Arrays.equals(png, end + 4, end + 8, END, 0, END.length)) {
            throw new IllegalArgumentException("no PNG that ends as one should");
        }
        return ByteBuffer.allocate(png.length + chunk.length)
                .put(png, 0, end)
                .put(chunk)
                .put(png, end, FRAME)
                .array();
    }

    private static byte[] chunk(byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(TEXT);
        sum.update(content);
        return ByteBuffer.allocate(FRAME + content.length)
                .putInt(content.length)
                .put(TEXT)
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }

    /** What was baked into the picture. Nothing else in it is looked at, and no picture is drawn. */
    static byte[] read(byte[] png) throws Unsound {
        byte[] found = null;
        int at = HEAD.length;
        for (int chunks = 0; at < png.length; chunks++) {
            if (png.length - at < FRAME || chunks >= MOST_CHUNKS) {
                throw new Unsound(Reason.BROKEN_IMAGE, "");
            }
            int length = ByteBuffer.wrap(png, at, 4).getInt();
            if (length < 0 || length > png.length - at - FRAME) {
                throw new Unsound(Reason.BROKEN_IMAGE, "");
            }
            int name = at + 4;
            int content = name + 4;
            if (Arrays.equals(png, name, content, TEXT, 0, TEXT.length) && hasKeyword(png, content, length)) {
                if (found != null) {
                    throw new Unsound(Reason.TWO_CREDENTIALS_IN_IMAGE, "");
                }
                CRC32 sum = new CRC32();
                sum.update(png, name, 4 + length);
                if ((int) sum.getValue()
                        != ByteBuffer.wrap(png, content + length, 4).getInt()) {
                    throw new Unsound(Reason.BROKEN_IMAGE, "");
                }
                found = text(Arrays.copyOfRange(png, content + KEYWORD.length() + 1, content + length));
            }
            at = content + length + 4;
            if (Arrays.equals(png, name, content, END, 0, END.length)) {
                break;
            }
        }
        if (found == null) {
            throw new Unsound(Reason.NO_CREDENTIAL_IN_IMAGE, "");
        }
        return found;
    }

    private static boolean hasKeyword(byte[] png, int content, int length) {
        byte[] keyword = KEYWORD.getBytes(StandardCharsets.US_ASCII);
        return length > keyword.length
                && png[content + keyword.length] == 0
                && Arrays.equals(png, content, content + keyword.length, keyword, 0, keyword.length);
    }

    /** The text behind the keyword: two flags, a language, a translated keyword, then the text itself. */
    private static byte[] text(byte[] rest) throws Unsound {
        if (rest.length < 4) {
            throw new Unsound(Reason.BROKEN_IMAGE, "");
        }
        boolean isCompressed = rest[0] == 1;
        int at = 2;
        for (int ends = 0; ends < 2; at++) {
            if (at >= rest.length) {
                throw new Unsound(Reason.BROKEN_IMAGE, "");
            }
            ends += rest[at] == 0 ? 1 : 0;
        }
        byte[] text = Arrays.copyOfRange(rest, at, rest.length);
        return isCompressed ? inflated(text) : text;
    }

    /** The specification forbids compression; some bake with it all the same. */
    private static byte[] inflated(byte[] text) throws Unsound {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(text))) {
            byte[] bytes = in.readNBytes(CredentialJson.LARGEST + 1);
            if (bytes.length > CredentialJson.LARGEST) {
                throw new Unsound(Reason.TOO_LARGE, CredentialJson.LARGEST / 1024 + " KiB");
            }
            return bytes;
        } catch (IOException _) {
            throw new Unsound(Reason.BROKEN_IMAGE, "");
        }
    }
}
