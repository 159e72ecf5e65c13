package org.tessera.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What may be served of anything that was handed in, by rules written by hand: whatever came, a browser must find nothing in
 * it that it would run.
 */
final class Served {

    /** What browsers show or play and never run. */
    private static final Set<String> INLINE = Set.of(
            "image/png",
            "video/mp4",
            "video/webm",
            "video/ogg",
            "audio/mp4",
            "audio/webm",
            "audio/ogg",
            "audio/mpeg",
            "audio/wav");

    /** The pieces a page drawn here has; no text, no profile, nothing another program put in. */
    private static final Set<String> DRAWN = Set.of("IHDR", "PLTE", "tRNS", "pHYs", "sRGB", "gAMA", "IDAT", "IEND");

    private Served() {}

    /** Holds an answer against the rules; {@code mark} stands in every hostile file. */
    static void isHarmless(HttpResponse<byte[]> answer, String mark, String what) {
        HttpHeaders headers = answer.headers();
        assertThat(answer.statusCode()).as(what).isIn(200, 206);
        String type = headers.firstValue("Content-Type")
                .orElse("none")
                .toLowerCase(Locale.ROOT)
                .split(";", 2)[0]
                .strip();
        assertThat(headers.allValues("Content-Type")).as(what).hasSize(1);
        assertThat(INLINE).as(what).contains(type);
        assertThat(headers.allValues("X-Content-Type-Options")).as(what).contains("nosniff");
        String disposition = headers.firstValue("Content-Disposition").orElse("inline");
        assertThat(disposition)
                .as(what)
                .doesNotContain(mark)
                .matches("(inline|attachment)(;? ?filename\\*?=[\\w.\"'=?-]+)*");
        if (type.equals("image/png")) {
            isDrawnHere(answer.body(), mark, what);
        } else {
            isOnlyPlayed(headers.allValues("Content-Security-Policy"), what);
        }
    }

    private static void isDrawnHere(byte[] png, String mark, String what) {
        ByteBuffer bytes = ByteBuffer.wrap(png);
        assertThat(bytes.getLong()).as(what).isEqualTo(0x89504E470D0A1A0AL);
        String last = "";
        while (bytes.hasRemaining()) {
            int length = bytes.getInt();
            byte[] name = new byte[4];
            bytes.get(name);
            last = new String(name, StandardCharsets.ISO_8859_1);
            assertThat(DRAWN).as(what).contains(last);
            bytes.position(bytes.position() + length + 4);
        }
        assertThat(last).as("%s: its last piece", what).isEqualTo("IEND");
        assertThat(new String(png, StandardCharsets.ISO_8859_1)).as(what).doesNotContain(mark);
    }

    /** A recording is kept as it came; opened by itself it stands in a box without script, forms or addresses. */
    private static void isOnlyPlayed(List<String> policies, String what) {
        assertThat(policies).as(what).anySatisfy(policy -> assertThat(policy)
                .contains("sandbox", "default-src 'none'")
                .doesNotContain("allow-", "script-src", "unsafe"));
    }
}
