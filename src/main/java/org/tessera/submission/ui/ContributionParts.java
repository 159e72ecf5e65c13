package org.tessera.submission.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tessera.room.MeetingRecord;
import org.tessera.room.MeetingRecord.ExceptionMade;
import org.tessera.room.MeetingRecord.StepRun;
import org.tessera.room.MeetingRecord.Words;

/** What somebody did in a meeting and how it ran, described and not judged. */
final class ContributionParts extends Div {

    private static final long serialVersionUID = 1L;

    ContributionParts(MeetingRecord record) {
        add(section("contribution.did", deeds(record)));
        add(section("contribution.wrote", words(record.wrote(), "contribution.wrote.none")));
        add(section("contribution.asked", words(record.asked(), "contribution.asked.none")));
        add(section("contribution.ran", steps(record.steps())));
        if (!record.exceptions().isEmpty()) {
            add(section("contribution.exceptions", exceptions(record.exceptions())));
        }
    }

    private Section section(String key, Component content) {
        return new Section(new H2(getTranslation(key)), content);
    }

    private Component deeds(MeetingRecord record) {
        String roles = record.roles().stream()
                .map(role -> getTranslation("role." + role.word()))
                .collect(Collectors.joining(", "));
        UnorderedList list = new UnorderedList();
        Stream.of(
                        Optional.of(getTranslation("contribution.roles", roles)),
                        Optional.of(record.facilitated())
                                .filter(time -> !time.isZero())
                                .map(time -> getTranslation("contribution.facilitated", time.toMinutes())),
                        some("contribution.grouped", record.grouped()),
                        some("contribution.named", record.named()),
                        some("contribution.shaped", record.shaped()),
                        some("contribution.goals", record.goals()))
                .flatMap(Optional::stream)
                .map(ListItem::new)
                .forEach(list::add);
        return list;
    }

    private Optional<String> some(String key, int count) {
        return count == 0 ? Optional.empty() : Optional.of(getTranslation(key, count));
    }

    private Component words(List<Words> words, String none) {
        if (words.isEmpty()) {
            return quiet(none);
        }
        UnorderedList list = new UnorderedList();
        words.forEach(one -> list.add(
                new ListItem(one.claimed() ? getTranslation("contribution.claimed", one.text()) : one.text())));
        return list;
    }

    private Component steps(List<StepRun> steps) {
        NativeTable table = new NativeTable();
        table.addClassName("contribution-steps");
        NativeTableRow head = new NativeTableRow(
                columnHead("contribution.step"), columnHead("contribution.planned"), columnHead("contribution.actual"));
        table.getHead().add(head);
        steps.forEach(step -> table.getBody()
                .add(new NativeTableRow(
                        new NativeTableCell(step.name().in(getLocale())),
                        new NativeTableCell(minutes(step.planned())),
                        new NativeTableCell(minutes(step.actual())))));
        return table;
    }

    private NativeTableHeaderCell columnHead(String key) {
        NativeTableHeaderCell head = new NativeTableHeaderCell(getTranslation(key));
        head.getElement().setAttribute("scope", "col");
        return head;
    }

    private String minutes(Optional<Duration> time) {
        return time.map(some -> getTranslation("contribution.minutes", Math.round(some.toSeconds() / 60.0)))
                .orElse("–");
    }

    private Component exceptions(List<ExceptionMade> exceptions) {
        UnorderedList list = new UnorderedList();
        exceptions.forEach(one -> list.add(new ListItem(getTranslation(
                one.action().isEmpty()
                        ? "contribution.exception.early"
                        : one.forReader() ? "contribution.exception.yours" : "contribution.exception.other",
                one.reason()))));
        return list;
    }

    private Paragraph quiet(String key) {
        Paragraph line = new Paragraph(getTranslation(key));
        line.addClassName("quiet");
        return line;
    }
}
