package org.tessera.support.hostile;

import java.util.List;

/** Good files with bad names, names that lie about the bytes, and files that are too small or too large. */
final class Misnamed {

    private static final int MEGA = 1 << 20;

    private Misnamed() {}

    static void into(HostileFiles all) {
        String mark = all.mark();
        for (String name : List.of(
                "../../../../../../tmp/" + mark + ".png",
                "..\\..\\..\\" + mark + ".png",
                "/tmp/" + mark + ".png",
                "C:\\Windows\\" + mark + ".png",
                "\\\\127.0.0.1\\share\\" + mark + ".png",
                "file:///tmp/" + mark + ".png",
                "%2e%2e%2f%2e%2e%2f" + mark + ".png",
                "..%c0%af..%c0%af" + mark + ".png",
                "....//....//" + mark + ".png",
                mark + ".php\0.png",
                mark + "\0.png",
                mark + "\u202Egnp.exe.png",
                mark + "\u200B\uFEFF.png",
                "x".repeat(10_000) + ".png",
                "CON.png",
                "NUL",
                "COM1.png",
                mark + ".png.",
                mark + ".png ",
                mark + ".png::$DATA",
                mark + ".html.png",
                mark + ".png.html",
                mark + ".pdf.exe.png",
                ".png",
                "..",
                ".",
                "/",
                "",
                mark + "\r\nSet-Cookie: a=b\r\n\r\n<html>.png",
                mark + "\";filename=\"evil.html.png",
                "$(" + all.command().replace("/", "") + ").png",
                "`" + mark + "`.png",
                "| sh ;" + mark + ".png",
                "-rf " + mark + ".png",
                "~root/" + mark + ".png",
                "<img src=x onerror=alert(1)>.png",
                "'; drop table material; -- .png",
                "${jndi:ldap://127.0.0.1/" + mark + "}.png",
                "\uD83D\uDE08.png",
                "{0}{1}%s%n.png")) {
            all.add("a good picture with a bad name", name, "image/png", Bytes::smallPng);
        }
        lies(all);
    }

    private static void lies(HostileFiles all) {
        all.add("PNG called PDF", "work.pdf", "application/pdf", Bytes::smallPng);
        all.add("PDF called PNG", "work.png", "image/png", HostilePdfs::sound);
        all.add("PNG sent as a page", "work.png", "text/html", Bytes::smallPng);
        all.add("PNG sent as a form", "work.png", "application/x-www-form-urlencoded", Bytes::smallPng);
        all.add("PNG sent as nothing known", "work.png", "a/b;c=\"d", Bytes::smallPng);
        all.add("MP4 called MP3", "work.mp3", "audio/mpeg", HostileRecordings::mp4);
        all.add("WAV called MP4", "work.mp4", "video/mp4", HostileRecordings::wav);
        for (String name :
                List.of("work.pdf", "work.png", "work.jpg", "work.mp4", "work.json", "protocol.yaml", "people.csv")) {
            all.add("empty", name, () -> new byte[0]);
        }
        for (String name : List.of("work.pdf", "work.png", "badge.json")) {
            all.add("one byte", name, () -> new byte[] {0});
        }
        for (String name : List.of("work.pdf", "badge.json", "protocol.yaml", "people.csv")) {
            all.add("30 MB", name, () -> new byte[30 * MEGA]);
        }
        all.add(
                "30 MB behind a sound beginning",
                "work.pdf",
                () -> Bytes.join(HostilePdfs.sound(), new byte[30 * MEGA]));
    }
}
