package org.tessera.protocol;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.function.SingletonSupplier;
import org.tessera.yaml.InvalidYamlException;
import org.tessera.yaml.YamlProblem;

/** The packs that come with the product, in {@code seeds/protocols}. */
final class SeedPacks {

    private static final String FOLDER = "seeds/protocols/";

    /** What stands on the class path stays as it is while the JVM lives, so it is read and checked once. */
    private static final Supplier<List<ShippedPack>> SHIPPED = SingletonSupplier.of(SeedPacks::read);

    private SeedPacks() {}

    /**
     * What {@link #read} finds; whoever asks first waits for it.
     *
     * @throws InvalidYamlException as {@link #read} does, each time
     */
    static List<ShippedPack> shipped() {
        return SHIPPED.get();
    }

    /** A reader by the published schema. */
    static PackReader reader() {
        return new PackReader(text(new ClassPathResource(FOLDER + "protocol.schema.json")));
    }

    /**
     * All packs of the folder, by file name.
     *
     * @throws InvalidYamlException naming file, line and reason of everything that is wrong
     */
    static List<ShippedPack> read() {
        PackReader reader = reader();
        List<ShippedPack> packs = new ArrayList<>();
        List<YamlProblem> problems = new ArrayList<>();
        for (Resource resource : files()) {
            String text = text(resource);
            switch (reader.read(FOLDER + resource.getFilename(), text)) {
                case Reading.Sound(var pack, var file) -> packs.add(new ShippedPack(pack, text, file));
                case Reading.Broken(var found) -> problems.addAll(found);
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidYamlException(problems);
        }
        return List.copyOf(packs);
    }

    private static List<Resource> files() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:" + FOLDER + "*.yaml"))
                    .sorted(comparing(resource -> String.valueOf(resource.getFilename())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + FOLDER + " cannot be read", e);
        }
    }

    private static String text(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + resource.getFilename() + " cannot be read", e);
        }
    }
}
