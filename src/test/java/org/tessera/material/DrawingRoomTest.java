package org.tessera.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** What only a process of its own can promise: an end, a bound, and a cancel at any moment. */
@Timeout(120)
class DrawingRoomTest {

    @TempDir
    Path desk;

    @Nested
    class APdf {

        @Test
        void reports_every_page_in_order() throws Exception {
            List<String> heard = new ArrayList<>();

            draw(FileKind.PDF, Pdf.ofPages(3), limits(), (done, pages) -> heard.add(done + "/" + pages));

            assertThat(heard).containsExactly("0/3", "1/3", "2/3", "3/3");
        }

        @Test
        void that_needs_more_memory_than_a_file_may_have_is_refused() throws Exception {
            byte[] poster = Pdf.ofSize(14_400, 7_200);

            assertThat(draw(FileKind.PDF, poster, Limits.narrow(DataSize.ofMegabytes(20)), ProgressListener.NONE))
                    .isEqualTo(new Drawing.Refused(IntakeRefusal.TOO_COMPLICATED));
            assertThat(draw(FileKind.PDF, poster, limits(), ProgressListener.NONE))
                    .isInstanceOf(Drawing.Drawn.class);
        }

        @Test
        void that_never_ends_is_refused_when_the_patience_does() throws Exception {
            IntakeLimits impatient = limits(Duration.ofSeconds(4), 2);

            Drawing drawing = draw(FileKind.PDF, Pdf.neverEnding(), impatient, ProgressListener.NONE);

            assertThat(drawing).isEqualTo(new Drawing.Refused(IntakeRefusal.TOO_COMPLICATED));
            assertThat(drawingProcesses()).isZero();
        }
    }

    @Nested
    class APicture {

        @Test
        void of_just_the_most_pixels_fits_the_memory() throws Exception {
            DrawnPage page = drawn(FileKind.PNG, Picture.pngBomb(10_000, 5_000)).getFirst();

            assertThat((long) page.width() * page.height()).isBetween(3_900_000L, 4_000_000L);
        }
    }

    @Nested
    class Cancelling {

        @Test
        void in_the_middle_of_a_page_that_never_ends_ends_the_process_at_once() throws Exception {
            AtomicBoolean cancelled = new AtomicBoolean();
            AtomicLong atWork = new AtomicLong();

            Drawing drawing = draw(FileKind.PDF, Pdf.neverEnding(), limits(), new ProgressListener() {
                @Override
                public void drawn(int done, int pages) {
                    atWork.set(drawingProcesses());
                    cancelled.set(true);
                }

                @Override
                public boolean cancelled() {
                    return cancelled.get();
                }
            });

            assertThat(drawing).isEqualTo(new Drawing.Refused(IntakeRefusal.CANCELLED));
            assertThat(atWork).hasValue(1);
            assertThat(drawingProcesses()).isZero();
        }

        @Test
        void while_waiting_for_a_free_drawer_ends_the_wait() throws Exception {
            DrawingRoom room = new DrawingRoom(limits(Duration.ofMinutes(1), 1), desk);
            CountDownLatch drawing = new CountDownLatch(1);
            AtomicBoolean cancelFirst = new AtomicBoolean();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var first = threads.submit(() -> {
                    Path folder = Files.createDirectory(desk.resolve("first"));
                    return room.draw(FileKind.PDF, saved(folder, Pdf.neverEnding()), folder, new ProgressListener() {
                        @Override
                        public void drawn(int done, int pages) {
                            drawing.countDown();
                        }

                        @Override
                        public boolean cancelled() {
                            return cancelFirst.get();
                        }
                    });
                });
                drawing.await();

                Path folder = Files.createDirectory(desk.resolve("second"));
                Drawing second =
                        room.draw(FileKind.PDF, saved(folder, Pdf.ofPages(1)), folder, ReceptionTest.CANCELLED);
                cancelFirst.set(true);

                assertThat(second).isEqualTo(new Drawing.Refused(IntakeRefusal.CANCELLED));
                assertThat(first.get()).isEqualTo(new Drawing.Refused(IntakeRefusal.CANCELLED));
            }
        }
    }

    @Test
    void a_file_that_finds_no_free_drawer_in_time_is_told_so() throws Exception {
        DrawingRoom room = new DrawingRoom(limits(Duration.ofSeconds(1), 0), desk);

        Drawing drawing = room.draw(FileKind.PDF, saved(desk, Pdf.ofPages(1)), desk, ProgressListener.NONE);

        assertThat(drawing).isEqualTo(new Drawing.Refused(IntakeRefusal.BUSY));
    }

    private static long drawingProcesses() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .count();
    }

    private static IntakeLimits limits() {
        return limits(Duration.ofMinutes(1), 2);
    }

    private static IntakeLimits limits(Duration patience, int drawers) {
        return Limits.patient(patience, drawers);
    }

    private List<DrawnPage> drawn(FileKind kind, byte[] bytes) throws Exception {
        Drawing drawing = draw(kind, bytes, limits(), ProgressListener.NONE);
        assertThat(drawing).isInstanceOf(Drawing.Drawn.class);
        return ((Drawing.Drawn) drawing).pages();
    }

    private Drawing draw(FileKind kind, byte[] bytes, IntakeLimits limits, ProgressListener listener) throws Exception {
        return new DrawingRoom(limits, desk).draw(kind, saved(desk, bytes), desk, listener);
    }

    private static Path saved(Path folder, byte[] bytes) throws IOException {
        return Files.write(folder.resolve("brought"), bytes);
    }
}
