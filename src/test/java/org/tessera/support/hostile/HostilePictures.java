package org.tessera.support.hostile;

import static org.tessera.support.hostile.Bytes.big;
import static org.tessera.support.hostile.Bytes.chunk;
import static org.tessera.support.hostile.Bytes.header;
import static org.tessera.support.hostile.Bytes.hex;
import static org.tessera.support.hostile.Bytes.join;
import static org.tessera.support.hostile.Bytes.latin;
import static org.tessera.support.hostile.Bytes.little;
import static org.tessera.support.hostile.Bytes.packedZeros;
import static org.tessera.support.hostile.Bytes.png;
import static org.tessera.support.hostile.Bytes.smallJpeg;
import static org.tessera.support.hostile.Bytes.smallPng;
import static org.tessera.support.hostile.Bytes.two;

import java.util.Arrays;

/** Pictures that are larger than they look, or other than they say. */
final class HostilePictures {

    private static final byte[] END = chunk("IEND", new byte[0]);
    private static final int MEGA = 1 << 20;

    private HostilePictures() {}

    static void into(HostileFiles all) {
        pngs(all);
        jpegs(all);
        others(all);
    }

    private static void pngs(HostileFiles all) {
        claiming(all, 100_000, 100_000);
        claiming(all, 1, Integer.MAX_VALUE);
        claiming(all, Integer.MAX_VALUE, Integer.MAX_VALUE);
        claiming(all, 0, 0);
        claiming(all, -1, -1);
        claiming(all, 65_536, 65_536);
        all.add(
                "PNG of 20,000 by 20,000 that is really there",
                "work.png",
                () -> png(header(20_000, 20_000, 1, 0, 0), chunk("IDAT", packedZeros(20_000L * 2_501)), END));
        all.add(
                "PNG of 7,000 by 7,000 in 16 bits",
                "work.png",
                () -> png(header(7_000, 7_000, 16, 6, 0), chunk("IDAT", packedZeros(7_000L * 56_001)), END));
        all.add(
                "PNG with 100 MB for four pixels",
                "work.png",
                () -> png(header(2, 2, 8, 2, 0), chunk("IDAT", packedZeros(100L * MEGA)), END));
        all.add(
                "PNG with text of 100 MB",
                "work.png",
                () -> smallPng(chunk("zTXt", join(latin("a\0\0"), packedZeros(100L * MEGA)))));
        all.add(
                "PNG with a colour profile of 100 MB",
                "work.png",
                () -> smallPng(chunk("iCCP", join(latin("a\0\0"), packedZeros(100L * MEGA)))));
        all.add(
                "PNG with a badge of 100 MB",
                "badge.png",
                () -> smallPng(chunk("iTXt", join(latin("openbadgecredential\0\1\0\0\0"), packedZeros(100L * MEGA)))));
        all.add(
                "PNG of ten thousand pieces",
                "work.png",
                () -> smallPng(Bytes.repeat(chunk("tEXt", latin("a\0b")), 10_000)));
        all.add(
                "PNG with a piece that is too long",
                "work.png",
                () -> png(header(2, 2, 8, 2, 0), big(Integer.MAX_VALUE), latin("IDAT")));
        all.add("PNG with a piece below nothing", "work.png", () -> png(header(2, 2, 8, 2, 0), big(-1), latin("IDAT")));
        all.add("PNG without a head", "work.png", () -> png(chunk("IDAT", packedZeros(9)), END));
        all.add("PNG without an end", "work.png", () -> png(header(2, 2, 8, 2, 0)));
        all.add(
                "PNG with two heads",
                "work.png",
                () -> png(header(2, 2, 8, 2, 0), header(9_000, 9_000, 8, 2, 0), chunk("IDAT", packedZeros(14)), END));
        all.add(
                "PNG of a depth nobody has",
                "work.png",
                () -> png(header(2, 2, 77, 99, 9), chunk("IDAT", packedZeros(14)), END));
        all.add(
                "PNG with colours it has not",
                "work.png",
                () -> png(header(2, 2, 8, 3, 0), chunk("IDAT", packedZeros(6)), END));
        all.add(
                "PNG interlaced garbage",
                "work.png",
                () -> png(header(5_000, 5_000, 8, 6, 1), chunk("IDAT", packedZeros(99)), END));
        all.add("PNG with wrong sums", "work.png", () -> {
            byte[] wrong = smallPng();
            wrong[wrong.length - 20] ^= 1;
            return wrong;
        });
        all.add("PNG that moves for ever", "work.png", () -> smallPng(chunk("acTL", big(Integer.MAX_VALUE, 0))));
    }

    private static void claiming(HostileFiles all, int width, int height) {
        all.add(
                "PNG that says it is " + width + " by " + height,
                "work.png",
                () -> png(header(width, height, 8, 6, 0), chunk("IDAT", packedZeros(100)), END));
    }

    private static void jpegs(HostileFiles all) {
        all.add("JPEG that says it is 65,535 by 65,535", "work.jpg", () -> sized(65_535, 65_535));
        all.add("JPEG that says it is 0 by 0", "work.jpg", () -> sized(0, 0));
        byte[] sound = smallJpeg();
        byte[] start = Arrays.copyOf(sound, 2);
        byte[] rest = Arrays.copyOfRange(sound, 2, sound.length);
        all.add(
                "JPEG with a thousand remarks",
                "work.jpg",
                () -> join(start, Bytes.repeat(join(hex("FFFE FFFF"), new byte[65_533]), 300), rest));
        all.add(
                "JPEG whose Exif leads to itself",
                "work.jpg",
                () -> join(start, hex("FFE1 0016"), latin("Exif\0\0MM\0*"), big(8), two(0), big(8), rest));
        all.add(
                "JPEG whose Exif says it is turned 99 times",
                "work.jpg",
                () -> join(
                        start,
                        hex("FFE1 0022"),
                        latin("Exif\0\0MM\0*"),
                        big(8),
                        two(1, 0x0112, 3),
                        big(1),
                        two(99, 0),
                        big(0),
                        rest));
        all.add(
                "JPEG whose Exif is a thousand million long",
                "work.jpg",
                () -> join(
                        start,
                        hex("FFE1 0022"),
                        latin("Exif\0\0MM\0*"),
                        big(8),
                        two(1, 0x0112, 2),
                        big(Integer.MAX_VALUE, 4),
                        big(0),
                        rest));
        all.add(
                "JPEG with tables of garbage",
                "work.jpg",
                () -> join(start, hex("FFDB 0043 FF"), new byte[64], hex("FFC4 0014 FF"), new byte[17], rest));
        all.add(
                "JPEG with a wrong colour profile",
                "work.jpg",
                () -> join(start, hex("FFE2 0020"), latin("ICC_PROFILE\0\1\1"), new byte[16], rest));
        all.add("JPEG with a piece of length 0", "work.jpg", () -> join(start, hex("FFE1 0000"), rest));
        all.add("JPEG that is only its mark", "work.jpg", () -> hex("FFD8FF"));
        all.add("JPEG of a thousand scans", "work.jpg", () -> {
            int scan = indexOfScan(sound);
            byte[] one = Arrays.copyOfRange(sound, scan, sound.length - 2);
            return join(Arrays.copyOf(sound, scan), Bytes.repeat(one, 1_000), hex("FFD9"));
        });
    }

    private static int indexOfScan(byte[] jpeg) {
        for (int i = 0; i < jpeg.length - 1; i++) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xDA) {
                return i;
            }
        }
        throw new IllegalStateException("a JPEG without a scan");
    }

    private static byte[] sized(int width, int height) {
        byte[] jpeg = smallJpeg();
        for (int i = 0; i < jpeg.length - 9; i++) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC0) {
                jpeg[i + 5] = (byte) (height >> 8);
                jpeg[i + 6] = (byte) height;
                jpeg[i + 7] = (byte) (width >> 8);
                jpeg[i + 8] = (byte) width;
            }
        }
        return jpeg;
    }

    private static void others(HostileFiles all) {
        disguised(
                all,
                "GIF of 65,535 by 65,535",
                "gif",
                join(latin("GIF89a"), hex("FFFFFFFF F7 00 00 2C 00000000 FFFFFFFF 00 02 01 00 3B")));
        disguised(
                all,
                "TIFF of 2,000,000,000 lines",
                "tif",
                join(
                        latin("II*\0"),
                        little(8),
                        hex("0200 0001 0400"),
                        little(1, 2_000_000_000),
                        hex("0101 0400"),
                        little(1, 2_000_000_000, 0)));
        disguised(all, "TIFF that leads to itself", "tiff", join(latin("MM\0*"), big(8), two(0), big(8)));
        disguised(
                all,
                "WEBP of 16,383 by 16,383",
                "webp",
                join(latin("RIFF"), little(30), latin("WEBPVP8X"), little(10), hex("00000000 FE3F00 FE3F00")));
        disguised(
                all,
                "WEBP without losses, garbage",
                "webp2",
                join(latin("RIFF"), little(20), latin("WEBPVP8L"), little(8), hex("2F FFFFFFFF 000000")));
        disguised(
                all,
                "BMP of 2,147,483,647 lines",
                "bmp",
                join(
                        latin("BM"),
                        little(54, 0, 54, 40, Integer.MAX_VALUE, Integer.MAX_VALUE),
                        hex("0100 1800"),
                        new byte[24]));
        disguised(all, "HEIC", "heic", join(big(24), latin("ftypheic"), new byte[12]));
        disguised(all, "AVIF", "avif", join(big(24), latin("ftypavif"), new byte[12]));
        disguised(all, "JPEG 2000", "jp2", join(big(12), latin("jP  "), hex("0D0A870A")));
        disguised(
                all,
                "picture of Photoshop",
                "psd",
                join(latin("8BPS\0\1"), new byte[6], two(3), big(300_000, 300_000)));
    }

    private static void disguised(HostileFiles all, String what, String ending, byte[] content) {
        all.disguised(what, ending, content);
    }
}
