package org.tessera.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/** The packs of {@code seeds/protocols}, for tests outside this package. */
public final class ShippedPacks {

    private static final Path FOLDER = Path.of("seeds/protocols");

    /** Small packs for tests alone. */
    private static final Path TRIAL = Path.of("src/test/resources/packs");

    private ShippedPacks() {}

    /** The ids of all of them. */
    public static Stream<String> ids() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The pack in {@code <id>.yaml}. */
    public static Pack read(String id) {
        return parse(id, source(id));
    }

    /** All of them, by name. */
    public static List<Pack> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .map(name -> read(name.substring(0, name.length() - ".yaml".length())))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Offers a pack of the tests' own on a running application. */
    public static Protocols offering(ApplicationContext application, String id) {
        String yaml = text(TRIAL.resolve(id + ".yaml"));
        return switch (SeedPacks.reader().read(id + ".yaml", yaml)) {
            case Reading.Sound(var pack, var file) ->
                new Protocols(application.getBean(ProtocolStore.class), List.of(new ShippedPack(pack, yaml, file)));
            case Reading.Broken broken ->
                throw new AssertionError(broken.problems().toString());
        };
    }

    /** Brings the pack in {@code packs/<id>.yaml} of the tests' resources into a running application. */
    public static PackRef bring(String id, DSLContext db) {
        PackRef ref = TestPacks.read(id).ref();
        new ProtocolStore(db, InstantSource.system()).keep(ref, text(TRIAL.resolve(id + ".yaml")), new byte[32]);
        return ref;
    }

    /** The text of {@code <id>.yaml}. */
    public static String source(String id) {
        return text(FOLDER.resolve(id + ".yaml"));
    }

    /** A pack from YAML, which must be sound. */
    public static Pack parse(String id, String yaml) {
        return switch (SeedPacks.reader().read(id + ".yaml", yaml)) {
            case Reading.Sound sound -> sound.pack();
            case Reading.Broken broken ->
                throw new AssertionError(broken.problems().toString());
        };
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
