package org.tessera.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tessera.record.Paper.Piece;
import org.tessera.record.Told.Note;
import org.tessera.record.Told.Phase;

/** A meeting's minutes: who was there, how each step ran and what everybody could see it make. */
final class Minutes {

    private final Told told;
    private final Wording wording;
    private final Copy copy;
    private final List<Piece> pieces = new ArrayList<>();

    private Minutes(Told told, Reading reading) {
        this.told = told;
        this.wording = new Wording(reading);
        this.copy = reading.copy();
    }

    /**
     * The minutes as they stand {@code now}.
     *
     * @param team whose meeting it is
     */
    static Paper of(Told told, String team, Reading reading, Instant now) {
        Minutes minutes = new Minutes(told, reading);
        minutes.write(team, now);
        return new Paper(told.setting().title(), minutes.wording.language(), minutes.pieces);
    }

    private void write(String team, Instant now) {
        Told.Setting setting = told.setting();
        heading(1, setting.title());
        words(say("record.minutes.what", wording.in(setting.name()), team));
        words(held(setting, now));
        Optional.ofNullable(setting.focus()).ifPresent(focus -> words(say("record.minutes.focus", focus.text())));
        people();
        if (!setting.norms().isEmpty()) {
            heading(2, say("record.minutes.norms"));
            points(setting.norms().stream().map(wording::in).toList());
        }
        told.phasesInOrder().forEach(this::phase);
        artifacts();
        pieces.add(new Paper.Aside(say("record.minutes.left-out")));
    }

    private String held(Told.Setting setting, Instant now) {
        if (setting.cancelled() != null) {
            return setting.cancelled().isBlank()
                    ? say("record.minutes.cancelled")
                    : say("record.minutes.cancelled.why", setting.cancelled());
        }
        if (setting.startedAt() == null) {
            return setting.scheduledAt() == null
                    ? say("record.minutes.waiting")
                    : say("record.minutes.scheduled", wording.moment(setting.scheduledAt()));
        }
        return setting.closedAt() == null
                ? say("record.minutes.running", wording.moment(setting.startedAt()), wording.moment(now))
                : say("record.minutes.held", wording.moment(setting.startedAt()), wording.moment(setting.closedAt()));
    }

    private void people() {
        if (told.people().isEmpty()) {
            return;
        }
        heading(2, say("record.minutes.people"));
        if (copy == Copy.NAMED) {
            points(told.peopleInOrder().stream()
                    .map(person -> say(
                            person.guest() ? "record.minutes.guest" : "record.minutes.person",
                            person.name(),
                            wording.role(person.role())))
                    .toList());
            return;
        }
        points(told.peopleInOrder().stream()
                .collect(Collectors.groupingBy(Told.Person::role, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> say("record.minutes.roles", wording.role(entry.getKey()), entry.getValue()))
                .toList());
    }

    private void phase(Phase phase) {
        heading(2, say("record.minutes.step", phase.ordinal() + 1, wording.in(phase.name())));
        words(course(phase));
        if (phase.isUnrecorded() || phase.startedAt() == null) {
            return;
        }
        int before = pieces.size();
        notes(phase);
        statements(phase);
        tally(phase);
        checks(phase);
        goals(phase);
        items(phase);
        settled(phase);
        choices(phase);
        debrief(phase);
        if (pieces.size() == before && phase.endedAt() != null) {
            words(say("record.minutes.nothing"));
        }
    }

    private String course(Phase phase) {
        if (phase.state().equals("skipped")) {
            return say("record.minutes.skipped");
        }
        if (phase.startedAt() == null) {
            return say("record.minutes.ahead");
        }
        if (phase.isUnrecorded()) {
            return say("record.minutes.unrecorded");
        }
        if (!phase.isInMeeting()) {
            return say("record.minutes.own-time");
        }
        return phase.ran()
                .map(ran -> say(
                        "record.minutes.ran",
                        phase.planned(),
                        "%d:%02d".formatted(ran.toMinutes(), ran.toSecondsPart())))
                .orElseGet(() -> say("record.minutes.under-way", phase.planned()));
    }

    private void notes(Phase phase) {
        List<Note> notes = told.notesInOrder().stream()
                .filter(note -> note.phase().equals(phase.id()))
                .toList();
        points(notes.stream().map(this::line).toList());
    }

    private String line(Note note) {
        List<String> about = new ArrayList<>();
        about.add(wording.kind(note.kind()));
        told.writerOf(note)
                .map(person -> copy == Copy.NAMED ? person.name() : wording.role(person.role()))
                .ifPresent(about::add);
        told.groupOf(note)
                .map(Told.Group::name)
                .filter(name -> !name.isBlank())
                .map(name -> say("record.minutes.in-group", name))
                .ifPresent(about::add);
        Optional.ofNullable(note.replyTo())
                .map(told.notes()::get)
                .map(asked -> say("record.minutes.reply", asked.text()))
                .ifPresent(about::add);
        if (note.late()) {
            about.add(say("record.minutes.late"));
        }
        return note.text() + " (" + String.join(" · ", about) + ")";
    }

    private void statements(Phase phase) {
        told.statements().values().stream()
                .filter(statement -> statement.phase().equals(phase.id()))
                .filter(statement -> !statement.text().isBlank())
                .sorted(Comparator.comparingInt(Told.Statement::ordinal))
                .forEach(statement -> {
                    if (!statement.title().isBlank()) {
                        heading(3, statement.title());
                    }
                    statement.text().lines().filter(line -> !line.isBlank()).forEach(this::words);
                });
    }

    private void tally(Phase phase) {
        Optional.ofNullable(told.tallies().get(phase.id())).ifPresent(tally -> {
            words(say("record.minutes.voters", tally.voters()));
            points(tally.counts().entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(entry -> say("record.minutes.dots", labelOf(entry.getKey()), entry.getValue()))
                    .toList());
        });
    }

    private String labelOf(String target) {
        return Optional.ofNullable(told.groups().get(target))
                .map(Told.Group::name)
                .or(() -> Optional.ofNullable(told.notes().get(target)).map(Note::text))
                .filter(label -> !label.isBlank())
                .orElseGet(() -> say("record.minutes.unnamed"));
    }

    private void checks(Phase phase) {
        if (!phase.instrument().equals("fingers")) {
            return;
        }
        told.checks().values().forEach(check -> {
            words(say(check.passed() ? "record.minutes.check.passed" : "record.minutes.check.not", check.voters()));
            points(new TreeMap<>(check.counts())
                    .entrySet().stream()
                            .map(entry -> say("record.minutes.fingers", entry.getKey(), entry.getValue()))
                            .toList());
        });
    }

    private void goals(Phase phase) {
        if (phase.instrument().equals("goals")) {
            points(told.goals().values().stream()
                    .sorted(Comparator.comparingInt(Told.Goal::ordinal))
                    .map(Told.Goal::text)
                    .toList());
        }
    }

    private void items(Phase phase) {
        List<Told.Item> items = told.items().values().stream()
                .filter(item -> item.phase().equals(phase.id()))
                .sorted(Comparator.comparingInt(Told.Item::ordinal))
                .toList();
        points(items.stream().map(item -> wording.in(item.text())).toList());
        points(told.consensus().values().stream()
                .filter(each -> each.phase().equals(phase.id()) && each.settled() != null)
                .filter(each -> told.items().containsKey(each.item()))
                .map(each -> with(
                        say("record.minutes.settled." + each.settled(), itemText(each.item()), each.yes(), each.no()),
                        each.rationale()))
                .sorted()
                .toList());
    }

    private void settled(Phase phase) {
        points(told.settled().values().stream()
                .filter(score -> score.phase().equals(phase.id()))
                .filter(score -> told.items().containsKey(score.item()))
                .map(score ->
                        with(say("record.minutes.level", itemText(score.item()), score.level()), score.rationale()))
                .sorted()
                .toList());
    }

    private String itemText(String id) {
        return Optional.ofNullable(told.items().get(id))
                .map(item -> wording.in(item.text()))
                .orElse("");
    }

    private static String with(String sentence, String reason) {
        return reason.isBlank() ? sentence : sentence + " " + reason;
    }

    private void choices(Phase phase) {
        Map<String, Long> chosen = told.picks().values().stream()
                .filter(pick -> pick.phase().equals(phase.id()))
                .collect(Collectors.groupingBy(Told.Pick::choice, TreeMap::new, Collectors.counting()));
        points(phase.choices().stream()
                .filter(choice -> chosen.containsKey(choice.id()))
                .map(choice ->
                        say("record.minutes.chosen", wording.in(choice.text()), chosen.getOrDefault(choice.id(), 0L)))
                .toList());
    }

    private void debrief(Phase phase) {
        Optional.ofNullable(told.debriefs().get(phase.id())).ifPresent(debrief -> {
            Optional.ofNullable(debrief.reason())
                    .filter(reason -> !reason.isBlank())
                    .ifPresent(reason -> words(say("record.minutes.blank", reason)));
            points(debrief.kept().entrySet().stream()
                    .map(entry -> say("record.minutes.kept." + entry.getKey(), entry.getValue()))
                    .sorted()
                    .toList());
        });
    }

    private void artifacts() {
        if (told.artifacts().isEmpty()) {
            return;
        }
        heading(2, say("record.minutes.artifacts"));
        points(told.artifacts().values().stream()
                .sorted(Comparator.comparing(Told.Left::at))
                .map(left -> wording.in(left.name()))
                .toList());
    }

    private String say(String key, Object... parameters) {
        return wording.say(key, parameters);
    }

    private void heading(int level, String text) {
        pieces.add(new Paper.Heading(level, text));
    }

    private void words(String text) {
        pieces.add(new Paper.Words(text));
    }

    private void points(List<String> texts) {
        if (!texts.isEmpty()) {
            pieces.add(new Paper.Points(texts));
        }
    }
}
