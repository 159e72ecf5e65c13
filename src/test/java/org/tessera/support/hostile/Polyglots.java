package org.tessera.support.hostile;

import static org.tessera.support.hostile.Bytes.big;
import static org.tessera.support.hostile.Bytes.chunk;
import static org.tessera.support.hostile.Bytes.hex;
import static org.tessera.support.hostile.Bytes.join;
import static org.tessera.support.hostile.Bytes.latin;
import static org.tessera.support.hostile.Bytes.little;
import static org.tessera.support.hostile.Bytes.of;
import static org.tessera.support.hostile.Bytes.smallJpeg;
import static org.tessera.support.hostile.Bytes.smallPng;
import static org.tessera.support.hostile.Bytes.two;

import java.util.Map;

/** Two formats in one file: sound as a picture, a sheet or a recording, and a page or a program at the same time. */
final class Polyglots {

    private Polyglots() {}

    static void into(HostileFiles all) {
        String html = "<html><body>" + all.script() + "</body></html>";
        pictures(all, html);
        sheets(all, html);
        recordings(all, html);
    }

    private static void pictures(HostileFiles all, String html) {
        byte[] js = of("/*" + all.mark() + "*/=1;fetch('" + all.trap() + "/gif')//");
        all.add("GIF and script", "work.gif", () -> join(latin("GIF89a/*"), new byte[20], latin("*/"), js));
        all.add("GIF and script, called JPEG", "work.jpg", () -> join(latin("GIF89a/*"), new byte[20], js));
        all.add("GIF and page", "work.gif", () -> join(latin("GIF89a"), of(html)));
        all.add("BMP and script", "work.bmp", () -> join(latin("BM/*"), new byte[50], latin("*/"), js));
        byte[] jpeg = smallJpeg();
        byte[] start = java.util.Arrays.copyOf(jpeg, 2);
        byte[] rest = java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length);
        byte[] page = of(html);
        byte[] comment = join(hex("FFFE"), two(page.length + 2), page);
        all.add("JPEG with a page in its comment", "work.jpg", () -> join(start, comment, rest));
        byte[] exif = join(latin("Exif\0\0MM\0*\0\0\0\b\0\1\1\16\0\2"), big(page.length, 26, 0), page);
        all.add(
                "JPEG with a page in its Exif",
                "work.jpg",
                () -> join(start, hex("FFE1"), two(exif.length + 2), exif, rest));
        byte[] xmp = join(latin("http://ns.adobe.com/xap/1.0/\0"), of("<x:xmpmeta>" + html + "</x:xmpmeta>"));
        all.add(
                "JPEG with a page in its XMP",
                "work.jpg",
                () -> join(start, hex("FFE1"), two(xmp.length + 2), xmp, rest));
        all.add("JPEG with a page behind it", "work.jpg", () -> join(jpeg, page));
        all.add("JPEG with a packed folder behind it", "work.jpg", () -> join(jpeg, Zip.of("index.html", page)));
        all.add(
                "JPEG with PHP behind it",
                "work.php.jpg",
                () -> join(jpeg, of("<?php system('" + all.command() + "');?>")));
        all.add(
                "PNG with a page in its text",
                "work.png",
                () -> smallPng(chunk("tEXt", join(latin("Comment\0"), page))));
        all.add(
                "PNG with a drawing in its text",
                "work.png",
                () -> smallPng(chunk("iTXt", join(latin("XML:com.adobe.xmp\0\0\0\0\0"), of("<svg onload=alert(1)>")))));
        all.add("PNG with a page behind it", "work.png", () -> join(smallPng(), page));
        all.add(
                "PNG with a packed folder behind it",
                "work.png",
                () -> join(smallPng(), Zip.of("x.class", new byte[9])));
        all.add(
                "PNG with a program in a chunk of its own",
                "work.png",
                () -> smallPng(chunk("ruNN", of(all.command()))));
        all.add("a page before a PNG", "work.png", () -> join(page, smallPng()));
        all.add("ICO and page", "work.ico", () -> join(hex("00000100"), page));
        all.add("WEBP and page", "work.webp", () -> join(latin("RIFF"), little(page.length), latin("WEBP"), page));
        all.add("TIFF and page", "work.tiff", () -> join(latin("II*\0"), little(8), new byte[8], page));
        all.add("PostScript and page", "work.eps", () -> join(latin("%!PS-Adobe-3.0\n"), page));
    }

    private static void sheets(HostileFiles all, String html) {
        byte[] pdf = HostilePdfs.sound();
        byte[] page = of(html);
        all.add("PDF with a page before it", "work.pdf", () -> join(page, of("\n"), pdf));
        all.add("PDF with a page before it, called page", "work.html", () -> join(page, of("\n"), pdf));
        all.add("PDF with a page behind its first line", "work.pdf", () -> join(of("%PDF-1.4 " + html + "\n"), pdf));
        all.add("PDF with script behind it", "work.pdf", () -> join(pdf, of("\n%" + all.script())));
        all.add(
                "PDF with a packed folder behind it",
                "work.pdf",
                () -> join(pdf, Zip.of("META-INF/MANIFEST.MF", page)));
        all.add("PDF in GIF", "work.pdf", () -> join(latin("GIF89a"), pdf));
        all.add("packed folder with a page before it", "work.zip", () -> join(page, Zip.of("a.txt", of("a"))));
        all.add("packed folder with a page as its remark", "work.zip", () -> Zip.of(Map.of("a.txt", of("a")), html));
        all.add("a page with a packed folder behind it", "work.html", () -> join(page, Zip.of("a.txt", of("a"))));
    }

    private static void recordings(HostileFiles all, String html) {
        byte[] page = of(html);
        all.add("WAV with a page as a remark", "work.wav", () -> {
            byte[] remark =
                    join(latin("LIST"), little(page.length + (page.length & 1)), page, new byte[page.length & 1]);
            return HostileRecordings.wav(remark);
        });
        all.add("WAV that is a page", "work.wav", () -> join(latin("RIFF"), little(page.length), latin("WAVE"), page));
        all.add(
                "MP3 with a page as its title",
                "work.mp3",
                () -> join(
                        latin("ID3\3\0\0\0\0"),
                        new byte[] {(byte) (page.length >> 7), (byte) (page.length & 127)},
                        page,
                        Bytes.repeat(join(hex("FFFB9000"), new byte[413]), 8)));
        all.add(
                "MP4 with a page in its place of recording",
                "work.mp4",
                () -> HostileRecordings.mp4(HostileRecordings.box("udta", HostileRecordings.box("\u00A9xyz", page))));
        all.add(
                "MP4 with a page in its brand",
                "work.mp4",
                () -> join(HostileRecordings.box("ftyp", join(latin("isom"), page)), HostileRecordings.mp4()));
        all.add(
                "WebM with a page behind its head",
                "work.webm",
                () -> join(hex("1A45DFA3 93 4282 84"), latin("webm"), page));
        all.add("Ogg with a page behind its head", "work.ogg", () -> join(latin("OggS"), new byte[24], page));
        all.add("MPEG frames and a page", "work.mp3", () -> join(hex("FFFB9000"), page));
    }
}
