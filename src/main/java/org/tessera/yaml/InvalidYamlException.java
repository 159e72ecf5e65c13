package org.tessera.yaml;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Files the product cannot start with; the message lists every problem, one a line. */
public final class InvalidYamlException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<YamlProblem> problems;

    public InvalidYamlException(List<YamlProblem> problems) {
        super(problems.stream().map(YamlProblem::toString).collect(joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, in the order of files and lines. */
    public List<YamlProblem> problems() {
        return problems;
    }
}
