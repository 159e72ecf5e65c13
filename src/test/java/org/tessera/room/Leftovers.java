package org.tessera.room;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.slf4j.LoggerFactory;

/** What the product has left behind outside its memory: every row of every table, and all that went to any log. */
final class Leftovers implements AutoCloseable {

    private final DSLContext db;
    private final Path file;
    private final FileAppender<ILoggingEvent> appender = new FileAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();

    /** From now on everything is logged that anything in the product has to say at DEBUG. */
    Leftovers(DSLContext db) {
        this.db = db;
        try {
            this.file = Files.createTempFile("tessera", ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LoggerContext context = root.getLoggerContext();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%level %logger %msg%n%ex{full}");
        encoder.start();
        appender.setContext(context);
        appender.setFile(file.toString());
        appender.setEncoder(encoder);
        appender.start();
        // Only the file hears more than usual.
        root.iteratorForAppenders().forEachRemaining(console -> console.addFilter(new AsLoudAsBefore(before)));
        root.addAppender(appender);
        root.setLevel(Level.DEBUG);
    }

    private static final class AsLoudAsBefore extends ch.qos.logback.core.filter.Filter<ILoggingEvent> {

        private final Level level;

        AsLoudAsBefore(Level level) {
            this.level = level;
        }

        @Override
        public ch.qos.logback.core.spi.FilterReply decide(ILoggingEvent event) {
            return event.getLevel().isGreaterOrEqual(level)
                    ? ch.qos.logback.core.spi.FilterReply.NEUTRAL
                    : ch.qos.logback.core.spi.FilterReply.DENY;
        }
    }

    String log() {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line for each row: the table, and all its values; bytes as they are and as hexadecimal digits. */
    List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (String table : db.fetch("SHOW TABLES").map(row -> String.valueOf(row.get(0)))) {
            db.fetch("SELECT * FROM `" + table + "`").forEach(row -> rows.add(table + " " + values(row)));
        }
        return rows;
    }

    Stream<String> rowsWith(String text) {
        return rows().stream().filter(row -> row.contains(text));
    }

    private static String values(Record row) {
        StringBuilder values = new StringBuilder();
        for (Object value : row.intoArray()) {
            values.append('|')
                    .append(
                            value instanceof byte[] bytes
                                    ? new String(bytes, StandardCharsets.ISO_8859_1)
                                            + HexFormat.of().formatHex(bytes)
                                    : String.valueOf(value));
        }
        return values.toString();
    }

    @Override
    public void close() {
        root.setLevel(before);
        root.detachAppender(appender);
        root.iteratorForAppenders().forEachRemaining(console -> console.getCopyOfAttachedFiltersList().stream()
                .filter(AsLoudAsBefore.class::isInstance)
                .forEach(filter -> console.clearAllFilters()));
        appender.stop();
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
