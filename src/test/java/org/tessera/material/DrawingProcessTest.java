package org.tessera.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a file, drawn inside the test's own process. */
class DrawingProcessTest {

    @TempDir
    Path desk;

    @Nested
    class APdf {

        @Test
        void becomes_one_picture_a_page_at_150_dots_per_inch() throws Exception {
            List<DrawnPage> pages = drawn(FileKind.PDF, Pdf.ofPages(3));

            assertThat(pages).hasSize(3);
            assertThat(pages).allSatisfy(page -> {
                assertThat(page.width()).isBetween(1274, 1276);
                assertThat(page.height()).isBetween(1648, 1650);
            });
            assertThat(pages).extracting(DrawnPage::hash).doesNotHaveDuplicates();
            assertThat(darkPixels(picture(pages.getFirst()))).isGreaterThan(1000);
        }

        @Test
        void leaves_its_script_its_link_its_attachment_and_its_author_behind() throws Exception {
            byte[] pdf = Pdf.active();
            List<DrawnPage> pages = drawn(FileKind.PDF, pdf);

            assertThat(pages).hasSize(1);
            byte[] png = Files.readAllBytes(pages.getFirst().file());
            assertThat(Picture.chunkNames(png)).isSubsetOf("IHDR", "PLTE", "IDAT", "IEND");
            for (String inside : List.of("SCRIPT-INSIDE", "LINK-INSIDE", "ATTACHED-INSIDE", "AUTHOR-INSIDE")) {
                assertThat(text(png)).doesNotContain(inside);
            }
            assertThat(text(pdf)).as("the test's file really holds a script").contains("SCRIPT-INSIDE");
        }

        @Test
        void that_is_larger_than_a_page_is_scaled_down() throws Exception {
            DrawnPage poster = drawn(FileKind.PDF, Pdf.ofSize(14_400, 7_200)).getFirst();

            assertThat((long) poster.width() * poster.height()).isBetween(3_900_000L, 4_000_000L);
            assertThat(poster.width()).isCloseTo(2 * poster.height(), offset(3));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "user"})
        void that_is_encrypted_is_refused_even_if_anybody_can_open_it(String password) throws Exception {
            assertThat(refusal(FileKind.PDF, Pdf.encrypted(password))).isEqualTo(IntakeRefusal.ENCRYPTED);
        }

        @Test
        void of_forty_pages_is_drawn_and_of_forty_one_refused() throws Exception {
            assertThat(drawn(FileKind.PDF, Pdf.ofSmallPages(40))).hasSize(40);
            assertThat(refusal(FileKind.PDF, Pdf.ofSmallPages(41))).isEqualTo(IntakeRefusal.TOO_MANY_PAGES);
        }

        @Test
        void without_pages_is_refused_whatever_it_claims() throws Exception {
            assertThat(refusal(FileKind.PDF, Pdf.withoutPages())).isEqualTo(IntakeRefusal.NO_PAGES);
        }

        @Test
        void that_is_only_a_beginning_is_refused() throws Exception {
            assertThat(refusal(FileKind.PDF, Arrays.copyOf(Pdf.ofPages(1), 60))).isEqualTo(IntakeRefusal.DAMAGED);
        }

        @Test
        void of_noise_is_refused() throws Exception {
            byte[] noise = new byte[50_000];
            new Random(4).nextBytes(noise);
            System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, noise, 0, 9);

            assertThat(refusal(FileKind.PDF, noise)).isEqualTo(IntakeRefusal.DAMAGED);
        }

        @Test
        void with_a_picture_that_would_flood_the_memory_is_refused() throws Exception {
            assertThat(refusal(FileKind.PDF, Pdf.withPictureClaiming(60_000, 60_000)))
                    .isEqualTo(IntakeRefusal.TOO_MANY_PIXELS);
        }

        @Test
        void with_a_picture_nobody_can_draw_is_refused_rather_than_drawn_blank() throws Exception {
            assertThat(refusal(FileKind.PDF, Pdf.withJpeg2000())).isEqualTo(IntakeRefusal.PICTURE_UNREADABLE);
        }
    }

    @Nested
    class APicture {

        @Test
        void is_drawn_as_it_is() throws Exception {
            DrawnPage page = drawn(FileKind.PNG, Picture.png(300, 200)).getFirst();

            assertThat(page.width()).isEqualTo(300);
            assertThat(page.height()).isEqualTo(200);
            assertThat(isRed(picture(page), 10, 10)).isTrue();
            assertThat(isRed(picture(page), 290, 190)).isFalse();
        }

        @Test
        void larger_than_a_page_is_scaled_down() throws Exception {
            DrawnPage page = drawn(FileKind.JPEG, Picture.jpeg(6000, 4000)).getFirst();

            assertThat((long) page.width() * page.height()).isBetween(3_900_000L, 4_000_000L);
            assertThat(isRed(picture(page), page.width() / 4, page.height() / 4))
                    .isTrue();
            assertThat(isRed(picture(page), page.width() * 3 / 4, page.height() / 4))
                    .isFalse();
        }

        @ParameterizedTest(name = "held as {0}: the red corner is at {3}, {4}")
        @CsvSource({
            "1, 400, 200, 0.2, 0.2",
            "2, 400, 200, 0.8, 0.2",
            "3, 400, 200, 0.8, 0.8",
            "4, 400, 200, 0.2, 0.8",
            "5, 200, 400, 0.2, 0.2",
            "6, 200, 400, 0.8, 0.2",
            "7, 200, 400, 0.8, 0.8",
            "8, 200, 400, 0.2, 0.8"
        })
        void is_turned_the_way_the_camera_was_held(int orientation, int width, int height, double x, double y)
                throws Exception {
            DrawnPage page = drawn(FileKind.JPEG, Picture.jpegWithExif(400, 200, orientation))
                    .getFirst();

            assertThat(page.width()).isEqualTo(width);
            assertThat(page.height()).isEqualTo(height);
            BufferedImage picture = picture(page);
            for (double right : List.of(0.2, 0.8)) {
                for (double down : List.of(0.2, 0.8)) {
                    assertThat(isRed(picture, (int) (right * width), (int) (down * height)))
                            .as("%s, %s", right, down)
                            .isEqualTo(right == x && down == y);
                }
            }
        }

        @Test
        void loses_the_place_and_the_camera_it_was_taken_with() throws Exception {
            byte[] photo = Picture.jpegWithExif(400, 200, 6);
            byte[] png =
                    Files.readAllBytes(drawn(FileKind.JPEG, photo).getFirst().file());

            assertThat(text(photo)).contains("GPS-INSIDE").contains("CAMERA-INSIDE");
            assertThat(text(png)).doesNotContain("INSIDE");
            assertThat(Picture.chunkNames(png)).isSubsetOf("IHDR", "PLTE", "IDAT", "IEND");
        }

        @Test
        void that_claims_a_flood_of_pixels_is_refused_before_it_is_decoded() throws Exception {
            assertThat(refusal(FileKind.PNG, Picture.pngClaiming(50_000, 50_000)))
                    .isEqualTo(IntakeRefusal.TOO_MANY_PIXELS);
            assertThat(refusal(FileKind.PNG, Picture.pngClaiming(Integer.MAX_VALUE, 1)))
                    .isEqualTo(IntakeRefusal.TOO_MANY_PIXELS);
        }

        @Test
        void that_moves_stands_still() throws Exception {
            byte[] png = Files.readAllBytes(
                    drawn(FileKind.PNG, Picture.animatedPng()).getFirst().file());

            assertThat(Picture.chunkNames(png)).doesNotContain("acTL", "fcTL", "fdAT");
        }

        @Test
        void that_is_cut_off_is_refused() throws Exception {
            byte[] png = Picture.png(600, 400);
            byte[] jpeg = Picture.jpeg(600, 400);

            assertThat(refusal(FileKind.PNG, Arrays.copyOf(png, png.length / 2)))
                    .isEqualTo(IntakeRefusal.DAMAGED);
            assertThat(refusal(FileKind.JPEG, Arrays.copyOf(jpeg, jpeg.length / 2)))
                    .isEqualTo(IntakeRefusal.DAMAGED);
        }
    }

    private List<DrawnPage> drawn(FileKind kind, byte[] bytes) throws IOException {
        List<String> lines = new ArrayList<>();
        assertThat(answer(kind, bytes, lines)).isEqualTo("done");
        List<DrawnPage> pages = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ");
            Path file = desk.resolve(words[1] + ".png");
            pages.add(new DrawnPage(
                    file, Sha256.of(file), Files.size(file), Integer.parseInt(words[2]), Integer.parseInt(words[3])));
        }
        assertThat(lines.getFirst()).isEqualTo("pages " + pages.size());
        return pages;
    }

    private IntakeRefusal refusal(FileKind kind, byte[] bytes) throws IOException {
        String[] words = answer(kind, bytes, new ArrayList<>()).split(" ");
        assertThat(words).hasSize(2).startsWith("refused");
        return IntakeRefusal.valueOf(words[1]);
    }

    private String answer(FileKind kind, byte[] bytes, List<String> lines) throws IOException {
        Path brought = Files.write(desk.resolve("brought"), bytes);
        IntakeLimits limits = Limits.ours();
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        String answer = DrawingProcess.answer(
                new DrawingOrder(kind, brought, desk, limits.pages(), limits.pixels(), limits.pagePixels()),
                new PrintStream(wire, true, StandardCharsets.UTF_8));
        wire.toString(StandardCharsets.UTF_8).lines().forEach(lines::add);
        return answer;
    }

    private static BufferedImage picture(DrawnPage page) throws IOException {
        return Picture.read(Files.readAllBytes(page.file()));
    }

    private static boolean isRed(BufferedImage picture, int x, int y) {
        Color colour = new Color(picture.getRGB(x, y));
        return colour.getRed() > 200 && colour.getGreen() < 60;
    }

    private static long darkPixels(BufferedImage picture) {
        return Arrays.stream(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
                .filter(pixel -> (pixel & 0xFF) < 100)
                .count();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
