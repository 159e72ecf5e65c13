package org.tessera.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    @TempDir
    private Path folder;

    private static Figures run(String subject, double p95) {
        return new Figures("relay", subject, "1 x 30 at 200", Map.of("p95 ms", p95));
    }

    @Test
    void tells_the_median_with_the_smallest_and_the_largest() {
        assertThat(Ledger.table(List.of(run("Tessera", 3), run("Tessera", 1.25), run("Tessera", 12.34))))
                .isEqualTo("\n| Tessera | 1 x 30 at 200 |\n|---|--:|\n| p95 ms | 3 (1.25–12.3) |\n");
    }

    @Test
    void what_a_subject_has_no_figure_for_stays_empty() {
        Figures other = new Figures("relay", "ws", "1 x 30 at 200", Map.of("lost", 0.0));
        assertThat(Ledger.table(List.of(run("Tessera", 2), other)))
                .isEqualTo("\n| 1 x 30 at 200 | Tessera | ws |\n|---|--:|--:|\n| p95 ms | 2 |  |\n| lost |  | 0 |\n");
    }

    @Test
    void many_loads_stand_below_each_other() {
        List<Figures> runs = IntStream.rangeClosed(1, 5)
                .mapToObj(load -> new Figures("network", "Tessera", "weather " + load, Map.of("lost", 0.0)))
                .toList();
        assertThat(Ledger.table(runs))
                .startsWith("\n| Tessera | lost |\n|---|--:|\n| weather 1 | 0 |\n| weather 2 | 0 |");
    }

    @Test
    void puts_the_table_in_its_place_and_leaves_the_rest() throws Exception {
        Path page = folder.resolve("page.md");
        Files.writeString(page, "before <!-- relay -->old<!-- end of relay --> after");
        new Ledger(page, folder.resolve("raw"))
                .write("relay", List.of(run("Tessera", 2)), "a machine", LocalDate.of(2026, 11, 23));
        assertThat(page)
                .content()
                .startsWith("before <!-- relay -->")
                .endsWith("<!-- end of relay --> after")
                .contains("| p95 ms | 2 |", "2026-11-23, a machine; one run.")
                .doesNotContain("old");
        assertThat(folder.resolve("raw/relay.jsonl"))
                .content()
                .isEqualToIgnoringNewLines(
                        "{\"day\":\"2026-11-23\",\"subject\":\"Tessera\",\"load\":\"1 x 30 at 200\",\"p95 ms\":2.0}");
    }

    @Test
    void a_page_without_a_place_for_it_is_an_error_and_stays_as_it_is() throws Exception {
        Path page = folder.resolve("page.md");
        Files.writeString(page, "nothing here");
        Ledger ledger = new Ledger(page, folder.resolve("raw"));
        assertThatThrownBy(() -> ledger.write("relay", List.of(run("Tessera", 2)), "a machine", LocalDate.EPOCH))
                .hasMessageContaining("no place for relay");
        assertThat(page).content().isEqualTo("nothing here");
    }
}
