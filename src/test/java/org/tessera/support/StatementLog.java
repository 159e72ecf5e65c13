package org.tessera.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.StackWalker.StackFrame;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * What the stores ask of the database while tests run, each statement once and with values, for a later test that judges
 * all of them. It is written only where the system property {@code tessera.statements} names a folder, a file for each
 * JVM: {@code ./tessera test --long} does that.
 *
 * <p>A plain {@code INSERT} looks for nothing and is left out.
 */
@TestConfiguration(proxyBeanMethods = false)
public class StatementLog {

    private static final @Nullable String FOLDER = System.getProperty("tessera.statements");
    private static final Pattern STORE = Pattern.compile("org\\.tessera\\..*Store(\\$.*)?");
    private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

    /**
     * One statement of the product.
     *
     * @param asker the store and its method
     * @param sql the statement with its values in it
     */
    public record Statement(String asker, String sql) {}

    @Bean
    ExecuteListenerProvider statementLogListener() {
        return StatementLog::listener;
    }

    static ExecuteListener listener() {
        return FOLDER == null ? new ExecuteListener() {} : ExecuteListener.onExecuteStart(StatementLog::note);
    }

    /** All that the JVMs of this test run noted, by who asks; nothing where nobody listened. */
    public static List<Statement> all() throws IOException {
        if (FOLDER == null || !Files.isDirectory(Path.of(FOLDER))) {
            return List.of();
        }
        TreeMap<String, Statement> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of(FOLDER))) {
            for (Path file : files.sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    int end = line.indexOf('\t');
                    Statement statement = new Statement(line.substring(0, end), line.substring(end + 1));
                    all.putIfAbsent(statement.asker + shape(statement.sql), statement);
                }
            }
        }
        return new ArrayList<>(all.values());
    }

    private static void note(ExecuteContext context) {
        Query query = context.query();
        for (Query one : query == null ? context.batchQueries() : new Query[] {query}) {
            String asker = asker();
            String sql = one.getSQL();
            if (asker.isEmpty() || isPlainInsert(sql) || !KNOWN.add(asker + shape(sql))) {
                continue;
            }
            write(asker
                    + '\t'
                    + DSL.using(context.configuration()).renderInlined(one).replaceAll("\\s+", " "));
        }
    }

    private static boolean isPlainInsert(String sql) {
        return sql.startsWith("insert") && !sql.contains("select");
    }

    /** The statement without its values and without the length of its lists. */
    private static String shape(String sql) {
        return sql.replaceAll("'[^']*'|\\b\\d+(\\.\\d+)?\\b|\\?", "?").replaceAll("\\?(, \\?)+", "?…");
    }

    /** The store's method that somebody called; what it calls within the store says less. */
    private static String asker() {
        return StackWalker.getInstance().walk(frames -> frames.dropWhile(frame -> !isStore(frame))
                .takeWhile(StatementLog::isStore)
                .filter(frame -> !frame.getMethodName().startsWith("lambda$"))
                .reduce((_, outer) -> outer)
                .map(frame -> frame.getClassName().replaceAll(".*\\.", "") + "." + frame.getMethodName())
                .orElse(""));
    }

    private static boolean isStore(StackFrame frame) {
        return STORE.matcher(frame.getClassName()).matches();
    }

    private static synchronized void write(String line) {
        try {
            Path folder = Files.createDirectories(Path.of(FOLDER));
            Files.write(
                    folder.resolve(ProcessHandle.current().pid() + ".tsv"),
                    List.of(line),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
