package org.tessera.room;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.TableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What jOOQ knows of the tables, as {@link Write}s. A room writes the same few statements at every command: their text is
 * made once, because making it anew costs more than all the rules of the meeting.
 */
final class WriteStore {

    private static final Pattern INSERT =
            Pattern.compile("(insert into .*? values )(\\(.*?\\))((?: on duplicate key .*)?)");

    private final DSLContext db;
    private final Map<Shape, Write.Statement> texts = new ConcurrentHashMap<>();

    WriteStore(DSLContext db) {
        this.db = db;
    }

    /** What tells one text from another: the kind of row, which of its columns are given, and what becomes of one there is. */
    private record Shape(Class<?> row, BitSet given, boolean replaces) {}

    /** Adds {@code row}, which must be new. */
    Write insert(TableRecord<?> row) {
        return write(row, false);
    }

    /** Adds {@code row}, or makes the one with its key like it. */
    Write save(TableRecord<?> row) {
        return write(row, true);
    }

    /** Any other statement; its text is made each time. */
    Write of(Query query) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Param<?> param : query.getParams().values()) {
            if (!param.isInline()) {
                values.add(given(param.getConverter(), param.getValue()));
            }
        }
        return new Write(query.getSQL(), values);
    }

    private Write write(TableRecord<?> row, boolean replaces) {
        BitSet given = new BitSet(row.size());
        List<@Nullable Object> values = new ArrayList<>(row.size());
        for (int column = 0; column < row.size(); column++) {
            if (row.touched(column)) {
                given.set(column);
                values.add(value(row, column));
            }
        }
        return new Write(
                texts.computeIfAbsent(new Shape(row.getClass(), given, replaces), shape -> text(row, shape)), values);
    }

    private Write.Statement text(TableRecord<?> row, Shape shape) {
        List<Field<?>> fields =
                shape.given().stream().<Field<?>>mapToObj(row::field).toList();
        List<Param<?>> places = new ArrayList<>();
        for (Field<?> field : fields) {
            places.add(DSL.val(null, field));
        }
        var insert = db.insertInto(row.getTable(), fields).values(places);
        if (!shape.replaces()) {
            return inRows(insert.getSQL());
        }
        Map<Field<?>, Field<?>> fresh = new LinkedHashMap<>();
        fields.forEach(field -> fresh.put(field, DSL.excluded(field)));
        return inRows(insert.onDuplicateKeyUpdate().set(fresh).getSQL());
    }

    /** An insert of one row as one that takes many. */
    private static Write.Statement inRows(String insert) {
        Matcher parts = INSERT.matcher(insert);
        if (!parts.matches()) {
            throw new IllegalStateException("no insert of a row: " + insert);
        }
        return new Write.Statement(parts.group(1), parts.group(2), ", ", parts.group(3));
    }

    private static @Nullable Object value(TableRecord<?> row, int column) {
        Field<?> field = java.util.Objects.requireNonNull(row.field(column));
        return given(field.getConverter(), row.get(column));
    }

    /** A value as the driver takes it. */
    private static @Nullable Object given(Converter<?, ?> converter, @Nullable Object value) {
        @SuppressWarnings("unchecked") // a column's values are of its own type
        Object kept = ((Converter<?, @Nullable Object>) converter).to(value);
        return switch (kept) {
            case null -> null;
            case UUID id -> id.toString();
            case JSON json -> json.data();
            default -> kept;
        };
    }
}
