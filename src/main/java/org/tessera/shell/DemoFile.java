package org.tessera.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** The people of the demo as {@code seeds/demo/district.yaml} tells of them. */
record DemoFile(String district, List<SchoolSeed> schools, Map<String, PersonSeed> people, List<String> officers) {

    record SchoolSeed(String name, List<TeamSeed> teams) {}

    record TeamSeed(String name, List<String> members) {}

    record PersonSeed(String name, @Nullable String school, String language) {}

    static DemoFile read(JsonMapper json) {
        try (InputStream in = new ClassPathResource("seeds/demo/district.yaml").getInputStream()) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return json.convertValue(tree, DemoFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo cannot be read", e);
        }
    }
}
