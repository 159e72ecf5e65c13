package org.tessera.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what was measured: every run as a line of JSON beside the page, and on the page itself medians with their spread. On
 * the page each trial has a place between two marks; everything else there is written by people.
 */
final class Ledger {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path page;
    private final Path raw;

    /** The page, and the folder of the raw lines. */
    Ledger(Path page, Path raw) {
        this.page = page;
        this.raw = raw;
    }

    /** Puts a trial’s figures in the place of its last ones. */
    void write(String trial, List<Figures> runs, String machine, LocalDate day) throws IOException {
        Files.createDirectories(raw);
        Files.write(
                raw.resolve(trial + ".jsonl"),
                runs.stream()
                        .map(run -> JSON.writeValueAsString(line(run, day)))
                        .toList());
        String begin = "<!-- " + trial + " -->";
        String end = "<!-- end of " + trial + " -->";
        String text = Files.readString(page);
        int from = text.indexOf(begin);
        int until = text.indexOf(end);
        if (from < 0 || until < from) {
            throw new IllegalStateException(page + " has no place for " + trial);
        }
        Files.writeString(
                page,
                text.substring(0, from + begin.length()) + "\n" + table(runs) + "\n" + day + ", " + machine + "; "
                        + spread(runs) + ".\n" + text.substring(until),
                StandardCharsets.UTF_8);
    }

    private static Map<String, Object> line(Figures run, LocalDate day) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("day", day.toString());
        line.put("subject", run.subject());
        line.put("load", run.load());
        line.putAll(run.values());
        return line;
    }

    private static String spread(List<Figures> runs) {
        long times = runs.stream()
                .collect(Collectors.groupingBy(run -> run.subject() + run.load(), Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .min()
                .orElse(0);
        return times == 1 ? "one run" : "medians of " + times + " runs, in brackets the smallest and the largest";
    }

    /** A table with a line for each subject and load, and a column for each figure. */
    static String table(List<Figures> runs) {
        Set<String> names = new LinkedHashSet<>();
        runs.forEach(run -> names.addAll(run.values().keySet()));
        Map<String, List<Figures>> lines = runs.stream()
                .collect(Collectors.groupingBy(
                        run -> run.load() + " | " + run.subject(), LinkedHashMap::new, Collectors.toList()));
        StringBuilder table = new StringBuilder("\n| load | | ");
        table.append(String.join(" | ", names)).append(" |\n|---|---|");
        table.append("--:|".repeat(names.size())).append('\n');
        lines.forEach((head, same) -> {
            table.append("| ").append(head).append(" |");
            names.forEach(name -> table.append(' ').append(cell(same, name)).append(" |"));
            table.append('\n');
        });
        return table.toString();
    }

    private static String cell(List<Figures> same, String name) {
        List<Double> values = new ArrayList<>(same.stream()
                .map(run -> run.of(name))
                .filter(value -> !value.isNaN())
                .sorted()
                .toList());
        if (values.isEmpty()) {
            return "";
        }
        String median = told(median(values));
        return values.getFirst().equals(values.getLast())
                ? median
                : median + " (" + told(values.getFirst()) + "–" + told(values.getLast()) + ")";
    }

    private static double median(List<Double> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Three digits that say something. */
    private static String told(double value) {
        if (value == Math.rint(value) || Math.abs(value) >= 100) {
            return String.format(Locale.ROOT, "%,d", Math.round(value));
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }
}
