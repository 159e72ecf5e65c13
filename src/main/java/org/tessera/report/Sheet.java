package org.tessera.report;

import java.util.List;

/** One report: lines, each with what it is about and its figures. */
public record Sheet(Kind kind, List<Line> lines) {

    public Sheet {
        lines = List.copyOf(lines);
    }

    /** Whether anything of it can be shown. */
    public boolean tells() {
        return lines.stream().anyMatch(Line::tells);
    }

    /** A line; as many labels and figures as every other of the sheet. */
    public record Line(List<Label> labels, List<Figure> figures) {

        public Line {
            labels = List.copyOf(labels);
            figures = List.copyOf(figures);
        }

        /** Whether any of its figures can be shown. */
        public boolean tells() {
            return figures.stream().anyMatch(figure -> !(figure instanceof Figure.NotShown));
        }
    }

    /** Which report, in the order in which they are shown. */
    public enum Kind {
        PROGRESS(2, 1, 1),
        TIME(2, 5, 2),
        ATTEMPTS(2, 1, 1),
        AGREEMENT(2, 2, 1),
        ROWS(2, 1, 1),
        BADGES(1, 3, 3);

        private final int labels;
        private final int figures;
        private final int drawn;

        Kind(int labels, int figures, int drawn) {
            this.labels = labels;
            this.figures = figures;
            this.drawn = drawn;
        }

        /** How many labels a line has. */
        public int labels() {
            return labels;
        }

        /** How many figures a line has. */
        public int figures() {
            return figures;
        }

        /** How many of them, from the first on, are drawn as bars. */
        public int drawn() {
            return drawn;
        }
    }
}
