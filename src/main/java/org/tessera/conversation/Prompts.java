package org.tessera.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.tessera.protocol.Text;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** The prompts of {@code seeds/conversations/prompts.yaml}: Tessera's own, for who wants them. */
@Component
public class Prompts {

    private final List<Prompt> all;

    Prompts(JsonMapper json) {
        this.all = read(json).prompts().stream()
                .map(raw -> new Prompt(raw.id(), raw.settings(), new Text(raw.text())))
                .toList();
    }

    private record File(List<Raw> prompts) {}

    private record Raw(String id, Set<Setting> settings, Map<String, String> text) {}

    /** All of them, in the order in which a conversation goes. */
    public List<Prompt> all() {
        return all;
    }

    /** The prompt with this id; nothing for one that was taken out. */
    public Optional<Prompt> find(String id) {
        return all.stream().filter(prompt -> prompt.id().equals(id)).findFirst();
    }

    private static File read(JsonMapper json) {
        try (InputStream in = new ClassPathResource("seeds/conversations/prompts.yaml").getInputStream()) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return json.convertValue(tree, File.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The prompts cannot be read", e);
        }
    }
}
