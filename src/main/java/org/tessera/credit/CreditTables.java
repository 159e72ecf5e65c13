package org.tessera.credit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tessera.account.PersonId;
import org.tessera.badge.Standing;
import org.tessera.record.Csv;

/** Attendance, credit and transcript for spreadsheets. Numbers are bare, with a point, and days are written 2026-11-30. */
final class CreditTables {

    private CreditTables() {}

    static String attendance(List<AttendedMeeting> meetings, CreditWording wording) {
        Stream<List<String>> head = head(wording, "day", "year", "title", "protocol", "minutes", "state");
        return Csv.of(Stream.concat(
                head,
                meetings.stream()
                        .map(meeting -> List.of(
                                meeting.day().toString(),
                                SchoolYear.of(meeting.day()).toString(),
                                meeting.title(),
                                meeting.protocol(),
                                String.valueOf(meeting.minutes()),
                                wording.say(meeting.over() ? "credit.csv.over" : "credit.csv.runs")))));
    }

    static String lines(List<CreditLine> lines, Function<PersonId, String> names, CreditWording wording) {
        return Csv.of(Stream.concat(
                head(wording, "person", "for", "day", "hours", "unit", "amount", "currency", "version", "state", "by"),
                lines.stream().map(line -> Stream.of(
                                Stream.of(
                                        names.apply(line.person()),
                                        wording.thing(line),
                                        line.earned().toString()),
                                given(line.hours(), line.money()),
                                Stream.of(
                                        String.valueOf(line.version()),
                                        wording.outcome(line.outcome()),
                                        line.outcome() instanceof CreditLine.Outcome.Done done
                                                ? names.apply(done.by())
                                                : ""))
                        .flatMap(Function.identity())
                        .toList())));
    }

    static String transcript(Transcript transcript, CreditWording wording) {
        Stream<List<String>> earned = transcript.rows().stream().flatMap(row -> {
            List<CreditLine> lines = row.lines();
            Stream<Optional<CreditLine>> each = lines.isEmpty()
                    ? Stream.of(Optional.empty())
                    : lines.stream().map(Optional::of);
            return each.map(line -> line(
                    transcript,
                    row.name(),
                    row.version(),
                    row.decided().toString(),
                    standing(row, wording),
                    "",
                    line,
                    row.address().orElse(""),
                    wording));
        });
        Stream<List<String>> meetings = transcript.credited().stream()
                .map(line -> line(
                        transcript,
                        wording.say("credit.csv.meeting"),
                        "",
                        line.earned().toString(),
                        "",
                        String.valueOf(line.thing().minutes()),
                        Optional.of(line),
                        "",
                        wording));
        Stream<List<String>> years = transcript.minutes().entrySet().stream()
                .map(year -> line(
                        transcript,
                        wording.say("credit.csv.attendance", year.getKey().toString()),
                        "",
                        "",
                        "",
                        year.getValue().toString(),
                        Optional.empty(),
                        "",
                        wording));
        return Csv.of(Stream.of(
                        head(
                                wording,
                                "person",
                                "district",
                                "name",
                                "rubric",
                                "day",
                                "standing",
                                "minutes",
                                "hours",
                                "unit",
                                "amount",
                                "currency",
                                "state",
                                "address"),
                        earned,
                        meetings,
                        years)
                .flatMap(Function.identity()));
    }

    private static List<String> line(
            Transcript transcript,
            String name,
            String version,
            String day,
            String standing,
            String minutes,
            Optional<CreditLine> line,
            String address,
            CreditWording wording) {
        return Stream.of(
                        Stream.of(transcript.name(), transcript.district(), name, version, day, standing, minutes),
                        given(line.flatMap(CreditLine::hours), line.flatMap(CreditLine::money)),
                        Stream.of(
                                line.map(CreditLine::outcome)
                                        .map(wording::outcome)
                                        .orElse(""),
                                address))
                .flatMap(Function.identity())
                .toList();
    }

    /** Whether its issuer stands by a credential, in words. */
    static String standing(Transcript.Row row, CreditWording wording) {
        String key = row.standing() == Standing.ACTIVE && row.expired().isPresent()
                ? "expired"
                : row.standing().name().toLowerCase(Locale.ROOT);
        return wording.say("credit.standing." + key);
    }

    private static Stream<String> given(Optional<Hours> hours, Optional<Money> money) {
        return Stream.of(
                hours.map(each -> each.amount().toPlainString()).orElse(""),
                hours.map(Hours::unit).orElse(""),
                money.map(each -> each.amount().toPlainString()).orElse(""),
                money.map(each -> each.currency().getCurrencyCode()).orElse(""));
    }

    private static Stream<List<String>> head(CreditWording wording, String... columns) {
        return Stream.of(Stream.of(columns)
                .map(column -> wording.say("credit.csv." + column))
                .toList());
    }
}
