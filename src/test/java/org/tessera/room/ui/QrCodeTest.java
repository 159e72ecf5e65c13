package org.tessera.room.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final Pattern DOT = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) \\d+\"");
    private static final int QUIET = 4;

    @Test
    void reads_back_as_the_address_it_was_made_of() throws Exception {
        String address = "https://tessera.example.org/join/ABCDEF";

        assertThat(new Decoder().decode(dots(QrCode.image(address))).getText()).isEqualTo(address);
    }

    /** The drawing without its quiet zone, as a camera would see it. */
    private static BitMatrix dots(String image) {
        String svg =
                new String(Base64.getDecoder().decode(image.substring(image.indexOf(',') + 1)), StandardCharsets.UTF_8);
        int size = SIZE.matcher(svg)
                .results()
                .findFirst()
                .map(found -> Integer.parseInt(found.group(1)))
                .orElseThrow();
        BitMatrix dots = new BitMatrix(size - 2 * QUIET);
        DOT.matcher(svg)
                .results()
                .forEach(dot ->
                        dots.set(Integer.parseInt(dot.group(1)) - QUIET, Integer.parseInt(dot.group(2)) - QUIET));
        return dots;
    }
}
