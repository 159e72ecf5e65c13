package org.tessera.support.hostile;

import static org.tessera.support.hostile.Bytes.hex;
import static org.tessera.support.hostile.Bytes.join;
import static org.tessera.support.hostile.Bytes.latin;
import static org.tessera.support.hostile.Bytes.of;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packed folders that lead elsewhere or unfold without end, and documents of office programs, which are packed folders. */
final class Packed {

    private static final int LINK = 0xA1FF << 16;
    private static final int MEGA = 1 << 20;

    private Packed() {}

    static void into(HostileFiles all) {
        folders(all);
        bombs(all);
        documents(all);
    }

    private static void folders(HostileFiles all) {
        byte[] evil = of(all.command());
        String mark = all.mark();
        int size = evil.length;
        for (String name : new String[] {
            "../../../../tmp/" + mark,
            "/tmp/" + mark,
            "..\\..\\" + mark,
            "C:\\" + mark,
            "a/../../" + mark,
            "./" + mark,
            "manifest.json\0.exe",
            "\u202Enosj.tsefinam",
            "manifest.json/",
            "con",
            "x".repeat(10_000)
        }) {
            all.add(
                    "packed folder with " + name.substring(0, Math.min(20, name.length())),
                    "package.zip",
                    () -> Zip.stored(name, evil, 0, size, size, 0));
        }
        all.add(
                "packed folder with a link",
                "package.zip",
                () -> Zip.stored("manifest.json", of("/etc/passwd"), 0, 11, 11, LINK));
        all.add("locked folder", "package.zip", () -> Zip.stored("manifest.json", evil, 1, size, size, 0));
        all.add(
                "folder with a size too large",
                "package.zip",
                () -> Zip.stored("manifest.json", evil, 0, Integer.MAX_VALUE, Integer.MAX_VALUE, 0));
        all.add(
                "folder with a size below nothing",
                "package.zip",
                () -> Zip.stored("manifest.json", evil, 0, -1, -1, 0));
        all.add("folder with two sizes", "package.zip", () -> Zip.stored("manifest.json", evil, 0, 1, size, 0));
        all.add("folder without an end", "package.zip", () -> latin("PK\3\4"));
        all.add("empty folder", "package.zip", () -> join(latin("PK\5\6"), new byte[18]));
        all.add(
                "folder that says it has 65,535 files",
                "package.zip",
                () -> join(latin("PK\5\6"), hex("00000000FFFFFFFF"), new byte[10]));
        all.add(
                "tape that leads elsewhere",
                "work.tar",
                () -> join(of("../../../tmp/" + mark), new byte[480], of("ustar\0")));
        all.add("RAR", "work.rar", () -> join(latin("Rar!\32\7\1\0"), new byte[64]));
        all.add("7z", "work.7z", () -> join(hex("377ABCAF271C"), new byte[64]));
        all.add("xz", "work.xz", () -> join(hex("FD377A585A00"), new byte[64]));
        all.add("CAB", "work.cab", () -> join(latin("MSCF"), new byte[64]));
    }

    private static void bombs(HostileFiles all) {
        all.add("folder of 200 MB of zeros", "package.zip", () -> Zip.bomb("manifest.json", 200L * MEGA));
        all.add("folder of 200 MB, called PDF", "work.pdf", () -> Zip.bomb("manifest.json", 200L * MEGA));
        all.add(
                "ten thousand files",
                "package.zip",
                () -> Bytes.written(out -> {
                    try (ZipOutputStream zip = new ZipOutputStream(out)) {
                        for (int i = 0; i < 10_000; i++) {
                            zip.putNextEntry(new ZipEntry("f" + i));
                        }
                    }
                }));
        all.add("folders in folders", "package.zip", () -> {
            byte[] inner = Zip.bomb("zeros", 10L * MEGA);
            for (int depth = 0; depth < 6; depth++) {
                Map<String, byte[]> ten = new LinkedHashMap<>();
                for (int i = 0; i < 10; i++) {
                    ten.put(i + ".zip", inner);
                }
                inner = Zip.of(ten, "");
            }
            return inner;
        });
        all.add("packed, packed, packed", "work.gz", () -> Bytes.gzip(new byte[50 * MEGA], 3));
        all.add("packed, called drawing", "work.svg", () -> Bytes.gzip(new byte[50 * MEGA], 1));
    }

    private static void documents(HostileFiles all) {
        String types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
        String outside =
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
                        + "Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" "
                        + "Target=\"" + all.trap() + "/template.dotm\" TargetMode=\"External\"/></Relationships>";
        String laughs = "<!DOCTYPE a [<!ENTITY b SYSTEM \"" + all.trap() + "/docx\">]><a>&b;</a>";
        office(all, "document with a template elsewhere", "docx", types, "word/_rels/settings.xml.rels", of(outside));
        office(
                all,
                "document with macros",
                "docm",
                types,
                "word/vbaProject.bin",
                join(hex("D0CF11E0A1B11AE1"), new byte[504]));
        office(
                all,
                "sheet with macros",
                "xlsm",
                types,
                "xl/vbaProject.bin",
                join(hex("D0CF11E0A1B11AE1"), new byte[504]));
        office(
                all,
                "sheet with data elsewhere",
                "xlsx",
                types,
                "xl/externalLinks/_rels/externalLink1.xml.rels",
                of(outside));
        office(all, "document with entities", "docx", laughs, "word/document.xml", of(laughs));
        office(all, "slides with a program inside", "pptx", types, "ppt/embeddings/oleObject1.bin", latin("MZ"));
        office(all, "open document with a macro", "odt", types, "Basic/Standard/Module1.xml", of(all.script()));
        all.disguised("old document with macros", "doc", join(hex("D0CF11E0A1B11AE1"), new byte[504], of("AutoOpen")));
        all.disguised(
                "rich text with an object", "rtf", of("{\\rtf1{\\object\\objautlink\\objupdate{\\*\\objdata 0105}}}"));
        all.add("document of 100 MB of zeros", "work.docx", () -> Zip.bomb("word/document.xml", 100L * MEGA));
    }

    private static void office(
            HostileFiles all, String what, String ending, String types, String name, byte[] content) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("[Content_Types].xml", of(types));
        files.put(name, content);
        all.disguised(what, ending, Zip.of(files, ""));
    }
}
