package org.tessera.room.ui;

import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;
import org.tessera.room.RoomSummary.Status;

/** The step that runs, as this person sees it: the one thing to do now, in whose company, and what comes next. */
final class PhaseCard extends Div {

    private final Span standing = new Span();
    private final Paragraph task = new Paragraph();
    private final Paragraph other = new Paragraph();
    private final Paragraph partners = new Paragraph();
    private final Paragraph next = new Paragraph();

    PhaseCard() {
        addClassName("phase-text");
        standing.addClassName("standing");
        task.addClassName("task");
        other.addClassName("other");
        partners.addClassName("partners");
        next.addClassName("next");
        add(standing, task, other, partners, next);
    }

    void show(RoomPicture picture, PersonPicture me) {
        Optional<PhasePicture> running = picture.phase();
        running.ifPresentOrElse(phase -> showRunning(picture, phase, me), () -> showBetween(picture));
        next.setText(nextAfter(picture));
    }

    private void showRunning(RoomPicture picture, PhasePicture phase, PersonPicture me) {
        Standing stands = Standing.of(me.acting(), phase);
        setClassName("apart", stands.isApart());
        setClassName("locked", phase.locked());
        standing.setVisible(true);
        standing.setText(getTranslation(phase.locked() ? "room.standing.locked" : "room.standing." + stands.key()));
        showTask(phase, me.acting(), stands);
        String names = Names.together(
                this,
                phase.isInGroups()
                        ? picture.partnersOf(me.id()).stream()
                                .map(PersonPicture::name)
                                .toList()
                        : List.of());
        partners.setText(names.isEmpty() ? "" : getTranslation("room.phase.partners", names));
        partners.setVisible(!names.isEmpty());
    }

    /** Who listens, watches or has the floor reads first what that means; everybody else reads the step's task first. */
    private void showTask(PhasePicture phase, Role role, Standing stands) {
        String forAll = phase.task().in(getLocale());
        Optional<String> mine = Optional.ofNullable(phase.forRole().get(role)).map(text -> text.in(getLocale()));
        other.setVisible(mine.isPresent());
        if (mine.isEmpty()) {
            task.setText(forAll);
        } else if (stands.isOnesOwn()) {
            task.setText(mine.get());
            other.setText(getTranslation("room.phase.group", forAll));
        } else {
            task.setText(forAll);
            other.setText(getTranslation("room.phase.role", getTranslation("role." + role.word()), mine.get()));
        }
    }

    private void showBetween(RoomPicture picture) {
        setClassName("apart", false);
        setClassName("locked", false);
        standing.setVisible(false);
        other.setVisible(false);
        partners.setVisible(false);
        task.setText(picture.rework()
                .map(PhasePicture::name)
                .map(text -> getTranslation("room.between.rework", text.in(getLocale())))
                .orElseGet(() -> getTranslation(
                        picture.isFacilitator()
                                ? "room.between.facilitator"
                                : picture.startedAt().isEmpty() ? "room.between.begin" : "room.between.task",
                        picture.facilitator().map(PersonPicture::name).orElse(""))));
    }

    private String nextAfter(RoomPicture picture) {
        return picture.startable().stream()
                .findFirst()
                .map(phase ->
                        getTranslation(nextKey(picture, phase), phase.name().in(getLocale()), phase.planned()))
                .orElseGet(() -> getTranslation("room.phase.last"));
    }

    private static String nextKey(RoomPicture picture, PhasePicture next) {
        if (next.isAfter()) {
            return "room.phase.next.after";
        }
        if (picture.beginsWith(next) && picture.status() == Status.RUNNING) {
            return "room.phase.next.begins";
        }
        return next.optional() ? "room.phase.next.optional" : "room.phase.next";
    }

    /** What is said aloud when a step begins: its name, its minutes, and what this person does in it. */
    String aloud(PhasePicture phase, Role role) {
        Text mine =
                Standing.of(role, phase).isOnesOwn() ? phase.forRole().getOrDefault(role, phase.task()) : phase.task();
        return Stream.of(
                        phase.name().in(getLocale()) + ".",
                        phase.inMeeting() ? getTranslation("room.minutes", phase.planned()) + "." : "",
                        mine.in(getLocale()))
                .filter(words -> !words.isEmpty())
                .collect(joining(" "));
    }
}
