package org.tessera.assessment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.tessera.record.Paper;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code seeds/demo/assessment.yaml} tells.
 *
 * @param officer who looks after the panel, by first name as everybody here
 * @param records documents that earners keep as evidence, by the name the file gives them
 */
record DemoTold(
        String officer,
        Map<String, Set<Task>> members,
        List<Way> schemes,
        Map<String, Kept> records,
        List<Story> submissions,
        List<Asked> anchors,
        Tried trial) {

    /** How the district assesses a credential. */
    record Way(String credential, boolean secondScored, boolean approved) {}

    record Kept(String title, List<Part> parts) {

        Paper paper() {
            return new Paper(
                    title, Locale.ENGLISH, parts.stream().flatMap(Part::pieces).toList());
        }
    }

    /** A part of a document: words or points. */
    record Part(
            String heading,
            @Nullable String words,
            @Nullable List<String> points) {

        Stream<Paper.Piece> pieces() {
            return Stream.of(
                    new Paper.Heading(2, heading),
                    words != null ? new Paper.Words(words) : new Paper.Points(Objects.requireNonNull(points)));
        }
    }

    /** When something happened: so many working days ago, at a time in UTC. */
    record Moment(int workingDaysAgo, LocalTime at) {}

    /** A submission from its beginning to where it stands. */
    record Story(
            String earner,
            String credential,
            Moment begun,
            List<String> records,
            Map<String, String> texts,
            List<Shown> evidence,
            List<Act> then) {}

    /** A link to one of the records, or to what a meeting yielded. */
    record Shown(
            String row, @Nullable String record, @Nullable String yield, String says) {}

    enum Does {
        HAND_IN,
        PASS_ON,
        RATE,
        APPROVE,
        /** The earner lets everybody see the badge. */
        SHOW
    }

    /**
     * Something done on a case.
     *
     * @param task in which it is done, where it is an assessor who does it
     */
    record Act(
            Does does,
            @Nullable Task task,
            int workingDaysAgo,
            LocalTime at,
            @Nullable Map<String, Given> rows) {

        Moment moment() {
            return new Moment(workingDaysAgo, at);
        }

        Map<String, Given> given() {
            return Optional.ofNullable(rows).orElse(Map.of());
        }
    }

    /** A level for a row, and the words about it. */
    record Given(String level, String says) {}

    /** A case proposed as an anchor; without {@code consent} its earner has not answered. */
    record Asked(String earner, int workingDaysAgo, LocalTime at, boolean consent) {}

    /** A trial of an anchor, named by its earner. */
    record Tried(String anchor, String member, int workingDaysAgo, LocalTime at, Map<String, Given> rows) {}

    static DemoTold read(JsonMapper json) {
        try (InputStream in = new ClassPathResource("seeds/demo/assessment.yaml").getInputStream()) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return json.convertValue(tree, DemoTold.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo’s panel cannot be read", e);
        }
    }
}
