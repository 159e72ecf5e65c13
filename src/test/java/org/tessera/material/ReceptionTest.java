package org.tessera.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceptionTest {

    private static final long MOST = 25L << 20;

    @TempDir
    Path folder;

    private final Reception reception = new Reception(MOST);

    @Nested
    class Receiving {

        @Test
        void cuts_an_endless_stream_off_at_the_cap() throws IOException {
            Flood flood = new Flood(500L << 20);
            Path file = folder.resolve("brought");

            assertThat(reception.receive(flood, file, ProgressListener.NONE)).hasValue(IntakeRefusal.TOO_LARGE);
            assertThat(flood.given).isLessThanOrEqualTo(MOST + (1 << 16));
            assertThat(Files.size(file)).isLessThanOrEqualTo(MOST);
        }

        @Test
        void takes_a_file_of_just_the_most_bytes() throws IOException {
            Path file = folder.resolve("brought");

            assertThat(reception.receive(new Flood(MOST), file, ProgressListener.NONE))
                    .isEmpty();
            assertThat(Files.size(file)).isEqualTo(MOST);
        }

        @Test
        void refuses_a_file_without_bytes() throws IOException {
            assertThat(reception.receive(
                            InputStream.nullInputStream(), folder.resolve("brought"), ProgressListener.NONE))
                    .hasValue(IntakeRefusal.EMPTY);
        }

        @Test
        void tells_a_broken_connection_from_a_cancel() throws IOException {
            InputStream broken = new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("connection reset");
                }
            };

            assertThat(reception.receive(broken, folder.resolve("brought"), ProgressListener.NONE))
                    .hasValue(IntakeRefusal.INTERRUPTED);
            assertThat(reception.receive(broken, folder.resolve("brought"), CANCELLED))
                    .hasValue(IntakeRefusal.CANCELLED);
        }

        @Test
        void stops_at_the_next_bytes_once_cancelled() throws IOException {
            Flood flood = new Flood(MOST);

            assertThat(reception.receive(flood, folder.resolve("brought"), CANCELLED))
                    .hasValue(IntakeRefusal.CANCELLED);
            assertThat(flood.given).isLessThanOrEqualTo(1 << 16);
        }
    }

    @Nested
    class Looking {

        @Test
        void knows_the_kinds_it_takes() throws IOException {
            assertThat(holds(Pdf.ofPages(1), FileKind.PDF)).isTrue();
            assertThat(holds(Picture.png(9, 9), FileKind.PNG)).isTrue();
            assertThat(holds(Picture.jpeg(9, 9), FileKind.JPEG)).isTrue();
            assertThat(holds(Picture.jpegWithExif(9, 9, 6), FileKind.JPEG)).isTrue();
        }

        @Test
        void is_not_fooled_by_a_name() throws IOException {
            byte[] html = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
            byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".getBytes(StandardCharsets.UTF_8);

            assertThat(holds(html, FileKind.PNG)).isFalse();
            assertThat(holds(svg, FileKind.PNG)).isFalse();
            assertThat(holds(Picture.png(9, 9), FileKind.PDF)).isFalse();
            assertThat(holds(Pdf.ofPages(1), FileKind.JPEG)).isFalse();
            assertThat(holds(new byte[10], FileKind.PDF)).isFalse();
        }

        private boolean holds(byte[] bytes, FileKind kind) throws IOException {
            return reception.holds(Files.write(folder.resolve("looked-at"), bytes), kind);
        }
    }

    @Test
    void only_the_ending_of_a_name_counts() {
        assertThat(FileKind.named("Work.PDF")).hasValue(FileKind.PDF);
        assertThat(FileKind.named("a.b.jpeg")).hasValue(FileKind.JPEG);
        assertThat(FileKind.named("../../etc/x.jpg")).hasValue(FileKind.JPEG);
        assertThat(FileKind.named("work.pdf.html")).isEmpty();
        assertThat(FileKind.named("work")).isEmpty();
        assertThat(FileKind.named("")).isEmpty();
    }

    static final ProgressListener CANCELLED = new ProgressListener() {
        @Override
        public void drawn(int done, int pages) {}

        @Override
        public boolean cancelled() {
            return true;
        }
    };

    /** Bytes made as they are asked for. */
    static final class Flood extends InputStream {

        private final long size;
        long given;

        Flood(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            return given++ < size ? 'x' : -1;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            if (given >= size) {
                return -1;
            }
            int n = (int) Math.min(most, size - given);
            given += n;
            return n;
        }
    }
}
