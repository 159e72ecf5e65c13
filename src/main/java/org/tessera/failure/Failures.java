package org.tessera.failure;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a log may know of a failure. The message of a database that refuses a value repeats the value, and whatever wraps it
 * repeats the message; its class, the SQL state and the vendor's code say as much of what went wrong.
 */
public final class Failures {

    /** So many causes are told; a chain may be a ring. */
    private static final int DEEP = 10;

    private Failures() {}

    /** The classes of a failure and its causes, with SQL state and vendor code where a database failed, and no messages. */
    public static String told(Throwable failure) {
        return chain(failure).map(Failures::kind).collect(Collectors.joining(", because "));
    }

    /**
     * The failure as it may be logged with its trace: itself, or in place of one of a database the same traces without any
     * messages.
     */
    public static Throwable withoutValues(Throwable failure) {
        return chain(failure).anyMatch(SQLException.class::isInstance)
                ? wordless(chain(failure).toList())
                : failure;
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEP);
    }

    private static Throwable wordless(List<Throwable> chain) {
        Wordless told = new Wordless(chain.getLast(), null);
        for (Throwable next : chain.reversed().subList(1, chain.size())) {
            told = new Wordless(next, told);
        }
        return told;
    }

    private static String kind(Throwable failure) {
        String name = failure.getClass().getName();
        return failure instanceof SQLException sql
                ? name + " (SQL state " + sql.getSQLState() + ", code " + sql.getErrorCode() + ")"
                : name;
    }

    /** A failure's class and trace. */
    private static final class Wordless extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Wordless(Throwable of, @Nullable Throwable cause) {
            super(kind(of), cause);
            setStackTrace(of.getStackTrace());
        }

        @Override
        public String toString() {
            return String.valueOf(getMessage());
        }
    }
}
