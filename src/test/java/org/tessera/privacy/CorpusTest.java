package org.tessera.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.material.Cover;
import org.tessera.material.DrawnFile;

/** Made documents and pictures go the whole way; what is found, what is not, and what is left after covering. */
class CorpusTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final PersonId OWNER = new PersonId(UUID.randomUUID());
    private static final PersonId SECOND = new PersonId(UUID.randomUUID());
    /** Every so many files one is tried in the ordinary run. */
    private static final int SAMPLE = 6;

    private final Search search = new Search(new People(Corpus.DISTRICT, Corpus.STUDENTS));

    @TempDir
    Path desk;

    @Test
    void a_sample_goes_the_way_it_is_written_down_to_go() throws IOException {
        List<Made> all = Corpus.all();
        assertThat(all).hasSizeGreaterThan(40);
        List<Made> sample = new ArrayList<>();
        for (int i = 0; i < all.size(); i += SAMPLE) {
            sample.add(all.get(i));
        }
        all.stream().filter(made -> made.what().equals("a joined hand")).forEach(sample::add);
        measured(sample).forEach(this::holds);
    }

    @Test
    @Tag("long")
    void all_of_it_does_and_the_figures_are_told() throws IOException {
        List<Measured> all = measured(Corpus.all());
        all.forEach(this::holds);
        PrivacyFigures.write(all);
    }

    private List<Measured> measured(List<Made> files) throws IOException {
        List<Measured> all = new ArrayList<>();
        try (DrawnFile.Reader reader = new DrawnFile.Reader()) {
            for (Made made : files) {
                all.add(Measured.of(made, search, reader, desk));
            }
        }
        return all;
    }

    private void holds(Measured measured) {
        String what = measured.made().what();
        assertThat(measured.missed().isEmpty())
                .as("%s misses %s", what, measured.missed())
                .isEqualTo(!Corpus.KNOWN_MISSES.containsKey(what));
        assertThat(measured.legible()).as(what).isEmpty();
        assertThat(measured.burned()).as(what).allSatisfy(page -> assertThat(DrawnFile.chunksOf(page))
                .isSubsetOf("IHDR", "PLTE", "IDAT", "IEND"));
        is_stopped_by_the_second_person(measured);
    }

    /** Nothing is cleared before somebody else has looked; and what was missed is gone once that person has marked it. */
    private void is_stopped_by_the_second_person(Measured measured) {
        Clearance clearance = Clearance.stated(
                new Subject(Subject.Kind.MATERIAL, UUID.randomUUID()),
                new TeamId(UUID.randomUUID()),
                OWNER,
                measured.burned().size());
        clearance = after(clearance.searched(List.of()));
        clearance = after(clearance.decide(
                new ClearanceCommand.Permit(new Permission(Permission.Giver.PARENTS, Optional.empty())), OWNER, TODAY));
        clearance = after(clearance.decide(new ClearanceCommand.BurnIn(), OWNER, TODAY));
        assertThat(clearance.isClearedOn(TODAY)).as(measured.made().what()).isFalse();
        assertThat(clearance.decide(new ClearanceCommand.Confirm(), OWNER, TODAY))
                .isEqualTo(new ClearanceDecision.Refused(ClearanceRefusal.NOT_YOUR_OWN));
        assertThat(clearance.decide(new ClearanceCommand.Confirm(), SECOND, TODAY))
                .isEqualTo(new ClearanceDecision.Refused(ClearanceRefusal.NOT_ALL_SEEN));
        for (int n = 1; n <= measured.made().pages().size(); n++) {
            for (Rectangle2D sign : measured.made().pages().get(n - 1)) {
                Place place = Place.within(n, sign.getX(), sign.getY(), sign.getWidth(), sign.getHeight());
                Clearance back = after(clearance.decide(
                        new ClearanceCommand.SendBack(List.of(new Sign.OnPage(place))), SECOND, TODAY));
                assertThat(back.decide(new ClearanceCommand.BurnIn(), OWNER, TODAY))
                        .isEqualTo(new ClearanceDecision.Refused(ClearanceRefusal.STILL_OPEN));
                assertThat(isBlack(covered(measured.burned().get(n - 1), place), place))
                        .as(measured.made().what())
                        .isTrue();
            }
        }
    }

    private byte[] covered(byte[] page, Place place) {
        try {
            return DrawnFile.covered(
                    page, List.of(new Cover(place.page(), place.x(), place.y(), place.w(), place.h())), desk);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean isBlack(byte[] page, Place place) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(page));
            for (int y = (int) (place.y() * picture.getHeight());
                    y < (place.y() + place.h()) * picture.getHeight();
                    y++) {
                for (int x = (int) (place.x() * picture.getWidth());
                        x < (place.x() + place.w()) * picture.getWidth();
                        x++) {
                    if ((picture.getRGB(x, y) & 0xFFFFFF) != 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Clearance after(ClearanceDecision decision) {
        assertThat(decision).isInstanceOf(ClearanceDecision.Happens.class);
        return ((ClearanceDecision.Happens) decision).after();
    }
}
