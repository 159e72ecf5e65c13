package org.tessera.credit;

import java.util.ArrayList;
import java.util.List;
import org.tessera.record.Paper;
import org.tessera.record.Paper.Piece;

/** A transcript as a document. */
final class TranscriptPaper {

    private final Transcript transcript;
    private final CreditWording wording;
    private final List<Piece> pieces = new ArrayList<>();

    TranscriptPaper(Transcript transcript, CreditWording wording) {
        this.transcript = transcript;
        this.wording = wording;
    }

    Paper paper() {
        String title = say("credit.paper.title", transcript.name());
        pieces.add(new Paper.Heading(1, title));
        pieces.add(new Paper.Words(
                say("credit.paper.whose", transcript.name(), transcript.district(), wording.day(transcript.day()))));
        pieces.add(new Paper.Heading(2, say("credit.paper.earned")));
        if (transcript.rows().isEmpty()) {
            pieces.add(new Paper.Words(say("credit.paper.earned.none")));
        }
        transcript.rows().forEach(this::row);
        pieces.add(new Paper.Heading(2, say("credit.paper.meetings")));
        if (transcript.minutes().isEmpty()) {
            pieces.add(new Paper.Words(say("credit.paper.meetings.none")));
        } else {
            pieces.add(new Paper.Points(transcript.minutes().entrySet().stream()
                    .map(year -> say(
                            "credit.paper.year",
                            year.getKey().toString(),
                            wording.time(year.getValue()),
                            transcript.meetings().getOrDefault(year.getKey(), 0)))
                    .toList()));
            pieces.add(new Paper.Words(say(
                    "credit.paper.total",
                    wording.time(transcript.minutes().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum()))));
        }
        if (!transcript.credited().isEmpty()) {
            pieces.add(new Paper.Heading(3, say("credit.paper.meetings.credit")));
            pieces.add(new Paper.Points(transcript.credited().stream()
                    .map(line -> say("credit.due.line", wording.thing(line), wording.day(line.earned()), credit(line)))
                    .toList()));
        }
        pieces.add(new Paper.Aside(say("credit.paper.how")));
        return new Paper(title, wording.language(), pieces);
    }

    private void row(Transcript.Row row) {
        pieces.add(new Paper.Heading(3, row.name()));
        List<String> points = new ArrayList<>();
        points.add(say(
                row.stack() ? "credit.paper.version.stack" : "credit.paper.version",
                row.version(),
                wording.day(row.decided())));
        standing(row, points);
        row.lines().forEach(line -> points.add(credit(line)));
        row.address().ifPresent(address -> points.add(say("credit.paper.address", address)));
        pieces.add(new Paper.Points(points));
    }

    private void standing(Transcript.Row row, List<String> points) {
        switch (row.standing()) {
            case ACTIVE -> row.expired().ifPresent(day -> points.add(say("credit.paper.expired", wording.day(day))));
            case SUSPENDED, REVOKED -> points.add(CreditTables.standing(row, wording));
        }
    }

    private String credit(CreditLine line) {
        return say(
                "credit.paper.credit",
                wording.given(line.hours(), line.money()),
                wording.outcome(line.outcome()),
                line.version());
    }

    private String say(String key, Object... parameters) {
        return wording.say(key, parameters);
    }
}
