package org.tessera.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what was measured: every run as a line of JSON beside the page, and on the page itself medians with their spread. On
 * the page each trial has a place between two marks; everything else there is written by people.
 */
final class Ledger {

    /** So many columns are read beside each other. */
    private static final int FEW = 4;

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

    /**
     * The figures as people read them: where several subjects were measured, a table for each load with a column for each of
     * them; where one was, under few loads, a column for each load; otherwise a line for each load.
     */
    static String table(List<Figures> runs) {
        Map<String, List<Figures>> bySubject = by(runs, Figures::subject);
        Map<String, List<Figures>> byLoad = by(runs, Figures::load);
        if (bySubject.size() > 1) {
            return byLoad.entrySet().stream()
                    .map(load -> columns(load.getKey(), by(load.getValue(), Figures::subject)))
                    .collect(Collectors.joining());
        }
        String subject = String.join("", bySubject.keySet());
        return byLoad.size() > FEW ? lines(subject, byLoad) : columns(subject, byLoad);
    }

    private static Map<String, List<Figures>> by(List<Figures> runs, Function<Figures, String> what) {
        return runs.stream().collect(Collectors.groupingBy(what, LinkedHashMap::new, Collectors.toList()));
    }

    private static Set<String> names(Map<String, List<Figures>> groups) {
        Set<String> names = new LinkedHashSet<>();
        groups.values()
                .forEach(runs -> runs.forEach(run -> names.addAll(run.values().keySet())));
        return names;
    }

    private static String columns(String corner, Map<String, List<Figures>> groups) {
        StringBuilder table = head(corner, groups.keySet());
        for (String name : names(groups)) {
            table.append("| ").append(name).append(" |");
            groups.values()
                    .forEach(runs -> table.append(' ').append(cell(runs, name)).append(" |"));
            table.append('\n');
        }
        return table.toString();
    }

    private static String lines(String corner, Map<String, List<Figures>> groups) {
        Set<String> names = names(groups);
        StringBuilder table = head(corner, names);
        groups.forEach((load, runs) -> {
            table.append("| ").append(load).append(" |");
            names.forEach(name -> table.append(' ').append(cell(runs, name)).append(" |"));
            table.append('\n');
        });
        return table.toString();
    }

    private static StringBuilder head(String corner, Collection<String> columns) {
        return new StringBuilder("\n| ")
                .append(corner)
                .append(" | ")
                .append(String.join(" | ", columns))
                .append(" |\n|---|")
                .append("--:|".repeat(columns.size()))
                .append('\n');
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
