package org.tessera.protocol;

import java.util.List;
import org.tessera.yaml.YamlFile;
import org.tessera.yaml.YamlProblem;

/** The answer to reading a pack: the pack itself, or everything found wrong with it. */
sealed interface Reading {

    /** The pack keeps every rule; {@code file} is where it was read. */
    record Sound(Pack pack, YamlFile file) implements Reading {}

    /** The pack breaks at least one rule; the problems stand in the order of the file. */
    record Broken(List<YamlProblem> problems) implements Reading {

        public Broken {
            problems = List.copyOf(problems);
        }
    }
}
