package org.tessera.account;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tessera.account.InviteLine.Fault;

/**
 * A list of people to invite, as spreadsheets write it: a header with names of columns in English or Spanish, then a line for
 * each person, with commas, semicolons or tabs between the cells.
 */
public sealed interface InviteList {

    /** The most lines of one list, its header not counted. */
    int MOST = 2_000;

    /** The longest list, in bytes. */
    int LONGEST = 1_000_000;

    /** The list could be read; its lines may have faults. */
    record Read(List<InviteLine> lines) implements InviteList {
        public Read {
            lines = List.copyOf(lines);
        }
    }

    /** Why the list as a whole cannot be read. */
    enum Unreadable implements InviteList {
        /** There is nothing below the header. */
        EMPTY,
        /** More than {@link #LONGEST} bytes. */
        TOO_LONG,
        /** More than {@link #MOST} lines. */
        TOO_MANY,
        /** The first line names no column for names and one for e-mail addresses. */
        NO_HEADER,
        /** A quotation mark opens and never closes. */
        QUOTE_OPEN
    }

    /** The text of a file; nothing if it is not in UTF-8. */
    static Optional<String> text(byte[] file) {
        try {
            return Optional.of(withoutMark(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString()));
        } catch (CharacterCodingException otherCode) {
            return Optional.empty();
        }
    }

    /** Reads a list. */
    static InviteList read(String given) {
        String text = withoutMark(given);
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Unreadable.TOO_LONG;
        }
        Optional<List<Table.Row>> rows = new Table(text).rows();
        if (rows.isEmpty()) {
            return Unreadable.QUOTE_OPEN;
        }
        List<Table.Row> filled =
                rows.get().stream().filter(row -> !row.isBlank()).toList();
        if (filled.isEmpty()) {
            return Unreadable.EMPTY;
        }
        Map<Column, Integer> columns = Column.in(filled.getFirst().cells());
        if (!columns.containsKey(Column.NAME) || !columns.containsKey(Column.EMAIL)) {
            return Unreadable.NO_HEADER;
        }
        List<Table.Row> people = filled.subList(1, filled.size());
        if (people.isEmpty()) {
            return Unreadable.EMPTY;
        }
        return people.size() > MOST ? Unreadable.TOO_MANY : new Read(lines(people, columns));
    }

    private static List<InviteLine> lines(List<Table.Row> people, Map<Column, Integer> columns) {
        Set<String> seen = new HashSet<>();
        List<InviteLine> lines = new ArrayList<>();
        for (Table.Row row : people) {
            String name = Named.cleaned(row.cell(columns.get(Column.NAME)));
            String email = Passwords.normal(row.cell(columns.get(Column.EMAIL)));
            List<Fault> faults = new ArrayList<>();
            switch (Named.fault(name)) {
                case NAME_MISSING -> faults.add(Fault.NAME_MISSING);
                case NAME_TOO_LONG -> faults.add(Fault.NAME_TOO_LONG);
                case NAME_INVALID -> faults.add(Fault.NAME_INVALID);
                default -> {}
            }
            if (!Named.isEmail(email)) {
                faults.add(Fault.EMAIL_WRONG);
            } else if (!seen.add(email)) {
                faults.add(Fault.EMAIL_TWICE);
            }
            lines.add(new InviteLine(
                    row.number(),
                    name,
                    email,
                    Named.cleaned(row.cell(columns.get(Column.SCHOOL))),
                    Named.cleaned(row.cell(columns.get(Column.TEAM))),
                    faults));
        }
        return lines;
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The columns a list can have; others are passed over. */
    enum Column {
        NAME("name", "fullname", "nombre", "nombrecompleto", "nombreyapellidos", "nombreyapellido"),
        EMAIL(
                "email",
                "emailaddress",
                "mail",
                "correo",
                "correoelectronico",
                "direcciondecorreo",
                "direcciondecorreoelectronico"),
        SCHOOL("school", "escuela", "centro", "colegio", "instituto"),
        TEAM("team", "equipo");

        private final Set<String> words;

        Column(String... words) {
            this.words = Set.of(words);
        }

        /** Where each column of a header stands; the first of those that say the same. */
        static Map<Column, Integer> in(List<String> header) {
            Map<Column, Integer> places = new EnumMap<>(Column.class);
            for (int i = 0; i < header.size(); i++) {
                String word = Normalizer.normalize(header.get(i), Normalizer.Form.NFD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z]", "");
                for (Column column : values()) {
                    if (column.words.contains(word)) {
                        places.putIfAbsent(column, i);
                    }
                }
            }
            return places;
        }
    }
}
