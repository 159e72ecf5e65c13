package org.tessera.support.hostile;

import static org.tessera.support.hostile.Bytes.join;
import static org.tessera.support.hostile.Bytes.latin;

import java.util.List;

/** Sheets that act, that lead to themselves, or that have no end. */
final class HostilePdfs {

    private static final String PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    private static final String PAGE =
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] /Contents 4 0 R /Resources << >> >>";

    private HostilePdfs() {}

    static byte[] sound() {
        return pdf("", "", PAGES, PAGE, stream("", latin("0 0 m 9 9 l S")));
    }

    static void into(HostileFiles all) {
        actions(all);
        knots(all);
        bombs(all);
    }

    private static void actions(HostileFiles all) {
        String trap = all.trap();
        opening(all, "script", "/S /JavaScript /JS (app.launchURL('" + trap + "'))");
        opening(all, "launching a program", "/S /Launch /F (/bin/sh) /Win << /F (cmd.exe) /P (" + all.mark() + ") >>");
        opening(all, "an address", "/S /URI /URI (" + trap + "/uri)");
        opening(all, "another file", "/S /GoToR /F (\\\\\\\\127.0.0.1\\\\share) /D [0 /Fit]");
        opening(all, "sending a form", "/S /SubmitForm /F (" + trap + "/form)");
        opening(all, "fetching data", "/S /ImportData /F (/etc/passwd)");
        catalog(
                all,
                "with a program attached",
                "/Names << /EmbeddedFiles << /Names [(a.exe) << /Type /Filespec /F (a.exe) /EF << /F 4 0 R >> >>] >> >>");
        catalog(
                all,
                "with script by name",
                "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert(1)) >>] >> >>");
        catalog(all, "with an XML form", "/AcroForm << /XFA 4 0 R /Fields [] >>");
        page(all, "with a film", "/Annots [<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] >>]");
        page(all, "with a script on looking", "/AA << /O << /S /JavaScript /JS (app.alert(1)) >> >>");
        all.add(
                "PDF whose text lies elsewhere",
                "work.pdf",
                () -> pdf(
                        "",
                        "",
                        PAGES,
                        PAGE,
                        "<< /Length 0 /F << /FS /URL /F (" + trap + "/stream) >> >>\nstream\n\nendstream"));
        all.add(
                "PDF whose text is a file of the server",
                "work.pdf",
                () -> pdf("", "", PAGES, PAGE, "<< /Length 0 /F (/etc/passwd) >>\nstream\n\nendstream"));
        all.add(
                "PDF with a picture elsewhere",
                "work.pdf",
                () -> drawing(
                        "/Subtype /Image /Width 9 /Height 9 /ColorSpace "
                                + "/DeviceRGB /BitsPerComponent 8 /F << /FS /URL /F (" + trap + "/image) >>",
                        new byte[0]));
    }

    private static void knots(HostileFiles all) {
        all.add(
                "PDF whose pages hold themselves",
                "work.pdf",
                () -> pdf("", "", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>", PAGE));
        all.add(
                "PDF whose pages hold each other",
                "work.pdf",
                () -> pdf(
                        "",
                        "",
                        "<< /Type /Pages /Kids [3 0 R] /Count 9 >>",
                        "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 9 >>"));
        all.add("PDF with pages, deep", "work.pdf", HostilePdfs::deepPages);
        all.add(
                "PDF of 100,000 pages",
                "work.pdf",
                () -> pdf(
                        "",
                        "",
                        "<< /Type /Pages /Count 100000 /Kids [" + "3 0 R ".repeat(100_000) + "] >>",
                        PAGE,
                        stream("", latin(""))));
        all.add(
                "PDF that says it has two thousand million pages",
                "work.pdf",
                () -> pdf("", "", "<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>", PAGE, stream("", latin(""))));
        all.add(
                "PDF with pages below nothing",
                "work.pdf",
                () -> pdf("", "", "<< /Type /Pages /Kids [3 0 R] /Count -5 >>", PAGE));
        all.add(
                "PDF whose table leads to itself",
                "work.pdf",
                () -> pdf("", "/Prev 9 ", PAGES, PAGE, stream("", latin(""))));
        all.add(
                "PDF with a form in itself",
                "work.pdf",
                () -> drawing(
                        "/Subtype /Form /BBox [0 0 72 72] /Resources << /XObject << /X 5 0 R >> >>",
                        latin("/X Do /X Do")));
        all.add(
                "PDF with a pattern in itself",
                "work.pdf",
                () -> drawing(
                        "/Subtype /Form /BBox [0 0 72 72] /Resources << /Pattern << /P 5 0 R >> >>",
                        latin("/Pattern cs /P scn 0 0 72 72 re f")));
        all.add(
                "PDF with a length elsewhere",
                "work.pdf",
                () -> pdf("", "", PAGES, PAGE, "<< /Length 4 0 R >>\nstream\nx\nendstream"));
        all.add(
                "PDF with brackets, deep",
                "work.pdf",
                () -> pdf(
                        "",
                        "",
                        PAGES,
                        PAGE.replace("/Resources << >>", "/X " + "[".repeat(200_000)),
                        stream("", latin(""))));
        all.add("PDF with words without an end", "work.pdf", () -> pdf("/A (" + "x".repeat(500_000), "", PAGES, PAGE));
        all.add("PDF that is only its first line", "work.pdf", () -> latin("%PDF-1.7\n"));
        all.add(
                "PDF that begins nowhere",
                "work.pdf",
                () -> join(latin("%PDF-1.7\n"), latin("startxref\n999999999\n%%EOF")));
        all.add(
                "locked PDF without a lock",
                "work.pdf",
                () -> pdf("", "/Encrypt << /Filter /Standard /V 9 /R 9 /O () /U () /P -1 >> ", PAGES, PAGE));
    }

    private static void bombs(HostileFiles all) {
        int mega = 1 << 20;
        all.add(
                "PDF with text of 200 MB",
                "work.pdf",
                () -> pdf("", "", PAGES, PAGE, stream("/Filter /FlateDecode ", Bytes.packedZeros(200L * mega))));
        all.add(
                "PDF packed a hundred times",
                "work.pdf",
                () -> pdf(
                        "",
                        "",
                        PAGES,
                        PAGE,
                        stream("/Filter [" + "/FlateDecode ".repeat(100) + "] ", Bytes.packedZeros(10L * mega))));
        all.add(
                "PDF with a picture of 2,147,483,647 lines",
                "work.pdf",
                () -> drawing(
                        "/Subtype /Image /Width 2147483647 /Height 2147483647 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode",
                        Bytes.packedZeros(9)));
        all.add(
                "PDF with a picture of 60,000 by 60,000",
                "work.pdf",
                () -> drawing(
                        "/Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode",
                        Bytes.packedZeros(450L * mega)));
        all.add(
                "PDF of the size of a town",
                "work.pdf",
                () -> pdf("", "", PAGES, PAGE.replace("[0 0 72 72]", "[0 0 1e9 1e9]"), stream("", latin(""))));
        all.add(
                "PDF of a size that is no number",
                "work.pdf",
                () -> pdf("", "", PAGES, PAGE.replace("[0 0 72 72]", "[0 0 NaN -1e99]"), stream("", latin(""))));
        all.add(
                "PDF with a picture nobody draws",
                "work.pdf",
                () -> drawing(
                        "/Subtype /Image /Width 9 /Height 9 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /JPXDecode",
                        new byte[200]));
        all.add(
                "PDF with old fax garbage",
                "work.pdf",
                () -> drawing(
                        "/Subtype /Image /Width 9000 /Height 9000 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode",
                        new byte[5_000]));
        all.add(
                "PDF with more strokes than anybody draws",
                "work.pdf",
                () -> pdf(
                        "",
                        "",
                        PAGES,
                        PAGE,
                        stream("/Filter /FlateDecode ", packed("0 0 m 72 72 l S ".repeat(200_000)))));
        all.add(
                "PDF that saves its state for ever",
                "work.pdf",
                () -> pdf("", "", PAGES, PAGE, stream("/Filter /FlateDecode ", packed("q ".repeat(2_000_000)))));
    }

    private static byte[] packed(String text) {
        return Bytes.written(out -> {
            try (var deflate = new java.util.zip.DeflaterOutputStream(out)) {
                deflate.write(latin(text));
            }
        });
    }

    private static void opening(HostileFiles all, String what, String action) {
        catalog(all, "that opens with " + what, "/OpenAction << /Type /Action " + action + " >>");
    }

    private static void catalog(HostileFiles all, String what, String more) {
        all.add("PDF " + what, "work.pdf", () -> pdf(more, "", PAGES, PAGE, stream("", latin("0 0 m 9 9 l S"))));
    }

    private static void page(HostileFiles all, String what, String more) {
        all.add(
                "PDF " + what,
                "work.pdf",
                () -> pdf("", "", PAGES, PAGE.replace("/Resources", more + " /Resources"), stream("", latin(""))));
    }

    /** One page that draws object 5. */
    private static byte[] drawing(String about, byte[] content) {
        return pdf(
                "",
                "",
                PAGES,
                PAGE.replace("/Resources << >>", "/Resources << /XObject << /X 5 0 R >> >>"),
                stream("", latin("72 0 0 72 0 0 cm /X Do")),
                stream("/Type /XObject " + about + " ", content));
    }

    private static byte[] deepPages() {
        String[] objects = new String[5_000];
        for (int i = 0; i < objects.length; i++) {
            objects[i] = "<< /Type /Pages /Count 1 /Kids [" + (i + 3) + " 0 R] >>";
        }
        return pdf("", "", objects);
    }

    private static String stream(String about, byte[] content) {
        return "<< " + about + "/Length " + content.length + " >>\nstream\n"
                + new String(content, java.nio.charset.StandardCharsets.ISO_8859_1) + "\nendstream";
    }

    /** Object 1 is the catalog, the others follow from 2 on. */
    private static byte[] pdf(String catalog, String trailer, String... objects) {
        StringBuilder file = new StringBuilder("%PDF-1.7\n");
        java.util.List<Integer> places = new java.util.ArrayList<>();
        List<String> all = new java.util.ArrayList<>(List.of("<< /Type /Catalog /Pages 2 0 R " + catalog + " >>"));
        all.addAll(List.of(objects));
        for (int i = 0; i < all.size(); i++) {
            places.add(file.length());
            file.append(i + 1).append(" 0 obj\n").append(all.get(i)).append("\nendobj\n");
        }
        int table = file.length();
        file.append("xref\n0 ").append(all.size() + 1).append("\n0000000000 65535 f \n");
        places.forEach(place -> file.append("%010d 00000 n \n".formatted(place)));
        file.append("trailer\n<< /Size ")
                .append(all.size() + 1)
                .append(" /Root 1 0 R ")
                .append(trailer.replace("/Prev 9", "/Prev " + table))
                .append(">>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return latin(file.toString());
    }
}
