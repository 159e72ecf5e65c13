package org.tessera.protocol;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.tessera.yaml.InvalidYamlException;
import org.tessera.yaml.YamlProblem;

/** The packs that come with the product, in {@code seeds/protocols}. */
final class SeedPacks {

    private static final String FOLDER = "seeds/protocols/";

    private SeedPacks() {}

    /**
     * All packs of the folder, by file name.
     *
     * @throws InvalidYamlException naming file, line and reason of everything that is wrong
     */
    static List<ShippedPack> read() {
        PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
        try {
            PackReader reader =
                    new PackReader(text(resources.getResource("classpath:" + FOLDER + "protocol.schema.json")));
            List<ShippedPack> packs = new ArrayList<>();
            List<YamlProblem> problems = new ArrayList<>();
            for (Resource resource : byName(resources.getResources("classpath:" + FOLDER + "*.yaml"))) {
                String text = text(resource);
                switch (reader.read(FOLDER + resource.getFilename(), text)) {
                    case Reading.Sound(var pack, var file) -> packs.add(new ShippedPack(pack, text, file));
                    case Reading.Broken(var found) -> problems.addAll(found);
                }
            }
            if (!problems.isEmpty()) {
                throw new InvalidYamlException(problems);
            }
            return packs;
        } catch (IOException e) {
            throw new UncheckedIOException("The protocol packs cannot be read", e);
        }
    }

    private static List<Resource> byName(Resource[] resources) {
        return Stream.of(resources)
                .sorted(comparing(resource -> String.valueOf(resource.getFilename())))
                .toList();
    }

    private static String text(Resource resource) throws IOException {
        return resource.getContentAsString(StandardCharsets.UTF_8);
    }
}
